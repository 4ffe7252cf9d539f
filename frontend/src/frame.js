// The head of the page: title, counts, search, language, light or dark, and the way to the chronology as text.
import { isoDay, sayDay } from './dates.js';
import { extent } from './data.js';
import { element, html } from './html.js';
import { languages, speaks, t } from './i18n.js';
import { bring } from './parts.js';
import { noFilters } from './store.js';
import { visible } from './select.js';
import { sayWrong } from './views.js';

const dark = () => matchMedia('(prefers-color-scheme: dark)').matches;
export const themeOf = (state) => (state.theme === 'auto' ? (dark() ? 'dark' : 'light') : state.theme);

/** @param {import('./store.js').Store} store @param {import('./data.js').Data} data */
export function makeHead(store, data, { embedded = false } = {}) {
  const days = extent(data);
  const totals = { events: data.counts.events, claims: data.counts.claims, conflicts: data.conflicts.length, gaps: data.gaps.length };
  const counts = Object.entries(totals).map(([name, n]) => t(`frame.${name}`, { n })).join(' · ');
  const head = element`<header class="mast app-mast">
    <div class="mast-title">
      <h1 dir="auto">${data.title}</h1>
      <p>${days && html`<span class="extent"><time datetime="${isoDay(days[0])}">${sayDay(days[0])}</time> – <time datetime="${isoDay(days[1])}">${sayDay(days[1])}</time></span> · `}${counts}</p>
    </div>
    <form class="mast-search" role="search">
      <input type="search" id="query" autocomplete="off" spellcheck="false" placeholder="${t('frame.search')}" aria-label="${t('frame.search')}">
      <output for="query" id="shown" aria-live="polite"></output>
      <button type="button" id="clear" hidden>${t('frame.clear')}</button>
    </form>
    <div class="mast-tools">
      <label class="language"><span class="sr">${t('frame.language')}</span><select id="language">${Object.entries(languages).map(([code, name]) => html`<option value="${code}" lang="${code}">${name}</option>`)}</select></label>
      <button type="button" id="theme"></button>
      ${!embedded && html`<button type="button" id="as-text">${t('frame.text')}</button>`}
    </div>
  </header>`;
  const at = (id) => /** @type {any} */ (head.querySelector(`#${id}`));
  head.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
  let waiting = 0;
  const needed = (coming, act) => { if (coming) coming.then(act, (error) => head.append(sayWrong(error))); else act(); };
  at('query').addEventListener('input', () => { const query = at('query').value; clearTimeout(waiting); waiting = window.setTimeout(() => needed(query ? data.texts() : null, () => store.set({ query })), 60); });
  at('clear').addEventListener('click', () => store.set({ filters: noFilters(), query: '' }));
  at('language').addEventListener('change', () => { const language = at('language').value; needed(speaks(language) ? null : bring(`words-${language}.js`), () => store.set({ language })); });
  at('theme').addEventListener('click', () => store.set({ theme: themeOf(store.get()) === 'dark' ? 'light' : 'dark' }));
  at('as-text')?.addEventListener('click', () => document.documentElement.classList.toggle('text-view'));
  const show = (state) => {
    at('language').value = state.language;
    if (document.activeElement !== at('query')) at('query').value = state.query;
    at('theme').textContent = t(themeOf(state) === 'dark' ? 'frame.theme.light' : 'frame.theme.dark');
    const filtered = state.query.trim() !== '' || Object.values(state.filters).some((values) => values.length);
    at('shown').textContent = filtered ? t('frame.shown', { n: visible(state, data).length }) : '';
    at('clear').hidden = !filtered;
  };
  return { head, show };
}
