// The map's pane: who held what on the store's day.
import { element, svg } from '../html.js';
import { register, t } from '../i18n.js';
import { fillLegend, fillUnplaced, makeLegend, makeUnplaced } from './aside.js';
import { makeDays } from './days.js';
import { followGestures, neighbour, viewKey } from './gestures.js';
import { changeDays, eventsAbout, nearDays, placesOf, shownIn } from './places.js';
import { act, makeReadout, readout } from './readout.js';
import { makeScene } from './scene.js';
import { strings } from './strings.js';
import { sayHeld } from './words.js';
import { sayDay } from '../dates.js';

register(strings);

const ROOMY = [640, 320]; // width and height in pixels from which the legend opens by itself
const TOLD = 4; // changes that are spoken; more than that are counted
const REST = 200; // milliseconds after which a moved timeline counts as at rest
const LINGER = 250; // milliseconds that a readout stays when the pointer has left

/** @param {HTMLElement} pane @param {import('../store.js').Store} store @param {import('../data.js').Data} data */
export function mount(pane, store, data) {
  const parts = build(pane, store, data), { stage, root, scene, box } = parts;
  const page = { ...parts, store, data, hovered: -1, waiting: 0, frame: 0, resting: 0, changed: /** @type {Set<string>} */ (new Set()), spoken: /** @type {string[]|null} */ (null) };
  const observer = new ResizeObserver(() => { page.cover.rects = null; scene.resize(stage.clientWidth, stage.clientHeight); decorate(page); });
  observer.observe(stage);
  followGestures(root, scene, { moved: () => decorate(page), key: (event) => onKey(page, event) });
  followPointer(page);
  box.addEventListener('click', (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest('button'), place = shownPlace(page);
    if (!button || !place) return;
    if (button.dataset.act === 'close') page.hovered = -1;
    act(store, data, place, button);
    showReadout(page);
    if (button.dataset.act === 'close') /** @type {HTMLElement} */ (root.querySelector('.place[tabindex="0"]'))?.focus();
  });
  const stop = store.subscribe((state, changed) => { if (changed.includes('day')) page.days.show(state); later(page, changed); });
  scene.resize(stage.clientWidth, stage.clientHeight);
  show(page, store.get(), []);
  return { destroy() { stop(); observer.disconnect(); page.days.destroy(); clearTimeout(page.waiting); clearTimeout(page.resting); cancelAnimationFrame(page.frame); pane.classList.remove('map'); pane.replaceChildren(); } };
}

function build(pane, store, data) {
  const days = makeDays(store, data), { placed, unplaced } = placesOf(data);
  const root = svg('svg', { class: 'map-drawing', role: 'group', 'aria-label': t('map.label') });
  const tools = element`<div class="map-tools"><button type="button" data-tool="in" aria-label="${t('map.zoomin')}" title="${t('map.zoomin')}">+</button>
    <button type="button" data-tool="out" aria-label="${t('map.zoomout')}" title="${t('map.zoomout')}">−</button>
    <button type="button" data-tool="fit" aria-label="${t('map.fit')}" title="${t('map.fit')}">⌂</button></div>`;
  const foot = element`<div class="map-scale"><i></i><span></span></div>`, below = element`<div class="map-below"><button type="button" class="map-beyond" hidden></button></div>`;
  const legend = makeLegend(pane.clientWidth >= ROOMY[0] && pane.clientHeight >= ROOMY[1]), box = makeReadout(), live = element`<p class="sr" aria-live="polite"></p>`;
  const list = makeUnplaced();
  below.prepend(list);
  const credit = element`<p class="map-credit">${creditOf(data.basemap)}</p>`;
  const stage = element`<div class="map-stage"></div>`;
  stage.append(root, tools, legend, foot, box);
  pane.classList.add('map');
  pane.replaceChildren(days.bar, stage, below, credit, live);
  // Asked for at every step, and costly to ask the browser for: measured anew only when it may have changed.
  const cover = { rects: /** @type {import('./labels.js').Rect[]|null} */ (null) };
  const taken = () => (cover.rects ??= [tools, legend, foot].map((part) => rectIn(stage, part)));
  const left = () => (legend.open && stage.clientWidth >= ROOMY[0] ? legend.offsetWidth : 0);
  const scene = makeScene(root, data, taken, left);
  tools.addEventListener('click', (event) => {
    const tool = /** @type {HTMLElement} */ (event.target).closest('button')?.dataset.tool;
    if (tool === 'in') scene.zoom(1.5); else if (tool === 'out') scene.zoom(1 / 1.5); else if (tool === 'fit') scene.fit(false);
    decorate({ scene, foot, below });
  });
  below.querySelector('.map-beyond').addEventListener('click', () => { scene.fit(true); decorate({ scene, foot, below }); });
  legend.addEventListener('toggle', () => { if (!scene.state) return; fillLegend(legend, scene, scene.state, data); cover.rects = null; scene.settle(); });
  list.addEventListener('toggle', () => { if (scene.state) fillUnplaced(list, unplaced, scene.state, data); });
  list.addEventListener('click', (event) => {
    const entity = /** @type {HTMLElement} */ (event.target).closest('button')?.dataset.entity;
    if (entity !== undefined) store.set({ entity: store.get().entity === Number(entity) ? null : Number(entity) });
  });
  stage.classList.toggle('bare', !placed.length);
  return { pane, days, stage, root, tools, foot, below, legend, box, live, list, scene, unplaced, cover };
}

