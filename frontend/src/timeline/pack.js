// Rows so that neither bars nor labels meet. Items that overlap, one way or another, make a cluster; a cluster that needs
// more rows than there are loses its labels, and one that still does is drawn as a density. Depends on the zoom alone,
// never on what part is in view, so that nothing jumps while the view moves.

export const LABELLED = 0, BARE = 1, DENSE = 2;
const GAP = 8, LEAST = 6, WIDEST = 270;
/** Pixels of an open side. */
export const FADE = 40;

/** Left and right end of an item in pixels from day 0, without its label. */
export function ends(items, n, k) {
  const left = items.a[n] * k - (items.open[n] & 1 ? FADE : 0);
  const right = items.b[n] * k + (items.open[n] & 2 ? FADE : 0);
  return [left, Math.max(right, left + LEAST)];
}

/** Whether the label stands in the bar. */
export const fitsInside = (items, n, width, left, right) => items.shape[n] === 1 && items.status[n] === 0 && (items.d[n] - items.c[n]) / (items.b[n] - items.a[n]) * (right - left) > width + 14;

/**
 * @param {import('./items.js').Items} items @param {Int32Array} list  the items of a lane, in order of their first day
 * @param {number} k  pixels a day @param {(n: number) => number} width  of an item's label @param {number} most  rows
 * @returns {{ row: Uint8Array, mode: Uint8Array, room: Float64Array, before: Float64Array, reach: number }}  for each of the list
 *   a row, a way of drawing and the pixels that are free behind it and before it; and the widest stretch from left end to right end (with the label)
 */
export function pack(items, list, k, width, most) {
  const made = { row: new Uint8Array(list.length), mode: new Uint8Array(list.length), room: new Float64Array(list.length), before: new Float64Array(list.length), reach: 0 };
  const from = new Float64Array(list.length), to = new Float64Array(list.length), bare = new Float64Array(list.length);
  for (let i = 0; i < list.length; i += 1) {
    const [left, right] = ends(items, list[i], k);
    const wide = Math.min(WIDEST, width(list[i]));
    from[i] = left;
    bare[i] = right + GAP / 2;
    to[i] = fitsInside(items, list[i], wide, left, right) ? right + GAP : right + wide + GAP + 6;
    if (to[i] - left > made.reach) made.reach = to[i] - left;
  }
  place(from, to, 0, list.length, most, made, (low, high) => place(from, bare, low, high, most, made, (a, b) => made.mode.fill(DENSE, a, b), BARE), LABELLED);
  measureRoom(from, bare, to, most, made);
  return made;
}

function measureRoom(from, bare, to, most, made) {
  const next = new Float64Array(most).fill(Infinity);
  for (let i = from.length - 1; i >= 0; i -= 1) {
    if (made.mode[i] === DENSE) next.fill(from[i]);
    else { made.room[i] = next[made.row[i]] - bare[i]; next[made.row[i]] = from[i]; }
  }
  const last = new Float64Array(most).fill(-Infinity);
  for (let i = 0; i < from.length; i += 1) {
    if (made.mode[i] === DENSE) last.fill(bare[i]);
    else { made.before[i] = from[i] - last[made.row[i]]; last[made.row[i]] = made.mode[i] === LABELLED ? to[i] : bare[i]; }
  }
}

// Rows for the items low..high; clusters that do not fit are handed to `failed`.
function place(from, to, low, high, most, made, failed, mode) {
  const free = new Float64Array(most).fill(-Infinity);
  let start = low, reach = -Infinity, fits = true;
  const close = (end) => { if (start < end) { if (fits) made.mode.fill(mode, start, end); else failed(start, end); } };
  for (let i = low; i < high; i += 1) {
    if (from[i] >= reach) {
      close(i);
      start = i;
      fits = true;
      free.fill(-Infinity);
      reach = -Infinity;
    }
    if (to[i] > reach) reach = to[i];
    if (!fits) continue;
    let row = 0;
    while (row < most && free[row] > from[i]) row += 1;
    if (row === most) fits = false;
    else { made.row[i] = row; free[row] = to[i]; }
  }
  close(high);
}
