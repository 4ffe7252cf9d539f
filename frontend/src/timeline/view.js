// The timeline's pane: toolbar, canvas, and what lies over it.
import { readDay, sayDay } from '../dates.js';
import { wholeWindow } from '../opening.js';
import { element } from '../html.js';
import { register, t } from '../i18n.js';
import { makeHeads, makeList, sayItem } from './a11y.js';
import { Chart } from './chart.js';
import { makeLegend } from './legend.js';
import { HEAD, makeSliders } from './overview.js';
import { listen, move, panBy, reveal, spanOf, zoomBy } from './pointer.js';
import { strings } from './strings.js';

register(strings);

/** Days on which some answer about who held what changes, in order. @param {import('../data.js').Data} data */
export function turns(data) {
  const days = new Set();
  for (const { reigns } of data.ribbons) for (const [first, last] of reigns) { if (first !== null) days.add(first); if (last !== null) days.add(last + 1); }
  return [...days].sort((a, b) => a - b);
}

/** @param {HTMLElement} pane @param {import('../store.js').Store} store @param {import('../data.js').Data} data */
export function mount(pane, store, data) {
  const { root, part } = skeleton(store, data);
  pane.replaceChildren(root);
  const began = performance.now();
  const chart = new Chart(part('scroller'), part('canvas'), store, data);
  chart.whole = wholeWindow(data);
  const select = ({ item }) => store.set({ event: chart.items.event[item], claim: chart.items.claim[item] < 0 ? null : chart.items.claim[item], tab: 'event' });
  const setDay = (day) => store.set({ day });
  const list = makeList(chart, part('events'), select);
  const heads = makeHeads(chart, part('heads'), () => chart.invalidate());
  const sliders = makeSliders(chart, (name, steps) => slide(chart, name, steps, setDay));
  part('sliders').append(...sliders.elements);
  const follow = () => {
    part('space').style.height = `${HEAD + chart.height}px`;
    part('heads').style.width = `${chart.left < 100 ? chart.W : chart.left - 4}px`;
    heads();
    sliders.place();
  };
  chart.onMove = () => { follow(); list.clear(); };
  chart.onRest = () => { follow(); list.write(); note(chart, part); };
  listen(chart, { select, day: setDay, hover: (box, x, y) => tip(chart, part('tip'), box, x, y) });
  part('scroller').addEventListener('scroll', () => chart.invalidate({ moving: true }));
  wireBar(chart, part, { store, data, setDay });
  const stop = store.subscribe((state, changed) => update(chart, part, state, changed));
  const observer = new ResizeObserver(() => chart.invalidate());
  observer.observe(part('scroller'));
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const restyle = () => { chart.readStyle(); chart.invalidate(); };
  scheme.addEventListener('change', restyle);
  showDay(part, store.get());
  chart.draw();
  performance.measure('regesta-timeline', { start: began });
  if (store.get().event !== null) show(chart, store.get());
  /** @type {any} */ (pane).chart = chart;
  return { destroy() { stop(); observer.disconnect(); scheme.removeEventListener('change', restyle); cancelAnimationFrame(chart.frame); clearTimeout(chart.resting); } };
}

function skeleton(store, data) {
  const held = data.ribbons.length > 0;
  const modes = ['place', 'person', 'body', 'source'];
  const root = element`<div class="tl">
    <div class="tl-bar">
      <h2>${t('frame.timeline')}</h2>
      <label>${t('timeline.lanes')} <select data-part="lanes">${modes.map((mode) => element`<option value="${mode}">${t(`timeline.lanes.${mode}`)}</option>`)}</select></label>
      <button type="button" data-part="fold">${t('timeline.foldall')}</button>
      <details class="tl-legend"><summary>${t('timeline.legend')}</summary><div>${makeLegend()}</div></details>
      <span class="tl-note" data-part="note"></span>
      <form class="tl-day" data-part="dayform" role="search" aria-label="${t('timeline.on')}"${held ? '' : ' hidden'}>
        <label for="day">${t('timeline.on')}</label>
        <button type="button" data-part="back" aria-label="${t('timeline.back')}" title="${t('timeline.back')}">‹</button>
        <input id="day" data-part="day" type="text" autocomplete="off" spellcheck="false" size="17" aria-describedby="day-error">
        <button type="button" data-part="next" aria-label="${t('timeline.next')}" title="${t('timeline.next')}">›</button>
        <span id="day-error" role="alert" data-part="wrong"></span>
      </form>
      <div class="tl-zoom" role="group" aria-label="${t('timeline.zoom')}">
        ${[['earlier', '←'], ['later', '→'], ['out', '−'], ['in', '+']].map(([name, sign]) => element`<button type="button" data-part="${name}" aria-label="${t(`timeline.${name}`)}" title="${t(`timeline.${name}`)}">${sign}</button>`)}
        <button type="button" data-part="fit">${t('timeline.fit')}</button>
      </div>
    </div>
    <div class="tl-stage">
      <div class="tl-scroller" data-part="scroller" tabindex="0" role="group" aria-label="${t('timeline.lanes')}"><canvas data-part="canvas" aria-hidden="true"></canvas><div class="tl-space" data-part="space"></div></div>
      <div class="tl-heads" data-part="heads"></div>
      <div class="tl-events" data-part="events" role="group" aria-label="${t('timeline.events')}"></div>
      <div class="tl-sliders" data-part="sliders"></div>
      <div class="tl-tip" data-part="tip" aria-hidden="true" hidden></div>
    </div>
  </div>`;
  const part = (name) => /** @type {any} */ (root.querySelector(`[data-part="${name}"]`));
  part('lanes').value = store.get().lanes;
  return { root, part };
}

