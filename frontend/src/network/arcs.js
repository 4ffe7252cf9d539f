// Names one below the other, and a bow for every tie: to the right whole for "with", to the right broken for "upon".
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

/** One tie: a wide unseen line to hit, and up to two seen ones. */
function tie(data, edge, places, step) {
  const [low, high] = [places.get(edge.a), places.get(edge.b)].sort((x, y) => x - y);
  const [y0, y1] = [low * ROW + ROW / 2, high * ROW + ROW / 2];
  const out = 8 + (high - low) * step;
  const bow = (shift) => `M2 ${y0 + shift}C${out * 1.25} ${y0 + shift} ${out * 1.25} ${y1 + shift} 2 ${y1 + shift}`;
  const group = svg('g', { class: 'tie', 'data-pair': `${edge.a} ${edge.b}`, tabindex: 0, role: 'button', 'aria-label': sayTie(data, edge) });
  group.append(svg('title', {}, sayTie(data, edge)), svg('path', { class: 'hit', d: bow(0) }));
  const thick = (n) => Math.min(9, 1.2 + WIDE * Math.log2(1 + n) * 0.5);
  const upon = edge.upon.length + edge.back.length;
  const both = edge.with.length && upon;
  if (edge.with.length) group.append(svg('path', { class: 'with', d: bow(both ? -3 : 0), 'stroke-width': thick(edge.with.length) }));
  if (upon) group.append(svg('path', { class: 'upon', d: bow(both ? 3 : 0), 'stroke-width': thick(upon) }));
  const downward = (edge.a === [...places.keys()][low]) ? edge.upon.length : edge.back.length;
  const upward = upon - downward;
  if (downward) group.append(arrow(y1 + (both ? 3 : 0)));
  if (upward) group.append(arrow(y0 + (both ? 3 : 0)));
  return group;
}

/** A point towards the name that is acted upon. */
function arrow(y) {
  return svg('path', { class: 'point', d: `M1 ${y}l9 -4.5v9z` });
}
