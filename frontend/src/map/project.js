// From degrees to the screen and back: a projection for the places, and a view (zoom and shift) upon it.
import { geoAzimuthalEqualArea, geoDistance, geoEqualEarth } from 'd3-geo';

const RADIANS = Math.PI / 180;
const EARTH = 6371.0088; // mean radius, kilometres
const WORLDWIDE = 55; // degrees round the middle beyond which a map of the whole world serves better
const CLOSEST = 60; // kilometres that the map shows at least from side to side, when it opens
const EDGE = 100; // degrees from the middle at which a regional map ends

/** @typedef {[number, number]} Point  longitude and latitude, or x and y */

const unit = ([lon, lat]) => [Math.cos(lat * RADIANS) * Math.cos(lon * RADIANS), Math.cos(lat * RADIANS) * Math.sin(lon * RADIANS), Math.sin(lat * RADIANS)];

/**
 * The middle of points on the globe and how far the farthest lies from it, in degrees. Works across 180 degrees and
 * round the poles. Of points on opposite sides, which have no middle, the first is taken.
 * @param {Point[]} points @returns {{ middle: Point, radius: number }}
 */
export function enclose(points) {
  if (!points.length) return { middle: [0, 0], radius: 180 };
  let middle = mean(points);
  for (let n = 0; n < 60; n += 1) { // towards the farthest, by ever smaller steps: comes close to the smallest circle
    const far = farthest(points, middle);
    const [a, b] = [unit(middle), unit(far)], step = 0.5 / (n + 2);
    const next = /** @type {[number, number, number]} */ (a.map((value, i) => value + (b[i] - value) * step));
    if (Math.hypot(...next) < 1e-9) break;
    middle = toDegrees(next);
  }
  return { middle, radius: geoDistance(middle, farthest(points, middle)) / RADIANS };
}

function mean(points) {
  const sum = points.map(unit).reduce((total, part) => total.map((value, n) => value + part[n]), [0, 0, 0]);
  return Math.hypot(...sum) < 1e-9 ? points[0] : toDegrees(sum);
}

const toDegrees = ([x, y, z]) => /** @type {Point} */ ([Math.atan2(y, x) / RADIANS, Math.atan2(z, Math.hypot(x, y)) / RADIANS]);

const farthest = (points, from) => points.reduce((best, point) => (geoDistance(from, point) > geoDistance(from, best) ? point : best));

/**
 * A projection that shows the points: equal areas both ways, round their middle, or the whole world where they lie far apart.
 * @param {Point[]} points @param {number} width @param {number} height @param {number} margin pixels
 * @param {number} [left] pixels that something covers on the left
 */
export function projectionFor(points, width, height, margin, left = 0) {
  const { middle, radius } = enclose(points);
  const world = radius > WORLDWIDE;
  const projection = world ? geoEqualEarth().rotate([-middle[0], 0]) : geoAzimuthalEqualArea().rotate([-middle[0], -middle[1]]).clipAngle(EDGE);
  const room = [Math.max(1, width - left - 2 * margin), Math.max(1, height - 2 * margin)];
  if (world) return { projection: projection.fitExtent([[4, 4], [Math.max(5, width - 4), Math.max(5, height - 4)]], { type: 'Sphere' }), world };
  projection.scale(1).translate([0, 0]);
  const placed = points.map((point) => projection(point));
  const [xs, ys] = [placed.map(([x]) => x), placed.map(([, y]) => y)];
  const size = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
  const least = CLOSEST / EARTH;
  const scale = Math.min(room[0] / Math.max(size[0], least), room[1] / Math.max(size[1], least));
  const centre = [(Math.max(...xs) + Math.min(...xs)) / 2, (Math.max(...ys) + Math.min(...ys)) / 2];
  return { projection: projection.scale(scale).translate([(width + left) / 2 - centre[0] * scale, height / 2 - centre[1] * scale]), world };
}

/** @typedef {{ k: number, x: number, y: number }} View  a projected point (px, py) stands at (px * k + x, py * k + y) */

/** @type {View} */
export const WHOLE = { k: 1, x: 0, y: 0 };

/** The view zoomed by a factor, with the point at (x, y) kept where it is. @param {View} view @returns {View} */
export function zoomed(view, factor, [x, y], [least, most] = [0.2, 200]) {
  const k = Math.min(most, Math.max(least, view.k * factor)), by = k / view.k;
  return { k, x: x - (x - view.x) * by, y: y - (y - view.y) * by };
}

/** The view that shows a box of projected points, with a margin. @returns {View} */
export function framed([[x0, y0], [x1, y1]], width, height, margin, most = 200, left = 0) {
  const k = Math.min(most, (width - left - 2 * margin) / Math.max(1e-6, x1 - x0), (height - 2 * margin) / Math.max(1e-6, y1 - y0));
  return { k, x: (width + left) / 2 - k * (x0 + x1) / 2, y: height / 2 - k * (y0 + y1) / 2 };
}

/** Where a projected point stands on the screen. @param {View} view @returns {Point} */
export const toScreen = (view, [x, y]) => [x * view.k + view.x, y * view.k + view.y];

/** The projected point at a place on the screen. @param {View} view @returns {Point} */
export const fromScreen = (view, [x, y]) => [(x - view.x) / view.k, (y - view.y) / view.k];

/**
 * A bar of a round length: kilometres (1, 2 or 5 and noughts) and pixels, at most `longest` of these, measured in the
 * middle of the screen; null where the middle is off the globe.
 */
export function scaleBar(projection, view, width, height, longest) {
  const ends = [-0.5, 0.5].map((side) => projection.invert(fromScreen(view, [width / 2 + side * longest, height / 2])));
  if (ends.some((end) => !end || end.some((n) => !Number.isFinite(n)))) return null;
  const kilometres = geoDistance(ends[0], ends[1]) * EARTH;
  if (!(kilometres > 0)) return null;
  const ten = 10 ** Math.floor(Math.log10(kilometres));
  const length = [5, 2, 1].find((step) => step * ten <= kilometres) * ten;
  return { kilometres: length, pixels: longest * length / kilometres };
}
