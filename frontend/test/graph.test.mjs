import assert from 'node:assert/strict';
import { test } from 'node:test';

import { arrange, isDense, lengthOf, makeGraph, strongest } from '../src/network/graph.js';

const EVENTS = [
  { actors: [0, 1], targets: [2], day: 10 },
  { actors: [2], targets: [0], day: 20, stance: 'against' },
  { actors: [3], targets: [3, 9], day: null },
  { actors: [1, 0, 1], targets: [], day: 5 },
];
const of = {
  actors: (e) => EVENTS[e].actors,
  targets: (e) => EVENTS[e].targets,
  day: (e) => EVENTS[e].day,
  keep: (entity) => entity !== 9,
  stance: (e) => EVENTS[e].stance ?? '',
};

test('with, against and upon are told apart, each pair once', () => {
  const { nodes, edges } = makeGraph([0, 1, 2, 3], of);
  assert.deepEqual(edges.map((e) => [e.a, e.b, e.with, e.upon, e.back, e.against, e.backAgainst]), [
    [0, 1, [0, 3], [], [], [], []],
    [0, 2, [], [0], [], [], [1]],
    [1, 2, [], [0], [], [], []],
  ]);
  assert.deepEqual(nodes.map((n) => [n.id, n.weight, n.first]), [[0, 4, 5], [1, 3, 5], [2, 3, 10]]);
});

test('whoever joins another acts with them', () => {
  const [edge] = makeGraph([0], { ...of, actors: () => [5], targets: () => [4], stance: () => 'with' }).edges;
  assert.deepEqual([edge.a, edge.b, edge.with, edge.weight], [4, 5, [0], 1]);
});

test('the strongest keep the ties among themselves, and nobody stands alone', () => {
  const graph = makeGraph([0, 1, 3], of);
  const two = strongest(graph, 2);
  assert.deepEqual(two.nodes.map((n) => n.id), [0, 1]);
  assert.equal(two.edges.length, 1);
  assert.deepEqual(strongest(graph, 1), { nodes: [], edges: [] });
  for (const most of [2, 3, 5, 8, 10]) {
    const { nodes, edges } = strongest(twoCamps(), most);
    const tied = new Set(edges.flatMap((e) => [e.a, e.b]));
    assert.ok(nodes.length <= most && nodes.length >= most - 1);
    assert.ok(nodes.every((n) => tied.has(n.id)));
  }
});

/** Two groups of five who never meet, told in turns. */
function twoCamps() {
  const events = [];
  for (let n = 0; n < 5; n += 1) {
    for (const camp of [0, 1]) events.push({ actors: [2 * n + camp, 2 * ((n + 1) % 5) + camp], targets: [], day: n });
  }
  return makeGraph(events.keys(), { actors: (e) => events[e].actors, targets: () => [], day: (e) => events[e].day, keep: () => true, stance: () => '' });
}

test('those who are tied stand together, and twice the same', () => {
  const graph = twoCamps();
  const order = arrange(graph).map((n) => n.id);
  const byDay = [...graph.nodes].sort((x, y) => x.first - y.first || x.id - y.id);
  assert.ok(lengthOf(arrange(graph), graph.edges) < lengthOf(byDay, graph.edges));
  assert.deepEqual(order, arrange(twoCamps()).map((n) => n.id));
  assert.deepEqual([...order].sort((x, y) => x - y), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('a hairball is told from a thread', () => {
  assert.equal(isDense(twoCamps()), false);
  const all = Array.from({ length: 12 }, (_, n) => n);
  const crowd = makeGraph([0], { actors: () => all, targets: () => [], day: () => 0, keep: () => true, stance: () => '' });
  assert.equal(isDense(crowd), true);
});
