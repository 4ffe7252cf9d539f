// Mouse, finger and wheel: drag and pinch move and zoom, a click selects, the strip's parts and the day line are dragged.
import { FADE } from './pack.js';
import { HEAD, STRIP, TOP, grip, stripScale } from './overview.js';

const LEAST_DAYS = 3, MOST = 40;

/** A window of at least three days and not far beyond what is dated. @returns {[number, number]} */
export function clampWindow(chart, from, to) {
  const whole = chart.whole[1] - chart.whole[0];
  const wide = Math.min(Math.max(to - from, LEAST_DAYS), Math.max(whole * 4, MOST));
  const middle = Math.min(Math.max((from + to) / 2, chart.whole[0] - wide / 3), chart.whole[1] + wide / 3);
  return [middle - wide / 2, middle + wide / 2];
}

export function zoomBy(chart, factor, about) {
  const { window: [from, to], day } = chart.store.get();
  const seen = day !== null && day >= from && day < to ? day : (from + to) / 2;
  const centre = about ?? seen;
  const wide = (to - from) * factor;
  if (wide < LEAST_DAYS && factor < 1) return;
  move(chart, centre - (centre - from) * factor, centre + (to - centre) * factor);
}

export function panBy(chart, share) {
  const { window: [from, to] } = chart.store.get(), step = (to - from) * share;
  move(chart, from + step, to + step);
}

export function move(chart, from, to) { chart.store.set({ window: clampWindow(chart, from, to) }); }

/** Brings days into view; where they are in view already nothing moves. */
export function reveal(chart, low, high = low) {
  const { window: [from, to] } = chart.store.get(), wide = to - from;
  if (low >= from && high <= to) return;
  if (high - low > wide) move(chart, low - (high - low) * 0.1, high + (high - low) * 0.1);
  else move(chart, (low + high) / 2 - wide / 2, (low + high) / 2 + wide / 2);
}

/** @param {import('./chart.js').Chart} chart @param {{ select(box: import('./draw.js').Box): void, day(day: number): void, hover(box: import('./draw.js').Box|null, x: number, y: number): void }} act */
export function listen(chart, act) {
  const { canvas } = chart;
  const fingers = new Map();
  let held = null;
  const at = (event) => { const box = canvas.getBoundingClientRect(); return [event.clientX - box.left, event.clientY - box.top]; };

  canvas.addEventListener('pointerdown', (event) => {
    if (event.button) return;
    const [x, y] = at(event);
    fingers.set(event.pointerId, x);
    canvas.setPointerCapture(event.pointerId);
    const { window } = chart.store.get();
    const part = y < TOP + STRIP + 4 ? grip(chart, x) : y < HEAD || Math.abs(x - chart.dayX) < 5 ? 'dayline' : 'view';
    held = { x, y, part, window, scale: stripScale(chart), moved: false, spread: spread(fingers) };
    if (part === 'strip') { centre(chart, held.scale.day(x)); held = { ...held, part: 'window', window: chart.store.get().window }; }
  });
  canvas.addEventListener('pointermove', (event) => {
    const [x, y] = at(event);
    if (fingers.has(event.pointerId)) fingers.set(event.pointerId, x);
    if (!held) { point(chart, act, x, y); return; }
    if (!held.moved && Math.abs(x - held.x) < 4 && fingers.size < 2) return;
    held.moved = true;
    if (fingers.size > 1) pinch(chart, fingers, held);
    else drag(chart, act, held, x);
  });
  const release = (event) => {
    const [x, y] = at(event);
    fingers.delete(event.pointerId);
    if (held && !held.moved && event.type === 'pointerup') click(chart, act, held, x, y);
    held = fingers.size ? { ...held, moved: true, x: [...fingers.values()][0], window: chart.store.get().window } : null;
  };
  canvas.addEventListener('pointerup', release);
  canvas.addEventListener('pointercancel', release);
  canvas.addEventListener('pointerleave', () => { if (!held) act.hover(null, 0, 0); });
  canvas.addEventListener('wheel', (event) => wheel(chart, event, at(event)[0]), { passive: false });
  canvas.addEventListener('dblclick', (event) => { const [x, y] = at(event); if (y > HEAD && !chart.hit(x, y)) zoomBy(chart, 0.5, chart.scaled.day(x)); });
}

const spread = (fingers) => { const [a, b] = [...fingers.values()]; return b === undefined ? 0 : Math.abs(a - b); };

function centre(chart, day) {
  const { window: [from, to] } = chart.store.get();
  move(chart, day - (to - from) / 2, day + (to - from) / 2);
}

function point(chart, act, x, y) {
  const box = chart.hit(x, y);
  const part = y < TOP + STRIP + 4 ? grip(chart, x) : '';
  chart.canvas.style.cursor = { day: 'grab', from: 'ew-resize', to: 'ew-resize', window: 'grab', strip: 'pointer' }[part] ?? (box ? 'pointer' : y < HEAD || Math.abs(x - chart.dayX) < 5 ? 'col-resize' : 'grab');
  act.hover(box, x, y);
}

function drag(chart, act, held, x) {
  const [from, to] = held.window, strip = (x - held.x) / held.scale.k;
  if (held.part === 'view') { const step = (held.x - x) / chart.scaled.k; move(chart, from + step, to + step); }
  else if (held.part === 'window') move(chart, from + strip, to + strip);
  else if (held.part === 'from') chart.store.set({ window: [Math.min(from + strip, to - LEAST_DAYS), to] });
  else if (held.part === 'to') chart.store.set({ window: [from, Math.max(to + strip, from + LEAST_DAYS)] });
  else if (held.part === 'day') act.day(Math.floor(held.scale.day(x)));
  else act.day(Math.floor(chart.scaled.day(x)));
}

function pinch(chart, fingers, held) {
  const now = spread(fingers);
  if (!held.spread) { Object.assign(held, { spread: now, window: chart.store.get().window }); return; }
  const [from, to] = held.window, factor = held.spread / Math.max(10, now);
  const middle = [...fingers.values()].slice(0, 2).reduce((sum, x) => sum + x, 0) / 2;
  const about = from + ((middle - chart.left) / (chart.right - chart.left)) * (to - from);
  move(chart, about - (about - from) * factor, about + (to - about) * factor);
}

function click(chart, act, held, x, y) {
  const box = chart.hit(x, y);
  if (box) act.select(box);
  else if (held.part === 'view' || held.part === 'dayline') { if (x >= chart.left && x <= chart.right) act.day(Math.floor(chart.scaled.day(x))); }
}

// Ctrl (or a pinch on a touchpad) zooms, sideways moves in time, up and down scrolls the lanes.
function wheel(chart, event, x) {
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    zoomBy(chart, Math.exp(Math.max(-60, Math.min(60, event.deltaY)) * 0.006), chart.scaled.day(x));
  } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
    event.preventDefault();
    panBy(chart, (event.shiftKey && !event.deltaX ? event.deltaY : event.deltaX) / (chart.right - chart.left));
  }
}

/** First and last day of an item with room for what fades. */
export const spanOf = (chart, n) => {
  const room = FADE / chart.scaled.k;
  return [chart.items.a[n] - (chart.items.open[n] & 1 ? room : 0), chart.items.b[n] + (chart.items.open[n] & 2 ? room : 0)];
};
