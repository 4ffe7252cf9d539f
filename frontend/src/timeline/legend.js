// How to read the drawing: each sign drawn as the canvas draws it.
import { html, svg } from '../html.js';
import { t } from '../i18n.js';

const RISING = 'M-1 5L5 -1M0 11L11 0M6 11L17 0M12 11L23 0M18 11L29 0M24 11L33 2';
const FALLING = 'M0 0L11 11M6 0L17 11M12 0L23 11M18 0L29 11M-4 2L5 11M24 0L35 11';

const picture = (...parts) => svg('svg', { width: 34, height: 14, viewBox: '-1 -1 34 14', 'aria-hidden': 'true', class: 'h1' }, ...parts);
const rect = (kind, extra = {}) => svg('rect', { class: kind, x: 0, y: 0, width: 32, height: 12, rx: 2, ...extra });
const lines = (d) => svg('path', { class: 'k-hatch', d });

const HELD = {
  certain: () => [rect('k-fill')],
  possible: () => [rect('k-tint'), lines(RISING), rect('k-rim')],
  disputed: () => [rect('k-tint'), lines(RISING), lines(FALLING), rect('k-rim')],
  unknown: () => [svg('path', { class: 'k-dots', d: 'M0 6H32' })],
};
const EVENTS = {
  day: () => [rect('k-fill', { x: 12, width: 7 })],
  stretch: () => [rect('k-fill k-soft1', { x: 0, width: 5, rx: 0 }), rect('k-fill k-soft2', { x: 5, width: 5, rx: 0 }), rect('k-fill', { x: 10, width: 13 }), rect('k-fill k-soft2', { x: 23, width: 5, rx: 0 }), rect('k-fill k-soft1', { x: 28, width: 4, rx: 0 })],
  range: () => [rect('k-tint', { rx: 6 }), lines(RISING), rect('k-rim k-dash', { rx: 6 })],
  open: () => [rect('k-fill k-soft1', { x: 0, width: 16, rx: 0 }), rect('k-fill k-soft2', { x: 16, width: 12, rx: 0 }), svg('path', { class: 'k-line', d: 'M28 0V12M5 2L0 6L5 10' })],
  dense: () => [svg('path', { class: 'k-fill k-soft2', d: 'M0 12V8H6V4H12V1H20V5H26V9H32V12Z' }), svg('path', { class: 'k-fill', d: 'M0 12V10H8V8H14V5H18V8H24V11H32V12Z' })],
  bracket: () => [svg('path', { class: 'k-bracket', d: 'M26 2H12V11H26' })],
};
const STATUS = { planned: '◇', denied: '✕', reported: '“”', possible: '?' };

export function makeLegend() {
  const row = (made, words) => html`<li>${picture(...made())}<span>${words}</span></li>`;
  return html`
    <div><h3>${t('timeline.key.held')}</h3><ul>${Object.entries(HELD).map(([name, made]) => row(made, t(`timeline.key.${name}`)))}</ul></div>
    <div><h3>${t('timeline.key.events')}</h3><ul>${Object.entries(EVENTS).map(([name, made]) => row(made, t(`timeline.key.${name}`)))}</ul></div>
    <div><h3>${t('timeline.key.status')}</h3><ul>${Object.entries(STATUS).map(([name, sign]) => html`<li><svg width="34" height="14" viewBox="-1 -1 34 14" aria-hidden="true" class="h1"><rect class="k-hollow k-${name}" x="3" y="0" width="11" height="12" rx="2"></rect>${name === 'denied' && html`<path class="k-strike" d="M0 6H17"></path>`}</svg><span>${sign} ${t(`status.${name}`)}</span></li>`)}
      <li><span class="k-sign" aria-hidden="true">⚠</span><span>${t('timeline.disputed')}</span></li></ul></div>
    <p>${t('timeline.key.colour')} ${t('timeline.hint')}</p>`;
}
