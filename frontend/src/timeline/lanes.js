// Lanes by place, person, body or source: which items stand in each, and who held what at its head.
import { openingWindow } from '../opening.js';
import { outerPlaces, valuesOf } from '../select.js';

/**
 * A stretch of days in which one holder may have held one thing; pieces are [first, last, certainty, claims].
 * @typedef {{ holder: number, ribbon: number, first: number|null, last: number|null, pieces: Array<[number|null, number|null, number, number[]]> }} Run
 * @typedef {{ key: string, name: string, entity: number, inner: boolean, items: Int32Array, runs: Run[], slots: number[], rows: number }} Lane
 */

/** The runs of all ribbons. @param {import('../data.js').Data} data @returns {Run[]} */
export function makeRuns(data) {
  const found = [];
  data.ribbons.forEach(({ reigns }, ribbon) => {
    const current = new Map();
    for (const [first, last, answers] of reigns) {
      for (const [holder, certainty, claims] of answers) {
        const run = current.get(holder);
        if (run && run.last !== null && run.last + 1 === first) {
          run.pieces.push([first, last, certainty, claims]);
          run.last = last;
        } else {
          const made = { holder, ribbon, first, last, pieces: [[first, last, certainty, claims]] };
          current.set(holder, made);
          found.push(made);
        }
      }
    }
  });
  return found;
}

/** Gives each run the first row that is free, ribbon after ribbon: [row of each run, number of rows]. */
export function stackRuns(runs) {
  const slots = [];
  let base = 0, rows = 0, ribbon = -1, ends = [];
  runs.forEach((run, n) => {
    if (run.ribbon !== ribbon) { base = rows; ends = []; ribbon = run.ribbon; }
    let row = ends.findIndex((end) => end < (run.first ?? -Infinity));
    if (row < 0) row = ends.length;
    ends[row] = run.last ?? Infinity;
    slots[n] = base + row;
    rows = Math.max(rows, base + row + 1);
  });
  return { slots, rows };
}

const byStart = (p, q) => p.ribbon - q.ribbon || (p.first ?? -Infinity) - (q.first ?? -Infinity) || p.holder - q.holder;

/** @param {import('../data.js').Data} data @param {import('./items.js').Items} items @param {string} mode @returns {Lane[]} */
export function makeLanes(data, items, mode) {
  const lanes = new Map();
  const lane = (key, name, entity) => {
    if (!lanes.has(key)) lanes.set(key, { key, name, entity, inner: false, found: [], runs: [] });
    return lanes.get(key);
  };
  if (mode === 'place') byPlace(data, items, lane);
  else for (let n = 0; n < items.count; n += 1) for (const [key, name, entity] of homes(data, items, n, mode)) lane(key, name, entity).found.push(n);
  for (const run of makeRuns(data)) {
    const home = mode === 'place' ? keyHome(data, run) : mode === 'source' ? null : holderHome(data, run, mode);
    if (home) lane(...home).runs.push(run);
  }
  return order([...lanes.values()], data, items, mode).map(({ found, runs, ...rest }) => {
    runs.sort(byStart);
    return { ...rest, items: Int32Array.from(found), runs, ...stackRuns(runs) };
  });
}

// Places are the lanes that a page opens with, so of each its lane is looked up once.
function byPlace({ places, placeEntities, events: { where } }, items, lane) {
  const found = [];
  for (let n = 0; n < items.count; n += 1) {
    const at = where[items.event[n]];
    (found[at] ??= lane(places[at], places[at], placeEntities[at])).found.push(n);
  }
}

function homes(data, items, n, mode) {
  const event = items.event[n];
  const column = mode === 'source' ? data.documents.map((document) => document.name) : data.entities.name;
  const values = /** @type {number[]} */ (valuesOf(data, mode, event));
  return values.length ? values.map((value) => [`${mode} ${value}`, column[value], mode === 'source' ? -1 : value]) : [['', '', -1]];
}

function keyHome(data, run) {
  const { key, entity } = data.ribbons[run.ribbon];
  return /** @type {[string, string, number]} */ ([key, key, entity]);
}

function holderHome(data, run, mode) {
  const { entity } = data.holders[run.holder];
  if (entity < 0 || data.entities.kind[entity] !== mode) return null;
  return /** @type {[string, string, number]} */ ([`${mode} ${entity}`, data.entities.name[entity], entity]);
}

// In the order of their first item, those first that have one among the days that the page opens on; a quarter after its
// city; events without a home, and then lanes without events, last.
function order(lanes, data, items, mode) {
  const outer = mode === 'place' ? outerPlaces(data) : [], [from, to] = openingWindow(data);
  const far = (found) => found.every((n) => items.b[n] <= from || items.a[n] >= to);
  const rank = ({ found, name }, n) => (!found.length ? 2e9 + n : name === '' ? 1e9 : found[0] + (far(found) ? 5e8 : 0));
  const ranked = lanes.map((lane, n) => ({ lane, at: rank(lane, n) })).sort((p, q) => p.at - q.at).map(({ lane }) => lane);
  const known = new Set(ranked.map((lane) => lane.entity).filter((entity) => entity >= 0));
  const inside = (lane) => lane.entity >= 0 && outer[lane.entity] >= 0 && outer[lane.entity] !== lane.entity && known.has(outer[lane.entity]);
  const inner = new Map();
  for (const lane of ranked.filter(inside)) {
    lane.inner = true;
    const city = outer[lane.entity];
    if (inner.has(city)) inner.get(city).push(lane); else inner.set(city, [lane]);
  }
  const made = ranked.filter((lane) => !lane.inner).flatMap((lane) => [lane, ...withInner(lane, inner)]);
  const ring = [...inner.values()].flat();
  return [...made, ...ring];
}

// The quarters of a place, and what lies in these.
function withInner(lane, inner) {
  const found = lane.entity >= 0 ? inner.get(lane.entity) ?? [] : [];
  inner.delete(lane.entity);
  return found.flatMap((quarter) => [quarter, ...withInner(quarter, inner)]);
}
