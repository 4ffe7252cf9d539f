// The drawing: ground, marks and names, for the size of the pane, the view and the day.
import { svg } from '../html.js';
import { drawBase, ownNames, showOwn } from './base.js';
import { placeLabels, spread } from './labels.js';
import { drawMark, drawRing, hatches, RADIUS, ringOf } from './marks.js';
import { eventsAbout, heldOn, nearDays, placesOf, shownIn } from './places.js';
import { framed, projectionFor, scaleBar, toScreen, WHOLE, zoomed } from './project.js';
import { sayPlace, shortName } from './words.js';

const PREFIX = 'm-';
const MARGIN = 46;
const TOOLS = 36; // pixels on the right that the buttons cover
const TEXT = { size: 13, height: 16 };
const NEAREST = 60 / 1; // pixels a kilometre at the closest
const EARTH = 6371;
const WEIGHT = { disputed: 40, certain: 40, possible: 38, unknown: 25, untold: 10 };

/** @typedef {ReturnType<typeof makeScene>} Scene */

/**
 * @param {SVGElement} root @param {import('../data.js').Data} data
 * @param {() => import('./labels.js').Rect[]} taken  parts of the pane that other things cover
 * @param {() => number} left  pixels on the left that the map leaves to the legend
 */
export function makeScene(root, data, taken, left) {
  const { placed } = placesOf(data), ground = svg('g', { class: 'ground' });
  const [ties, rings, names, marks] = ['ties', 'rings', 'names', 'marks'].map((name) => svg('g', { class: name }));
  const nodes = placed.map((place) => svg('g', { class: 'place', role: 'button', tabindex: -1, 'data-entity': place.entity }));
  // Letters stand beside the marks, not in them: they are for the eye, and the marks have names of their own.
  const letters = placed.map((place) => svg('g', { class: 'letters', 'aria-hidden': 'true', 'data-of': place.entity }));
  marks.append(...nodes, ...letters);
  root.append(svg('defs', {}, ...hatches(PREFIX)), ground, ties, rings, names, marks);
  const scene = {
    root, data, placed, nodes, letters, view: WHOLE, size: /** @type {[number, number]} */ ([0, 0]), world: false, limits: /** @type {[number, number]} */ ([0.2, 200]),
    projection: /** @type {any} */ (null), points: /** @type {Array<[number, number]>} */ ([]), at: /** @type {Array<{x: number, y: number, moved: boolean}>} */ ([]),
    held: /** @type {import('./places.js').Held[]} */ ([]), about: /** @type {any[]} */ ([]), state: /** @type {any} */ (null),
    parts: { ground, ties, rings, names }, taken, left, measure: measurer(root),
    resize: (width, height) => resize(scene, width, height),
    show: (state) => show(scene, state),
    look: (view) => { scene.view = view; move(scene); },
    zoom: (factor, at) => scene.look(zoomed(scene.view, factor, at ?? middle(scene), scene.limits)),
    fit: (all) => scene.look(all ? frame(scene, placed.map((_, n) => n)) : scene.world ? WHOLE : frame(scene, focusOf(data, placed))),
    reveal: (entity, free) => reveal(scene, entity, free),
    bar: (longest) => scaleBar(scene.projection, scene.view, scene.size[0], scene.size[1], longest),
    beyond: () => scene.at.filter(({ x, y }) => x < 0 || y < 0 || x > scene.size[0] || y > scene.size[1]).length,
    settle: () => settle(scene),
  };
  return scene;
}

function measurer(root) {
  const context = document.createElement('canvas').getContext('2d'), known = new Map();
  return (text) => {
    if (!known.size) context.font = `600 ${TEXT.size}px ${getComputedStyle(root).fontFamily}`;
    if (!known.has(text)) known.set(text, context.measureText(text).width);
    return known.get(text);
  };
}

// What the buttons zoom at: the chosen place if it is in the frame, or else the middle of what is free.
function middle({ placed, at, state, size: [width, height], left }) {
  const chosen = at[placed.findIndex(({ entity }) => entity === state?.entity)];
  if (chosen && chosen.x > 0 && chosen.y > 0 && chosen.x < width && chosen.y < height) return /** @type {[number, number]} */ ([chosen.x, chosen.y]);
  return /** @type {[number, number]} */ ([(left() + width - TOOLS) / 2, height / 2]);
}

