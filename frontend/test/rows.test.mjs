import assert from 'node:assert/strict';
import { test } from 'node:test';

import { rowAfterKey, rowsInView, scrollTo, sortRows } from '../src/table/rows.js';

test('only the rows near the view are built; the spacers stand for the rest', () => {
  for (const top of [0, 17, 5000, 1_599_000, 9e9]) {
    const { first, last, before, after } = rowsInView({ count: 50_000, height: 32, top, view: 600 });
    assert.ok(last - first <= 600 / 32 + 18);
    assert.equal(before + (last - first) * 32 + after, 50_000 * 32);
  }
  assert.deepEqual(rowsInView({ count: 0, height: 32, top: 0, view: 600 }), { first: 0, last: 0, before: 0, after: 0 });
});

test('a row is brought into view and no further', () => {
  assert.equal(scrollTo({ row: 10, height: 30, top: 0, view: 400 }), 0);
  assert.equal(scrollTo({ row: 20, height: 30, top: 0, view: 400 }), 230);
  assert.equal(scrollTo({ row: 2, height: 30, top: 300, view: 400 }), 60);
});

test('sorting is stable, by the alphabet, numbers by size, nothing last', () => {
  const names = ['Zürich', 'Évreux', 'agen', null, 'Evry', 'Agen'];
  const up = [...sortRows([0, 1, 2, 3, 4, 5], (r) => names[r], false, 'fr')].map((r) => names[r]);
  assert.deepEqual(up, ['agen', 'Agen', 'Évreux', 'Evry', 'Zürich', null]);
  const days = [5, null, -3, 5];
  assert.deepEqual([...sortRows([0, 1, 2, 3], (r) => days[r])], [2, 0, 3, 1]);
  assert.deepEqual([...sortRows([0, 1, 2, 3], (r) => days[r], true)], [0, 3, 2, 1]);
});

test('keys walk within the table', () => {
  assert.equal(rowAfterKey('ArrowDown', 4, 5, 10), 4);
  assert.equal(rowAfterKey('PageDown', 0, 50, 10), 10);
  assert.equal(rowAfterKey('Home', 30, 50, 10), 0);
  assert.equal(rowAfterKey('End', 30, 50, 10), 49);
  assert.equal(rowAfterKey('x', 3, 50, 10), null);
  assert.equal(rowAfterKey('End', 0, 0, 10), null);
});
