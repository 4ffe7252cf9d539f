// The lanes on the canvas: ribbons at their heads, bars and labels below, densities where bars would not fit.
import { BAR, drawBar } from './bars.js';
import { density, peak } from './density.js';
import { RANGE } from './items.js';
import { BARE, DENSE, FADE, clustersIn, fitsInside } from './pack.js';
import { cut } from './palette.js';

export const ROW = 18, SLOT = 15, PAD = 6, FOLDED = 16;
const LEAST = 6, MOST_BARS = 1500;

/**
 * A lane's place on the canvas and what was worked out for it.
 * `reach` holds how far the labels of each row go to the right so far.
 * @typedef {{ reach?: Float64Array, lane: import('./lanes.js').Lane, packed: ReturnType<import('./pack.js').pack>, y: number, height: number, slots: number, rows: number, folded: boolean, dense: boolean }} Strip
 * @typedef {{ item: number, x0: number, x1: number, y: number, lane: number }} Box
 */

/** The part of a lane's list that may reach into the window: [first, after the last]. */
export function inWindow(items, list, scale, reach) {
  const low = scale.from - reach / scale.k, high = scale.to + FADE / scale.k;
  return [bisect(items, list, low), bisect(items, list, high)];
}

function bisect(items, list, day) {
  let low = 0, high = list.length;
  while (low < high) { const middle = (low + high) >> 1; if (items.a[list[middle]] < day) low = middle + 1; else high = middle; }
  return low;
}

/** Draws a strip and gives the boxes of the bars that were drawn. @returns {Box[]} */
export function drawStrip(view, strip, index) {
  const { ctx, scale } = view;
  ctx.save();
  ctx.beginPath();
  ctx.rect(scale.left, strip.y, scale.right - scale.left, strip.height);
  ctx.clip();
  const shown = strip.folded ? Math.min(strip.slots, 1) : strip.slots;
  for (let n = 0; n < strip.lane.runs.length; n += 1) if (strip.lane.slots[n] < shown) drawRun(view, strip.lane.runs[n], strip.y + PAD + strip.lane.slots[n] * SLOT);
  if (shown) dots(view, strip.y + PAD, shown);
  const top = strip.y + PAD + shown * SLOT + (shown ? 3 : 0);
  const boxes = drawItems(view, strip, top, index);
  ctx.restore();
  return boxes;
}

// A dotted line where nobody is known to hold it lies under the runs, seen in the gaps.
function dots({ ctx, scale, palette }, y, slots) {
  ctx.globalCompositeOperation = 'destination-over';
  ctx.fillStyle = palette.mute;
  ctx.globalAlpha = 0.5;
  for (let x = scale.left + 2; x < scale.right; x += 6) ctx.fillRect(x, y + SLOT / 2 - 1.5, 1.5, 1.5);
  ctx.globalAlpha = 1;
  ctx.globalCompositeOperation = 'source-over';
}

function drawRun(view, run, y) {
  const { ctx, scale, palette, tones, data } = view;
  const tone = tones[run.holder];
  const at = (day, open, add) => (day === null ? open : Math.min(scale.right, Math.max(scale.left, scale.x(day + add))));
  let low = Infinity, high = -Infinity, solid = true;
  for (const [first, last, certainty] of run.pieces) {
    const a = at(first, scale.left, 0), b = at(last, scale.right, 1);
    if (b <= a) continue;
    ctx.fillStyle = certainty === 0 ? palette.tone[tone] : (certainty === 1 ? palette.possible : palette.disputed)[tone];
    ctx.fillRect(a, y, Math.max(2, b - a), SLOT - 3);
    if (certainty !== 0) {
      solid = false;
      ctx.strokeStyle = palette.tone[tone];
      ctx.lineWidth = certainty === 2 ? 1.6 : 1;
      ctx.strokeRect(a + 0.5, y + 0.5, Math.max(1, b - a - 1), SLOT - 4);
    }
    low = Math.min(low, a);
    high = Math.max(high, b);
  }
  if (high - low < 34) return;
  ctx.font = view.fonts.run;
  const own = view.store.get().lanes === 'place' ? data.holders[run.holder].name : data.ribbons[run.ribbon].key;
  const text = cut(own, high - low - 10, view.rulers.run);
  if (!solid && text) plate(ctx, low + 3, y + 1, view.rulers.run(text) + 6, SLOT - 5, palette.card);
  ctx.fillStyle = solid ? palette.card : palette.ink;
  ctx.fillText(text, low + 6, y + SLOT - 6);
}

function plate(ctx, x, y, w, h, colour) {
  ctx.fillStyle = colour;
  ctx.globalAlpha = 0.88;
  ctx.beginPath();
  ctx.roundRect(x, y, w, h, 3);
  ctx.fill();
  ctx.globalAlpha = 1;
}

function drawItems(view, strip, top, index) {
  const { items, scale } = view, { lane, packed } = strip;
  const [low, high] = inWindow(items, lane.items, scale, packed.reach);
  const height = Math.max(8, strip.y + strip.height - PAD - top);
  const boxes = [];
  if (strip.folded || (high - low > MOST_BARS && !strip.rows)) { silhouette(view, strip, [[low, high]], top, height); return boxes; }
  const clusters = clustersIn(packed, scale);
  silhouette(view, strip, clusters.filter(({ mode }) => mode === DENSE).map((cluster) => [cluster.low, cluster.high]), top, height);
  strip.reach = new Float64Array(256).fill(-Infinity);
  for (const cluster of clusters) {
    if (cluster.mode === DENSE) continue;
    for (let i = cluster.low; i < cluster.high; i += 1) drawOne(view, strip, i, cluster.mode, top, index, boxes);
  }
  return boxes;
}

