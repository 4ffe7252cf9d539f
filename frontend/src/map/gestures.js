// Wheel, drag, two fingers and keys on the map.

const STEP = 60;

/**
 * @param {SVGElement} root @param {import('./scene.js').Scene} scene
 * @param {{ moved(): void, key(event: KeyboardEvent): void }} tell
 */
export function followGestures(root, scene, tell) {
  const fingers = new Map();
  let dragged = false;
  const at = (event) => { const box = root.getBoundingClientRect(); return /** @type {[number, number]} */ ([event.clientX - box.left, event.clientY - box.top]); };
  root.addEventListener('wheel', (event) => {
    event.preventDefault();
    scene.zoom(2 ** (-event.deltaY * (event.deltaMode ? 0.08 : 0.003) * (event.ctrlKey ? 3 : 1)), at(event));
    tell.moved();
  }, { passive: false });
  root.addEventListener('pointerdown', (event) => {
    if (event.button) return;
    if (!fingers.size) dragged = false;
    fingers.set(event.pointerId, at(event));
  });
  root.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = at(event);
    if (!dragged && Math.hypot(now[0] - before[0], now[1] - before[1]) < 4) return;
    if (!dragged) root.setPointerCapture(event.pointerId);
    dragged = true;
    root.classList.add('moving');
    pull(scene, fingers, event.pointerId, before, now);
    fingers.set(event.pointerId, now);
    tell.moved();
  });
  const leave = (event) => { fingers.delete(event.pointerId); if (!fingers.size) root.classList.remove('moving'); };
  for (const name of ['pointerup', 'pointercancel', 'lostpointercapture']) root.addEventListener(name, leave);
  root.addEventListener('click', (event) => { if (dragged) { event.stopPropagation(); dragged = false; } }, true);
  root.addEventListener('keydown', (event) => tell.key(event));
}

// One finger moves the map; of two, the map turns larger by as much as they part.
function pull(scene, fingers, moving, before, now) {
  const other = [...fingers].find(([id]) => id !== moving)?.[1];
  if (!other) {
    scene.look({ ...scene.view, x: scene.view.x + now[0] - before[0], y: scene.view.y + now[1] - before[1] });
    return;
  }
  const apart = ([x, y]) => Math.max(8, Math.hypot(x - other[0], y - other[1]));
  scene.look({ ...scene.view, x: scene.view.x + (now[0] - before[0]) / 2, y: scene.view.y + (now[1] - before[1]) / 2 });
  scene.zoom(apart(now) / apart(before), [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2]);
}

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Does what a key asks of the view; whether it asked for anything. @param {KeyboardEvent} event */
export function viewKey(scene, event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  const way = WAYS[event.key];
  if (event.key === '+' || event.key === '=') scene.zoom(1.4);
  else if (event.key === '-' || event.key === '_') scene.zoom(1 / 1.4);
  else if (event.key === '0') scene.fit(false);
  else if (way && event.shiftKey) scene.look({ ...scene.view, x: scene.view.x - way[0] * STEP, y: scene.view.y - way[1] * STEP });
  else return false;
  return true;
}

/**
 * The place to go to from one by an arrow key: the nearest in that direction, sideways distance counting double.
 * @param {Array<{ x: number, y: number }>} at @param {number} from @returns {number} -1 where there is none
 */
export function neighbour(at, from, key) {
  const way = WAYS[key];
  if (!way) return -1;
  let best = -1, least = Infinity;
  at.forEach(({ x, y }, n) => {
    const [dx, dy] = [x - at[from].x, y - at[from].y], along = dx * way[0] + dy * way[1];
    if (n === from || !(along > 0.5)) return;
    const cost = along + 2 * Math.abs(dx * way[1] + dy * way[0]);
    if (cost < least) { least = cost; best = n; }
  });
  return best;
}
