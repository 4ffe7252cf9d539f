// What the map knows of each place: where it lies, who held it on a day, what happened about then.
import { outerPlaces, visible } from '../select.js';

/**
 * @typedef {object} Place
 * @property {number} entity
 * @property {string} name
 * @property {[number, number]} at     longitude, latitude
 * @property {boolean} own             whether these are its own, or those of the place that it lies in
 * @property {number} outer            the place that it lies in, an entity or -1
 * @property {number[]} ribbons
 * @property {number[]} events
 *
 * @typedef {object} Unplaced          something that cannot be drawn: a place that no gazetteer knows, or a thing held
 * @property {number} entity           -1 where it is no entity
 * @property {string} name
 * @property {number[]} ribbons
 * @property {number[]} events
 *
 * @typedef {'certain'|'possible'|'disputed'|'unknown'|'untold'} Kind
 * @typedef {{ kind: Kind, answers: Array<[number, number, number[], Array<number|null>]>, ribbon: number }} Held
 */

const models = new WeakMap();

/** Every place of the data, on the map or beside it. @param {import('../data.js').Data} data @returns {{ placed: Place[], unplaced: Unplaced[] }} */
export function placesOf(data) {
  let made = models.get(data);
  if (!made) models.set(data, made = gather(data));
  return made;
}

function gather(data) {
  const { entities, events, ribbons } = data, outer = outerPlaces(data);
  const eventsAt = groupBy(events.place.map((place, n) => [place >= 0 ? place : events.where[n] ? `=${data.places[events.where[n]]}` : -1, n]));
  const ribbonsAt = groupBy(ribbons.map((ribbon, n) => [ownHolder(data, ribbon) ? -1 : ribbon.entity >= 0 ? ribbon.entity : `=${ribbon.key}`, n]));
  const placed = [], unplaced = [], told = new Set();
  for (const [entity, kind] of entities.kind.entries()) {
    if (kind !== 'place') continue;
    const about = { entity, name: entities.name[entity], ribbons: ribbonsAt.get(entity) ?? [], events: eventsAt.get(entity) ?? [] };
    const seat = located(entities, entity) ? entity : within(entities, outer, entity);
    if (seat < 0) unplaced.push(about);
    else placed.push({ ...about, at: [entities.lon[seat], entities.lat[seat]], own: seat === entity, outer: outer[entity] });
    told.add(entity);
  }
  for (const [key, numbers] of ribbonsAt) if (!told.has(key)) unplaced.push(thing(data, key, numbers, eventsAt.get(key) ?? []));
  for (const [key, numbers] of eventsAt) if (typeof key === 'string' && !ribbonsAt.has(key)) unplaced.push(thing(data, key, [], numbers));
  unplaced.sort((a, b) => b.ribbons.length - a.ribbons.length || b.events.length - a.events.length || (a.name < b.name ? -1 : 1));
  return { placed, unplaced };
}

// What nobody else ever holds is no thing that is held: that a body exists, that somebody is away.
const ownHolder = (data, { key, reigns }) => reigns.length > 0 && reigns.every(([, , answers]) => answers.every(([holder]) => data.holders[holder].name === key));

const thing = (data, key, ribbons, events) => ({
  entity: typeof key === 'number' ? key : -1, name: typeof key === 'number' ? data.ribbons[ribbons[0]].key : key.slice(1), ribbons, events,
});

const located = (entities, n) => entities.lat[n] !== null && entities.lon[n] !== null;

// The first place with degrees of those that it lies in; -1 where there is none (a ring of places ends too).
function within(entities, outer, entity) {
  const seen = new Set([entity]);
  for (let at = outer[entity]; at >= 0 && !seen.has(at); at = outer[at]) {
    if (located(entities, at)) return at;
    seen.add(at);
  }
  return -1;
}

function groupBy(pairs) {
  const made = new Map();
  for (const [key, value] of pairs) {
    if (key === -1) continue;
    if (!made.has(key)) made.set(key, []);
    made.get(key).push(value);
  }
  return made;
}