function wireBar(chart, part, { store, data, setDay }) {
  const changes = turns(data);
  const go = (day) => { if (day !== undefined) { setDay(day); reveal(chart, day); } };
  part('lanes').addEventListener('change', () => store.set({ lanes: part('lanes').value }));
  part('fold').addEventListener('click', () => foldAll(chart, part));
  part('in').addEventListener('click', () => zoomBy(chart, 1 / 1.5));
  part('out').addEventListener('click', () => zoomBy(chart, 1.5));
  part('earlier').addEventListener('click', () => panBy(chart, -0.25));
  part('later').addEventListener('click', () => panBy(chart, 0.25));
  part('fit').addEventListener('click', () => move(chart, ...chart.whole));
  part('back').addEventListener('click', () => go(changes.filter((day) => day < (store.get().day ?? Infinity)).at(-1)));
  part('next').addEventListener('click', () => go(changes.find((day) => day > (store.get().day ?? -Infinity))));
  const read = () => {
    const day = readDay(part('day').value);
    part('wrong').textContent = day === null ? t('timeline.wrong') : '';
    if (day === null) part('day').setAttribute('aria-invalid', 'true');
    else go(day);
  };
  part('dayform').addEventListener('submit', (event) => { event.preventDefault(); read(); });
  part('day').addEventListener('change', read);
  part('events').parentElement.addEventListener('keydown', (event) => {
    const act = { '+': () => zoomBy(chart, 1 / 1.5), '=': () => zoomBy(chart, 1 / 1.5), '-': () => zoomBy(chart, 1.5), PageUp: () => panBy(chart, -0.5), PageDown: () => panBy(chart, 0.5) }[event.key];
    if (!act || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  });
}

function foldAll(chart, part) {
  const fold = chart.folded.size < chart.lanes.length;
  chart.folded = new Set(fold ? chart.lanes.map((lane) => lane.key) : []);
  part('fold').textContent = t(fold ? 'timeline.unfoldall' : 'timeline.foldall');
  chart.invalidate();
}

function slide(chart, name, steps, setDay) {
  const { window: [from, to], day } = chart.store.get();
  const unit = name === 'day' ? 1 : Math.max(1, Math.round((to - from) / 50));
  if (name === 'day') { setDay(day + steps); reveal(chart, day + steps); }
  else if (name === 'from') chart.store.set({ window: [Math.min(from + steps * unit, to - 3), to] });
  else chart.store.set({ window: [from, Math.max(to + steps * unit, from + 3)] });
}

function update(chart, part, state, changed) {
  const any = (...keys) => keys.some((key) => changed.includes(key));
  if (any('theme')) chart.readStyle();
  if (any('filters', 'query', 'lanes')) { chart.choose(); part('scroller').scrollTop = 0; }
  if (any('lanes')) part('lanes').value = state.lanes;
  if (any('day')) showDay(part, state);
  if (any('event', 'claim') && state.event !== null) show(chart, state);
  if (any('window')) chart.invalidate({ moving: true });
  else if (any('theme', 'filters', 'query', 'lanes', 'day', 'event', 'claim')) chart.invalidate();
}

// Brings a selected event into view, in time and among the lanes.
function show(chart, { event, claim }) {
  const items = chart.drawnItems(event);
  const n = items.find((item) => chart.items.claim[item] === claim) ?? items[0];
  if (n === undefined) return;
  if (chart.scaled) reveal(chart, ...spanOf(chart, n));
  if (chart.boxes.some((box) => box.item === n && box.y > HEAD && box.y < chart.H - 10)) return;
  const strip = chart.strips.find(({ lane, folded }) => !folded && lane.items.includes(n));
  if (strip && (strip.y < chart.scroller.scrollTop || strip.y > chart.scroller.scrollTop + chart.H - HEAD - 40)) chart.scroller.scrollTop = Math.max(0, strip.y - 10);
}

function showDay(part, { day }) {
  if (day !== null) part('day').value = sayDay(day);
  part('day').removeAttribute('aria-invalid');
  part('wrong').textContent = '';
}

function note(chart, part) {
  const { undated, count } = chart.items;
  part('note').textContent = [count ? '' : t('timeline.nothing'), undated ? t('timeline.undated', { n: undated }) : ''].filter(Boolean).join(' ');
}

function tip(chart, host, box, x, y) {
  const item = box ? box.item : undefined;
  if (item !== chart.hovered) { chart.hovered = item; chart.invalidate(); }
  host.hidden = !box;
  if (!box) return;
  host.textContent = sayItem(chart, box.item);
  host.style.left = `${Math.max(4, Math.min(x + 12, chart.W - host.offsetWidth - 8))}px`;
  host.style.top = `${y + 22 + host.offsetHeight > chart.H ? y - host.offsetHeight - 10 : y + 18}px`;
}
