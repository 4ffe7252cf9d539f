// Contradictions and gaps: each with the words it stands on, and the events it touches.
import { html } from '../html.js';
import { register, t } from '../i18n.js';
import { eventLine, follow, longList, say, sayMessage, wordsList } from '../panels/parts.js';
import { strings } from './strings.js';

register(strings);

/** @typedef {import('../data.js').Data} Data */

/** @param {HTMLElement} root @param {import('../store.js').Store} store @param {Data} data */
export function mountContradictions(root, store, data) {
  const events = (found) => [...new Set([...found.events, ...found.claims.map((c) => data.claims.event[c])])].filter((e) => e >= 0);
  return mountNotes(root, store, data, data.conflicts, { kind: 'conflict', about: t('notes.conflicts'), none: t('notes.noconflicts'), events, sign: '⚠' });
}

/** @param {HTMLElement} root @param {import('../store.js').Store} store @param {Data} data */
export function mountGaps(root, store, data) {
  const events = (found) => (found.claim < 0 ? [] : [data.claims.event[found.claim]].filter((e) => e >= 0));
  return mountNotes(root, store, data, data.gaps, { kind: 'gap', about: t('notes.gaps'), none: t('notes.nogaps'), events, sign: '◌' });
}

/**
 * @param {HTMLElement} root
 * @param {import('../store.js').Store} store
 * @param {Data} data
 * @param {any[]} items
 * @param {{ kind: string, about: string, none: string, events: (item: any) => number[], sign: string }} of
 */
function mountNotes(root, store, data, items, of) {
  const counts = new Map();
  for (const { kind } of items) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));
  let chosen = '';
  let onlyEvent = false;
  root.classList.add('notes');

  const draw = () => {
    const { event } = store.get();
    const shown = items.filter((item) => (!chosen || item.kind === chosen) && (!onlyEvent || of.events(item).includes(event)));
    const kindButton = (kind, name, n) => html`<button type="button" class="kind" data-kind="${kind}" aria-pressed="${chosen === kind}">${name} <span class="facet-count">${n}</span></button>`;
    root.replaceChildren(html`
      <p class="aside">${items.length ? of.about : of.none}</p>
      ${kinds.length > 1 ? html`<div class="kinds" role="group" aria-label="${t('notes.kinds')}">${kindButton('', t('notes.all'), items.length)}${kinds.map((kind) => kindButton(kind, say(`${of.kind}.${kind}`, kind), counts.get(kind)))}</div>` : null}
      ${event !== null && items.length ? html`<label class="only"><input type="checkbox" ${onlyEvent ? 'checked' : ''}> ${t('notes.only')}</label>` : null}
      ${shown.length ? longList(shown, (item) => note(data, item, of), 'note-list', 40) : items.length ? html`<p class="aside">${t('notes.nothere')}</p>` : null}`);
  };
  const click = (event) => {
    const kind = event.target.closest('[data-kind]')?.dataset.kind;
    if (kind === undefined) return;
    chosen = kind;
    draw();
    focus(root, `[data-kind="${CSS.escape(kind)}"]`);
  };
  const change = (event) => {
    if (!event.target.closest('.only')) return;
    onlyEvent = event.target.checked;
    draw();
    focus(root, '.only input');
  };
  root.addEventListener('click', click);
  root.addEventListener('change', change);
  const unfollow = follow(root, store, data);
  let had = store.get().event !== null;
  const unsubscribe = store.subscribe((state, changed) => {
    if (!changed.includes('event')) return;
    if (onlyEvent || had !== (state.event !== null)) draw();
    had = state.event !== null;
  });
  draw();
  return {
    destroy() {
      root.removeEventListener('click', click);
      root.removeEventListener('change', change);
      unfollow();
      unsubscribe();
      root.replaceChildren();
    },
  };
}

function focus(root, selector) {
  const found = root.querySelector(selector);
  if (found instanceof HTMLElement) found.focus();
}

/** @param {Data} data */
function note(data, item, of) {
  const events = of.events(item), [lang, message] = sayMessage(item.message);
  return html`<article class="note ${of.kind}" id="note-${item.id}">
    <h3><span class="sign" aria-hidden="true">${of.sign}</span> ${say(`${of.kind}.${item.kind}`, item.kind)}</h3>
    <p lang="${lang}" dir="auto">${message}</p>
    ${wordsList(data, item.claims ?? [item.claim].filter((c) => c >= 0), item.words)}
    ${events.length ? html`<ul class="lines">${events.map((e) => html`<li>${eventLine(data, e)}</li>`)}</ul>` : null}
  </article>`;
}
