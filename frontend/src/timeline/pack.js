// Rows so that neither bars nor labels meet. Bars that overlap, one way or another, make a cluster; a cluster of more
// bars than there are rows is drawn as a density. What is left gets its labels, as far as these fit too. Depends on the
// zoom alone, never on what part is in view, so that nothing jumps while the view moves.

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
 * Items `low` to `high` (not counted) of a lane that are drawn in one way, between two pixels, in so many rows.
 * @typedef {{ low: number, high: number, mode: number, rows: number, left: number, right: number }} Cluster
 * @typedef {{ row: Uint8Array, room: Float64Array, clusters: Cluster[], reach: number }} Packed
 */

/**
 * For each of the list a row and the pixels that are free behind it; the clusters; and the widest stretch
 * from left end to right end (with the label).
 * @param {import('./items.js').Items} items @param {Int32Array} list  the items of a lane, in order of their first day
 * @param {number} k  pixels a day @param {(n: number) => number} width  of an item's label @param {number} most  rows
 * @returns {Packed}
 */
export function pack(items, list, k, width, most) {
  const { length } = list;
  const made = { row: new Uint8Array(length), room: new Float64Array(length), clusters: /** @type {Cluster[]} */ ([]), reach: 0 };
  const from = new Float64Array(length), to = new Float64Array(length), bare = new Float64Array(length);
  for (let i = 0; i < length; i += 1) {
    const [left, right] = ends(items, list[i], k);
    from[i] = left;
    bare[i] = to[i] = right + GAP / 2;
    if (right - left > made.reach) made.reach = right - left;
  }
  const crowded = rows(from, bare, 0, length, most, made.row).filter(({ fits }) => !fits);
  let start = 0;
  for (const { low, high, right } of [...crowded, { low: length, high: length, right: 0 }]) {
    if (start < low) label({ items, list, k, width, most, from, to, bare, made }, start, low);
    if (low < high) made.clusters.push({ low, high, mode: DENSE, rows: 0, left: from[low], right });
    start = high;
  }
  measureRoom(from, bare, most, made);
  return made;
}

// Labels for the items start..end, whose bars fit; where the labels do not, the bars stand bare.
function label({ items, list, k, width, most, from, to, bare, made }, start, end) {
  for (let i = start; i < end; i += 1) {
    const [left, right] = ends(items, list[i], k), wide = Math.min(WIDEST, width(list[i]));
    to[i] = fitsInside(items, list[i], wide, left, right) ? right + GAP : right + wide + GAP + 6;
    if (to[i] - left > made.reach) made.reach = to[i] - left;
  }
  for (const { low, high, fits, used, right } of rows(from, to, start, end, most, made.row)) {
    if (fits) made.clusters.push({ low, high, mode: LABELLED, rows: used, left: from[low], right });
    else for (const part of rows(from, bare, low, high, most, made.row)) made.clusters.push({ low: part.low, high: part.high, mode: BARE, rows: part.used, left: from[part.low], right: part.right });
  }
}

// First free rows for the items low..high, and the clusters they make.
function rows(from, to, low, high, most, row) {
  const found = [], free = new Float64Array(most).fill(-Infinity);
  let current = null;
  for (let i = low; i < high; i += 1) {
    if (!current || from[i] >= current.right) {
      current = { low: i, high: i, right: -Infinity, used: 0, fits: true };
      found.push(current);
      free.fill(-Infinity);
    }
    current.high = i + 1;
    if (to[i] > current.right) current.right = to[i];
    if (!current.fits) continue;
    let at = 0;
    while (at < most && free[at] > from[i]) at += 1;
    if (at === most) current.fits = false;
    else { row[i] = at; free[at] = to[i]; if (at >= current.used) current.used = at + 1; }
  }
  return found;
}

function measureRoom(from, bare, most, { row, room, clusters }) {
  const next = new Float64Array(most).fill(Infinity);
  for (let c = clusters.length - 1; c >= 0; c -= 1) {
    const { low, high, mode } = clusters[c];
    if (mode === DENSE) next.fill(from[low]);
    else for (let i = high - 1; i >= low; i -= 1) { room[i] = next[row[i]] - bare[i]; next[row[i]] = from[i]; }
  }
}

/** The clusters that reach into a window. @param {Packed} packed @param {{ from: number, to: number, k: number }} scale */
export function clustersIn({ clusters }, { from, to, k }) {
  const left = from * k, right = to * k + FADE;
  let low = 0, high = clusters.length;
  while (low < high) { const middle = (low + high) >> 1; if (clusters[middle].right < left) low = middle + 1; else high = middle; }
  const found = [];
  for (let n = low; n < clusters.length && clusters[n].left < right; n += 1) found.push(clusters[n]);
  return found;
}