// The places that the map opens on, as the publisher chose them; all where it named none.
function focusOf(data, placed) {
  const wanted = new Set(data.basemap?.focus ?? []);
  const found = placed.map((_, n) => n).filter((n) => wanted.has(placed[n].entity) || (!placed[n].own && wanted.has(placed[n].outer)));
  return found.length ? found : placed.map((_, n) => n);
}

function resize(scene, width, height) {
  const { placed, data, projection: before, size } = scene;
  if (width < 20 || height < 20) return;
  const middle = before?.invert?.([(size[0] / 2 - scene.view.x) / scene.view.k, (size[1] / 2 - scene.view.y) / scene.view.k]);
  scene.size = [width, height];
  scene.root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const focus = focusOf(data, placed).map((n) => placed[n].at);
  const corners = /** @type {Array<[number, number]>} */ (focus.length ? focus : boxCorners(data.basemap?.box));
  const margin = Math.min(MARGIN, width / 8, height / 8);
  const { projection, world } = projectionFor(corners, width - TOOLS, height, margin, scene.left());
  Object.assign(scene, { projection, world, points: placed.map(({ at }) => projection(at) ?? [NaN, NaN]) });
  const closest = NEAREST * EARTH / projection.scale();
  scene.limits = [world ? 0.7 : Math.min(1, 0.3 * Math.min(width, height) / projection.scale()), Math.max(4, closest)];
  scene.parts.ground.replaceChildren(...drawBase(data.basemap, projection));
  if (scene.state) showOwn(scene.parts.ground, data.basemap, scene.state.day);
  const kept = middle && projection(middle);
  scene.view = kept && scene.view !== WHOLE ? { k: scene.view.k, x: width / 2 - kept[0] * scene.view.k, y: height / 2 - kept[1] * scene.view.k } : WHOLE;
  move(scene);
}

const boxCorners = (box) => (box ? [[box[0], box[1]], [box[0], box[3]], [box[2], box[1]], [box[2], box[3]], [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]] : [[-170, 0], [0, 60], [0, -60], [170, 0]]);

function frame(scene, numbers) {
  const points = numbers.map((n) => scene.points[n]).filter(([x]) => Number.isFinite(x));
  if (!points.length) return WHOLE;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const margin = Math.min(MARGIN, scene.size[0] / 8, scene.size[1] / 8);
  return framed([[Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)]], scene.size[0] - TOOLS, scene.size[1], margin, Math.max(1, scene.limits[1] / 6), scene.left());
}

// Brings a place into the free part of the frame, if it is not there, without a change of scale.
function reveal(scene, entity, free = [0, 0, ...scene.size]) {
  const n = scene.placed.findIndex((place) => place.entity === entity);
  if (n < 0 || !scene.points[n] || !Number.isFinite(scene.points[n][0])) return;
  const [x, y] = toScreen(scene.view, scene.points[n]), [x0, y0, x1, y1] = free, edge = 20;
  if (x > x0 + edge && y > y0 + edge && x < x1 - edge && y < y1 - edge) return;
  scene.look({ ...scene.view, x: scene.view.x + (x0 + x1) / 2 - x, y: scene.view.y + (y0 + y1) / 2 - y });
}

function show(scene, state) {
  const { data, placed, nodes, letters } = scene, shown = shownIn(state, data), near = nearDays(state.window);
  scene.state = state;
  scene.held = placed.map((place) => heldOn(data, place, state.day));
  scene.about = placed.map((place) => eventsAbout(data, place, state.day, near, shown));
  const seat = state.event === null ? -1 : data.events.place[state.event];
  placed.forEach((place, n) => {
    const node = nodes[n], held = scene.held[n], look = `${held.kind}:${held.answers.map(([holder, certainty]) => `${holder}/${certainty}`)}`;
    if (node.dataset.look !== look) {
      node.dataset.look = look;
      const parts = drawMark(data, held, PREFIX), isLetter = (part) => part.classList.contains('glyph');
      node.replaceChildren(svg('circle', { class: 'touch', r: 14 }), ...parts.filter((part) => !isLetter(part)));
      letters[n].replaceChildren(...parts.filter(isLetter));
    }
    node.setAttribute('aria-label', sayPlace(data, place, held, scene.about[n]));
    node.setAttribute('aria-pressed', String(state.entity === place.entity));
    node.classList.toggle('chosen', state.entity === place.entity);
    node.classList.toggle('of-event', seat === place.entity);
  });
  showOwn(scene.parts.ground, data.basemap, state.day);
  move(scene);
}

