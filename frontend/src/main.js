// Puts the page together: data, store, address, frame, panes and tabs.
import { loadData } from './data.js';
import { makeHead, themeOf } from './frame.js';
import { element } from './html.js';
import { register, setLanguage, t } from './i18n.js';
import { bringIntoView, makePanes } from './layout.js';
import { firstDay, openingWindow } from './opening.js';
import { strings } from './strings.js';
import { createStore, initialState } from './store.js';
import { readHash, writeHash } from './url.js';
import { addReview, panes, sayWrong, tabs } from './views.js';

register(strings);

const EMBED = /(^#|&)embed(?:=[a-z,]*)?(?=&|$)/;

/** What `#embed` asks for in a frame: `#embed` all panes under a short head, `#embed=timeline,map` these alone. */
export function embedding(hash) {
  const found = EMBED.exec(hash);
  if (!found) return null;
  const told = found[0].replace(/^[#&]/, '');
  return { told, panes: told.slice('embed='.length).split(',').filter((name) => ['timeline', 'map', 'source', 'side'].includes(name)) };
}

/** Starts the page in #app, or says there what it cannot do without. */
export async function start() {
  const root = document.documentElement;
  setLanguage(root.lang);
  try {
    const review = 'review' in root.dataset ? await addReview() : null;
    review?.takeToken();
    const began = performance.now();
    const data = await loadData();
    performance.measure('regesta-data', { start: began });
    const store = await open(data, root);
    review?.follow(store, data);
  } catch (error) {
    const app = document.getElementById('app');
    app.hidden = false;
    app.append(sayWrong(error));
    throw error;
  }
}

async function open(data, root) {
  const embedded = embedding(location.hash);
  const opening = location.hash.replace(EMBED, '$1');
  const store = createStore({ ...initialState(), window: openingWindow(data), day: firstDay(data), language: data.language, theme: /** @type {any} */ (root.dataset.theme ?? 'auto') });
  const asked = readHash(opening, data);
  await goTo(asked, { store, data });
  root.classList.add('scripted');
  root.classList.toggle('embedded', Boolean(embedded));
  const app = /** @type {HTMLElement} */ (document.getElementById('app'));
  const page = { store, data, isShown: false, asked, mounted: /** @type {Array<{ destroy(): void }>} */ ([]) };
  const build = () => {
    for (const view of page.mounted.splice(0)) view.destroy();
    app.replaceChildren();
    buildPage(app, page, embedded);
  };
  app.hidden = false;
  follow(page, embedded, build);
  build();
  return store;
}

/** What the head shows. */
const HEAD = ['language', 'theme', 'query', 'filters'];

function buildPage(app, page, embedded) {
  const { store, data } = page;
  const { head, show } = makeHead(store, data, { embedded: Boolean(embedded) });
  app.append(element`<a class="skip" href="#pane-timeline">${t('frame.skip')}</a>`, head);
  app.querySelector('.skip').addEventListener('click', (event) => { event.preventDefault(); document.getElementById('pane-timeline').focus(); });
  const wanted = (name) => !embedded?.panes.length || embedded.panes.includes(name);
  const known = wanted('side') ? Object.keys(tabs).filter((name) => tabs[name]) : [];
  makePanes(app, { timeline: panes.timeline && wanted('timeline'), map: panes.map && wanted('map'), source: panes.source && wanted('source'), side: known.length });
  const jobs = Object.entries(panes).filter(([name, mount]) => mount && wanted(name)).map(([name, mount]) => () => mount(document.getElementById(`pane-${name}`), store, data));
  if (known.length) jobs.push(() => makeTabs(document.getElementById('pane-side'), known, page));
  mountAll(jobs, page);
  show(store.get());
  const stop = store.subscribe((state, changed) => { if (changed.some((name) => HEAD.includes(name))) show(state); });
  page.mounted.push({ destroy: stop });
}

// The reading pane over the whole page, and back; back by itself when words of the source are asked for.
function enlarger(store) {
  const button = element`<button type="button" id="enlarge" aria-pressed="false" aria-label="${t('frame.enlarge')}" title="${t('frame.enlarge')}">⤢</button>`;
  const app = document.getElementById('app');
  const set = (on) => { app.classList.toggle('enlarged', on); button.setAttribute('aria-pressed', String(on)); };
  set(false);
  button.addEventListener('click', () => set(!app.classList.contains('enlarged')));
  const stop = store.subscribe((state, changed) => { if (changed.includes('words') && state.words) set(false); });
  return { button, stop };
}

const MANY = 5000;

// The timeline first, so that it is seen before anything else is brought; then the rest, with very many events each in a
// frame of its own.
function mountAll(jobs, page) {
  const many = page.data.counts.events > MANY;
  let frame = 0;
  const soon = (act) => { frame = requestAnimationFrame(() => { frame = requestAnimationFrame(act); }); };
  const next = () => {
    page.mounted.push(jobs.shift()());
    if (page.isShown && !many) page.mounted.push(...jobs.splice(0).map((job) => job()));
    else if (jobs.length) soon(() => { page.isShown = true; next(); });
    if (!jobs.length) showAsked(page);
  };
  next();
  page.mounted.push({ destroy() { cancelAnimationFrame(frame); } });
}

// Tabs by the ARIA practice: arrow keys move and choose, the panel follows.
function makeTabs(pane, names, { store, data }) {
  const list = element`<div class="tabs" role="tablist" aria-label="${t('frame.side')}">${names.map((name) => element`<button type="button"
    role="tab" id="tab-${name}" aria-controls="panel-${name}">${t(`tab.${name}`)}</button>`)}</div>`;
  const panels = names.map((name) => element`<div role="tabpanel" class="panel" id="panel-${name}" aria-labelledby="tab-${name}" tabindex="0" hidden></div>`);
  const enlarge = enlarger(store);
  pane.append(element`<div class="tabbar">${list}${enlarge.button}</div>`, ...panels);
  const mounted = new Map();
  const choose = (tab) => {
    const chosen = names.includes(tab) ? tab : names[0];
    names.forEach((name, n) => {
      const button = pane.querySelector(`#tab-${name}`), on = name === chosen;
      button.setAttribute('aria-selected', String(on));
      button.setAttribute('tabindex', on ? '0' : '-1');
      panels[n].hidden = !on;
      if (on && !mounted.has(name)) mounted.set(name, tabs[name](panels[n], store, data));
    });
  };
  list.addEventListener('click', (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest('[role=tab]');
    if (button) store.set({ tab: button.id.slice(4) });
  });
  list.addEventListener('keydown', (event) => {
    const at = names.findIndex((name) => `tab-${name}` === document.activeElement.id);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: names.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    const name = names[(to + names.length) % names.length];
    store.set({ tab: name });
    /** @type {HTMLElement} */ (pane.querySelector(`#tab-${name}`)).focus();
  });
  choose(store.get().tab);
  const stop = store.subscribe((state, changed) => { if (changed.includes('tab')) choose(state.tab); });
  return { destroy() { stop(); enlarge.stop(); for (const view of mounted.values()) view.destroy(); } };
}

// Who searches needs the words of the sources.
async function goTo(asked, { store, data }) {
  if (asked.query) await data.texts();
  store.set(asked);
}

// What the address asks for is read in the reading pane.
function showAsked(page) {
  const { event = null, entity = null, tab = 'event' } = page.asked;
  page.asked = {};
  if (event !== null || entity !== null || tab !== 'event') bringIntoView(document.getElementById('pane-side'));
}

// Language, theme and address follow the store; the store follows the address.
function follow(page, embedded, build) {
  const { store, data } = page;
  let written = '', waiting = 0;
  const opening = openingWindow(data);
  const write = () => {
    const state = store.get();
    const hash = writeHash(state, data, { window: state.window[0] !== opening[0] || state.window[1] !== opening[1] });
    written = embedded ? `${hash === '#' ? hash : `${hash}&`}${embedded.told}` : hash;
    history.replaceState(null, '', written === '#' ? location.pathname + location.search : written);
  };
  store.subscribe((state, changed) => {
    if (changed.includes('theme')) document.documentElement.dataset.theme = themeOf(state);
    if (changed.includes('language')) {
      document.documentElement.lang = state.language;
      setLanguage(state.language);
      build();
      document.getElementById('language')?.focus();
    }
    clearTimeout(waiting);
    waiting = window.setTimeout(write, 150);
  });
  addEventListener('hashchange', () => { if (location.hash !== written) { clearTimeout(waiting); page.asked = readHash(location.hash, data); goTo(page.asked, page).then(() => { write(); showAsked(page); }); } });
}
