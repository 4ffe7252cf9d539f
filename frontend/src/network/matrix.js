// A row and a column for each name: readable however many ties there are. A row acts on a column.
import { element } from '../html.js';
import { t } from '../i18n.js';
import { shorten } from '../panels/parts.js';
import { sayTie } from './arcs.js';

/**
 * @param {import('../data.js').Data} data
 * @param {import('./graph.js').Node[]} order
 * @param {import('./graph.js').Edge[]} edges
 */
export function drawMatrix(data, order, edges) {
  const ties = new Map(edges.map((edge) => [`${edge.a} ${edge.b}`, edge]));
  const name = (node) => shorten(data.entities.name[node.id], 40);
  const made = element`<div class="matrix" tabindex="0" role="region" aria-label="${t('network.matrix')}"><table>
    <caption>${t('network.reads')}</caption>
    <thead><tr><td></td>${order.map((_, n) => element`<th scope="col" title="${name(order[n])}"><span class="sr">${name(order[n])}</span><span aria-hidden="true">${n + 1}</span></th>`)}</tr></thead>
    <tbody>${order.map((row, n) => element`<tr><th scope="row"><button type="button" class="who" data-entity="${row.id}" data-node="${row.id}"><span class="number">${n + 1}</span> <bdi>${name(row)}</bdi></button></th></tr>`)}</tbody>
  </table></div>`;
  const rows = made.querySelectorAll('tbody tr');
  order.forEach((row, r) => order.forEach((column) => rows[r].append(cell(data, ties, row.id, column.id))));
  return made;
}

/** How often the row acted with (line below), against (broken line) and upon (dotted line) the column. */
function cell(data, ties, row, column) {
  const made = document.createElement('td');
  if (row === column) {
    made.className = 'self';
    return made;
  }
  const edge = ties.get(row < column ? `${row} ${column}` : `${column} ${row}`);
  if (!edge) return made;
  const counts = {
    with: edge.with.length,
    against: (row === edge.a ? edge.against : edge.backAgainst).length,
    upon: (row === edge.a ? edge.upon : edge.back).length,
  };
  const told = Object.entries(counts).filter(([, n]) => n);
  if (!told.length) return made;
  const said = sayTie(data, edge);
  const button = element`<button type="button" data-pair="${edge.a} ${edge.b}" title="${said}" aria-label="${said}">${told.map(([name, n]) => element`<span class="${name}">${n}</span>`)}</button>`;
  made.append(button);
  return made;
}
