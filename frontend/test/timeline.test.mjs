import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toDay } from '../src/dates.js';
import { register } from '../src/i18n.js';
import { strings } from '../src/strings.js';
import { density, peak } from '../src/timeline/density.js';
import { DAY, OPEN, RANGE, STRETCH, makeItems } from '../src/timeline/items.js';
import { makeLanes, makeRuns, stackRuns } from '../src/timeline/lanes.js';
import { BARE, DENSE, LABELLED, ends, pack } from '../src/timeline/pack.js';
import { makeScale, ticks } from '../src/timeline/scale.js';
import { tinyData } from './tiny.mjs';

register(strings);

const days = (...starts) => ({
  a: Float64Array.from(starts), b: Float64Array.from(starts, (day) => day + 1), c: Float64Array.from(starts), d: Float64Array.from(starts, (day) => day + 1),
  shape: new Uint8Array(starts.length), status: new Uint8Array(starts.length), open: new Uint8Array(starts.length),
});
const modes = (made) => made.clusters.flatMap(({ low, high, mode }) => Array.from({ length: high - low }, () => mode));
const all = (items) => Int32Array.from(items.a, (_, n) => n);

test('no two of a row meet, with their labels where they have them', () => {
  let seed = 5;
  const random = () => { seed = (seed * 16807) % 2147483647; return seed / 2147483647; };
  const items = days(...Array.from({ length: 400 }, () => Math.floor(random() * 3000)).sort((a, b) => a - b));
  for (const k of [0.5, 2, 10, 80]) {
    const width = () => 90, made = pack(items, all(items), k, width, 6), mode = modes(made);
    for (let i = 0; i < 400; i += 1) {
      for (let j = i + 1; j < 400; j += 1) {
        if (mode[i] === DENSE || mode[j] === DENSE || made.row[i] !== made.row[j]) continue;
        const right = ends(items, i, k)[1] + (mode[i] === LABELLED ? Math.min(90, made.room[i]) : 0);
        assert.ok(right <= ends(items, j, k)[0], `${i} and ${j} at ${k}`);
      }
      assert.ok(made.row[i] < 6);
    }
  }
});

test('what does not fit loses its labels first, and is a density at last', () => {
  const at = (k, items, most) => [...new Set(modes(pack(items, all(items), k, () => 60, most)))];
  assert.deepEqual(at(10, days(1, 2, 3), 3), [LABELLED]);
  assert.deepEqual(at(12, days(1, 2, 3, 4, 5), 2), [BARE]);
  assert.deepEqual(at(10, days(1, 1, 1, 1), 2), [DENSE]);
  assert.deepEqual(modes(pack(days(1, 1, 1, 1, 500), all(days(1, 1, 1, 1, 500)), 10, () => 60, 2)), [DENSE, DENSE, DENSE, DENSE, LABELLED]);
});

test('rows do not depend on what is in view', () => {
  const items = days(1, 2, 300, 301, 302), list = all(items);
  const whole = pack(items, list, 5, () => 40, 4), part = pack(items, list.subarray(2), 5, () => 40, 4);
  assert.deepEqual([...whole.row.subarray(2)], [...part.row]);
});

