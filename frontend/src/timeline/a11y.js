// The same events as a list of at most 200 buttons over their bars: they carry the focus, are what a screen reader reads,
// and are written anew when the view has come to rest. And the heads of the lanes, which fold them.
import { sayWhen } from '../dates.js';
import { titleOf } from '../data.js';
import { element } from '../html.js';
import { t } from '../i18n.js';
import { BAR } from './bars.js';
import { inWindow } from './draw.js';
import { SHAPES } from './items.js';
import { HEAD } from './overview.js';
import { reveal, spanOf } from './pointer.js';

export const MOST = 200;

/** An item in words: date, who did what, where, and every doubt. */
export function sayItem(chart, n) {
  const { data, items } = chart, event = items.event[n], claim = items.claim[n];
  const date = claim < 0 ? sayWhen(data.events, event) : sayWhen(data.claims, claim);
  const doubts = [items.status[n] && t(`status.${data.statuses[items.status[n]]}`), items.disputed[n] && t('timeline.disputed'),
    !items.disputed[n] && chart.conflicts.has(event) && t('timeline.contradicted')];
  return [`${date}: ${titleOf(data, event)}`, ...doubts.filter(Boolean)].join(', ');
}

// Items in view, those that are drawn first: [item, box or null, lane].
function listed(chart) {
  const found = chart.boxes.filter((box) => box.x1 > chart.left && box.x0 < chart.right).map((box) => ({ n: box.item, box, lane: box.lane }));
  const seen = new Set(found.map(({ n, lane }) => `${n} ${lane}`));
  for (let lane = 0; lane < chart.strips.length && found.length < MOST; lane += 1) {
    const { lane: { items: list }, packed } = chart.strips[lane];
    const [low, high] = inWindow(chart.items, list, chart.scaled, packed.reach);
    for (let i = low; i < high && found.length < MOST; i += 1) {
      const n = list[i];
      if (seen.has(`${n} ${lane}`) || chart.items.b[n] <= chart.scaled.from || chart.items.a[n] >= chart.scaled.to) continue;
      found.push({ n, box: null, lane });
    }
  }
  return found.slice(0, MOST).sort((p, q) => p.lane - q.lane || p.n - q.n);
}

/** @param {import('./chart.js').Chart} chart @param {HTMLElement} host @param {(box: { item: number, lane: number }) => void} select */
export function makeList(chart, host, select) {
  let rows = [], focused = null;

  const write = () => {
    const had = host.contains(document.activeElement);
    rows = listed(chart);
    const chosen = rows.find(({ n, lane }) => focused && n === focused.n && lane === focused.lane) ?? rows.find(({ n }) => chart.selected(n)) ?? rows[0];
    const made = rows.map((row, at) => button(chart, row, at, row === chosen));
    host.replaceChildren(...groups(chart, rows, made));
    if (had && chosen) /** @type {HTMLElement} */ (host.querySelector('[tabindex="0"]')).focus({ preventScroll: true });
  };

  const go = (n, lane) => {
    focused = { n, lane };
    const strip = chart.strips[lane], { scroller } = chart;
    if (strip && (strip.y < scroller.scrollTop || strip.y + Math.min(strip.height, 60) > scroller.scrollTop + chart.H - HEAD)) scroller.scrollTop = Math.max(0, strip.y - 20);
    reveal(chart, ...spanOf(chart, n));
    chart.draw();
    write();
    /** @type {HTMLElement} */ (host.querySelector('[tabindex="0"]'))?.focus({ preventScroll: true });
  };

  host.addEventListener('keydown', (event) => {
    const at = current(host, rows);
    if (!at) return;
    const to = step(chart, at, event.key);
    if (to) { event.preventDefault(); go(to.n, to.lane); }
  });
  host.addEventListener('click', (event) => {
    const at = current(host, rows, /** @type {HTMLElement} */ (event.target).closest('button'));
    if (at) { focused = { n: at.n, lane: at.lane }; select({ item: at.n, lane: at.lane }); }
  });
  return { write, clear: () => { if (!host.contains(document.activeElement)) host.replaceChildren(); } };
}

function current(host, rows, from = /** @type {any} */ (document.activeElement)) {
  return from && host.contains(from) && from.dataset.at !== undefined ? rows[Number(from.dataset.at)] : null;
}

