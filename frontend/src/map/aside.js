// Beside the drawing: the legend, and the list of all that has no place on it.
import { colours, toneClass } from '../colours.js';
import { element, html, svg } from '../html.js';
import { t } from '../i18n.js';
import { drawExample, drawMark, drawRing, RADIUS, sample } from './marks.js';
import { heldOn, nearDays } from './places.js';
import { sayHeld } from './words.js';

const MOST = 10; // holders named in the legend

export const makeLegend = (open) => {
  const legend = /** @type {HTMLDetailsElement} */ (element`<details class="map-legend"><summary>${t('map.legend')}</summary><ul tabindex="0" aria-label="${t('map.legend')}"></ul></details>`);
  legend.open = open;
  return legend;
};

/**
 * Who holds something on the map that day, what the shapes mean, what the rings mean; whether that has changed. A
 * legend that is shut is left as it is.
 */
export function fillLegend(legend, scene, state, data) {
  if (!legend.open) return false;
  const { code, tone } = colours(data), count = new Map();
  for (const { answers } of scene.held) for (const [holder] of answers) count.set(holder, (count.get(holder) ?? 0) + 1);
  const holders = [...count].sort(([a, n], [b, m]) => m - n || tone[a] - tone[b] || a - b).map(([holder]) => holder);
  const kinds = ['certain', 'possible', 'disputed', 'unknown', 'untold'].filter((kind) => scene.held.some((held) => held.kind === kind));
  const rings = ['sure', 'maybe', 'near'].filter((kind) => scene.about.some((about) => about[kind].length));
  const told = JSON.stringify([holders, kinds, rings, nearDays(state.window)]);
  if (legend.dataset.told === told) return false;
  legend.dataset.told = told;
  legend.querySelector('ul').replaceChildren(html`
    ${holders.slice(0, MOST).map((holder) => html`<li><span class="chip ${toneClass(tone[holder])} certain" aria-hidden="true">${code[holder]}</span><span dir="auto">${data.holders[holder].name}</span></li>`)}
    ${holders.length > MOST && html`<li class="more">${t('map.more', { n: holders.length - MOST })}</li>`}
    ${kinds.map((kind) => html`<li>${sample(drawExample(kind, 'm-'))}<span>${t(`map.kind.${kind}`)}</span></li>`)}
    ${rings.map((kind) => html`<li>${sample([svg('circle', { class: 'mark untold', r: RADIUS.untold }), drawRing(kind, RADIUS.untold)])}<span>${t(`map.ring.${kind}`, { n: nearDays(state.window) })}</span></li>`)}`);
  return true;
}

export const makeUnplaced = () => element`<details class="map-unplaced"><summary></summary><p class="aside">${t('map.unplaced.why')}</p><ul tabindex="0"></ul></details>`;

/** @param {HTMLElement} box @param {import('./places.js').Unplaced[]} unplaced @param {import('../data.js').Data} data */
export function fillUnplaced(box, unplaced, state, data) {
  box.hidden = !unplaced.length;
  box.querySelector('summary').textContent = t('map.unplaced', { n: unplaced.length });
  const list = box.querySelector('ul');
  list.setAttribute('aria-label', box.querySelector('summary').textContent);
  if (/** @type {HTMLDetailsElement} */ (box).open) list.replaceChildren(...unplaced.map((place) => row(place, state, data)));
}

function row(place, state, data) {
  const held = heldOn(data, place, state.day), said = held.kind === 'untold' ? '' : sayHeld(data, held);
  const mark = sample(drawMark(data, held, 'm-')), name = html`<span dir="auto">${place.name}</span>`;
  const chosen = String(place.entity >= 0 && state.entity === place.entity);
  return element`<li>${mark}<span>${place.entity >= 0 ? html`<button type="button" data-entity="${place.entity}" aria-pressed="${chosen}">${name}</button>` : name}${said && html` <small>${said}</small>`}</span></li>`;
}