test('density counts every item on each of its pixels', () => {
  const items = days(10, 10, 12), scale = makeScale([10, 20], 0, 10);
  items.b[2] = 15;
  items.shape[2] = RANGE;
  const { sure, maybe } = density(items, all(items), [[0, 3]], scale);
  assert.deepEqual([...maybe], [2, 0, 1, 1, 1, 0, 0, 0, 0, 0]);
  assert.deepEqual([...sure], [2, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  assert.equal(peak(maybe), 2);
});

test('shapes tell what is known of a date', async () => {
  const data = await tinyData();
  data.events.id.push('v-3', 'v-4', 'v-5');
  const more = { e0: [null, 5, null], e1: [null, 8, null], l0: [9, 20, null], l1: [9, 25, null], lasting: [0, 1, 0] };
  for (const [name, values] of Object.entries(more)) data.events[name].push(...values);
  for (const name of ['claims', 'actors', 'targets']) data.events[name].push([], [], []);
  for (const name of ['type', 'status', 'disputed', 'where']) data.events[name].push(0, 0, 0);
  data.events.title.push(['', 'x', ''], ['', 'y', ''], ['', 'z', '']);
  const items = makeItems(data, [0, 1, 2, 3, 4]);
  const shape = (event) => items.shape[[...items.event].indexOf(event)];
  assert.deepEqual([shape(0), shape(1), shape(2), shape(3)], [DAY, RANGE, OPEN, STRETCH]);
  assert.equal(items.undated, 1);
  const n = [...items.event].indexOf(3);
  assert.deepEqual([items.a[n], items.c[n], items.d[n], items.b[n]], [5, 8, 21, 26]);
});

test('the accounts of a disputed event stand apart', async () => {
  const data = await tinyData();
  data.events.disputed[0] = 1;
  data.events.claims[0] = [0, 1];
  for (const name of ['e0', 'e1', 'l0', 'l1']) data.claims[name][1] = data.claims[name][0] + 1;
  assert.deepEqual([...makeItems(data, [0]).claim], [0, 1]);
});

test('lanes by place, person and source, with what was held at the head', async () => {
  const data = await tinyData(), items = makeItems(data, [0, 1]);
  const names = (mode) => makeLanes(data, items, mode).map((lane) => [lane.name, lane.items.length, lane.runs.length]);
  assert.deepEqual(names('place'), [['Rome', 1, 1], ['', 1, 0]]);
  assert.deepEqual(names('person'), [['Alaric', 1, 1], ['', 1, 0]]);
  assert.deepEqual(names('source'), [['tiny.txt', 2, 0]]);
  assert.equal(items.holder[0], 0);
});

test('runs that overlap have rows of their own, and one run goes on where the certainty changes', async () => {
  const data = await tinyData();
  data.ribbons[0].reigns = [[1, 4, [[0, 0, [], []]]], [5, 9, [[0, 1, [], []], [1, 1, [], []]]], [20, null, [[0, 0, [], []]]]];
  const runs = makeRuns(data);
  assert.deepEqual(runs.map((run) => [run.holder, run.first, run.last, run.pieces.length]), [[0, 1, 9, 2], [1, 5, 9, 1], [0, 20, null, 1]]);
  assert.deepEqual(stackRuns(runs), { slots: [0, 1, 0], rows: 2 });
});

test('marks of the axis keep their distance in every age', () => {
  for (const year of [-3000, -44, 0, 987, 1871, 12000]) {
    for (const wide of [5, 20, 90, 400, 3000, 40000, 800000]) {
      const from = toDay(year, 2, 3), scale = makeScale([from, from + wide], 0, 1200), found = ticks(scale);
      assert.ok(found.length >= 1 && found.length <= 1200 / 40, `${year} ${wide}: ${found.length}`);
      for (let n = 1; n < found.length; n += 1) assert.ok((found[n][0] - found[n - 1][0]) * scale.k > 40, `${year} ${wide} ${found[n]}`);
    }
  }
});

test('quarters stand after their city, and no lane is lost', async () => {
  const data = await tinyData();
  const add = (name, part) => { for (const [key, value] of Object.entries({ id: name, name, kind: 'place', lat: null, lon: null, part_of: part, names: [name], mentions: [] })) data.entities[key].push(value); return data.entities.id.length - 1; };
  const borgo = add('Borgo', 'Rome'), lane = add('The lane', 'Borgo'), far = add('Ravenna', null);
  const ring = [add('A', 'B'), add('B', 'A')];
  data.ribbons = [far, lane, borgo, ...ring].map((entity) => ({ fluent: 'holds', key: data.entities.name[entity], entity, reigns: [[1, 2, [[0, 0, [], []]]]] }));
  const names = makeLanes(data, makeItems(data, [0, 1]), 'place').map(({ name, inner }) => [name, inner]);
  assert.deepEqual(names.slice(0, 3), [['Rome', false], ['Borgo', true], ['The lane', true]]);
  assert.deepEqual(names.map(([name]) => name).sort(), ['', 'A', 'B', 'Borgo', 'Ravenna', 'Rome', 'The lane']);
});
