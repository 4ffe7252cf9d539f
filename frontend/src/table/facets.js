// Counts of what a reader can choose from, each under all the other choices: no choice that is offered leads to nothing.

/**
 * Values of one facet, event by event: the values of event `e` are `values[starts[e]] … values[starts[e + 1] - 1]`.
 * @typedef {{ name: string, starts: Uint32Array, values: Int32Array, size: number }} Facet
 */

/**
 * @param {string} name
 * @param {number} events how many
 * @param {number} size how many values there are
 * @param {(event: number) => Iterable<number>} of the values of an event; each counted once
 * @returns {Facet}
 */
export function makeFacet(name, events, size, of) {
  const starts = new Uint32Array(events + 1);
  /** @type {number[]} */
  const values = [];
  for (let e = 0; e < events; e += 1) {
    starts[e] = values.length;
    for (const value of new Set(of(e))) if (value >= 0) values.push(value);
  }
  starts[events] = values.length;
  return { name, starts, values: Int32Array.from(values), size };
}

/**
 * How many events have each value, among those that pass every *other* facet's choice (and `passes`, such as a query).
 * @param {Facet[]} facets
 * @param {Record<string, ReadonlySet<number>>} chosen by facet; an empty or missing set chooses everything
 * @param {number} events
 * @param {(event: number) => boolean} [passes]
 * @returns {{ counts: Record<string, Uint32Array>, total: number }}
 */
export function count(facets, chosen, events, passes = () => true) {
  const counts = facets.map((facet) => new Uint32Array(facet.size));
  const sets = facets.map((facet) => (chosen[facet.name]?.size ? chosen[facet.name] : null));
  let total = 0;
  for (let e = 0; e < events; e += 1) {
    const failed = failing(facets, sets, e);
    if (failed === MANY || !passes(e)) continue;
    if (failed === NONE) {
      total += 1;
      facets.forEach((facet, f) => add(counts[f], facet, e));
    } else {
      add(counts[failed], facets[failed], e);
    }
  }
  return { counts: Object.fromEntries(facets.map((facet, f) => [facet.name, counts[f]])), total };
}

const NONE = -1;
const MANY = -2;

/**
 * The one facet whose choice the event does not meet; NONE or MANY.
 * @param {Facet[]} facets
 * @param {(ReadonlySet<number> | null)[]} sets
 * @param {number} event
 */
function failing(facets, sets, event) {
  let failed = NONE;
  for (let f = 0; f < facets.length; f += 1) {
    const set = sets[f];
    if (set === null || has(facets[f], event, set)) continue;
    if (failed !== NONE) return MANY;
    failed = f;
  }
  return failed;
}

/**
 * @param {Facet} facet
 * @param {number} event
 * @param {ReadonlySet<number>} set
 */
export function has(facet, event, set) {
  for (let n = facet.starts[event]; n < facet.starts[event + 1]; n += 1) if (set.has(facet.values[n])) return true;
  return false;
}

/**
 * @param {Uint32Array} counts
 * @param {Facet} facet
 * @param {number} event
 */
function add(counts, facet, event) {
  for (let n = facet.starts[event]; n < facet.starts[event + 1]; n += 1) counts[facet.values[n]] += 1;
}

/**
 * Values worth showing: the most frequent of all first, so that nothing moves while one chooses; those without an event
 * are left out unless they are chosen. At most `most`, and what is chosen besides.
 * @param {Uint32Array} counts under the other choices
 * @param {Uint32Array} totals under no choice
 * @param {ReadonlySet<number>} chosen
 * @param {number} [most]
 */
export function rank(counts, totals, chosen, most = Infinity) {
  const found = [];
  for (let v = 0; v < counts.length; v += 1) if (counts[v] > 0 || chosen.has(v)) found.push(v);
  found.sort((a, b) => totals[b] - totals[a] || a - b);
  const values = found.filter((v, n) => n < most || chosen.has(v));
  return { values, more: found.length - values.length };
}
