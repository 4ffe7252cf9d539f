// One bar on the canvas. What differs in kind differs in shape: a solid block (a day), a solid core between soft
// shoulders (a stretch), a hatched dashed pill (somewhere within), a fading side with a tip (open). What is not simply
// asserted is hollow, each status with an edge of its own.
import { DAY, OPEN, RANGE, STRETCH } from './items.js';

export const BAR = 12;
const DASHES = [[], [5, 3], [], [1.5, 2.5], [3, 3]];

function pill(ctx, x, y, w, h, r) {
  ctx.beginPath();
  ctx.roundRect(x, y, Math.max(1, w), h, Math.min(r, Math.max(0, w) / 2));
}

function fade(ctx, x, to, tone, card, inwards) {
  const made = ctx.createLinearGradient(x, 0, to, 0);
  const clear = (alpha) => { ctx.globalAlpha = alpha; };
  made.addColorStop(inwards ? 0 : 1, card);
  made.addColorStop(inwards ? 1 : 0, tone);
  clear(0.9);
  return made;
}

/**
 * Draws item `n` from `x0` to `x1` with its core from `c0` to `c1`, at `y`.
 * @param {CanvasRenderingContext2D} ctx @param {import('./items.js').Items} items
 * @param {number} n @param {{ x0: number, x1: number, c0: number, c1: number, y: number }} where
 * @param {import('./palette.js').Palette} palette @param {number} tone  a number of palette.tone
 */
export function drawBar(ctx, items, n, { x0, x1, c0, c1, y }, palette, tone) {
  const colour = palette.tone[tone], status = items.status[n], hollow = status !== 0;
  ctx.save();
  if (items.shape[n] === DAY) block(ctx, x0, x1, y, colour, palette, hollow, status);
  else if (items.shape[n] === STRETCH) stretch(ctx, { x0, x1, c0, c1, y }, colour, palette, hollow, status);
  else if (items.shape[n] === RANGE) range(ctx, x0, x1, y, colour, palette, hollow, status, tone);
  else if (items.shape[n] === OPEN) open(ctx, items.open[n], { x0, x1, c0, c1, y }, colour, palette, hollow, status);
  if (status === 2) strike(ctx, x0, x1, y, palette);
  ctx.restore();
}

function edge(ctx, colour, status) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5;
  ctx.setLineDash(DASHES[status]);
  ctx.stroke();
  ctx.setLineDash([]);
}

function block(ctx, x0, x1, y, colour, palette, hollow, status) {
  pill(ctx, x0 + (hollow ? 0.75 : 0), y + (hollow ? 0.75 : 0), x1 - x0 - (hollow ? 1.5 : 0), BAR - (hollow ? 1.5 : 0), 2);
  ctx.fillStyle = hollow ? palette.card : colour;
  ctx.fill();
  if (hollow) edge(ctx, colour, status);
}

function stretch(ctx, { x0, x1, c0, c1, y }, colour, palette, hollow, status) {
  if (c0 > x0) { ctx.fillStyle = fade(ctx, x0, c0, colour, palette.card, true); ctx.fillRect(x0, y + 1, c0 - x0, BAR - 2); }
  if (x1 > c1) { ctx.fillStyle = fade(ctx, c1, x1, colour, palette.card, false); ctx.fillRect(c1, y + 1, x1 - c1, BAR - 2); }
  ctx.globalAlpha = 1;
  block(ctx, c0, Math.max(c1, c0 + 3), y, colour, palette, hollow, status);
}

function range(ctx, x0, x1, y, colour, palette, hollow, status, tone) {
  pill(ctx, x0 + 0.5, y + 1, Math.max(8, x1 - x0) - 1, BAR - 2, BAR / 2);
  ctx.fillStyle = hollow ? palette.card : palette.range[tone];
  ctx.fill();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.2;
  ctx.setLineDash(hollow ? DASHES[status] : [3, 2]);
  ctx.stroke();
}

// A stop where it is bounded, a fading side and a tip where it is not.
function open(ctx, sides, { x0, x1, c0, c1, y }, colour, palette, hollow, status) {
  const low = sides & 1 ? c0 : x0, high = sides & 2 ? c1 : x1;
  if (high > low) { ctx.globalAlpha = hollow ? 0.25 : 0.75; ctx.fillStyle = colour; ctx.fillRect(low, y + 1, high - low, BAR - 2); }
  if (sides & 1) { ctx.fillStyle = fade(ctx, x0, low, colour, palette.card, true); ctx.globalAlpha *= hollow ? 0.35 : 0.8; ctx.fillRect(x0, y + 1, low - x0, BAR - 2); }
  if (sides & 2) { ctx.fillStyle = fade(ctx, high, x1, colour, palette.card, false); ctx.globalAlpha *= hollow ? 0.35 : 0.8; ctx.fillRect(high, y + 1, x1 - high, BAR - 2); }
  ctx.globalAlpha = 1;
  ctx.beginPath();
  if (sides & 1) { ctx.moveTo(x0 + 5, y + 2); ctx.lineTo(x0, y + BAR / 2); ctx.lineTo(x0 + 5, y + BAR - 2); }
  else { ctx.moveTo(low, y); ctx.lineTo(low, y + BAR); }
  if (sides & 2) { ctx.moveTo(x1 - 5, y + 2); ctx.lineTo(x1, y + BAR / 2); ctx.lineTo(x1 - 5, y + BAR - 2); }
  else { ctx.moveTo(high, y); ctx.lineTo(high, y + BAR); }
  edge(ctx, colour, status);
}

function strike(ctx, x0, x1, y, palette) {
  ctx.beginPath();
  ctx.moveTo(x0 - 3, y + BAR / 2);
  ctx.lineTo(Math.max(x1, x0 + 8) + 3, y + BAR / 2);
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = 1.2;
  ctx.stroke();
}
