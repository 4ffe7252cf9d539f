import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unpack, unpackTable } from '../src/columns.js';

test('every way of writing a column is read back', () => {
  assert.deepEqual(unpack([1, null]), [1, null]);
  assert.deepEqual(unpack({ c: 7, n: 3 }), [7, 7, 7]);
  assert.deepEqual(unpack({ d: [10, 1, null, -4] }), [10, 11, null, 7]);
  assert.deepEqual(unpack({ w: ['a', 'b'], v: [1, 0, 1] }), ['b', 'a', 'b']);
  assert.deepEqual(unpack({ e: ['', '=x', '='] }), [null, 'x', '']);
  assert.deepEqual(unpack({ h: 'c-', v: btoa('\x00\x01\xfe\xff\x10\x20') }), ['c-0001feff1020']);
  assert.deepEqual(unpack({ l: [0, 2, 1], v: [5, 6, 7] }), [[], [5, 6], [7]]);
  assert.deepEqual(unpack({ t: [[0, 0], { d: [4, 6] }, [2, 3]], l: [2, 0] }), [[[0, 4, 6], [0, 10, 13]], []]);
  assert.deepEqual(unpackTable({ end: { r: 'start', v: [2, null] }, start: [5, 9] }), { start: [5, 9], end: [7, null] });
});

test('a list that stands for many cannot be changed', () => {
  const [one] = unpack({ c: [], n: 2 });
  assert.throws(() => one.push(1), TypeError);
});

test('a column is read when it is first asked for', () => {
  const asked = [];
  const table = unpackTable(new Proxy({ a: [1], b: { d: [1, 1] } }, { get: (packed, name) => { asked.push(name); return packed[name]; } }));
  assert.deepEqual(asked, []);
  assert.deepEqual(table.b, [1, 2]);
  assert.equal(table.b, table.b);
  assert.deepEqual(asked, ['b']);
});