// Left and right go through the lane in order of time, up and down to the event that is nearest in the next lane.
function step(chart, { n, lane }, key) {
  const list = chart.lanes[lane].items, at = list.indexOf(n);
  const along = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: list.length - 1 }[key];
  if (along !== undefined) return along >= 0 && along < list.length ? { n: list[along], lane } : null;
  const sign = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (!sign) return null;
  for (let other = lane + sign; other >= 0 && other < chart.lanes.length; other += sign) {
    const { items, key: name } = chart.lanes[other];
    if (!items.length || chart.folded.has(name)) continue;
    let best = items[0];
    for (const m of items) if (Math.abs(chart.items.a[m] - chart.items.a[n]) < Math.abs(chart.items.a[best] - chart.items.a[n])) best = m;
    return { n: best, lane: other };
  }
  return null;
}

function groups(chart, rows, made) {
  const lanes = new Map();
  rows.forEach(({ lane }, at) => { if (!lanes.has(lane)) lanes.set(lane, []); lanes.get(lane).push(made[at]); });
  return [...lanes].map(([lane, items]) => element`<ul aria-label="${chart.lanes[lane].name || t(`timeline.none.${chart.store.get().lanes}`)}">${items}</ul>`);
}

function button(chart, { n, box, lane }, at, chosen) {
  const { items } = chart;
  const made = document.createElement('li'), inner = document.createElement('button'), { style } = inner;
  inner.type = 'button';
  inner.tabIndex = chosen ? 0 : -1;
  Object.assign(inner.dataset, { at, event: chart.data.events.id[items.event[n]], shape: SHAPES[items.shape[n]], status: chart.data.statuses[items.status[n]] });
  inner.setAttribute('aria-pressed', String(chart.selected(n)));
  inner.textContent = sayItem(chart, n);
  made.append(inner);
  const strip = chart.strips[lane], y = box ? box.y : chart.top + strip.y + 8;
  const x0 = Math.max(chart.left, box ? box.x0 : chart.scaled.x(items.a[n])), x1 = Math.min(chart.right, box ? box.x1 : chart.scaled.x(items.b[n]));
  style.left = `${x0 - 4}px`;
  style.top = `${y - 4 - HEAD}px`;
  style.width = `${Math.max(10, x1 - x0) + 8}px`;
  style.height = `${BAR + 8}px`;
  return made;
}

/** Names of the lanes in view, each a button that folds its lane. */
export function makeHeads(chart, host, changed) {
  let shown = '';
  host.addEventListener('click', (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest('button');
    if (!button) return;
    const { key } = chart.lanes[Number(button.dataset.lane)];
    if (chart.folded.has(key)) chart.folded.delete(key); else chart.folded.add(key);
    changed();
  });
  return () => {
    const visible = chart.strips.map((strip, n) => ({ strip, n })).filter(({ strip }) => chart.top + strip.y < chart.H && chart.top + strip.y + strip.height > HEAD);
    const mode = chart.store.get().lanes;
    const key = JSON.stringify([mode, chart.left, visible.map(({ strip, n }) => [n, strip.lane.key, strip.folded, strip.height])]);
    if (key !== shown) {
      shown = key;
      const focus = host.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset.lane : null;
      host.replaceChildren(...visible.map(({ strip, n }) => head(strip, n, mode, chart)));
      if (focus !== null) /** @type {HTMLElement} */ (host.querySelector(`[data-lane="${focus}"]`))?.focus({ preventScroll: true });
    }
    visible.forEach(({ strip }, n) => { /** @type {HTMLElement} */ (host.children[n]).style.top = `${chart.top + strip.y - HEAD}px`; });
  };
}

function head({ lane, folded, height }, n, mode, chart) {
  const name = lane.name || t(`timeline.none.${mode}`);
  const made = element`<button type="button" class="lane-head${lane.name ? '' : ' none'}${lane.inner ? ' inner' : ''}" data-lane="${n}" aria-expanded="${String(!folded)}"
    title="${name}"><span class="fold" aria-hidden="true">${folded ? '▸' : '▾'}</span><bdi>${name}</bdi></button>`;
  made.style.height = `${chart.left < 100 ? 20 : Math.max(24, height - 3)}px`;
  return made;
}
