// Who acted with, against or upon whom: counted from events. Nothing here draws.

/**
 * One pair and its events: both acted, or one acted at the other's side (`with`); `a` acted against `b` (`against`) and the
 * other way round (`backAgainst`); `a` did something to `b` that is neither (`upon`) and the other way round (`back`).
 * @typedef {{ a: number, b: number, with: number[], against: number[], backAgainst: number[], upon: number[], back: number[],
 *   weight: number }} Edge
 * @typedef {{ id: number, weight: number, first: number }} Node `first`: the earliest day of its events, Infinity if none
 * @typedef {{ nodes: Node[], edges: Edge[] }} Graph
 */

/**
 * The graph of some events. Every pair of doers of one event acted together; what every doer did to every target is told
 * by the type's stance.
 * @param {Iterable<number>} events
 * @param {{ actors: (event: number) => Iterable<number>, targets: (event: number) => Iterable<number>,
 *           day: (event: number) => number | null, keep: (entity: number) => boolean, stance: (event: number) => string }} of
 * @returns {Graph}
 */
export function makeGraph(events, of) {
  /** @type {Map<string, Edge>} */
  const edges = new Map();
  /** @type {Map<number, number>} */
  const first = new Map();
  for (const event of events) {
    const actors = [...new Set(of.actors(event))].filter(of.keep).sort((x, y) => x - y);
    const targets = [...new Set(of.targets(event))].filter(of.keep);
    for (const entity of [...actors, ...targets]) {
      first.set(entity, Math.min(first.get(entity) ?? Infinity, of.day(event) ?? Infinity));
    }
    for (let n = 0; n < actors.length; n += 1) {
      for (const other of actors.slice(n + 1)) edge(edges, actors[n], other).with.push(event);
      for (const target of targets) {
        if (target === actors[n]) continue;
        const pair = edge(edges, actors[n], target);
        pair[part(of.stance(event), pair.a === actors[n])].push(event);
      }
    }
  }
  return weigh([...edges.values()], first);
}

/**
 * Which list of a pair an event belongs to.
 * @param {string} stance
 * @param {boolean} forward
 * @returns {'with' | 'against' | 'backAgainst' | 'upon' | 'back'}
 */
function part(stance, forward) {
  if (stance === 'with') return 'with';
  if (stance === 'against') return forward ? 'against' : 'backAgainst';
  return forward ? 'upon' : 'back';
}

/**
 * @param {Map<string, Edge>} edges
 * @param {number} x
 * @param {number} y
 */
function edge(edges, x, y) {
  const [a, b] = x < y ? [x, y] : [y, x];
  const key = `${a} ${b}`;
  let found = edges.get(key);
  if (!found) edges.set(key, (found = { a, b, with: [], against: [], backAgainst: [], upon: [], back: [], weight: 0 }));
  return found;
}

/**
 * @param {Edge[]} edges
 * @param {Map<number, number>} first
 * @returns {Graph}
 */
function weigh(edges, first) {
  /** @type {Map<number, number>} */
  const weights = new Map();
  for (const e of edges) {
    e.weight = new Set([...e.with, ...e.against, ...e.backAgainst, ...e.upon, ...e.back]).size;
    for (const id of [e.a, e.b]) weights.set(id, (weights.get(id) ?? 0) + e.weight);
  }
  const nodes = [...weights].map(([id, weight]) => ({ id, weight, first: first.get(id) ?? Infinity }));
  nodes.sort((x, y) => y.weight - x.weight || x.id - y.id);
  edges.sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
  return { nodes, edges };
}

/**
 * About `most` nodes: those with the most ties, each with its closest partner, so that nobody stands alone; and all ties
 * between them.
 * @param {Graph} graph
 * @param {number} most
 * @returns {Graph}
 */
export function strongest(graph, most) {
  /** @type {Map<number, number[]>} */
  const partners = new Map();
  for (const { a, b } of graph.edges) for (const [me, other] of [[a, b], [b, a]]) partners.set(me, [...(partners.get(me) ?? []), other]);
  const kept = new Set();
  for (const { id } of graph.nodes) {
    const others = partners.get(id) ?? [];
    const alone = !others.some((other) => kept.has(other));
    if (kept.has(id) || kept.size + (alone ? 2 : 1) > most) continue;
    kept.add(id);
    if (alone) kept.add(others[0]);
  }
  return {
    nodes: graph.nodes.filter((n) => kept.has(n.id)),
    edges: graph.edges.filter((e) => kept.has(e.a) && kept.has(e.b)),
  };
}

/**
 * Nodes so that those who are tied stand near each other: by first day, then a few rounds towards the middle of each
 * one's partners; the best order found (least length of all arcs) is given. The same graph gives the same order.
 * @param {Graph} graph
 * @returns {Node[]}
 */
export function arrange(graph) {
  let order = [...graph.nodes].sort((x, y) => compare(x.first, y.first) || y.weight - x.weight || x.id - y.id);
  let best = order;
  let least = lengthOf(order, graph.edges);
  for (let round = 0; round < 12; round += 1) {
    order = towardsPartners(order, graph.edges);
    const length = lengthOf(order, graph.edges);
    if (length < least) [best, least] = [order, length];
  }
  return best;
}

/**
 * @param {number} x
 * @param {number} y
 */
function compare(x, y) {
  return x === y ? 0 : x < y ? -1 : 1;
}

/** @param {Node[]} order */
function placesOf(order) {
  return new Map(order.map((node, place) => [node.id, place]));
}

/**
 * @param {Node[]} order
 * @param {Edge[]} edges
 */
export function lengthOf(order, edges) {
  const places = placesOf(order);
  let length = 0;
  for (const e of edges) length += e.weight * Math.abs((places.get(e.a) ?? 0) - (places.get(e.b) ?? 0));
  return length;
}

/**
 * @param {Node[]} order
 * @param {Edge[]} edges
 */
function towardsPartners(order, edges) {
  const places = placesOf(order);
  /** @type {Map<number, [number, number]>} */
  const sums = new Map();
  for (const e of edges) {
    for (const [me, other] of [[e.a, e.b], [e.b, e.a]]) {
      const [sum, weight] = sums.get(me) ?? [0, 0];
      sums.set(me, [sum + e.weight * (places.get(other) ?? 0), weight + e.weight]);
    }
  }
  const aim = order.map((node, place) => {
    const [sum, weight] = sums.get(node.id) ?? [place, 1];
    return { node, aim: (sum / weight + place) / 2, place };
  });
  return aim.sort((x, y) => x.aim - y.aim || x.place - y.place).map((x) => x.node);
}

/**
 * Whether arcs would be too many to follow: then a matrix is the better drawing.
 * @param {Graph} graph
 */
export function isDense(graph) {
  return graph.edges.length > 60 || (graph.nodes.length > 8 && graph.edges.length > 2.2 * graph.nodes.length);
}
