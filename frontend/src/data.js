// Reads the data of the page: columns as web/payload.py writes them, and what can be worked out from them at once.
import { flatten, gather, lazily, unpackTable } from './columns.js';
import { edtfOf } from './dates.js';
import { bring } from './parts.js';

/**
 * Days are Julian day numbers or null where open; places in a text are [document, start, end]; -1 is nobody.
 * @typedef {Array<number|null>} Days
 * @typedef {[number, number, number]} Place
 * @typedef {[string, string, string, string]} Title
 * @typedef {object} Data
 * @property {number} format
 * @property {string} regesta
 * @property {string} title
 * @property {string} language
 * @property {string} hash   of the chronicle, for citing
 * @property {any} basemap
 * @property {{claims: number, events: number}} counts
 * @property {[number, number]|null} extent  first and last day of everything that is dated
 * @property {() => Promise<void>} texts  brings the words of the documents
 * @property {() => boolean} hasTexts  whether they are here
 * @property {Array<{id: string, name: string, sha256: string, language: string, length: number, beyond: number[], text: string}>} documents
 *   `beyond` are the positions of characters beyond U+FFFF; a `text` may be asked for once `texts()` has brought it
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
 * @property {{name: number[], start: number[], end: number[], entity: number[], count: number[]}} roleColumns  the roles of all claims, one after the other; how many each has
 * @property {{id: string[], claims: number[][], type: number[], status: number[], e0: Days, e1: Days, l0: Days, l1: Days,
 *   lasting: number[], about: number[], calendar: Array<string|null>, said: string[], place: number[], where: number[], actors: number[][], targets: number[][],
 *   disputed: number[], title: Title[], grouped: number[]}} events
 *   in the order of time, the undated last; `place` is an entity, `where` an index into `places`; a title is as model/lookup.py has it: who, the word for it, whom or what, where
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

/**
 * What came with the page under a name: in the page as it is or compressed, or in a script beside it.
 * @param {'data'|'text'} name @returns {Promise<string>}
 */
