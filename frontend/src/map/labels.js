// Where the names stand: none upon another, upon a mark or over the rim. The same places give the same map.

/**
 * @typedef {object} Item
 * @property {number} x
 * @property {number} y
 * @property {number} r         radius of the mark
 * @property {number} width     of the name
 * @property {number} height
 * @property {number} priority  the highest is served first
 * @property {boolean} [must]   whether a line may lead to a name that stands farther off
 *
 * @typedef {{ x: number, y: number, anchor: 'start'|'middle'|'end', far: boolean }} Label  x, y: where the text begins
 * @typedef {[number, number, number, number]} Rect  left, top, right, bottom
 */

const GAP = 3;

// Right, left, below, above, then the corners: as mapmakers prefer.
const SIDES = /** @type {Array<[number, number]>} */ ([[1, 0], [-1, 0], [0, 1], [0, -1], [0.75, -0.75], [0.75, 0.75], [-0.75, -0.75], [-0.75, 0.75]]);
const REACHES = [0, 16, 34];

/** @param {Item} item @returns {{ label: Label, rect: Rect }} */
function candidate(item, [dx, dy], reach) {
  const off = item.r + GAP + reach;
  const anchor = dx > 0.3 ? 'start' : dx < -0.3 ? 'end' : 'middle';
  const x = item.x + dx * off;
  const middle = item.y + dy * (off + (anchor === 'middle' ? item.height / 2 : 0));
  const left = anchor === 'start' ? x : anchor === 'end' ? x - item.width : x - item.width / 2;
  const rect = /** @type {Rect} */ ([left, middle - item.height / 2, left + item.width, middle + item.height / 2]);
  return { label: { x, y: middle + item.height * 0.3, anchor, far: reach > 0 }, rect };
}

// Rectangles by the squares they lie in, so that a thousand names do not each look at a thousand others.
class Ground {
  constructor(size = 64) { this.size = size; this.squares = new Map(); }

  * over([left, top, right, bottom]) {
    for (let x = Math.floor(left / this.size); x <= Math.floor(right / this.size); x += 1) {
      for (let y = Math.floor(top / this.size); y <= Math.floor(bottom / this.size); y += 1) yield `${x},${y}`;
    }
  }

  add(rect) {
    for (const key of this.over(rect)) { if (!this.squares.has(key)) this.squares.set(key, []); this.squares.get(key).push(rect); }
  }

  free(rect, own) {
    for (const key of this.over(rect)) for (const other of this.squares.get(key) ?? []) if (other !== own && meets(rect, other)) return false;
    return true;
  }
}

const meets = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/**
 * A label for each item, or null where there is no room for it.
 * @param {Item[]} items @param {Rect} frame @param {Rect[]} [taken] what is not to be covered
 * @returns {Array<Label|null>}
 */
export function placeLabels(items, frame, taken = []) {
  const ground = new Ground();
  for (const rect of taken) ground.add(rect);
  const marks = items.map(({ x, y, r }) => /** @type {Rect} */ ([x - r, y - r, x + r, y + r]));
  marks.forEach((rect) => ground.add(rect));
  const order = items.map((_, n) => n).sort((a, b) => items[b].priority - items[a].priority || items[a].y - items[b].y || items[a].x - items[b].x || a - b);
  /** @type {Array<Label|null>} */
  const made = items.map(() => null);
  for (const n of order) {
    const found = firstFree(items[n], marks[n], ground, frame);
    if (!found) continue;
    ground.add(found.rect);
    made[n] = found.label;
  }
  return made;
}

function firstFree(item, own, ground, frame) {
  if (!inside(own, frame, item.r * 2)) return null;
  for (const reach of item.must ? REACHES : REACHES.slice(0, 1)) {
    for (const side of SIDES) {
      const found = candidate(item, side, reach);
      if (inside(found.rect, frame, 0) && ground.free(found.rect, reach ? undefined : own)) return found;
    }
  }
  return null;
}

const inside = (rect, frame, slack) => rect[0] >= frame[0] - slack && rect[1] >= frame[1] - slack && rect[2] <= frame[2] + slack && rect[3] <= frame[3] + slack;

/**
 * Marks that would cover one another are set beside the one of higher priority, round it: so quarters stand in their city.
 * @param {Array<{ x: number, y: number, r: number, priority: number }>} items
 * @returns {Array<{ x: number, y: number, moved: boolean }>}
 */
export function spread(items) {
  const order = items.map((_, n) => n).sort((a, b) => items[b].priority - items[a].priority || a - b);
  const made = items.map(({ x, y }) => ({ x, y, moved: false }));
  const ground = new Ground(), rect = ({ x, y }, r) => /** @type {Rect} */ ([x - r, y - r, x + r, y + r]);
  for (const n of order) {
    const { x, y, r } = items[n];
    const spots = ground.free(rect(items[n], r * 0.7)) ? [{ x, y, moved: false }] : orbit(x, y, r);
    made[n] = spots.find((spot) => ground.free(rect(spot, r * 0.7))) ?? spots[0];
    ground.add(rect(made[n], r * 0.7));
  }
  return made;
}

function orbit(x, y, r) {
  const found = [];
  for (const ring of [2, 3.4, 4.8]) {
    const count = Math.round(ring * 5);
    for (let n = 0; n < count; n += 1) {
      const angle = Math.PI / 4 + (2 * Math.PI * n) / count;
      found.push({ x: x + Math.cos(angle) * r * ring, y: y + Math.sin(angle) * r * ring, moved: true });
    }
  }
  return found;
}
