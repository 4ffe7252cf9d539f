// What is drawn for the events: an item each, or one an account where the accounts of an event differ.
import { titleOf } from '../data.js';

/** Looks of an item: a day, a stretch with a firm core, somewhere within a range, open on a side. */
export const DAY = 0, STRETCH = 1, RANGE = 2, OPEN = 3;
export const SHAPES = ['day', 'stretch', 'range', 'open'];

/**
 * Columns, in the order of the first day: `a` and `b` are the first day and the day after the last, `c` and `d` those of
 * the firm core; `open` has bit 1 for an open beginning and bit 2 for an open end.
 * @typedef {{ count: number, event: Int32Array, claim: Int32Array, a: Float64Array, b: Float64Array, c: Float64Array, d: Float64Array,
 *   shape: Uint8Array, open: Uint8Array, status: Uint8Array, holder: Int16Array, disputed: Uint8Array, undated: number }} Items
 */

function outline(table, n) {
  const days = [table.e0[n], table.e1[n], table.l0[n], table.l1[n]];
  const known = days.filter((day) => day !== null);
  if (!known.length) return null;
  const [e0, e1, l0, l1] = days;
  const a = Math.min(...known), b = Math.max(...known) + 1;
  const open = (e0 === null ? 1 : 0) | (l1 === null ? 2 : 0);
  const firm = table.lasting[n] && e1 !== null && l0 !== null && e1 <= l0;
  const shape = open ? OPEN : firm ? STRETCH : e0 === l1 ? DAY : RANGE;
  return { a, b, c: firm ? e1 : a, d: firm ? l0 + 1 : b, open, shape };
}

/** The holder whose colour an event has: the first of those who did it that ever held something; -1 for none. */
function holderOf(data) {
  const ranks = new Map(data.holders.map(({ entity }, n) => /** @type {[number, number]} */ ([entity, n])).filter(([entity]) => entity >= 0));
  const names = new Map(data.holders.map(({ name }, n) => [name, n]));
  return (event) => names.get(data.events.title[event][0])
    ?? data.events.actors[event].map((entity) => ranks.get(entity) ?? names.get(data.entities.name[entity])).find((rank) => rank !== undefined) ?? -1;
}

/** @param {import('../data.js').Data} data @param {ArrayLike<number>} chosen  events @returns {Items} */
export function makeItems(data, chosen) {
  const { events, claims } = data;
  const holder = holderOf(data), found = [];
  let undated = 0;
  for (let n = 0; n < chosen.length; n += 1) {
    const event = chosen[n];
    const apart = events.disputed[event] ? events.claims[event] : [];
    const told = apart.map((claim) => ({ claim, ...outline(claims, claim), status: claims.status[claim] })).filter((item) => item.a !== undefined);
    if (told.length > 1) for (const item of told) found.push({ event, ...item, holder: holder(event) });
    else {
      const item = outline(events, event);
      if (item) found.push({ event, claim: -1, ...item, status: events.status[event], holder: holder(event) });
      else undated += 1;
    }
  }
  found.sort((p, q) => p.a - q.a || p.b - q.b || p.event - q.event || p.claim - q.claim);
  const column = (Kind, name) => Kind.from(found, (item) => item[name]);
  return {
    count: found.length, undated, event: column(Int32Array, 'event'), claim: column(Int32Array, 'claim'),
    a: column(Float64Array, 'a'), b: column(Float64Array, 'b'), c: column(Float64Array, 'c'), d: column(Float64Array, 'd'),
    shape: column(Uint8Array, 'shape'), open: column(Uint8Array, 'open'), status: column(Uint8Array, 'status'),
    holder: column(Int16Array, 'holder'), disputed: Uint8Array.from(found, (item) => events.disputed[item.event]),
  };
}

function withoutPlace(data, event) {
  const place = data.places[data.events.where[event]], [doers, deed, others] = data.events.title[event];
  return [doers, deed, others.split(', ').filter((name) => name !== place).join(', ')].filter(Boolean).join(' ');
}

const SIGNS = ['', '◇ ', '✕ ', '“” ', '? '];
const MOST = 90;

/** What stands beside an item: signs for its status and for dispute, then who did what; a lane's own place is left out. */
export function labelOf(data, items, n, mode) {
  const text = mode === 'place' ? withoutPlace(data, items.event[n]) : titleOf(data, items.event[n]);
  return (items.disputed[n] ? '⚠ ' : '') + SIGNS[items.status[n]] + (text.length > MOST ? `${text.slice(0, MOST)}…` : text);
}
