// Names one below the other, and a bow for every tie: whole for "with", broken and pointed for "against", dotted for "upon".
import { element, svg } from '../html.js';
import { t } from '../i18n.js';
import { shorten } from '../panels/parts.js';

const ROW = 30;
const WIDE = 3;

/** How a tie reads. @param {import('../data.js').Data} data @param {import('./graph.js').Edge} edge */
export function sayTie(data, edge) {
  const [a, b] = [data.entities.name[edge.a], data.entities.name[edge.b]];
  return [
    edge.with.length ? t('network.say.with', { a, b, n: edge.with.length }) : '',
    edge.against.length ? t('network.say.against', { a, b, n: edge.against.length }) : '',
    edge.backAgainst.length ? t('network.say.against', { a: b, b: a, n: edge.backAgainst.length }) : '',
    edge.upon.length ? t('network.say.upon', { a, b, n: edge.upon.length }) : '',
    edge.back.length ? t('network.say.upon', { a: b, b: a, n: edge.back.length }) : '',
  ].filter(Boolean).join('; ');
}

/**
 * @param {import('../data.js').Data} data
 * @param {import('./graph.js').Node[]} order
 * @param {import('./graph.js').Edge[]} edges
 */
export function drawArcs(data, order, edges) {
  const places = new Map(order.map((node, n) => [node.id, n]));
  const reach = Math.max(1, ...edges.map((e) => Math.abs(places.get(e.a) - places.get(e.b))));
  const step = Math.min(26, 240 / reach);
  const width = Math.ceil(reach * step + 34);
  const height = order.length * ROW;
  const made = element`<div class="arcs"><ol class="arc-names"></ol></div>`;
  for (const node of order) {
    const name = data.entities.name[node.id];
    made.querySelector('ol').append(element`<li><button type="button" class="who" data-entity="${node.id}" data-node="${node.id}"><bdi>${shorten(name, 40)}</bdi></button></li>`);
  }
  const picture = svg('svg', { class: 'arc-ties', viewBox: `0 0 ${width} ${height}`, width, height, role: 'group', 'aria-label': t('network.ties') });
  for (const edge of edges) picture.append(tie(data, edge, places, step));
  made.append(picture);
  return made;
}

/** One tie: a wide unseen line to hit, and a seen one for each way of acting. */
function tie(data, edge, places, step) {
  const [low, high] = [places.get(edge.a), places.get(edge.b)].sort((x, y) => x - y);
  const [y0, y1] = [low * ROW + ROW / 2, high * ROW + ROW / 2];
  const out = 8 + (high - low) * step;
  const bow = (shift) => `M2 ${y0 + shift}C${out * 1.25} ${y0 + shift} ${out * 1.25} ${y1 + shift} 2 ${y1 + shift}`;
  const said = sayTie(data, edge);
  const group = svg('g', { class: 'tie', 'data-pair': `${edge.a} ${edge.b}`, tabindex: 0, role: 'button', 'aria-label': said });
  group.append(svg('title', {}, said), svg('path', { class: 'hit', d: bow(0) }));
  const first = places.get(edge.a) === low;
  const lines = [
    { name: 'with', down: edge.with.length, up: 0, pointed: false },
    { name: 'against', down: (first ? edge.against : edge.backAgainst).length, up: (first ? edge.backAgainst : edge.against).length, pointed: true },
    { name: 'upon', down: (first ? edge.upon : edge.back).length, up: (first ? edge.back : edge.upon).length, pointed: true },
  ].filter((line) => line.down + line.up);
  lines.forEach(({ name, down, up, pointed }, n) => {
    const shift = (n - (lines.length - 1) / 2) * 5;
    group.append(svg('path', { class: name, d: bow(shift), 'stroke-width': Math.min(9, 1.2 + WIDE * Math.log2(1 + down + up) * 0.5) }));
    if (pointed && down) group.append(arrow(name, y1 + shift));
    if (pointed && up) group.append(arrow(name, y0 + shift));
  });
  return group;
}

/** A point towards the name that is acted against or upon. */
function arrow(name, y) {
  return svg('path', { class: `point ${name}`, d: `M1 ${y}l9 -4.5v9z` });
}
