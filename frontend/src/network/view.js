// Who acted with, against or upon whom, among the events that are shown: arcs while they can be followed, a matrix beyond.
import { element, html } from '../html.js';
import { register, t } from '../i18n.js';
import { entityLink, eventLine, follow, longList } from '../panels/parts.js';
import { visible } from '../select.js';
import { drawArcs } from './arcs.js';
import { arrange, isDense, makeGraph, strongest } from './graph.js';
import { drawMatrix } from './matrix.js';
import { strings } from './strings.js';

register(strings);

const KINDS = new Set(['person', 'body']);

/**
 * @param {HTMLElement} root
 * @param {import('../store.js').Store} store
 * @param {import('../data.js').Data} data
 */
export function mount(root, store, data) {
  const { events, entities } = data;
  const of = {
    actors: (e) => events.actors[e],
    targets: (e) => events.targets[e],
    day: (e) => events.e0[e] ?? events.l1[e],
    keep: (n) => KINDS.has(entities.kind[n]),
    stance: (e) => data.stances[events.type[e]],
  };
  const chosen = { most: 20, form: 'auto', pair: /** @type {string|null} */ (null) };
  let graph = makeGraph([], of);
  root.classList.add('network');
  const controls = element`<form class="network-head">
    <label>${t('network.most')} <input type="range" min="5" max="60" step="1" value="20"> <output>20</output></label>
    <label>${t('network.form')} <select><option value="auto">${t('network.auto')}</option><option value="arcs">${t('network.arcs')}</option><option value="matrix">${t('network.matrix')}</option></select></label>
  </form>`;
  const drawing = element`<div class="network-drawing"></div>`;
  const reading = element`<div class="network-reading" role="status"></div>`;
  root.replaceChildren(controls, html`<ul class="network-key"><li><span class="key with" aria-hidden="true"></span>${t('network.with')}</li><li><span class="key against" aria-hidden="true"></span>${t('network.against')}</li><li><span class="key upon" aria-hidden="true"></span>${t('network.upon')}</li></ul>`, element`<div class="network-body">${drawing}${reading}</div>`);

  const gather = () => { graph = makeGraph(visible(store.get(), data), of); };
  const draw = () => {
    const part = strongest(graph, chosen.most);
    const form = chosen.form === 'auto' ? (isDense(part) ? 'matrix' : 'arcs') : chosen.form;
    const order = arrange(part);
    if (!part.edges.length) drawing.replaceChildren(html`<p class="aside">${t('network.none')}</p>`);
    else drawing.replaceChildren((form === 'matrix' ? drawMatrix : drawArcs)(data, order, part.edges));
    read();
  };
  const read = () => {
    const edge = graph.edges.find((e) => `${e.a} ${e.b}` === chosen.pair);
    for (const tie of drawing.querySelectorAll('[data-pair]')) tie.classList.toggle('chosen', tie.getAttribute('data-pair') === chosen.pair);
    reading.replaceChildren(edge ? pair(data, edge) : html`${graph.edges.length ? html`<p class="aside">${t('network.choose')}</p>` : null}`);
  };
  const input = () => {
    chosen.most = Number(controls.querySelector('input').value);
    controls.querySelector('output').textContent = String(chosen.most);
    chosen.form = controls.querySelector('select').value;
    draw();
  };
  controls.addEventListener('submit', (event) => event.preventDefault());
  controls.addEventListener('input', input);
  const choose = (event) => {
    const at = event.target.closest('[data-pair]');
    if (!at || (event.type === 'keydown' && event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    chosen.pair = at.getAttribute('data-pair');
    read();
  };
  drawing.addEventListener('click', choose);
  drawing.addEventListener('keydown', choose);
  drawing.addEventListener('pointerover', (event) => light(drawing, event.target));
  drawing.addEventListener('focusin', (event) => light(drawing, event.target));
  const unfollow = follow(root, store, data);
  let stale = false;
  const unsubscribe = store.subscribe((state, changed) => {
    stale ||= changed.includes('filters') || changed.includes('query');
    if (!stale || state.tab !== 'network') return;
    stale = false;
    gather();
    draw();
  });
  gather();
  draw();
  return {
    destroy() {
      unfollow();
      unsubscribe();
      root.replaceChildren();
    },
  };
}

/** Lights the ties of whoever is under the pointer or has the focus. */
function light(drawing, target) {
  const node = target.closest?.('[data-node]')?.getAttribute('data-node');
  for (const tie of drawing.querySelectorAll('[data-pair]')) {
    tie.classList.toggle('near', node !== undefined && node !== null && tie.getAttribute('data-pair').split(' ').includes(node));
  }
}

/** The events behind a tie. @param {import('../data.js').Data} data @param {import('./graph.js').Edge} edge */
function pair(data, edge) {
  const name = (n) => entityLink(data, n);
  const group = (events, words) => (events.length ? html`<h4>${words}</h4>${longList(events, (e) => eventLine(data, e), 'lines', 20)}` : null);
  const said = (key, a, b) => t(key, { a: data.entities.name[a], b: data.entities.name[b] });
  return html`<h3>${name(edge.a)} · ${name(edge.b)}</h3>${group(edge.with, t('network.together'))}
    ${group(edge.against, said('network.opposed', edge.a, edge.b))}${group(edge.backAgainst, said('network.opposed', edge.b, edge.a))}
    ${group(edge.upon, said('network.acted', edge.a, edge.b))}${group(edge.back, said('network.acted', edge.b, edge.a))}`;
}
