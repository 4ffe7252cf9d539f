// All events as a table: choose by facet, sort, walk with the keyboard, take away what is shown.
import { follow } from '../panels/parts.js';
import { html } from '../html.js';
import { register, t } from '../i18n.js';
import { visible } from '../select.js';
import { downloads } from '../download/view.js';
import { mountFacets } from './facetlist.js';
import { mountGrid } from './grid.js';
import { strings } from './strings.js';

register(strings);

/**
 * @param {HTMLElement} root
 * @param {import('../store.js').Store} store
 * @param {import('../data.js').Data} data
 */
export function mount(root, store, data) {
  root.classList.add('table-panel');
  root.replaceChildren(html`
    <details class="facets"><summary></summary><div class="facet-list"></div></details>
    <div class="table-main">
      <div class="table-head"><p class="count" role="status"></p><div class="downloads"></div></div>
      <div class="grid"></div>
    </div>`);
  const find = (selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  let facets = /** @type {ReturnType<typeof mountFacets> | null} */ (null);
  const grid = mountGrid(find('.grid'), store, data);
  find('.downloads').append(downloads(store, data));
  const details = /** @type {HTMLDetailsElement} */ (find('.facets'));
  details.open = root.clientWidth > 760;
  const draw = () => {
    const state = store.get();
    const shown = visible(state, data);
    const chosen = Object.values(state.filters).reduce((n, values) => n + values.length, 0);
    find('summary').textContent = chosen ? t('table.chosen', { n: chosen }) : t('table.filters');
    find('.count').textContent = t('table.count', { n: shown.length, of: data.counts.events });
    if (details.open) drawFacets();
    grid.show(shown);
  };
  // Counting costs what reading all events does: only for those who look.
  const drawFacets = () => {
    facets ??= mountFacets(find('.facet-list'), store, data);
    facets.draw();
  };
  details.addEventListener('toggle', () => { if (details.open) drawFacets(); });
  const unfollow = follow(root, store, data);
  const unsubscribe = store.subscribe((state, changed) => {
    if (changed.includes('filters') || changed.includes('query')) draw();
    else if (changed.includes('event')) grid.mark();
    if (changed.includes('tab') && state.tab === 'table') grid.resize();
  });
  draw();
  return {
    destroy() {
      unfollow();
      unsubscribe();
      grid.destroy();
      root.classList.remove('table-panel');
      root.replaceChildren();
    },
  };
}