async function carried(name) {
  const script = document.getElementById(name), beside = () => /** @type {any} */ (globalThis).regesta?.[name];
  if (!script) {
    if (beside() === undefined) await bring(`${name}.js`);
    return beside();
  }
  if (script.getAttribute('type') !== 'application/octet-stream') return script.textContent;
  const packed = atob(script.textContent), bytes = new Uint8Array(packed.length);
  for (let n = 0; n < bytes.length; n += 1) bytes[n] = packed.charCodeAt(n);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

/** The data that came with the page. @returns {Promise<Data>} */
export async function loadData() {
  return decode(readLines(await carried('data')), async () => JSON.parse(await carried('text')));
}

/** The first line tells what the others are; each of them is parsed when it is first asked for. @param {string} text */
export function readLines(text) {
  const [first, ...lines] = text.split('\n');
  const { lines: names, ...found } = JSON.parse(first);
  names.forEach(([name, column], n) => {
    if (column === undefined) lazily(found, name, () => JSON.parse(lines[n]));
    else lazily(found[name] ??= {}, column, () => JSON.parse(lines[n]));
  });
  return found;
}

/**
 * Columns are unpacked, each when it is first asked for. Positions count Unicode characters, JavaScript counts UTF-16
 * units: every position is turned into units here, once.
 * @param {any} data @param {() => Promise<string[]>} loadTexts  @returns {Data}
 */
export function decode(data, loadTexts) {
  if (data.format !== 2) throw new Error(`data of format ${data.format}; this page reads format 2`);
  const tables = Object.fromEntries(['entities', 'claims', 'events'].map((name) => [name, unpackTable(data[name])]));
  const { events } = tables, { claims: packed } = data;
  data.entities = tables.entities;
  data.events = events;
  lazily(events, 'place', () => events.where.map((where) => data.placeEntities[where]));
  data.claims = withRepeats(tables.claims, events, data.counts.claims);
  lazily(data, 'roleColumns', () => {
    const { parts: [name = [], start = [], end = [], entity = []], count } = flatten(packed.roles);
    return { name, start, end, entity, count };
  });
  lazily(data.claims, 'roles', () => {
    const { name, start, end, entity, count } = data.roleColumns;
    return gather({ parts: [name, start, end, entity], count });
  });
  if (data.documents.some(({ beyond }) => beyond.length)) convert(data);
  holdTexts(data, loadTexts);
  return data;
}

// What web/repeats.py left out.
function withRepeats(claims, events, count) {
  const made = /** @type {any} */ ({});
  const fill = {
    said: (said) => said.map((words, n) => words ?? events.said[made.event[n]]),
    edtf: (edtf) => edtf.map((word, n) => (word === '' ? edtfOf(made.e0[n], made.l1[n], made.lasting[n]) : word)),
  };
  for (const name of ['e0', 'e1', 'l0', 'l1']) fill[name] = (days) => days.map((day, n) => (claims.own[n] ? day : events[name][made.event[n]]));
  for (const name of Object.keys(claims)) if (name !== 'own') lazily(made, name, () => (fill[name] ? fill[name](claims[name]) : claims[name]));
  lazily(made, 'event', () => {
    const event = new Array(count).fill(-1);
    events.claims.forEach((accounts, n) => { for (const claim of accounts) event[claim] = n; });
    return event;
  });
  return made;
}

// The texts come when somebody wants words of them; who shows any waits for `texts()`.
function holdTexts(data, loadTexts) {
  let texts = null, waiting = null;
  data.texts = () => (waiting ??= loadTexts().then((found) => { texts = found; }));
  data.hasTexts = () => texts !== null;
  data.documents.forEach((document, n) => Object.defineProperty(document, 'text', {
    get() {
      if (!texts) throw new Error(`the text of ${document.name} is not here yet`);
      return texts[n];
    },
  }));
}

// `beyond` tells which characters count for two units, in order.
function converter({ beyond }) {
  if (!beyond.length) return (n) => n;
  return (n) => {
    if (n === null) return null;
    let low = 0, high = beyond.length;
    while (low < high) { const middle = (low + high) >> 1; if (beyond[middle] < n) low = middle + 1; else high = middle; }
    return n + low;
  };
}

function convert(data) {
  const at = data.documents.map(converter);
  const place = ([document, start, end, ...rest]) => [document, at[document](start), at[document](end), ...rest];
  const places = (list) => list.map(place), noted = (list) => list.map((item) => ({ ...item, words: places(item.words) }));
  const turned = (object, turns) => {
    const made = {};
    for (const name of Object.keys(object)) lazily(made, name, () => (turns[name] ? turns[name](object[name]) : object[name]));
    return made;
  };
  const { claims, entities } = data, turnOf = (n) => at[claims.doc[n]];
  const single = (column) => column.map((value, n) => turnOf(n)(value)), pairs = (column) => column.map((pair, n) => pair && pair.map(turnOf(n)));
  data.claims = turned(claims, {
    ...Object.fromEntries(['start', 'end', 's0', 's1', 't0', 't1'].map((name) => [name, single])), saidBy: pairs, cue: pairs,
    because: (column) => column.map(places),
  });
  const { get } = Object.getOwnPropertyDescriptor(data, 'roleColumns');
  lazily(data, 'roleColumns', () => {
    const told = get(), of = told.count.flatMap((count, n) => new Array(count).fill(turnOf(n)));
    return { ...told, start: told.start.map((n, role) => of[role](n)), end: told.end.map((n, role) => of[role](n)) };
  });
  data.entities = turned(entities, { mentions: (column) => column.map(places) });
  for (const [name, turn] of Object.entries({ headings: places, citations: places, unresolved: places, states: noted, conflicts: noted, gaps: noted })) {
    const { get, value } = Object.getOwnPropertyDescriptor(data, name);
    lazily(data, name, () => turn(get ? get() : value));
  }
}

/** The exact words of a place. @param {Data} data @param {Place} place */
export const quote = (data, [document, start, end]) => data.documents[document].text.slice(start, end);

/** An event in a few words: who did what to whom. @param {Data} data */
export const titleOf = (data, event) => sayTitle(data.events.title[event]);

/** As `Headline.say` has it: `Metz fell`, `siege: Metz`, `Manin seized the Arsenal (Venice)`. @param {Title} title */
export function sayTitle([before, word, after, where]) {
  return [before, before || !after ? word : `${word}:`, after, where && `(${where})`].filter(Boolean).join(' ');
}

/** First and last day of everything that is dated, or null. @param {Data} data @returns {[number, number]|null} */
export const extent = (data) => data.extent;

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
