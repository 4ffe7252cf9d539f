// The day that the map shows, the steps from change to change of power, and the player of them.
import { sayDay } from '../dates.js';
import { element } from '../html.js';
import { t } from '../i18n.js';
import { changeDays, stepDay } from './places.js';

const PACE = 1500; // milliseconds a step: time enough to read what changes

/** @param {import('../store.js').Store} store @param {import('../data.js').Data} data */
export function makeDays(store, data) {
  const days = changeDays(data);
  const bar = element`<div class="map-days" role="group">
    <button type="button" class="back" aria-label="${t('map.back')}" title="${t('map.back')}">◂</button>
    <output></output>
    <button type="button" class="forward" aria-label="${t('map.forward')}" title="${t('map.forward')}">▸</button>
    <button type="button" class="play" aria-pressed="false"></button>
  </div>`;
  const find = (name) => /** @type {HTMLButtonElement} */ (bar.querySelector(name));
  let playing = 0;
  const step = (forward) => { const day = stepDay(days, store.get().day, forward); if (day !== null) store.set({ day }); return day !== null; };
  const face = () => {
    const words = t(playing ? 'map.pause' : 'map.play'), play = find('.play');
    play.textContent = playing ? '❚❚' : '▶';
    play.setAttribute('aria-label', words);
    play.title = words;
    play.setAttribute('aria-pressed', String(Boolean(playing)));
  };
  const stop = () => { clearInterval(playing); playing = 0; face(); };
  const start = () => {
    if (stepDay(days, store.get().day, true) === null) store.set({ day: days[0] });
    playing = window.setInterval(() => { if (!step(true)) stop(); }, PACE);
    face();
  };
  find('.back').addEventListener('click', () => { stop(); step(false); });
  find('.forward').addEventListener('click', () => { stop(); step(true); });
  find('.play').addEventListener('click', () => (playing ? stop() : start()));
  bar.addEventListener('keydown', (event) => { if (event.key === 'Escape') stop(); });
  face();
  return {
    bar,
    step,
    show({ day }) {
      bar.querySelector('output').textContent = day === null ? t('map.noday') : sayDay(day);
      // A button that has the focus stays, so that the keyboard does not lose its place at either end.
      for (const [name, forward] of /** @type {Array<[string, boolean]>} */ ([['.back', false], ['.forward', true]])) find(name).setAttribute('aria-disabled', String(stepDay(days, day, forward) === null));
      find('.play').hidden = days.length < 2;
    },
    destroy: stop,
  };
}
