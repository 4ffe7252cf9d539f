import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStore, initialState } from '../src/store.js';

test('tells what changed, once, and nothing where nothing did', () => {
  const store = createStore(initialState());
  const heard = [];
  const stop = store.subscribe((state, changed) => heard.push([state.event, changed]));
  store.set({ event: 3, day: 2400000 });
  store.set({ event: 3 });
  store.set({ window: [0, 1] });
  assert.deepEqual(heard, [[3, ['event', 'day']]]);
  stop();
  store.set({ event: 4 });
  assert.equal(heard.length, 1);
});

test('a change made by a subscriber comes after the one it answers', () => {
  const store = createStore(initialState());
  const heard = [];
  store.subscribe((state, changed) => { if (changed.includes('event')) store.set({ day: 7 }); });
  store.subscribe((state, changed) => heard.push(changed.join()));
  store.set({ event: 1 });
  assert.deepEqual(heard, ['event', 'day']);
  assert.equal(store.get().day, 7);
});
