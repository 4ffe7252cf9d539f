// Which events are shown: those that pass the filters and hold the words that are searched for.
import { titleOf } from './data.js';
import { fold, words as wordsOf } from './table/fold.js';

export { fold };

const CERTAINTY = ['day', 'range', 'open', 'undated', 'disputed'];
export const certainties = () => CERTAINTY;

/** How firmly an event is dated: to the day, within a range, open on a side, not at all, or in dispute. */
export function certaintyOf(data, event) {
  const { e0, l1, disputed } = data.events;
  if (disputed[event]) return 'disputed';
  if (e0[event] === null && l1[event] === null) return 'undated';
  if (e0[event] === null || l1[event] === null) return 'open';
  return e0[event] === l1[event] ? 'day' : 'range';
}

// The values that an event has for a facet.
const VALUES = {
  place: (data, n) => placesOf(data, n),
  person: (data, n) => participants(data, n, 'person'),
  body: (data, n) => participants(data, n, 'body'),
  type: (data, n) => [data.events.type[n]],
  status: (data, n) => [data.events.status[n]],
  source: (data, n) => [...new Set(data.events.claims[n].map((claim) => data.claims.doc[claim]))],
  certainty: (data, n) => [certaintyOf(data, n)],
};

/** @returns {Array<number|string>} */
export const valuesOf = (data, facet, event) => VALUES[facet](data, event);

// A place and the place it lies in: who asks for a city means its quarters too.
function placesOf(data, event) {
  const place = data.events.place[event];
  if (place < 0) return data.events.where[event] ? [`=${data.places[data.events.where[event]]}`] : [];
  const outer = outerPlaces(data)[place];
  return outer < 0 ? [place] : [place, outer];
}

const outers = new WeakMap();

/** For every entity the place it lies in, as an entity, or -1. @returns {number[]} */
export function outerPlaces(data) {
  let made = outers.get(data);
  if (!made) {
    const { name, kind, part_of: parts } = data.entities;
    const places = new Map(name.map((text, n) => /** @type {[string, number]} */ ([text, n])).filter(([, n]) => kind[n] === 'place'));
    made = parts.map((whole) => (whole === null ? -1 : places.get(whole) ?? -1));
    outers.set(data, made);
  }
  return made;
}

function participants(data, event, kind) {
  const found = new Set();
  for (const claim of data.events.claims[event]) {
    for (const [, , , entity] of data.claims.roles[claim]) if (entity >= 0 && data.entities.kind[entity] === kind) found.add(entity);
  }
  return [...found];
}

const haystacks = new WeakMap();

/** Everything that is searched in, folded, an event each. @returns {string[]} */
export function haystack(data) {
  let made = haystacks.get(data);
  if (!made) {
    made = data.events.claims.map((_, n) => fold(searchable(data, n)));
    haystacks.set(data, made);
  }
  return made;
}

function searchable(data, event) {
  const { events, claims } = data;
  const sentences = events.claims[event].map((claim) => data.documents[claims.doc[claim]].text.slice(claims.s0[claim], claims.s1[claim]));
  return [titleOf(data, event), events.said[event], data.types[events.type[event]], data.places[events.where[event]], ...new Set(sentences)].join('\n');
}

/** Filters for which every facet but those left out has to hold. */
function passes(data, event, asked) {
  for (const [facet, wanted] of asked) if (!VALUES[facet](data, event).some((value) => wanted.has(value))) return false;
  return true;
}

/**
 * Numbers of the events that pass, in order of time; `without` names a facet that is not asked (for its counts).
 * @param {{filters: Record<string, Array<number|string>>, query: string}} state
 * @returns {Int32Array}
 */
export function select(state, data, without = '') {
  const asked = Object.entries(state.filters).filter(([facet, values]) => values.length && facet !== without)
    .map(([facet, values]) => /** @type {[string, Set<number|string>]} */ ([facet, new Set(values)]));
  const words = state.query ? wordsOf(state.query) : [];
  const texts = words.length ? haystack(data) : null;
  const found = new Int32Array(data.counts.events);
  if (!texts && !asked.length) return found.map((_, n) => n);
  let count = 0;
  for (let n = 0; n < found.length; n += 1) {
    if (texts && !words.every((word) => texts[n].includes(word))) continue;
    if (asked.length && !passes(data, n, asked)) continue;
    found[count] = n;
    count += 1;
  }
  return found.subarray(0, count);
}

let last = null;

/** The same, worked out once for the same filters and words. @param {import('./store.js').State} state */
export function visible(state, data) {
  if (!last || last.filters !== state.filters || last.query !== state.query || last.data !== data) {
    last = { filters: state.filters, query: state.query, data, found: select(state, data) };
  }
  return last.found;
}
