// How much there is to look at, and whether the chronology has all corrections in it.
import { html } from '../html.js';
import { t } from '../i18n.js';

/**
 * @param {import('./desk.js').Desk} desk
 * @param {{ writable: boolean, outdated: boolean }} options
 */
export function renderHead(desk, { writable, outdated }) {
  const { pulse, total, at, items, item } = desk;
  const queued = item && items[at]?.claim === item.claim;
  const { rebuild } = pulse;
  const running = rebuild.state === 'running';
  return html`<div class="rv-top"><p><strong>${t('review.left', { n: total })}</strong>${queued && html` · ${t('review.position', { at: at + 1, n: total })}`}</p>
    ${writable && html`<button type="button" data-act="rebuild" title="${t('review.rebuild.why')}" ${running && 'disabled'}>${t('review.rebuild')}</button>`}</div>
    ${running && html`<p><progress max="${Math.max(1, rebuild.total)}" value="${rebuild.done}" aria-label="${t('review.rebuild')}"></progress> ${rebuild.source && t('review.rebuilding', { source: rebuild.source })}</p>`}
    ${!writable && html`<p class="rv-notice">${t('review.readonly')}</p>`}
    ${pulse.trouble && html`<p class="rv-notice">${t('review.trouble', { message: pulse.trouble })}</p>`}
    ${pulse.changed_sources.length > 0 && html`<p class="rv-notice">${t('review.changed', { names: pulse.changed_sources.join(', ') })}</p>`}
    ${outdated && html`<p class="rv-notice">${t('review.outdated')} <button type="button" data-act="reload">${t('review.reload')}</button></p>`}
    ${!pulse.is_built && html`<p class="rv-notice">${waiting(desk)}</p>`}
    ${rebuild.state === 'failed' && html`<p class="rv-notice">${t('review.rebuild.failed', { message: rebuild.message })}</p>`}`;
}

function waiting({ entries }) {
  const n = entries.filter((entry) => entry.result === 'not built yet').length;
  return n ? t('review.waiting', { n }) : t('review.undone');
}