// Marks follow the view at once; names wait until it rests (settle).
function move(scene) {
  if (!scene.state || !scene.projection) return;
  const { view, nodes, parts } = scene;
  parts.ground.setAttribute('transform', `translate(${view.x},${view.y}) scale(${view.k})`);
  const items = scene.points.map((point, n) => { const [x, y] = toScreen(view, point); return { x, y, r: RADIUS[scene.held[n].kind], priority: priority(scene, n) }; });
  scene.at = items.length ? spread(items) : [];
  scene.at.forEach(({ x, y }, n) => {
    const there = Number.isFinite(x);
    for (const drawn of [nodes[n], scene.letters[n]]) {
      drawn.classList.toggle('away', !there);
      if (there) drawn.setAttribute('transform', `translate(${x.toFixed(1)},${y.toFixed(1)})`);
    }
  });
  parts.ties.replaceChildren(...scene.at.flatMap(({ x, y, moved }, n) => (moved ? [svg('line', { x1: x, y1: y, x2: items[n].x, y2: items[n].y })] : [])));
  parts.rings.replaceChildren(...scene.at.flatMap(({ x, y }, n) => {
    const kind = ringOf(scene.about[n]);
    if (!kind || !Number.isFinite(x)) return [];
    const ring = drawRing(kind, items[n].r);
    ring.setAttribute('transform', `translate(${x},${y})`);
    return [ring];
  }));
  settle(scene);
}

function priority(scene, n) {
  const place = scene.placed[n], { state } = scene;
  if (state.entity === place.entity) return 100;
  const seat = state.event !== null && scene.data.events.place[state.event] === place.entity ? 50 : 0;
  const ring = { sure: 6, maybe: 4, near: 2 }[ringOf(scene.about[n])] ?? 0;
  return WEIGHT[scene.held[n].kind] + seat + ring + Math.min(5, place.events.length / 4) - (place.own ? 0 : 8);
}

function settle(scene) {
  const { at, placed, held, about, data, state, parts, size } = scene;
  const items = at.map(({ x, y }, n) => ({
    x, y, r: RADIUS[held[n].kind] + (ringOf(about[n]) ? 4 : 0), width: scene.measure(shortName(placed[n].name)) + 2, height: TEXT.height,
    priority: priority(scene, n), must: held[n].kind !== 'untold' || state.entity === placed[n].entity,
  }));
  const there = items.map((_, n) => n).filter((n) => Number.isFinite(items[n].x));
  const own = ownNames(data.basemap, scene.projection, state.day).map(([name, point]) => ({ name: shortName(name), at: toScreen(scene.view, point) }));
  const all = [...there.map((n) => items[n]), ...own.map(({ name, at: [x, y] }) => ({ x, y, r: -3, width: scene.measure(name) * 1.1, height: TEXT.height, priority: 5, must: false }))];
  const labels = placeLabels(all, [2, 2, size[0] - 2, size[1] - 2], scene.taken());
  const text = (label, name, kind) => svg('text', { class: kind, x: label.x.toFixed(1), y: label.y.toFixed(1), 'text-anchor': label.anchor }, name);
  parts.names.replaceChildren(...labels.flatMap((label, i) => {
    if (!label) return [];
    if (i >= there.length) return [text(label, own[i - there.length].name, 'own-name')];
    const n = there[i], chosen = state.entity === placed[n].entity ? ' chosen' : '';
    const made = text(label, shortName(placed[n].name), `name ${held[n].kind}${chosen}`);
    made.dataset.entity = String(placed[n].entity);
    return label.far ? [svg('line', { class: 'leader', x1: items[n].x, y1: items[n].y, x2: label.x, y2: label.y - TEXT.height * 0.3 }), made] : [made];
  }));
}
