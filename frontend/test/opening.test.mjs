// What is looked at first.
import test from 'node:test';
import assert from 'node:assert/strict';
import { sayTitle } from '../src/data.js';
import { firstDay, openingWindow, wholeWindow } from '../src/opening.js';
import { readHash } from '../src/url.js';
import { tinyData } from './tiny.mjs';

const events = (...days) => ({ extent: [Math.min(...days), Math.max(...days)], events: { e0: days, l1: days } });
const crowd = Array.from({ length: 20 }, (_, n) => 10_000 + 5 * n);

test('one far event does not press all others against the edge', () => {
  const data = events(2_000, ...crowd);
  assert.deepEqual(wholeWindow(data), [1_676, 10_420]);
  assert.deepEqual(openingWindow(data).map((day) => day > 9_900 && day < 10_200), [true, true]);
  const open = { ...data, events: { e0: [null, ...crowd], l1: [2_000, ...crowd] } };
  assert.deepEqual(openingWindow(open).map((day) => day > 9_900 && day < 10_200), [true, true]);
});

test('all is shown where events are few or lie apart', () => {
  const apart = events(...crowd.map((day, n) => day + 400 * n)), few = events(2_000, 10_000, 10_001);
  assert.deepEqual(openingWindow(apart), wholeWindow(apart));
  assert.deepEqual(openingWindow(few), wholeWindow(few));
});

test('the day looked at first is one on which most is held, for certain before possibly', () => {
  const held = (...reigns) => ({ reigns: reigns.map(([first, last, certainty]) => [first, last, [[0, certainty, [], []]]]) });
  const data = (...ribbons) => ({ extent: [1, 2], ribbons });
  assert.equal(firstDay(data(held([null, 9, 1]), held([20, 30, 0], [31, null, 1]), held([25, null, 0]))), 25);
  assert.equal(firstDay(data(held([5, 9, 1]), held([8, null, 1]))), 8);
  assert.equal(firstDay(data()), 1);
});

test('the beginning of an id that tables show leads to its event', async () => {
  const data = await tinyData();
  data.events.id = ['ev-123456abcdef', 'ev-123457abcdef'];
  assert.deepEqual(readHash('#ev-123456', data), { event: 0, claim: null });
  assert.deepEqual(readHash('#ev-12345', data), {});
  assert.equal(readHash('#e=ev-123457', data).event, 1);
});

test('an event in a few words', () => {
  assert.equal(sayTitle(['Metz', 'fell', '', '']), 'Metz fell');
  assert.equal(sayTitle(['', 'siege', 'Metz', '']), 'siege: Metz');
  assert.equal(sayTitle(['Daniele Manin', 'seized', 'the Arsenal', 'Venice']), 'Daniele Manin seized the Arsenal (Venice)');
  assert.equal(sayTitle(['', 'barricades', '', 'Milan']), 'barricades (Milan)');
});
