import assert from 'node:assert/strict';
import { test } from 'node:test';
import { colours, letters, toneClass, TONES } from '../src/colours.js';
import { placeLabels, spread } from '../src/map/labels.js';
import { slice } from '../src/map/marks.js';
import { neighbour } from '../src/map/gestures.js';
import { bearing, changeDays, eventsAbout, heldOn, kindOf, placesOf, reignOn, stepDay } from '../src/map/places.js';
import { enclose, framed, fromScreen, projectionFor, scaleBar, toScreen, WHOLE, zoomed } from '../src/map/project.js';
import { standsOn } from '../src/map/base.js';
import { tinyData } from './tiny.mjs';

const close = (a, b, by = 1e-6) => assert.ok(Math.abs(a - b) <= by, `${a} is not ${b}`);

test('the middle of places lies among them, across 180 degrees and round the pole too', () => {
  const fiji = enclose([[178, -18], [-178, -16]]);
  close(Math.abs(fiji.middle[0]), 180, 1);
  assert.ok(fiji.radius < 3);
  const pole = enclose([[0, 85], [120, 85], [-120, 85]]);
  close(pole.middle[1], 90, 0.6);
  assert.ok(pole.radius < 6);
  assert.ok(enclose([[0, 0], [180, 0]]).radius >= 90);
});

for (const [name, points] of Object.entries({
  'one place': [[2.35, 48.85]], 'France': [[2.35, 48.85], [5.37, 43.3], [-0.58, 44.84]], 'across 180 degrees': [[178, -18], [-172, -14], [175, -41]],
  'round the pole': [[0, 80], [100, 82], [-120, 79]], 'the pole itself': [[10, -90], [20, -85]], 'all over the world': [[-122, 47], [151, -33], [2, 48]],
})) {
  test(`the map of ${name} holds its places and knows its scale`, () => {
    const { projection } = projectionFor(points, 400, 300, 20);
    for (const point of points) {
      const [x, y] = projection(point);
      assert.ok(x >= 0 && x <= 400 && y >= 0 && y <= 300, `${point} stands at ${x}, ${y}`);
    }
    const bar = scaleBar(projection, WHOLE, 400, 300, 100);
    assert.match(String(bar.kilometres), /^[125]0*$/);
    assert.ok(bar.pixels <= 100 && bar.pixels >= 19);
  });
}

test('a bar of the scale is as long as it says', () => {
  const { projection } = projectionFor([[2, 48], [6, 44]], 600, 600, 30);
  const bar = scaleBar(projection, WHOLE, 600, 600, 120), kilometre = projection.scale() / 6371;
  close(bar.pixels / bar.kilometres, kilometre, kilometre * 0.01);
});

test('zoom keeps the point under the pointer, and has its limits', () => {
  const view = zoomed({ k: 2, x: 10, y: -5 }, 1.7, [120, 80]);
  const [before, after] = [fromScreen({ k: 2, x: 10, y: -5 }, [120, 80]), fromScreen(view, [120, 80])];
  close(before[0], after[0]);
  close(before[1], after[1]);
  assert.equal(zoomed(WHOLE, 1000, [0, 0], [1, 8]).k, 8);
  const box = framed([[10, 10], [30, 20]], 200, 200, 20);
  assert.deepEqual(toScreen(box, [20, 15]), [100, 100]);
});

const rectOf = (item, label) => {
  const left = { start: label.x, end: label.x - item.width, middle: label.x - item.width / 2 }[label.anchor], bottom = label.y + item.height * 0.2;
  return [left, bottom - item.height, left + item.width, bottom];
};
const meet = (a, b) => a[0] < b[2] - 1e-9 && b[0] < a[2] - 1e-9 && a[1] < b[3] - 1e-9 && b[1] < a[3] - 1e-9;

// Places that come again and again the same: a simple generator, not a random one.
function scatter(count, width, height) {
  let seed = 7;
  const next = () => { seed = (seed * 16807) % 2147483647; return seed / 2147483647; };
  return Array.from({ length: count }, (_, n) => ({ x: next() * width, y: next() * height, r: 4 + (n % 3) * 3, width: 30 + next() * 70, height: 16, priority: n % 7, must: n % 4 === 0 }));
}