const AT_ONCE = ['day', 'event', 'entity', 'filters', 'query'];

// Drawn once a frame, however often the day changes; what the timeline's window alone changes waits until it rests.
function later(page, changed) {
  for (const name of changed) page.changed.add(name);
  const draw = () => {
    const names = [...page.changed];
    page.changed.clear();
    clearTimeout(page.resting);
    page.frame = 0;
    show(page, page.store.get(), names);
  };
  if (changed.some((name) => AT_ONCE.includes(name))) page.frame ||= requestAnimationFrame(draw);
  else if (changed.includes('window') && !page.frame) { clearTimeout(page.resting); page.resting = window.setTimeout(draw, REST); }
}

function creditOf(basemap) {
  const own = basemap?.own ? t('map.own', { name: basemap.own.name }) : '', credit = basemap?.credit ? t('map.credit', { source: basemap.credit }) : '';
  return [own, credit].filter(Boolean).join(' · ');
}

function rectIn(stage, part) {
  const [frame, box] = [stage.getBoundingClientRect(), part.getBoundingClientRect()];
  return /** @type {import('./labels.js').Rect} */ ([box.left - frame.left, box.top - frame.top, box.right - frame.left, box.bottom - frame.top]);
}

function show(page, state, changed) {
  const { scene, data, legend, list, unplaced, days } = page;
  days.show(state);
  scene.show(state);
  if (changed.includes('event') && state.event !== null) scene.reveal(data.events.place[state.event]);
  if (fillLegend(legend, scene, state, data)) { page.cover.rects = null; scene.settle(); }
  fillUnplaced(list, unplaced, state, data);
  tabStop(page, scene.placed.findIndex(({ entity }) => entity === state.entity));
  decorate(page);
  showReadout(page);
  if (changed.includes('entity') && state.entity !== null) scene.reveal(state.entity, freeOf(page));
  if (changed.includes('day')) speak(page, state);
  else page.spoken = scene.held.map((held) => sayHeld(data, held));
}

// Which changes the new day brings, for those who do not see them.
function speak(page, state) {
  const { scene, data, live } = page, now = scene.held.map((held) => sayHeld(data, held));
  const changes = now.flatMap((words, n) => (words === page.spoken?.[n] ? [] : [t('map.name', { name: scene.placed[n].name, state: words })]));
  page.spoken = now;
  const rest = changes.length > TOLD ? ` +${changes.length - TOLD}` : '';
  live.textContent = state.day === null ? '' : t('map.now', { day: sayDay(state.day), changes: changes.length ? changes.slice(0, TOLD).join('. ') + rest : t('map.same') });
}

// One place of all can be reached by Tab; from there the arrow keys go on.
function tabStop(page, wanted) {
  const { nodes } = page.scene, old = nodes.findIndex((node) => node.getAttribute('tabindex') === '0');
  const best = wanted >= 0 ? wanted : old >= 0 ? old : bestStop(page.scene);
  nodes.forEach((node, n) => node.setAttribute('tabindex', n === best ? '0' : '-1'));
}

const bestStop = ({ held }) => { const told = held.findIndex(({ kind }) => kind !== 'untold'); return told >= 0 ? told : held.length ? 0 : -1; };

function decorate({ scene, foot, below }) {
  if (!scene.projection) return;
  const bar = scene.bar(Math.min(140, scene.size[0] / 4)), beyond = scene.beyond();
  foot.hidden = !bar;
  if (bar) {
    foot.querySelector('i').style.setProperty('inline-size', `${bar.pixels.toFixed(1)}px`);
    foot.querySelector('span').textContent = t('map.km', { n: bar.kilometres });
  }
  const button = below.querySelector('.map-beyond');
  button.hidden = !beyond;
  button.textContent = `${t('map.beyond', { n: beyond })} · ${t('map.all')}`;
}