function silhouette(view, { lane }, parts, top, height) {
  if (!parts.length) return;
  const { ctx, scale, palette, items } = view;
  const { sure, maybe } = density(items, lane.items, parts, scale);
  const most = peak(maybe);
  if (!most) return;
  for (const [layer, alpha] of /** @type {Array<[Int32Array, number]>} */ ([[maybe, 0.32], [sure, 0.85]])) {
    ctx.fillStyle = palette.tone[palette.tone.length - 1];
    ctx.globalAlpha = alpha;
    ctx.beginPath();
    ctx.moveTo(scale.left, top + height);
    for (let n = 0; n < layer.length; n += 1) {
      const y = top + height - (layer[n] ? 2 + (height - 2) * Math.sqrt(layer[n] / most) : 0);
      ctx.lineTo(scale.left + n, y);
      ctx.lineTo(scale.left + n + 1, y);
    }
    ctx.lineTo(scale.right, top + height);
    ctx.fill();
  }
  ctx.globalAlpha = 1;
}

function drawOne(view, strip, i, mode, top, index, boxes) {
  const { ctx, items, scale, palette, tones } = view, n = strip.lane.items[i];
  const y = top + strip.packed.row[i] * ROW + 2;
  const left = scale.x(items.a[n]) - (items.open[n] & 1 ? FADE : 0);
  const right = Math.max(scale.x(items.b[n]) + (items.open[n] & 2 ? FADE : 0), left + LEAST);
  const widest = items.shape[n] === RANGE ? Math.max(right, left + 9) : right;
  if (left > scale.right || widest < scale.left) return; // a label whose bar is not in view would be cut and say nothing
  const tone = items.holder[n] < 0 ? palette.tone.length - 1 : tones[items.holder[n]];
  const at = (x) => Math.min(scale.right + 60, Math.max(scale.left - 60, x));
  drawBar(ctx, items, n, { x0: at(left), x1: at(widest), c0: at(scale.x(items.c[n])), c1: at(scale.x(items.d[n])), y }, palette, tone);
  label(view, strip, i, mode, { n, left, right: widest, y });
  const row = strip.packed.row[i];
  if (widest > strip.reach[row]) strip.reach[row] = widest;
  boxes.push({ item: n, x0: left, x1: widest, y, lane: index });
}

// Within a long bar, right of a short one, left of it where the canvas ends.
function label(view, strip, i, mode, { n, left, right, y }) {
  const { ctx, items, scale, palette } = view, text = view.label(n), wide = view.width(n);
  ctx.font = view.selected(n) ? view.fonts.strong : view.fonts.label;
  if (fitsInside(items, n, wide, left, right)) {
    const from = Math.max(scale.x(items.c[n]), scale.left) + 5, to = Math.min(scale.x(items.d[n]), scale.right) - 5;
    ctx.fillStyle = palette.card;
    ctx.fillText(cut(text, to - from, view.rulers.label), from, y + 10);
    return;
  }
  const free = strip.packed.room[i] - (mode === BARE ? 8 : 0), edge = scale.right - right - 6, room = Math.min(free, edge);
  let shown = room > 28 ? cut(text, room - 2, view.rulers.label) : '';
  let x = right + 5;
  if (shown !== text && edge <= free && right > scale.left && left - scale.left > wide + 12 && left - wide - 12 > strip.reach[strip.packed.row[i]]) {
    shown = text;
    x = left - wide - 6;
  }
  if (!shown) return;
  ctx.lineWidth = 3.5;
  ctx.lineJoin = 'round';
  ctx.strokeStyle = palette.card;
  ctx.strokeText(shown, x, y + 10);
  ctx.fillStyle = items.status[n] === 2 ? palette.mute : palette.ink;
  ctx.fillText(shown, x, y + 10);
  strip.reach[strip.packed.row[i]] = x + view.rulers.label(shown);
}

/** A ring round what is selected. */
export function drawRing({ ctx, palette }, box, colour = palette.ink) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.8;
  ctx.beginPath();
  ctx.roundRect(box.x0 - 3, box.y - 3, box.x1 - box.x0 + 6, BAR + 6, 5);
  ctx.stroke();
}

/** A dashed bracket that ties the bars of a contradiction, left of them. @param {any} view @param {Box[]} boxes */
export function drawBracket({ ctx, palette, scale }, boxes) {
  const x = Math.max(scale.left + 3, Math.min(...boxes.map((box) => box.x0)) - 9);
  const ys = boxes.map((box) => box.y + BAR / 2);
  ctx.strokeStyle = palette.accent;
  ctx.lineWidth = 1.5;
  ctx.setLineDash([4, 3]);
  ctx.beginPath();
  ctx.moveTo(x, Math.min(...ys));
  ctx.lineTo(x, Math.max(...ys));
  boxes.forEach((box, n) => { ctx.moveTo(x, ys[n]); ctx.lineTo(Math.max(x + 5, box.x0 - 2), ys[n]); });
  ctx.stroke();
  ctx.setLineDash([]);
}
