// Panes and the bars between them, which the mouse, a finger or the arrow keys move. Sizes are remembered where the
// browser lets a page from disk remember anything.
import { element, html } from './html.js';
import { t } from './i18n.js';

const KEY = 'regesta.panes';
const LIMITS = { top: [15, 80], left: [12, 60], right: [15, 60] };
const DEFAULTS = { top: 46, left: 34, right: 33 };

export function remember(key, value) {
  try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* a page from disk may have no memory */ }
}

export function remembered(key) {
  try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
}

/** Sizes in percent: height of the timeline, width of the map, width of the reading pane. */
export function makePanes(root, shown) {
  const kept = remembered(KEY);
  const sizes = { ...DEFAULTS, ...(kept && typeof kept === 'object' ? kept : {}) };
  const apply = () => { for (const [name, value] of Object.entries(sizes)) root.style.setProperty(`--${name}`, String(Number(value) || DEFAULTS[name])); };
  const pane = (name) => html`<section class="pane" id="pane-${name}" aria-label="${t(`frame.${name}`)}" tabindex="-1"></section>`;
  const bar = (name, of, orientation) => splitter(root, name, of, orientation, sizes, apply);
  root.append(
    pane('timeline'),
    bar('top', 'timeline', 'horizontal'),
    html`<div id="lower">
      ${pane('map')}${bar('left', 'map', 'vertical')}${pane('source')}${bar('right', 'side', 'vertical')}${pane('side')}
    </div>`,
  );
  for (const name of ['timeline', 'map', 'source', 'side']) root.classList.toggle(`no-${name}`, !shown[name]);
  apply();
}

function splitter(root, name, of, orientation, sizes, apply) {
  const [low, high] = LIMITS[name];
  const bar = element`<div class="split ${orientation}" id="split-${name}" role="separator" tabindex="0" aria-orientation="${orientation}"
    aria-label="${t('frame.split', { name: t(`frame.${of}`) })}" aria-valuemin="${low}" aria-valuemax="${high}"></div>`;
  const set = (value) => {
    sizes[name] = Math.round(Math.min(high, Math.max(low, value)) * 10) / 10;
    bar.setAttribute('aria-valuenow', String(Math.round(sizes[name])));
    apply();
    remember(KEY, sizes);
  };
  bar.setAttribute('aria-valuenow', String(Math.round(sizes[name])));
  bar.addEventListener('keydown', (event) => {
    const less = name === 'right' ? 'ArrowRight' : name === 'top' ? 'ArrowUp' : 'ArrowLeft';
    const more = name === 'right' ? 'ArrowLeft' : name === 'top' ? 'ArrowDown' : 'ArrowRight';
    const step = { [less]: sizes[name] - 2, [more]: sizes[name] + 2, Home: low, End: high }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    set(step);
  });
  bar.addEventListener('dblclick', () => set(DEFAULTS[name]));
  bar.addEventListener('pointerdown', (event) => {
    bar.setPointerCapture(event.pointerId);
    const move = (at) => {
      const box = name === 'top' ? root.getBoundingClientRect() : root.querySelector('#lower').getBoundingClientRect();
      const top = root.querySelector('#pane-timeline').getBoundingClientRect().top;
      if (name === 'top') set(100 * (at.clientY - top) / Math.max(1, box.bottom - top));
      else if (name === 'left') set(100 * (at.clientX - box.left) / Math.max(1, box.width));
      else set(100 * (box.right - at.clientX) / Math.max(1, box.width));
    };
    const stop = () => { bar.removeEventListener('pointermove', move); bar.removeEventListener('pointerup', stop); bar.removeEventListener('pointercancel', stop); };
    bar.addEventListener('pointermove', move);
    bar.addEventListener('pointerup', stop);
    bar.addEventListener('pointercancel', stop);
  });
  return bar;
}

/** On a narrow screen panes stand one below the other: the one that now has something to show comes up. */
export function bringIntoView(pane) {
  if (!pane) return;
  const box = pane.getBoundingClientRect();
  if (box.top < 0 || box.top > innerHeight / 2) pane.scrollIntoView({ block: 'start' });
}
