// What is drawn for the events: an item each, or one an account where the accounts of an event differ.
import { sayTitle, titleOf } from '../data.js';

/** Looks of an item: a day, a stretch with a firm core, somewhere within a range, open on a side. */
export const DAY = 0, STRETCH = 1, RANGE = 2, OPEN = 3;
export const SHAPES = ['day', 'stretch', 'range', 'open'];

/**
 * Columns, in the order of the first day: `a` and `b` are the first day and the day after the last, `c` and `d` those of
 * the firm core; `open` has bit 1 for an open beginning and bit 2 for an open end.
 * @typedef {{ count: number, event: Int32Array, claim: Int32Array, a: Float64Array, b: Float64Array, c: Float64Array, d: Float64Array,
 *   shape: Uint8Array, open: Uint8Array, status: Uint8Array, holder: Int16Array, disputed: Uint8Array, undated: number }} Items
 */

/** The holder whose colour an event has: the first of those who did it that ever held something; -1 for none. */
function holderOf(data) {
  const ranks = new Map(data.holders.map(({ entity }, n) => /** @type {[number, number]} */ ([entity, n])).filter(([entity]) => entity >= 0));
  const names = new Map(data.holders.map(({ name }, n) => [name, n]));
  const unknown = new Map(data.holders.flatMap(({ name, entity }, n) => entity < 0 ? [[name, n]] : []));
  if (!data.holders.length) return () => -1;
  const { title, actors } = data.events;
  return (event) => unknown.get(title[event][0])
    ?? actors[event].map((entity) => ranks.get(entity) ?? names.get(data.entities.name[entity])).find((rank) => rank !== undefined) ?? -1;
}

// Puts the outline of row `n` of a table among the rows; false where it has no date.
function outliner({ e0, e1, l0, l1, lasting, status }, rows) {
  return (n, event, claim) => {
    const first = e0[n], second = e1[n], third = l0[n], last = l1[n];
    let a = Infinity, b = -Infinity;
    if (first !== null) { a = first; b = first; }
    if (second !== null) { if (second < a) a = second; if (second > b) b = second; }
    if (third !== null) { if (third < a) a = third; if (third > b) b = third; }
    if (last !== null) { if (last < a) a = last; if (last > b) b = last; }
    if (b === -Infinity) return false;
    const open = (first === null ? 1 : 0) | (last === null ? 2 : 0);
    const firm = lasting[n] && second !== null && third !== null && second <= third;
    rows.event.push(event);
    rows.claim.push(claim);
    rows.a.push(a);
    rows.b.push(b + 1);
    rows.c.push(firm ? second : a);
    rows.d.push(firm ? third + 1 : b + 1);
    rows.shape.push(open ? OPEN : firm ? STRETCH : first === last ? DAY : RANGE);
    rows.open.push(open);
    rows.status.push(status[n]);
    return true;
  };
}

const COLUMNS = /** @type {const} */ ({ event: Int32Array, claim: Int32Array, a: Float64Array, b: Float64Array, c: Float64Array, d: Float64Array, shape: Uint8Array, open: Uint8Array, status: Uint8Array });

// Accounts that differ each have an item of their own, where more than one is dated.
function collect({ events, claims }, chosen) {
  const rows = /** @type {Record<keyof typeof COLUMNS, number[]>} */ ({ event: [], claim: [], a: [], b: [], c: [], d: [], shape: [], open: [], status: [] });
  const { disputed } = events, putEvent = outliner(events, rows);
  const isDated = (claim) => ['e0', 'e1', 'l0', 'l1'].some((edge) => claims[edge][claim] !== null);
  let undated = 0, putClaim = null;
  for (let n = 0; n < chosen.length; n += 1) {
    const event = chosen[n], apart = disputed[event] ? events.claims[event].filter(isDated) : [];
    if (apart.length > 1) for (const claim of apart) (putClaim ??= outliner(claims, rows))(claim, event, claim);
    else if (!putEvent(event, event, -1)) undated += 1;
  }
  return { rows, undated };
}

/** @param {import('../data.js').Data} data @param {ArrayLike<number>} chosen  events @returns {Items} */
export function makeItems(data, chosen) {
  const { rows, undated } = collect(data, chosen), { event, claim, a, b } = rows;
  const order = Int32Array.from(event.keys()).sort((p, q) => a[p] - a[q] || b[p] - b[q] || event[p] - event[q] || claim[p] - claim[q]);
  const made = /** @type {any} */ ({ count: order.length, undated });
  for (const [name, Kind] of Object.entries(COLUMNS)) {
    const column = rows[name], sorted = made[name] = new Kind(order.length);
    for (let n = 0; n < order.length; n += 1) sorted[n] = column[order[n]];
  }
  const holder = holderOf(data), { disputed } = data.events;
  made.holder = Int16Array.from(made.event, holder);
  made.disputed = Uint8Array.from(made.event, (n) => disputed[n]);
  return made;
}

function withoutPlace(data, event) {
  const place = data.places[data.events.where[event]], [before, word, after, where] = data.events.title[event];
  const others = (names) => names.split(', ').filter((name) => name !== place).join(', ');
  return sayTitle([data.events.actors[event].length ? before : others(before), word, others(after), others(where)]);
}

const SIGNS = ['', '◇ ', '✕ ', '“” ', '? '];
const MOST = 90;

/** What stands beside an item: signs for its status and for dispute, then who did what; a lane's own place is left out. */
export function labelOf(data, items, n, mode) {
  const text = mode === 'place' ? withoutPlace(data, items.event[n]) : titleOf(data, items.event[n]);
  return (items.disputed[n] ? '⚠ ' : '') + SIGNS[items.status[n]] + (text.length > MOST ? `${text.slice(0, MOST)}…` : text);
}