/** Who held it on a day: the chief thing that can be held there (ribbons stand in that order). @returns {Held} */
export function heldOn(data, { ribbons }, day) {
  if (!ribbons.length) return { kind: 'untold', answers: [], ribbon: -1 };
  const found = ribbons.map((ribbon) => ({ ribbon, answers: reignOn(data.ribbons[ribbon].reigns, day)?.[2] ?? [] }));
  const chief = found.find(({ answers }) => answers.length) ?? found[0];
  return { ...chief, kind: kindOf(data, chief.answers) };
}

/** All that can be held of a place, and by whom on a day. @returns {Held[]} */
export const allHeldOn = (data, place, day) => place.ribbons.map((ribbon) => {
  const answers = reignOn(data.ribbons[ribbon].reigns, day)?.[2] ?? [];
  return { ribbon, answers, kind: kindOf(data, answers) };
});

/** One dispute makes it disputed; it is certain only where every answer is. @returns {Kind} */
export function kindOf(data, answers) {
  const told = answers.map(([, certainty]) => data.certainties[certainty]);
  if (!told.length) return 'unknown';
  if (told.includes('disputed')) return 'disputed';
  return told.every((certainty) => certainty === 'certain') ? 'certain' : told.includes('certain') ? 'certain' : 'possible';
}

/** The reign that a day falls in. Reigns stand in the order of time and do not overlap. */
export function reignOn(reigns, day) {
  if (day === null) return undefined;
  let low = 0, high = reigns.length;
  while (low < high) {
    const middle = (low + high) >> 1, last = reigns[middle][1];
    if (last !== null && last < day) low = middle + 1; else high = middle;
  }
  const found = reigns[low];
  return found && (found[0] === null || found[0] <= day) ? found : undefined;
}

/** Days on which an answer changes, in order. @param {import('../data.js').Data} data @returns {number[]} */
export function changeDays(data) {
  const days = new Set();
  for (const { reigns } of data.ribbons) {
    for (const [first, last] of reigns) {
      if (first !== null) days.add(first);
      if (last !== null) days.add(last + 1);
    }
  }
  return [...days].sort((a, b) => a - b);
}

/** The next (or the last) of these days after (or before) a day; null where there is none. */
export function stepDay(days, day, forward) {
  if (day === null) return days[forward ? 0 : days.length - 1] ?? null;
  return (forward ? days.find((other) => other > day) : days.findLast((other) => other < day)) ?? null;
}

/**
 * How an event stands to a day: 'sure' (it was going on), 'maybe' (its bounds take the day in), 'near' (at most `near`
 * days away) or null. Of an event without an end (or a beginning) only the days on which it may begin (or end) count.
 */
export function bearing({ e0, e1, l0, l1 }, n, day, near) {
  const first = e0[n] ?? l0[n], last = l1[n] ?? e1[n];
  if (first === null || last === null) return null;
  if (e1[n] !== null && l0[n] !== null && e1[n] <= day && day <= l0[n]) return 'sure';
  if (first <= day && day <= last) return 'maybe';
  return first - near <= day && day <= last + near ? 'near' : null;
}

/** Events of a place about a day, by how they stand to it; only those that `shown` has. */
export function eventsAbout(data, place, day, near, shown) {
  const made = { sure: /** @type {number[]} */ ([]), maybe: /** @type {number[]} */ ([]), near: /** @type {number[]} */ ([]) };
  if (day === null) return made;
  for (const n of place.events) {
    const kind = shown(n) ? bearing(data.events, n, day, near) : null;
    if (kind) made[kind].push(n);
  }
  return made;
}

const masks = new WeakMap();

/** Whether an event is shown, asked by its number. @param {any} state @returns {(event: number) => boolean} */
export function shownIn(state, data) {
  const found = visible(state, data);
  let mask = masks.get(found);
  if (!mask) {
    mask = new Uint8Array(data.counts.events);
    for (const n of found) mask[n] = 1;
    masks.set(found, mask);
  }
  return (n) => mask[n] === 1;
}

/** How many days about the chosen one are near: a little of what the timeline shows. @param {[number, number]} window */
export const nearDays = ([first, last]) => Math.max(1, Math.round((last - first) / 60));
