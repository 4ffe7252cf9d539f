// A row and a column for each name: readable however many ties there are. A row acts upon a column.
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

/** What the row did with (bar on the left) or upon (bar on the right, broken) the column. */
function cell(data, ties, row, column) {
  const made = document.createElement('td');
  if (row === column) {
    made.className = 'self';
    return made;
  }
  const edge = ties.get(row < column ? `${row} ${column}` : `${column} ${row}`);
  if (!edge) return made;
  const upon = row === edge.a ? edge.upon.length : edge.back.length;
  if (!edge.with.length && !upon) return made;
  const button = element`<button type="button" data-pair="${edge.a} ${edge.b}" title="${sayTie(data, edge)}" aria-label="${sayTie(data, edge)}">${edge.with.length ? element`<span class="with">${edge.with.length}</span>` : null}${upon ? element`<span class="upon">${upon}</span>` : null}</button>`;
  made.append(button);
  return made;
}