test('no name stands on another, on a mark or over the rim', () => {
  const items = scatter(120, 900, 600), taken = [[0, 450, 200, 600]], labels = placeLabels(items, [0, 0, 900, 600], taken);
  const rects = labels.flatMap((label, n) => (label ? [{ n, rect: rectOf(items[n], label) }] : []));
  assert.ok(rects.length > 60, `only ${rects.length} names found room`);
  for (const { n, rect } of rects) {
    assert.ok(rect[0] >= 0 && rect[1] >= 0 && rect[2] <= 900 && rect[3] <= 600);
    assert.ok(!meet(rect, taken[0]), 'covers what was taken');
    for (const other of rects) if (other.n > n) assert.ok(!meet(rect, other.rect), `${n} meets ${other.n}`);
    for (const [m, { x, y, r }] of items.entries()) if (m !== n) assert.ok(!meet(rect, [x - r, y - r, x + r, y + r]), `${n} covers the mark ${m}`);
  }
});

test('the same places give the same map, whatever order they come in', () => {
  const items = scatter(60, 500, 400), turned = items.toReversed();
  const [one, other] = [placeLabels(items, [0, 0, 500, 400]), placeLabels(turned, [0, 0, 500, 400]).toReversed()];
  assert.deepEqual(one, other);
});

test('whoever comes first in rank gets room first', () => {
  const items = [{ x: 50, y: 50, r: 5, width: 40, height: 16, priority: 1 }, { x: 58, y: 51, r: 5, width: 40, height: 16, priority: 9 }];
  assert.equal(placeLabels(items, [0, 40, 110, 62])[1].anchor, 'start');
});

test('marks on one spot are set round it, the first stays', () => {
  const items = Array.from({ length: 9 }, (_, n) => ({ x: 100, y: 100, r: 10, priority: n }));
  const made = spread(items);
  assert.deepEqual(made[8], { x: 100, y: 100, moved: false });
  for (const [n, a] of made.entries()) for (const b of made.slice(n + 1)) assert.ok(Math.hypot(a.x - b.x, a.y - b.y) > 10);
});

test('arrow keys go to the nearest place that way', () => {
  const at = [{ x: 50, y: 50 }, { x: 90, y: 55 }, { x: 60, y: 10 }, { x: 400, y: 50 }];
  assert.equal(neighbour(at, 0, 'ArrowRight'), 1);
  assert.equal(neighbour(at, 1, 'ArrowRight'), 3);
  assert.equal(neighbour(at, 0, 'ArrowUp'), 2);
  assert.equal(neighbour(at, 0, 'ArrowLeft'), -1);
  assert.equal(neighbour(at, 0, 'Enter'), -1);
});

test('letters are short and no two alike', () => {
  assert.deepEqual(letters(['Commune', 'Commune of Lyon', 'Crown', 'Crémieux']), ['C', 'CL', 'Cr', 'Cé']);
  assert.deepEqual(letters(['national guards', 'troops', 'the Troops']), ['N', 'T', 'Tr']);
  assert.equal(new Set(letters(Array.from({ length: 200 }, () => 'A crowd'))).size, 200);
  assert.deepEqual(letters(['', '…']), ['•', '•2']);
});

test('whoever held places longest has a colour of its own, the rest share one', () => {
  const reign = (n, days) => [0, days - 1, [[n, 0, [], []]]];
  const undated = { e0: [], e1: [], l0: [], l1: [] };
  const data = {
    events: undated, claims: undated,
    holders: Array.from({ length: 11 }, (_, n) => ({ name: `H${n}` })), entities: { kind: ['place', 'body'] },
    ribbons: [{ entity: 0, reigns: Array.from({ length: 10 }, (_, n) => reign(n, n + 1)) }, { entity: 1, reigns: [reign(10, 500)] }],
  };
  const { tone, code } = colours(data);
  assert.equal(tone[9], 0);
  assert.equal(new Set(tone.slice(2, 10)).size, TONES);
  assert.deepEqual([tone[0], tone[1], tone[10]], [TONES, TONES, TONES]);
  assert.equal(new Set(code).size, 11);
  assert.equal(toneClass(tone[0]), 'hx');
});

const claim = (certainty, holder = 0) => [holder, certainty, [], [null, null, null, null]];

