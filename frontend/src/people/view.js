// People and bodies, each with a chronology of its own: what they did, what was done to them, what they held.
import { html } from '../html.js';
import { register, t } from '../i18n.js';
import { entityLink, eventLine, follow, longList, say, saySpan, wordsLink } from '../panels/parts.js';
import { makeGraph } from '../network/graph.js';
import { fold } from '../table/fold.js';
import { strings } from './strings.js';

register(strings);

const KINDS = ['person', 'body', 'place', 'office'];

/** @typedef {import('../data.js').Data} Data */

/**
 * For each entity the events that it takes part in, in the order of time, with its parts in them.
 * @param {Data} data
 * @returns {Map<number, Map<number, Set<number>>>}
 */
export function partsByEntity(data) {
  const found = new Map();
  data.events.claims.forEach((claims, event) => {
    for (const claim of claims) {
      for (const [role, , , entity] of data.claims.roles[claim]) {
        if (entity < 0) continue;
        if (!found.has(entity)) found.set(entity, new Map());
        const events = found.get(entity);
        if (!events.has(event)) events.set(event, new Set());
        events.get(event).add(role);
      }
    }
  });
  return found;
}

/**
 * @param {HTMLElement} root
 * @param {import('../store.js').Store} store
 * @param {Data} data
 */
export function mount(root, store, data) {
  const parts = partsByEntity(data);
  const names = data.entities.names.map((list, n) => fold([data.entities.name[n], ...list].join('\n')));
  const state = { kind: 'all', typed: '' };
  root.classList.add('people');
  root.replaceChildren(html`<div class="people-grid">
    <div class="people-list">
      <div class="people-find">
        <input type="search" aria-label="${t('people.find')}" placeholder="${t('people.find')}" autocomplete="off" spellcheck="false">
        <select aria-label="${t('people.kind')}"><option value="all">${t('people.all')}</option>${KINDS.filter((k) => data.entities.kind.includes(k)).map((k) => html`<option value="${k}">${t(`people.${k}`)}</option>`)}</select>
      </div>
      <p class="aside" role="status"></p>
      <div class="found"></div>
    </div>
    <article class="people-one" tabindex="-1"></article></div>`);
  const find = (selector) => /** @type {any} */ (root.querySelector(selector));

  const list = () => {
    const wanted = fold(state.typed);
    const shown = names.map((_, n) => n)
      .filter((n) => (state.kind === 'all' ? ['person', 'body'].includes(data.entities.kind[n]) : data.entities.kind[n] === state.kind))
      .filter((n) => !wanted || names[n].includes(wanted))
      .sort((a, b) => (parts.get(b)?.size ?? 0) - (parts.get(a)?.size ?? 0) || a - b);
    find('[role=status]').textContent = t('people.count', { n: shown.length });
    find('.found').replaceChildren(longList(shown, (n) => entry(data, n, parts.get(n)?.size ?? 0), 'entities', 100));
    mark();
  };
  const mark = () => {
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('.entities [data-entity]'))) {
      if (Number(button.dataset.entity) === store.get().entity) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
  };
  const one = () => {
    const { entity } = store.get();
    find('.people-one').replaceChildren(entity === null ? html`<p class="aside">${t('people.none')}</p>` : page(data, entity, parts));
    mark();
  };
  find('input').addEventListener('input', (event) => { state.typed = event.target.value; list(); });
  find('select').addEventListener('change', (event) => { state.kind = event.target.value; list(); });
  const filter = (event) => {
    const at = event.target.closest('[data-filter]');
    if (!at) return;
    const entity = Number(at.dataset.filter);
    const { filters } = store.get();
    store.set({ filters: { ...filters, [data.entities.kind[entity]]: [entity] }, tab: 'table' });
  };
  root.addEventListener('click', filter);
  const unfollow = follow(root, store, data);
  const unsubscribe = store.subscribe((_, changed) => {
    if (!changed.includes('entity')) return;
    one();
    const heading = find('.people-one');
    if (!root.hidden) heading.scrollIntoView({ block: 'nearest' });
  });
  list();
  one();
  return {
    destroy() {
      unfollow();
      unsubscribe();
      root.removeEventListener('click', filter);
      root.replaceChildren();
    },
  };
}

