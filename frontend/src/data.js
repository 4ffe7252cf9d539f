// Reads the data of the page: columns as web/payload.py writes them, and what can be worked out from them at once.
import { unpackTable } from './columns.js';
import { edtfOf } from './dates.js';

/**
 * Days are Julian day numbers or null where open; places in a text are [document, start, end]; -1 is nobody.
 * @typedef {Array<number|null>} Days
 * @typedef {[number, number, number]} Place
 * @typedef {object} Data
 * @property {number} format
 * @property {string} regesta
 * @property {string} title
 * @property {string} language
 * @property {string} hash   of the chronicle, for citing
 * @property {any} basemap
 * @property {Array<{id: string, name: string, sha256: string, language: string, text: string, at?: (n: number) => number}>} documents
 * @property {string[]} types
 * @property {string[]} stances   by type: whoever acts does so 'with' or 'against' the target; '' where the word does not say
 * @property {string[]} statuses
 * @property {string[]} bases
 * @property {string[]} roles   names of roles, such as actor, target, place
 * @property {string[]} rules   names of reading rules, and reasons why accounts were grouped
 * @property {string[]} certainties  certain, possible, disputed
 * @property {string[]} places  names of lanes by place; the first is empty (place not told)
 * @property {number[]} placeEntities  their entities
 * @property {{id: string[], name: string[], kind: string[], lat: Days, lon: Days, part_of: Array<string|null>, names: string[][], mentions: Place[][]}} entities
 * @property {{id: string[], event: number[], type: number[], status: number[], doc: number[], start: number[], end: number[],
 *   s0: number[], s1: number[], e0: Days, e1: Days, l0: Days, l1: Days, lasting: number[], about: number[], edtf: Array<string|null>,
 *   said: string[], basis: number[], t0: Days, t1: Days, calendar: Array<string|null>,
 *   roles: Array<Array<[number, number, number, number]>>, citations: string[][], confidence: number[], rule: number[],
 *   saidBy: Array<[number, number]|null>, cue: Array<[number, number]|null>, because: Place[][]}} claims   a role is [name, start, end, entity]; `because`: words from which a date was worked out
 * @property {{id: string[], claims: number[][], type: number[], status: number[], e0: Days, e1: Days, l0: Days, l1: Days,
 *   lasting: number[], about: number[], calendar: Array<string|null>, said: string[], place: number[], where: number[], actors: number[][], targets: number[][],
 *   disputed: number[], title: Array<[string, string, string]>, grouped: number[]}} events
 *   in the order of time, the undated last; `place` is an entity, `where` an index into `places`; a title is doers, deed, others
 * @property {Array<{name: string, entity: number}>} holders   in the order in which they first held something
 * @property {Array<{fluent: string, key: string, entity: number, reigns: Array<[number|null, number|null, Array<[number, number, number[], Days]>]>}>} ribbons
 *   a reign is [first, last, answers]; an answer is [holder, certainty, claims, [since, since, until, until]]
 * @property {Array<{id: string, fluent: string, key: string, entity: number, holder: string, holderEntity: number, since: string,
 *   until: string, days: Days, startedBy: number, endedBy: number[], certainty: number, words: Place[]}>} states
 * @property {Array<{id: string, kind: string, message: string, claims: number[], events: number[], words: Place[]}>} conflicts
 * @property {Array<{id: string, kind: string, message: string, words: Place[], claim: number}>} gaps
 * @property {Place[]} headings
 * @property {Array<[number, number, number, string, number]>} citations   [document, start, end, label, orphan]
 * @property {Place[]} unresolved
 * @property {Array<Record<string, string>>} references   for each document, what its own list says of a marker
 */