test('who held it on a day', () => {
  const reigns = [[null, 10, [claim(0)]], [12, 20, [claim(1)]], [21, null, [claim(2), claim(0, 1)]]];
  assert.equal(reignOn(reigns, -5), reigns[0]);
  assert.equal(reignOn(reigns, 11), undefined);
  assert.equal(reignOn(reigns, 20), reigns[1]);
  assert.equal(reignOn(reigns, 9999), reigns[2]);
  assert.equal(reignOn(reigns, null), undefined);
  const data = { certainties: ['certain', 'possible', 'disputed'], ribbons: [{ reigns }] };
  assert.deepEqual([5, 11, 15, 30].map((day) => heldOn(data, { ribbons: [0] }, day).kind), ['certain', 'unknown', 'possible', 'disputed']);
  assert.equal(heldOn(data, { ribbons: [] }, 5).kind, 'untold');
  assert.equal(kindOf(data, [claim(1), claim(0, 1)]), 'certain');
});

test('days of change, and the way from one to the next', () => {
  const data = { ribbons: [{ reigns: [[null, 10, []], [12, 20, []]] }, { reigns: [[12, null, []]] }] }, days = changeDays(data);
  assert.deepEqual(days, [11, 12, 21]);
  assert.deepEqual([stepDay(days, 12, true), stepDay(days, 12, false), stepDay(days, 21, true), stepDay(days, null, true)], [21, 11, null, 11]);
});

test('how an event stands to a day', () => {
  const table = { e0: [10, 10, 10, null, null], e1: [10, 20, 12, null, null], l0: [10, 10, 30, 10, null], l1: [10, 20, 33, 10, null] };
  assert.deepEqual([9, 10, 11, 14].map((day) => bearing(table, 0, day, 2)), ['near', 'sure', 'near', null]);
  assert.equal(bearing(table, 1, 15, 2), 'maybe');
  assert.deepEqual([11, 12, 30, 32].map((day) => bearing(table, 2, day, 2)), ['maybe', 'sure', 'sure', 'maybe']);
  assert.equal(bearing(table, 3, 10, 2), 'maybe');
  assert.equal(bearing(table, 4, 10, 2), null);
});

test('every place is on the map or beside it, quarters at their city', async () => {
  const data = await tinyData();
  const { entities } = data;
  for (const [name, part, lat, lon] of [['Trastevere', 'Rome', null, null], ['Atlantis', null, null, null], ['Ring', 'Ring', null, null]]) {
    entities.id.push(name); entities.name.push(name); entities.kind.push('place'); entities.lat.push(lat); entities.lon.push(lon); entities.part_of.push(part); entities.names.push([name]); entities.mentions.push([]);
  }
  data.ribbons.push({ fluent: 'holds', key: 'the gate', entity: -1, reigns: [] });
  data.places.push('the field');
  data.events.where[1] = 2;
  const { placed, unplaced } = placesOf(data);
  assert.deepEqual(placed.map(({ name, at, own }) => [name, at, own]), [['Rome', [12.5, 41.9], true], ['Trastevere', [12.5, 41.9], false]]);
  assert.deepEqual(unplaced.map(({ name }) => name).sort(), ['Atlantis', 'Ring', 'the field', 'the gate']);
  assert.deepEqual(eventsAbout(data, placed[0], data.events.e0[0], 1, () => true).sure, [0]);
  assert.deepEqual(eventsAbout(data, placed[0], data.events.e0[0], 1, () => false).sure, []);
});

test('shapes of the reader show on their days', () => {
  assert.equal(standsOn({ first: 5, last: 9 }, 5) && standsOn({ first: null, last: 9 }, 1) && standsOn({ first: 5, last: null }, 7) && standsOn({ first: 5, last: 9 }, null), true);
  assert.equal(standsOn({ first: 5, last: 9 }, 4) || standsOn({ first: 5, last: 9 }, 10), false);
});

test('slices of a disc join', () => {
  assert.match(slice(0, 2, 10), /^M0,0L0\.00,-10\.00A10,10 0 0 1 0\.00,10\.00Z$/);
  assert.match(slice(0, 1, 10), /^M0,-10A10,10 0 1 1 0,10/);
});
