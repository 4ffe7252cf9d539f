import assert from 'node:assert/strict';
import { test } from 'node:test';

import { count, makeFacet, rank } from '../src/table/facets.js';

const PLACES = [[0], [0], [1], [1, 2], []];
const TYPES = [[0], [1], [0], [0], [1]];
const facets = [makeFacet('place', 5, 3, (e) => PLACES[e]), makeFacet('type', 5, 2, (e) => TYPES[e])];

test('without a choice every value is counted', () => {
  const { counts, total } = count(facets, {}, 5);
  assert.equal(total, 5);
  assert.deepEqual([...counts.place], [2, 2, 1]);
  assert.deepEqual([...counts.type], [3, 2]);
});

test('a choice narrows the other facets and leaves its own counts standing', () => {
  const { counts, total } = count(facets, { place: new Set([1]) }, 5);
  assert.equal(total, 2);
  assert.deepEqual([...counts.place], [2, 2, 1]);
  assert.deepEqual([...counts.type], [2, 0]);
});

test('choices of one facet add up, choices of two narrow', () => {
  const chosen = { place: new Set([0, 2]), type: new Set([0]) };
  const { counts, total } = count(facets, chosen, 5);
  assert.equal(total, 2);
  assert.deepEqual([...counts.place], [1, 2, 1]);
  assert.deepEqual([...counts.type], [2, 1]);
});

test('a query narrows everything', () => {
  const { counts, total } = count(facets, {}, 5, (e) => e === 3);
  assert.equal(total, 1);
  assert.deepEqual([...counts.place], [0, 1, 1]);
});

test('every count is what choosing that value alone would show', () => {
  const chosen = { type: new Set([1]) };
  const { counts } = count(facets, chosen, 5);
  for (let v = 0; v < 3; v += 1) {
    assert.equal(count(facets, { ...chosen, place: new Set([v]) }, 5).total, counts.place[v]);
  }
});

test('a value that an event has twice counts once; -1 is no value', () => {
  const facet = makeFacet('place', 1, 1, () => [0, 0, -1]);
  assert.deepEqual([...count([facet], {}, 1).counts.place], [1]);
});

test('values keep their order while one chooses; what is left out is counted, what is chosen never is', () => {
  const totals = Uint32Array.of(1, 5, 2, 5, 1);
  assert.deepEqual(rank(totals, totals, new Set()), { values: [1, 3, 2, 0, 4], more: 0 });
  assert.deepEqual(rank(Uint32Array.of(1, 0, 2, 1, 0), totals, new Set([4])), { values: [3, 2, 0, 4], more: 0 });
  assert.deepEqual(rank(totals, totals, new Set([4]), 2), { values: [1, 3, 4], more: 2 });
});
