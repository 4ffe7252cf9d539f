// The state in the address: #e=…&d=1871-03-25&w=…..…&lanes=…&tab=…&f.place=…&q=…  Ids are those of the chronicle.
import { isoDay, readDay } from './dates.js';
import { FACETS, noFilters } from './store.js';

const LANES = ['place', 'person', 'body', 'source'];

/** @param {import('./store.js').State} state @param {import('./data.js').Data} data */
export function writeHash(state, data, { window: shown = true } = {}) {
  const parts = [];
  const put = (key, value) => parts.push(`${key}=${encodeURIComponent(value).replace(/%2C/g, ',').replace(/%20/g, '+')}`);
  if (state.event !== null) put('e', data.events.id[state.event]);
  if (state.claim !== null && state.event !== null && data.events.claims[state.event].length > 1) put('c', data.claims.id[state.claim]);
  if (state.entity !== null) put('n', data.entities.id[state.entity]);
  if (state.day !== null) put('d', isoDay(state.day));
  if (shown) put('w', `${isoDay(Math.round(state.window[0]))}..${isoDay(Math.round(state.window[1]))}`);
  if (state.lanes !== 'place') put('lanes', state.lanes);
  if (state.tab !== 'event') put('tab', state.tab);
  for (const facet of FACETS) if (state.filters[facet].length) put(`f.${facet}`, state.filters[facet].map((value) => nameOf(data, facet, value)).join(','));
  if (state.query) put('q', state.query);
  return `#${parts.join('&')}`;
}

// Commas part the values of a filter, so those within one are written twice encoded.
const safe = (text) => text.replace(/%/g, '%25').replace(/,/g, '%2C');

function nameOf(data, facet, value) {
  if (typeof value === 'string') return safe(value);
  const column = { type: data.types, status: data.statuses, source: data.documents.map((d) => d.id) }[facet] ?? data.entities.id;
  return safe(column[value]);
}

function valueOf(data, facet, name) {
  const plain = name.replace(/%2C/g, ',').replace(/%25/g, '%');
  if (facet === 'certainty' || plain.startsWith('=')) return plain;
  const column = { type: data.types, status: data.statuses, source: data.documents.map((d) => d.id) }[facet] ?? data.entities.id;
  const found = column.indexOf(plain);
  return found < 0 ? null : found;
}

/**
 * What an address asks for; what it names and is not there is left out. Addresses of single findings (#c-…, #w-c-…)
 * lead to their event.
 * @param {string} hash @param {import('./data.js').Data} data @returns {Partial<import('./store.js').State>}
 */
export function readHash(hash, data) {
  const plain = hash.replace(/^#/, '');
  if (!plain.includes('=')) return finding(plain.replace(/^w-/, ''), data);
  const given = new URLSearchParams(plain);
  const patch = /** @type {Partial<import('./store.js').State>} */ ({});
  const number = (key, table) => { const found = given.has(key) ? at(table.id, given.get(key)) : -1; return found < 0 ? null : found; };
  const event = number('e', data.events), claim = number('c', data.claims), entity = number('n', data.entities);
  if (event !== null) Object.assign(patch, { event, claim: null });
  if (claim !== null) Object.assign(patch, { claim, event: data.claims.event[claim] < 0 ? event : data.claims.event[claim] });
  if (entity !== null) patch.entity = entity;
  const day = readDay(given.get('d') ?? '');
  if (day !== null) patch.day = day;
  const [from, to] = (given.get('w') ?? '').split('..').map(readDay);
  if (from !== null && to !== null && to !== undefined && from < to) patch.window = [from, to];
  const lanes = given.get('lanes') ?? 'place';
  patch.lanes = /** @type {any} */ (LANES.includes(lanes) ? lanes : 'place');
  patch.tab = given.get('tab') ?? 'event';
  patch.filters = noFilters();
  for (const facet of FACETS) {
    const names = given.get(`f.${facet}`);
    if (names) patch.filters[facet] = names.split(',').map((name) => valueOf(data, facet, name)).filter((value) => value !== null);
  }
  patch.query = given.get('q') ?? '';
  return patch;
}

const SHORT = 6;

/** Where the id stands, or the one id that begins so: tables show the beginning of an id. */
function at(ids, id) {
  const exact = ids.indexOf(id);
  if (exact >= 0 || id.length < SHORT) return exact;
  const found = [];
  ids.forEach((one, n) => { if (one.startsWith(id)) found.push(n); });
  return found.length === 1 ? found[0] : -1;
}

function finding(id, data) {
  if (!id) return {};
  const claim = at(data.claims.id, id), event = at(data.events.id, id), entity = at(data.entities.id, id);
  if (claim >= 0) return { claim, event: data.claims.event[claim] < 0 ? null : data.claims.event[claim] };
  if (event >= 0) return { event, claim: null };
  if (entity >= 0) return { entity, tab: 'people' };
  if (data.conflicts.some((conflict) => conflict.id === id)) return { tab: 'contradictions' };
  return data.gaps.some((gap) => gap.id === id) ? { tab: 'gaps' } : {};
}
