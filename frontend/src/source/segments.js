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
  const edges = [...cuts].sort((a, b) => a - b);
  const segments = [];
  for (let n = 0; n + 1 < edges.length; n += 1) {
    const [low, high] = [edges[n], edges[n + 1]];
    segments.push({ start: low, end: high, layers: layers.filter((l) => l.start <= low && l.end >= high) });
  }
  return segments;
}
