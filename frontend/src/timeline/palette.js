// The colours of the style sheet for a canvas, and the hatches that tell how surely something is held.
import { TONES } from '../colours.js';

const NAMES = ['paper', 'card', 'ink', 'mute', 'line', 'faint', 'accent', 'focus', 'lit', 'sentence'];

/** @typedef {{ [name: string]: any, tone: string[], sans: string, serif: string, possible: CanvasPattern[], disputed: CanvasPattern[], range: CanvasPattern[] }} Palette */

/** @param {CanvasRenderingContext2D} ctx @returns {Palette} */
export function readPalette(ctx) {
  const style = getComputedStyle(document.documentElement);
  const value = (name) => style.getPropertyValue(`--${name}`).trim();
  const palette = /** @type {any} */ (Object.fromEntries(NAMES.map((name) => [name, value(name)])));
  palette.tone = [...Array.from({ length: TONES }, (_, n) => value(`h${n}`)), value('hx')];
  palette.sans = value('sans') || 'sans-serif';
  palette.serif = value('serif') || 'serif';
  palette.possible = palette.tone.map((tone) => hatch(ctx, tone, palette.card, 0.16, [[-1, 1, 1, -1], [0, 6, 6, 0], [5, 7, 7, 5]]));
  palette.disputed = palette.tone.map((tone) => hatch(ctx, tone, palette.card, 0.16, [[-1, 1, 1, -1], [0, 6, 6, 0], [5, 7, 7, 5], [-1, 5, 1, 7], [0, 0, 6, 6], [5, -1, 7, 1]]));
  palette.range = palette.tone.map((tone) => hatch(ctx, tone, palette.card, 0.1, [[-1, 1, 1, -1], [0, 6, 6, 0], [5, 7, 7, 5]], 0.8));
  return palette;
}

const SIZE = 6;

function hatch(ctx, tone, ground, tint, lines, weight = 1.1) {
  const ratio = Math.max(1, Math.round(globalThis.devicePixelRatio || 1));
  const tile = document.createElement('canvas');
  tile.width = tile.height = SIZE * ratio;
  const on = tile.getContext('2d');
  on.scale(ratio, ratio);
  on.fillStyle = ground;
  on.fillRect(0, 0, SIZE, SIZE);
  on.globalAlpha = tint;
  on.fillStyle = tone;
  on.fillRect(0, 0, SIZE, SIZE);
  on.globalAlpha = 1;
  on.strokeStyle = tone;
  on.lineWidth = weight;
  for (const [x1, y1, x2, y2] of lines) { on.beginPath(); on.moveTo(x1, y1); on.lineTo(x2, y2); on.stroke(); }
  const pattern = ctx.createPattern(tile, 'repeat');
  pattern.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern;
}

/** Widths of texts by the sum of their characters: exact enough to pack by, and quick for tens of thousands. */
export function makeRuler(font) {
  const ctx = document.createElement('canvas').getContext('2d');
  ctx.font = font;
  const widths = new Map();
  return (text) => {
    let sum = 0;
    for (const character of text) {
      let width = widths.get(character);
      if (width === undefined) { width = ctx.measureText(character).width; widths.set(character, width); }
      sum += width;
    }
    return sum;
  };
}

/** A text cut to `room` pixels, with an ellipsis; empty where not even four characters fit. */
export function cut(text, room, ruler) {
  if (ruler(text) <= room) return text;
  let sum = ruler('…'), made = '';
  for (const character of text) {
    sum += ruler(character);
    if (sum > room) break;
    made += character;
  }
  return made.length < 4 ? '' : `${made.trimEnd()}…`;
}
