import assert from 'node:assert/strict';
import { test } from 'node:test';

import { cut, indexLayers, layerColumns } from '../src/source/segments.js';
import { BLOCK, blockAt, paragraphs, splitBlocks } from '../src/source/split.js';

/** A generator of numbers that are the same each time. */
function dice(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % below;
  };
}

test('overlapping words are cut where either begins or ends', () => {
  const layers = [
    { start: 0, end: 10, kind: 'role', ref: 1 },
    { start: 5, end: 15, kind: 'time', ref: 2 },
    { start: 5, end: 8, kind: 'trigger', ref: 3 },
  ];
  const found = cut(layers, 0, 20).map((s) => [s.start, s.end, s.layers.map((l) => l.ref).join('')]);
  assert.deepEqual(found, [[0, 5, '1'], [5, 8, '123'], [8, 10, '12'], [10, 15, '2'], [15, 20, '']]);
});

test('pieces joined are the stretch, and each layer is the sum of its pieces', () => {
  const roll = dice(7);
  for (let round = 0; round < 200; round += 1) {
    const layers = Array.from({ length: roll(8) }, (_, ref) => {
      const start = roll(90);
      return { start, end: start + 1 + roll(30), kind: 'role', ref };
    });
    const [low, high] = [10, 100];
    const index = indexLayers(layers);
    const touching = index.between(low, high);
    assert.deepEqual(
      touching.map((l) => l.ref).sort(),
      layers.filter((l) => l.start < high && l.end > low).map((l) => l.ref).sort(),
    );
    const pieces = cut(touching, low, high);
    let position = low;
    for (const piece of pieces) {
      assert.equal(piece.start, position);
      position = piece.end;
    }
    assert.equal(position, high);
    for (const layer of touching) {
      const covered = pieces.filter((p) => p.layers.includes(layer)).reduce((n, p) => n + p.end - p.start, 0);
      assert.equal(covered, Math.min(high, layer.end) - Math.max(low, layer.start));
    }
  }
});

test('blocks are the whole text, end at paragraphs, and stay near their size', () => {
  const roll = dice(3);
  const text = Array.from({ length: 400 }, () => 'word '.repeat(5 + roll(120)) + '.\n\n').join('');
  const blocks = splitBlocks(text);
  assert.equal(blocks.map(([a, b]) => text.slice(a, b)).join(''), text);
  for (const [start, end] of blocks.slice(0, -1)) {
    assert.ok(text.slice(start, end).endsWith('\n\n'));
    assert.ok(end - start >= BLOCK && end - start <= 2 * BLOCK);
  }
});

test('a text without paragraphs or even spaces is cut too, never inside a character', () => {
  const lines = 'a line of verse that ends\n'.repeat(3000);
  for (const [, end] of splitBlocks(lines).slice(0, -1)) assert.equal(lines[end - 1], '\n');
  const solid = 'x' + '🏰'.repeat(30000);
  const blocks = splitBlocks(solid);
  assert.equal(blocks.map(([a, b]) => solid.slice(a, b)).join(''), solid);
  for (const [start, end] of blocks) assert.ok(solid.slice(start, end).isWellFormed?.() ?? true);
  assert.deepEqual(splitBlocks(''), []);
});

test('every position is in the block that blockAt gives', () => {
  const blocks = splitBlocks('some words here.\n\n'.repeat(4000));
  for (const position of [0, 1, 7999, 8000, 8001, 30000, 71999]) {
    const [start, end] = blocks[blockAt(blocks, position)];
    assert.ok(start <= position && position < end);
  }
});

test('paragraphs of a stretch joined are the stretch', () => {
  const text = 'One.\n\nTwo\nlines.\n \n\nThree.\r\n\r\nFour';
  assert.deepEqual(paragraphs(text, 0, text.length).map(([a, b]) => text.slice(a, b).trim()), ['One.', 'Two\nlines.', 'Three.', 'Four']);
  assert.equal(paragraphs(text, 3, 15).map(([a, b]) => text.slice(a, b)).join(''), text.slice(3, 15));
});

test('layers in columns are found like layers one by one', () => {
  const roll = dice(11), layers = [], columns = layerColumns(['a', 'b']);
  for (let ref = 0; ref < 400; ref += 1) {
    const start = roll(9000), end = start + 1 + roll(ref % 50 ? 40 : 3000), kind = roll(2);
    layers.push({ start, end, kind: 'ab'[kind], ref });
    columns.put(kind, ref, start, end);
  }
  const index = indexLayers(layers);
  for (let round = 0; round < 300; round += 1) {
    const low = roll(12_000), high = low + roll(2000);
    assert.deepEqual(columns.between(low, high), index.between(low, high));
  }
  assert.deepEqual(layerColumns(['a']).between(0, 10), []);
});
