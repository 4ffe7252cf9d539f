// How many items fall on each pixel, in two layers: surely there, and possibly.

/**
 * Counts a pixel column each of [left, right): `sure` for items of one day and firm cores, `maybe` for all.
 * @param {import('./items.js').Items} items @param {Int32Array} list @param {Array<[number, number]>} parts  of the list
 * @param {{ x: (day: number) => number, left: number, right: number }} scale
 */
export function density(items, list, parts, scale) {
  const width = Math.max(1, Math.ceil(scale.right - scale.left));
  const sure = new Int32Array(width + 1), maybe = new Int32Array(width + 1);
  const { left } = scale, k = scale.x(1) - scale.x(0), zero = scale.x(0) - left;
  const add = (layer, from, to) => {
    let p = Math.floor(zero + from * k), q = Math.ceil(zero + to * k);
    if (q <= 0 || p >= width) return;
    if (p < 0) p = 0;
    if (q > width) q = width;
    if (q <= p) q = p + 1;
    layer[p] += 1;
    layer[q] -= 1;
  };
  for (const [low, high] of parts) {
    for (let i = low; i < high; i += 1) {
      const n = list[i];
      add(maybe, items.a[n], items.b[n]);
      if (items.shape[n] < 2 && items.status[n] === 0) add(sure, items.c[n], items.d[n]);
    }
  }
  return { sure: sum(sure, width), maybe: sum(maybe, width) };
}

function sum(layer, width) {
  for (let n = 1; n < width; n += 1) layer[n] += layer[n - 1];
  return layer.subarray(0, width);
}

export const peak = (layer) => { let most = 0; for (const n of layer) if (n > most) most = n; return most; };