/** @param {Data} data */
function entry(data, n, events) {
  return html`<button type="button" data-entity="${n}"><bdi class="name">${data.entities.name[n]}</bdi> <small>${t(`kind.${data.entities.kind[n]}`)}</small><span class="facet-count" title="${t('people.events', { n: events })}">${events}</span></button>`;
}

/** @param {Data} data */
function page(data, entity, parts) {
  const { entities } = data;
  const events = [...(parts.get(entity) ?? [])].sort(([a], [b]) => a - b);
  const also = entities.names[entity].filter((name) => name !== entities.name[entity]);
  const held = data.states.filter((state) => state.holderEntity === entity || state.entity === entity);
  const partOf = entities.part_of[entity];
  return html`
    <h2><bdi>${entities.name[entity]}</bdi></h2>
    <p class="aside">${t(`kind.${entities.kind[entity]}`)}${partOf ? html` · ${t('people.in')} <bdi>${partOf}</bdi>` : null}</p>
    ${also.length ? html`<p>${t('people.also')} ${also.map((name, n) => html`${n ? ', ' : ''}<bdi class="quoted">${name}</bdi>`)}</p>` : null}
    ${['place', 'person', 'body'].includes(entities.kind[entity]) && events.length ? html`<p><button type="button" data-filter="${entity}">${t('people.filter')}</button></p>` : null}
    ${held.length ? html`<section aria-labelledby="held-h"><h3 id="held-h">${t('people.held')}</h3><ul class="lines">${held.map((state) => holding(data, state))}</ul></section>` : null}
    ${ties(data, entity, events.map(([event]) => event))}
    <section aria-labelledby="life-h"><h3 id="life-h">${t('people.events', { n: events.length })}</h3>
      ${longList(events, ([event, roles]) => html`${eventLine(data, event)} <small class="part">${[...roles].map((r) => say(`part.${data.roles[r]}`, data.roles[r])).join(', ')}</small>`)}</section>
    ${entities.mentions[entity].length ? html`<section aria-labelledby="named-h"><h3 id="named-h">${t('people.named', { n: entities.mentions[entity].length })}</h3>${longList(entities.mentions[entity], (place) => wordsLink(data, place), 'mentions', 24)}</section>` : null}`;
}

/** With, against and upon whom, the closest first. @param {Data} data */
function ties(data, entity, events) {
  const graph = makeGraph(events, {
    actors: (e) => data.events.actors[e],
    targets: (e) => data.events.targets[e],
    day: () => null,
    keep: (n) => ['person', 'body'].includes(data.entities.kind[n]),
    stance: (e) => data.stances[data.events.type[e]],
  });
  const told = graph.edges.filter((edge) => edge.a === entity || edge.b === entity).map((edge) => ({
    other: edge.a === entity ? edge.b : edge.a,
    ways: [
      ['people.with', edge.with.length],
      ['people.against', (edge.a === entity ? edge.against : edge.backAgainst).length],
      ['people.attacked', (edge.a === entity ? edge.backAgainst : edge.against).length],
      ['people.upon', edge.upon.length + edge.back.length],
    ],
  }));
  if (!told.length) return null;
  const words = (ways) => ways.filter(([, n]) => n).map(([key, n]) => t(key, { n })).join(' · ');
  return html`<section aria-labelledby="ties-h"><h3 id="ties-h">${t('people.ties')}</h3>${longList(told, ({ other, ways }) => html`${entityLink(data, other)} <small>${words(ways)}</small>`, 'lines', 12)}</section>`;
}

/** @param {Data} data */
function holding(data, state) {
  const certainty = data.certainties[state.certainty];
  return html`<li>${entityLink(data, state.holderEntity, state.holder)} ${say(`fluent.${state.fluent}`, state.fluent)}${state.key === state.holder ? null : html` ${entityLink(data, state.entity, state.key)}`} <span class="aside">${saySpan(state)}</span> <span class="surely ${certainty}">${t(`certainty.${certainty}`)}</span></li>`;
}
