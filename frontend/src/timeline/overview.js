// The strip above the axis: how many events there are when, which part is in view, and the day, all on one scale.
import { isoDay, sayDay } from '../dates.js';
import { element } from '../html.js';
import { t } from '../i18n.js';
import { density, peak } from './density.js';
import { makeScale } from './scale.js';

export const TOP = 5, STRIP = 34, LINK = 11;
/** Height of what stands above the lanes: the strip, the band that ties it to the axis, the axis. */
export const HEAD = TOP + STRIP + LINK + 20;

/** The scale of the strip: everything that is dated, and what is in view. */
export function stripScale(chart) {
  const [low, high] = chart.whole, [from, to] = chart.store.get().window;
  return makeScale([Math.min(low, from), Math.max(high, to)], chart.left, chart.right);
}

export function drawOverview(chart) {
  const { ctx, palette } = chart, scale = stripScale(chart);
  const { window: [from, to], day } = chart.store.get();
  ctx.fillStyle = palette.paper;
  ctx.fillRect(scale.left, TOP, scale.right - scale.left, STRIP);
  columns(chart, scale);
  const a = Math.max(scale.left, scale.x(from)), b = Math.min(scale.right, Math.max(scale.x(to), a + 6));
  ctx.fillStyle = palette.paper;
  ctx.globalAlpha = 0.62;
  ctx.fillRect(scale.left, TOP, a - scale.left, STRIP);
  ctx.fillRect(b, TOP, scale.right - b, STRIP);
  ctx.globalAlpha = 1;
  frame(chart, a, b);
  if (day !== null) handle(chart, scale.x(day + 0.5));
}

// How many there are when is drawn once, over all that is dated; where the strip shows more than that, it is drawn smaller.
function columns(chart, scale) {
  const [low, high] = chart.whole, { items, palette } = chart, wide = Math.round(scale.right - scale.left), ratio = globalThis.devicePixelRatio || 1;
  const key = [low, high, wide, ratio].join(' '), held = chart.overview;
  if (held?.key !== key || held.items !== items || held.palette !== palette) chart.overview = { key, items, palette, picture: paint(chart, wide, ratio) };
  const left = scale.x(low);
  chart.ctx.drawImage(chart.overview.picture, left, TOP, scale.x(high) - left, STRIP);
}

function paint({ items, palette, whole }, wide, ratio) {
  const picture = document.createElement('canvas'), ctx = picture.getContext('2d'), step = 3;
  picture.width = Math.max(1, Math.round(wide * ratio));
  picture.height = Math.round(STRIP * ratio);
  ctx.scale(picture.width / wide, ratio);
  ctx.fillStyle = palette.mute;
  const all = Int32Array.from(items.event.keys()), { sure, maybe } = density(items, all, [[0, items.count]], makeScale(whole, 0, wide / step)), most = peak(maybe);
  for (const [layer, alpha] of /** @type {Array<[Int32Array, number]>} */ ([[maybe, 0.35], [sure, 0.7]])) {
    ctx.globalAlpha = alpha;
    layer.forEach((n, at) => { if (n) { const h = 3 + (STRIP - 7) * Math.sqrt(n / most); ctx.fillRect(at * step, STRIP - h, step, h); } });
  }
  return picture;
}

// The part in view, and lines that lead from its sides to the ends of the axis.
function frame({ ctx, palette, left, right }, a, b) {
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = 1.4;
  ctx.beginPath();
  ctx.roundRect(a + 0.5, TOP + 0.5, b - a - 1, STRIP - 1, 4);
  ctx.stroke();
  ctx.fillStyle = palette.ink;
  for (const x of [a, b]) { ctx.beginPath(); ctx.roundRect(x - 2.5, TOP + STRIP / 2 - 7, 5, 14, 2.5); ctx.fill(); }
  ctx.strokeStyle = palette.line;
  ctx.beginPath();
  for (const [x, end] of [[a, left], [b, right]]) { ctx.moveTo(x, TOP + STRIP); ctx.lineTo(end, TOP + STRIP + LINK); }
  ctx.stroke();
}

function handle(chart, x) {
  const { ctx, palette } = chart, day = chart.scaled.x(chart.store.get().day + 0.5);
  ctx.strokeStyle = palette.accent;
  ctx.lineWidth = 1.5;
  if (day >= chart.left && day <= chart.right) {
    ctx.beginPath();
    ctx.moveTo(x, TOP + STRIP);
    ctx.lineTo(day, HEAD - 17);
    ctx.stroke();
  }
  ctx.fillStyle = palette.accent;
  ctx.beginPath();
  ctx.roundRect(x - 4.5, TOP - 1, 9, STRIP + 2, 3);
  ctx.fill();
  ctx.fillStyle = palette.card;
  for (const y of [-4, 0, 4]) ctx.fillRect(x - 2, TOP + STRIP / 2 + y, 4, 1);
}

/** What a point of the strip takes hold of: day, from, to, window, or the strip itself. */
export function grip(chart, x) {
  const scale = stripScale(chart), { window: [from, to], day } = chart.store.get();
  if (day !== null && Math.abs(x - scale.x(day + 0.5)) <= 8) return 'day';
  if (Math.abs(x - scale.x(from)) <= 7) return 'from';
  if (Math.abs(x - scale.x(to)) <= 7) return 'to';
  return x > scale.x(from) && x < scale.x(to) ? 'window' : 'strip';
}

/** Three sliders for the keyboard and screen readers, over what the canvas shows. */
export function makeSliders(chart, act) {
  const make = (name) => {
    const slider = element`<div class="tl-slider" role="slider" tabindex="0" data-grip="${name}" aria-label="${t(`timeline.${name}`)}"></div>`;
    slider.addEventListener('keydown', (event) => {
      const big = event.shiftKey || event.key.startsWith('Page') ? 10 : 1;
      const sign = { ArrowRight: 1, ArrowUp: 1, PageUp: 1, ArrowLeft: -1, ArrowDown: -1, PageDown: -1 }[event.key];
      if (!sign) return;
      event.preventDefault();
      act(name, sign * big);
    });
    return slider;
  };
  const sliders = { from: make('from'), to: make('to'), day: make('day') };
  const place = () => {
    const scale = stripScale(chart), { window: [from, to], day } = chart.store.get();
    const at = { from, to, day };
    for (const [name, slider] of Object.entries(sliders)) {
      slider.hidden = at[name] === null;
      if (slider.hidden) continue;
      const value = Math.round(at[name]), told = [value, Math.floor(scale.from), Math.ceil(scale.to)].join(' ');
      slider.style.left = `${Math.min(scale.right, Math.max(scale.left, scale.x(at[name] + (name === 'day' ? 0.5 : 0)))) - 7}px`;
      if (slider.dataset.told === told) continue;
      slider.dataset.told = told;
      slider.setAttribute('aria-valuemin', String(Math.floor(scale.from)));
      slider.setAttribute('aria-valuemax', String(Math.ceil(scale.to)));
      slider.setAttribute('aria-valuenow', String(value));
      slider.setAttribute('aria-valuetext', sayDay(value));
      slider.dataset.day = isoDay(value);
    }
  };
  return { elements: Object.values(sliders), place };
}
