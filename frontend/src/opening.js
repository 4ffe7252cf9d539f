// What is looked at first: which days, and who held what on which of them.
import { extent } from './data.js';

const FEW = 10;
const FAR = 0.05;

/** First and last day of everything that is dated, with a margin. @returns {[number, number]} */
export function wholeWindow(data) {
  const days = extent(data);
  return days ? widened(days[0], days[1] + 1) : [2400000, 2400001];
}

/** @returns {[number, number]} */
function widened(first, after) {
  const margin = Math.max(3, Math.round((after - 1 - first) * 0.04));
  return [first - margin, after + margin];
}

/**
 * First and last day shown at the start: everything; where a few far events (one in twenty) would leave less than half
 * of that for all others, the others. @returns {[number, number]}
 */
export function openingWindow(data) {
  if (!opened.has(data)) opened.set(data, opening(data));
  return opened.get(data);
}

const opened = new WeakMap();

function opening(data) {
  const whole = wholeWindow(data), { e0, l1 } = data.events, days = [];
  for (let n = 0; n < e0.length; n += 1) if (e0[n] !== null && l1[n] !== null) days.push([e0[n], l1[n]]);
  if (days.length < FEW) return whole;
  days.sort((p, q) => p[0] + p[1] - q[0] - q[1]);
  const left = Math.ceil(days.length * FAR);
  let best = whole;
  for (let skipped = 0; skipped <= left; skipped += 1) {
    const shown = widened(days[skipped][0], days[days.length - 1 - left + skipped][1] + 1);
    if (shown[1] - shown[0] < best[1] - best[0]) best = shown;
  }
  return best[1] - best[0] <= (whole[1] - whole[0]) / 2 ? best : whole;
}

/** The day looked at first: one on which most is held for certain, or else possibly; or the day of the first event. */
export function firstDay(data) {
  const turns = data.ribbons.flatMap(({ reigns }) => reigns.flatMap(([first, last, answers]) => {
    if (!answers.length || (first ?? last) === null) return [];
    const sure = answers.some(([, certainty]) => certainty === 0) ? 1 : 0;
    return [[first ?? last, sure, 1], ...(last === null ? [] : [[last + 1, -sure, -1]])];
  })).sort((p, q) => p[0] - q[0]);
  if (!turns.length) return extent(data)?.[0] ?? null;
  let best = turns[0][0], most = [0, 0], held = [0, 0];
  turns.forEach(([day, sure, one], n) => {
    held = [held[0] + sure, held[1] + one];
    if (turns[n + 1]?.[0] === day) return;
    if (held[0] > most[0] || (held[0] === most[0] && held[1] > most[1])) { best = day; most = held; }
  });
  return best;
}