/** The data that came with the page. @returns {Promise<Data>} */
export async function loadData() {
  const beside = /** @type {any} */ (globalThis).regestaData;
  if (beside) return decode(JSON.parse(beside));
  const script = document.getElementById('data');
  if (script.getAttribute('type') === 'application/json') return decode(JSON.parse(script.textContent));
  const bytes = Uint8Array.from(atob(script.textContent), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return decode(JSON.parse(await new Response(stream).text()));
}

/**
 * Columns are unpacked. Positions count Unicode characters, JavaScript counts UTF-16 units: every position is turned into
 * units here, once.
 * @param {any} data @returns {Data}
 */
export function decode(data) {
  if (data.format !== 1) throw new Error(`data of format ${data.format}; this page reads format 1`);
  for (const name of ['entities', 'claims', 'events']) data[name] = unpackTable(data[name]);
  data.claims.event = new Array(data.claims.id.length).fill(-1);
  data.events.claims.forEach((claims, event) => { for (const claim of claims) data.claims.event[claim] = event; });
  fillRepeats(data);
  const maps = data.documents.map((document) => unitMap(document.text));
  if (maps.some((map) => map)) convert(data, maps);
  return data;
}

// What web/repeats.py left out.
function fillRepeats({ claims, events, placeEntities }) {
  events.place = events.where.map((where) => placeEntities[where]);
  for (let n = 0; n < claims.id.length; n += 1) {
    const event = claims.event[n];
    if (!claims.own[n]) for (const name of ['e0', 'e1', 'l0', 'l1']) claims[name][n] = events[name][event];
    claims.said[n] ??= events.said[event];
    if (claims.edtf[n] === '') claims.edtf[n] = edtfOf(claims.e0[n], claims.l1[n], claims.lasting[n]);
  }
  delete claims.own;
}

// Positions of the characters beyond U+FFFF, in order; null where there are none.
function unitMap(text) {
  const found = [];
  for (let n = 0; n < text.length; n += 1) {
    const unit = text.charCodeAt(n);
    if (unit >= 0xd800 && unit < 0xdc00) { found.push(n - found.length); n += 1; }
  }
  return found.length ? found : null;
}

function converter(map) {
  if (!map) return (n) => n;
  return (n) => {
    if (n === null) return null;
    let low = 0, high = map.length;
    while (low < high) { const middle = (low + high) >> 1; if (map[middle] < n) low = middle + 1; else high = middle; }
    return n + low;
  };
}

function convert(data, maps) {
  const at = maps.map(converter);
  const places = (list) => { for (const place of list) { place[1] = at[place[0]](place[1]); place[2] = at[place[0]](place[2]); } };
  const { claims } = data;
  for (const name of ['start', 'end', 's0', 's1', 't0', 't1']) claims[name] = claims[name].map((n, i) => at[claims.doc[i]](n));
  for (let i = 0; i < claims.id.length; i += 1) {
    const turn = at[claims.doc[i]];
    for (const role of claims.roles[i]) { role[1] = turn(role[1]); role[2] = turn(role[2]); }
    for (const name of ['saidBy', 'cue']) if (claims[name][i]) claims[name][i] = claims[name][i].map(turn);
  }
  data.entities.mentions.forEach(places);
  claims.because.forEach(places);
  for (const list of [data.headings, data.citations, data.unresolved]) places(list);
  for (const list of [data.states, data.conflicts, data.gaps]) for (const item of list) places(item.words);
}

/** The exact words of a place. @param {Data} data @param {Place} place */
export const quote = (data, [document, start, end]) => data.documents[document].text.slice(start, end);

/** An event in a few words: who did what to whom. @param {Data} data */
export const titleOf = (data, event) => data.events.title[event].filter(Boolean).join(' ');

/** First and last day of everything that is dated, or null. @param {Data} data @returns {[number, number]|null} */
export function extent(data) {
  let low = Infinity, high = -Infinity;
  const take = (day) => { if (day !== null) { if (day < low) low = day; if (day > high) high = day; } };
  for (const table of [data.events, data.claims]) for (const name of ['e0', 'e1', 'l0', 'l1']) table[name].forEach(take);
  for (const ribbon of data.ribbons) for (const [first, last] of ribbon.reigns) { take(first); take(last); }
  return low > high ? null : [low, high];
}

/**
 * Which conflict stands between which events: for each event the numbers of its conflicts.
 * @param {Data} data @returns {Map<number, number[]>}
 */
export function conflictsByEvent(data) {
  const found = new Map();
  data.conflicts.forEach((conflict, n) => {
    const events = new Set([...conflict.events, ...conflict.claims.map((claim) => data.claims.event[claim])]);
    for (const event of events) { if (event >= 0) { if (!found.has(event)) found.set(event, []); found.get(event).push(n); } }
  });
  return found;
}
