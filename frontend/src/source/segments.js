// Words may carry many things at once (a deed, who did it, a date, a gap): the text is cut at every boundary.

/**
 * Something that words carry. Positions count UTF-16 units of the text.
 * @typedef {{ start: number, end: number, kind: string, ref: number }} Layer
 * @typedef {{ start: number, end: number, layers: Layer[] }} Segment
 */

/**
 * Layers by position, found in about log n.
 * @param {Iterable<Layer>} layers
 */
export function indexLayers(layers) {
  const sorted = [...layers].sort((a, b) => a.start - b.start || b.end - a.end || a.ref - b.ref);
  let longest = 0;
  for (const layer of sorted) longest = Math.max(longest, layer.end - layer.start);
  return {
    sorted,
    /**
     * Those that share a character with the stretch.
     * @param {number} start
     * @param {number} end
     */
    between(start, end) {
      const found = [];
      for (let n = firstFrom(sorted, start - longest); n < sorted.length && sorted[n].start < end; n += 1) {
        if (sorted[n].end > start) found.push(sorted[n]);
      }
      return found;
    },
  };
}

/**
 * @param {Layer[]} sorted
 * @param {number} position
 */
function firstFrom(sorted, position) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle].start < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The stretch from `start` to `end` in pieces that carry the same things throughout. Joined they are the stretch.
 * @param {Layer[]} layers those that touch the stretch
 * @param {number} start
 * @param {number} end
 * @returns {Segment[]}
 */
export function cut(layers, start, end) {
  const cuts = new Set([start, end]);
  for (const layer of layers) {
    for (const edge of [layer.start, layer.end]) if (edge > start && edge < end) cuts.add(edge);
  }
  const edges = [...cuts].sort((a, b) => a - b), waiting = layers.map((layer, n) => ({ layer, n })).sort((p, q) => p.layer.start - q.layer.start);
  const segments = [];
  let open = /** @type {typeof waiting} */ ([]), next = 0;
  for (let n = 0; n + 1 < edges.length; n += 1) {
    const [low, high] = [edges[n], edges[n + 1]];
    open = open.filter(({ layer }) => layer.end >= high);
    for (; next < waiting.length && waiting[next].layer.start <= low; next += 1) if (waiting[next].layer.end >= high) open.push(waiting[next]);
    segments.push({ start: low, end: high, layers: [...open].sort((p, q) => p.n - q.n).map(({ layer }) => layer) });
  }
  return segments;
}

const SHIFT = 10; // of a position: layers that begin in the same 1,024 characters stand together

/** Very many layers, in columns; what touches a stretch is made of them when it is asked for. @param {string[]} kinds */
export function layerColumns(kinds) {
  const kind = /** @type {number[]} */ ([]), ref = /** @type {number[]} */ ([]), start = /** @type {number[]} */ ([]), end = /** @type {number[]} */ ([]);
  let index = null;
  const arrange = () => {
    let last = 0, longest = 0;
    for (let n = 0; n < start.length; n += 1) { if (start[n] > last) last = start[n]; if (end[n] - start[n] > longest) longest = end[n] - start[n]; }
    const first = new Uint32Array((last >> SHIFT) + 2), order = new Uint32Array(start.length);
    for (const at of start) first[(at >> SHIFT) + 1] += 1;
    for (let n = 1; n < first.length; n += 1) first[n] += first[n - 1];
    const free = first.slice();
    for (let n = 0; n < start.length; n += 1) order[free[start[n] >> SHIFT]++] = n;
    return { first, order, longest };
  };
  return {
    /** @param {number} of  a number of `kinds` @param {number} number @param {number} from @param {number} to */
    put(of, number, from, to) { kind.push(of); ref.push(number); start.push(from); end.push(to); index = null; },
    /** Those that share a character with the stretch, by position. @param {number} low @param {number} high @returns {Layer[]} */
    between(low, high) {
      const { first, order, longest } = index ??= arrange(), most = first.length - 1;
      const from = Math.min(most, Math.max(0, (low - longest) >> SHIFT)), to = Math.min(most, (high >> SHIFT) + 1);
      const found = [];
      for (let at = first[from]; at < first[to]; at += 1) {
        const n = order[at];
        if (start[n] < high && end[n] > low) found.push({ start: start[n], end: end[n], kind: kinds[kind[n]], ref: ref[n] });
      }
      return found.sort((a, b) => a.start - b.start || b.end - a.end || a.ref - b.ref);
    },
  };
}
