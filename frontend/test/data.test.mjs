import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, extent, quote, titleOf } from '../src/data.js';
import { certaintyOf, fold, select, visible } from '../src/select.js';
import { initialState, noFilters } from '../src/store.js';
import { readHash, writeHash } from '../src/url.js';
import { register } from '../src/i18n.js';
import { strings } from '../src/strings.js';
import { tiny, tinyData } from './tiny.mjs';

register(strings);

test('positions are turned into UTF-16 units', async () => {
  const data = await tinyData();
  const { claims } = data;
  assert.equal(quote(data, [0, claims.start[0], claims.end[0]]), 'seized');
  assert.equal(quote(data, [0, claims.start[1], claims.end[1]]), 'fled');
  assert.equal(quote(data, data.entities.mentions[1][0]), 'Alaric');
  assert.equal(quote(data, [0, claims.roles[0][1][1], claims.roles[0][1][2]]), 'Rome');
  assert.equal(titleOf(data, 1), 'fled');
});

test('another format is refused', () => assert.throws(() => decode({ ...tiny(), format: 1 }, null), /format 1/));

test('filters and words choose events', async () => {
  const data = await tinyData();
  const found = (filters, query = '') => [...select({ filters: { ...noFilters(), ...filters }, query }, data)];
  assert.deepEqual(found({}), [0, 1]);
  assert.deepEqual(found({ place: [0] }), [0]);
  assert.deepEqual(found({ person: [1] }), [0]);
  assert.deepEqual(found({ type: [1] }), [1]);
  assert.deepEqual(found({ certainty: ['range'] }), [1]);
  assert.deepEqual(found({ place: [0], type: [1] }), []);
  assert.deepEqual(found({}, 'GUÁRD fled'), [1]);
  assert.equal(certaintyOf(data, 0), 'day');
  assert.equal(fold('Besançon'), 'besancon');
});

test('the choice is worked out once', async () => {
  const data = await tinyData(), state = { ...initialState(), query: 'rome' };
  assert.equal(visible(state, data), visible({ ...state, day: 5 }, data));
  assert.notEqual(visible(state, data), visible({ ...state, query: '' }, data));
});

test('the address holds the state and gives it back', async () => {
  const data = await tinyData();
  const [low, high] = extent(data);
  const state = { ...initialState(), event: 1, entity: 0, day: low, window: [low, high], lanes: 'person', tab: 'table', query: 'a & b', filters: { ...noFilters(), place: [0], type: [0, 1], certainty: ['day'] } };
  const back = readHash(writeHash(state, data), data);
  for (const key of ['event', 'entity', 'day', 'window', 'lanes', 'tab', 'query', 'filters']) assert.deepEqual(back[key], state[key], key);
  assert.match(writeHash(state, data), /d=0410-05-02/);
});

test('what an address names and is not there is left out', async () => {
  const data = await tinyData();
  const read = readHash('#e=v-9&d=nonsense&w=x..y&f.place=e-9&lanes=moon', data);
  assert.equal('event' in read || 'day' in read || 'window' in read, false);
  assert.deepEqual(read.filters.place, []);
  assert.equal(read.lanes, 'place');
  assert.deepEqual(readHash('#w-c-2', data), { claim: 1, event: 1 });
});
