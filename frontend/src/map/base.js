// Land, lakes and rivers, and the reader's own shapes with the days on which they show.
import { geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import { svg } from '../html.js';

const decoded = new WeakMap();

function layers(topology) {
  if (!decoded.has(topology)) {
    decoded.set(topology, Object.fromEntries(Object.entries(topology.objects).map(([name, object]) => [name, feature(topology, object)])));
  }
  return decoded.get(topology);
}

/** Everything under the marks. @param {any} basemap @param {any} projection @returns {SVGElement[]} */
export function drawBase(basemap, projection) {
  const path = geoPath(projection).digits(2);
  path.pointRadius(2.5);
  const made = [];
  if (basemap?.topology) made.push(svg('path', { class: 'sea', d: path({ type: 'Sphere' }) ?? '' }));
  if (basemap?.topology) for (const [name, shape] of Object.entries(layers(basemap.topology))) made.push(svg('path', { class: name, d: path(shape) ?? '' }));
  for (const shape of basemap?.own?.shapes ?? []) made.push(ownShape(shape, path));
  return made;
}

const KINDS = { Point: 'point', MultiPoint: 'point', LineString: 'line', MultiLineString: 'line', Polygon: 'area', MultiPolygon: 'area' };

function ownShape({ geometry, name, first, last }, path) {
  const made = svg('path', { class: `own ${KINDS[geometry.type]}`, d: path(geometry) ?? '', 'data-first': first, 'data-last': last });
  if (name) made.append(svg('title', {}, name));
  return made;
}

/** Whether a shape of the reader's stands on a day; without a day all do. */
export const standsOn = ({ first, last }, day) => day === null || ((first === null || first <= day) && (last === null || day <= last));

/** Shows those shapes of the reader's that stand on the day. @param {Element} group @param {any} basemap */
export function showOwn(group, basemap, day) {
  const drawn = group.querySelectorAll('.own');
  (basemap?.own?.shapes ?? []).forEach((shape, n) => drawn[n].classList.toggle('gone', !standsOn(shape, day)));
}

/** Names of the reader's shapes that stand on the day, and where: [name, [x, y]]. */
export function ownNames(basemap, projection, day) {
  const path = geoPath(projection);
  return (basemap?.own?.shapes ?? []).filter((shape) => shape.name && standsOn(shape, day))
    .map((shape) => /** @type {[string, [number, number]]} */ ([shape.name, path.centroid(shape.geometry)])).filter(([, at]) => at.every(Number.isFinite));
}