function shownPlace(page) {
  const { scene, store, unplaced } = page, { entity } = store.get();
  if (page.hovered >= 0) return scene.placed[page.hovered];
  if (entity === null) return null;
  const aside = unplaced.find((place) => place.entity === entity);
  return scene.placed.find((place) => place.entity === entity) ?? (aside && { ...aside, own: true, outer: -1, at: null });
}

function showReadout(page) {
  const { box, store, data, scene } = page, place = shownPlace(page), state = store.get();
  box.hidden = !place;
  if (!place) return;
  if (!data.hasTexts()) data.texts().then(() => showReadout(page));
  const about = eventsAbout(data, place, state.day, nearDays(state.window), shownIn(state, data));
  const days = changeDays({ ...data, ribbons: place.ribbons.map((n) => data.ribbons[n]) });
  box.replaceChildren(readout(state, data, place, about, days));
  box.setAttribute('aria-label', place.name);
  const n = scene.placed.indexOf(place);
  box.classList.toggle('right', n >= 0 && scene.at[n]?.x < scene.size[0] / 2);
  box.classList.toggle('chosen', page.hovered < 0);
  box.classList.toggle('above', n >= 0 && scene.at[n]?.y > scene.size[1] / 2);
}

// The part of the frame that the readout leaves free.
function freeOf({ stage, box, scene }) {
  const [width, height] = scene.size, [x0, y0, x1, y1] = rectIn(stage, box);
  if (box.hidden) return [0, 0, width, height];
  if (x1 - x0 > width * 0.7) return y0 > height - y1 ? [0, 0, width, y0] : [0, y1, width, height];
  return x0 > width - x1 ? [0, 0, x0, height] : [x1, 0, width, height];
}

function followPointer(page) {
  const { root, box, store, scene } = page;
  const nodeOf = (event) => /** @type {HTMLElement} */ (/** @type {Element} */ (event.target).closest?.('[data-entity]'));
  const numberOf = (event) => { const node = nodeOf(event); return node ? scene.placed.findIndex(({ entity }) => entity === Number(node.dataset.entity)) : -1; };
  const hover = (n) => { clearTimeout(page.waiting); if (page.hovered !== n) { page.hovered = n; showReadout(page); } };
  const leave = () => { clearTimeout(page.waiting); page.waiting = window.setTimeout(() => hover(-1), LINGER); };
  root.addEventListener('pointerover', (event) => { if (event.pointerType === 'mouse' && !event.buttons) { const n = numberOf(event); if (n >= 0) hover(n); else leave(); } });
  root.addEventListener('pointerleave', leave);
  box.addEventListener('pointerenter', () => clearTimeout(page.waiting));
  box.addEventListener('pointerleave', leave);
  root.addEventListener('click', (event) => {
    const n = numberOf(event);
    if (n >= 0) choose(page, n);
    else if (store.get().entity !== null) store.set({ entity: null });
  });
}

function choose(page, n) {
  const { store, scene } = page, { entity } = scene.placed[n];
  page.hovered = -1;
  store.set({ entity: store.get().entity === entity ? null : entity });
  tabStop(page, n);
  scene.nodes[n].focus({ preventScroll: true });
}

function onKey(page, event) {
  const { scene, store, days } = page, node = /** @type {Element} */ (event.target).closest?.('.place');
  const from = scene.nodes.indexOf(/** @type {any} */ (node));
  let done = viewKey(scene, event);
  if (!done && (event.key === 'PageDown' || event.key === 'PageUp')) done = days.step(event.key === 'PageDown');
  if (!done && event.key === 'Escape' && (store.get().entity !== null || page.hovered >= 0)) { page.hovered = -1; store.set({ entity: null }); showReadout(page); done = true; }
  if (!done && from >= 0 && (event.key === 'Enter' || event.key === ' ')) { choose(page, from); done = true; }
  if (!done && from >= 0) {
    const to = neighbour(scene.at, from, event.key);
    if (to >= 0) { tabStop(page, to); scene.nodes[to].focus({ preventScroll: true }); scene.reveal(scene.placed[to].entity); }
    done = to >= 0 || event.key.startsWith('Arrow');
  }
  if (!done) return;
  event.preventDefault();
  decorate(page);
}
