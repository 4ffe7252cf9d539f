// The facets of the table: for every value how many events it would leave, under all the other choices.
import { html } from '../html.js';
import { t } from '../i18n.js';
import { say, typeName } from '../panels/parts.js';
import { haystack, valuesOf } from '../select.js';
import { FACETS } from '../store.js';
import { count, makeFacet, rank } from './facets.js';
import { fold, words } from './fold.js';

const FEW = 8;
const MANY = 200;

/** Name of a facet's value as people read it. @param {import('../data.js').Data} data */
export function valueName(data, facet, value) {
  if (facet === 'type') return typeName(data, value);
  if (facet === 'status') return t(`status.${data.statuses[value]}`);
  if (facet === 'source') return data.documents[value].name;
  if (facet === 'certainty') return say(`dated.${value}`, String(value));
  return typeof value === 'string' ? value.slice(1) : data.entities.name[value];
}

/** Facets with their values numbered, so that counting is quick. @param {import('../data.js').Data} data */
function numbered(data) {
  const events = data.counts.events;
  return FACETS.map((name) => {
    const numbers = new Map();
    const of = (e) => valuesOf(data, name, e).map((value) => {
      if (!numbers.has(value)) numbers.set(value, numbers.size);
      return numbers.get(value);
    });
    const facet = makeFacet(name, events, 0, of);
    facet.size = numbers.size;
    return { facet, numbers, values: [...numbers.keys()] };
  });
}

/**
 * @param {HTMLElement} root
 * @param {import('../store.js').Store} store
 * @param {import('../data.js').Data} data
 */
export function mountFacets(root, store, data) {
  const facets = numbered(data).filter((f) => f.values.length > 0);
  const totals = count(facets.map((f) => f.facet), {}, data.counts.events).counts;
  const open = new Set();
  const typed = new Map();

  const change = (name, value, on) => {
    const { filters } = store.get();
    const left = filters[name].filter((v) => v !== value);
    store.set({ filters: { ...filters, [name]: on ? [...left, value] : left } });
  };

  const counted = () => {
    const { filters, query } = store.get();
    const wanted = words(query);
    const texts = wanted.length ? haystack(data) : null;
    const chosen = Object.fromEntries(facets.map(({ facet, numbers }) => [facet.name, new Set(filters[facet.name].map((v) => numbers.get(v) ?? -1))]));
    const passes = texts ? (e) => wanted.every((word) => texts[e].includes(word)) : undefined;
    return { chosen, ...count(facets.map((f) => f.facet), chosen, data.counts.events, passes) };
  };

  const group = ({ facet, values }, counts, chosen) => {
    const { name } = facet;
    const part = fold(typed.get(name) ?? '');
    const fits = (v) => !part || fold(valueName(data, name, values[v])).includes(part);
    const all = rank(counts, totals[name], chosen).values.filter(fits);
    const most = open.has(name) ? MANY : FEW;
    const shown = all.filter((v, n) => n < most || chosen.has(v));
    return html`
      <fieldset data-facet="${name}">
        <legend>${t(`facet.${name}`)}</legend>
        ${values.length > 20 ? html`<input type="search" data-narrow="${name}" value="${typed.get(name) ?? ''}" aria-label="${t('facet.narrow', { name: t(`facet.${name}`) })}" placeholder="${t('facet.narrow.short')}">` : null}
        <ul>${shown.map((v) => html`<li><label><input type="checkbox" data-value="${v}" ${chosen.has(v) ? 'checked' : ''}><bdi class="facet-name">${valueName(data, name, values[v])}</bdi> <span class="facet-count">${counts[v]}</span></label></li>`)}</ul>
        ${all.length > FEW ? html`<button type="button" class="plain" data-open="${name}">${open.has(name) ? t('facet.fewer') : t('facet.more', { n: all.length - FEW })}</button>` : null}
        ${open.has(name) && all.length > shown.length ? html`<p class="aside">${t('facet.toomany', { n: all.length - shown.length })}</p>` : null}
      </fieldset>`;
  };

  const draw = () => {
    const held = heldIn(root);
    const { counts, chosen } = counted();
    root.replaceChildren(...facets.map((f) => group(f, counts[f.facet.name], chosen[f.facet.name])));
    if (held) restore(root, held);
  };

  root.addEventListener('change', (event) => {
    const box = /** @type {HTMLInputElement} */ (event.target);
    const name = box.closest('fieldset')?.dataset.facet;
    if (name && box.dataset.value !== undefined) change(name, facets.find((f) => f.facet.name === name).values[Number(box.dataset.value)], box.checked);
  });
  root.addEventListener('input', (event) => {
    const box = /** @type {HTMLInputElement} */ (event.target);
    if (box.dataset.narrow === undefined) return;
    typed.set(box.dataset.narrow, box.value);
    draw();
  });
  root.addEventListener('click', (event) => {
    const name = /** @type {HTMLElement} */ (event.target).closest('[data-open]')?.getAttribute('data-open');
    if (!name) return;
    if (!open.delete(name)) open.add(name);
    draw();
  });
  return { draw };
}

/** Which control has the focus, so that it has it again after drawing. @param {HTMLElement} root */
function heldIn(root) {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || !root.contains(at)) return null;
  const facet = at.closest('fieldset')?.dataset.facet;
  const key = ['value', 'narrow', 'open'].find((k) => at.dataset[k] !== undefined);
  return facet && key ? `[data-facet="${facet}"] [data-${key}="${at.dataset[key]}"]` : null;
}

/**
 * @param {HTMLElement} root
 * @param {string} selector
 */
function restore(root, selector) {
  const found = root.querySelector(selector);
  if (!(found instanceof HTMLElement)) return;
  found.focus({ preventScroll: true });
  if (found instanceof HTMLInputElement && found.type === 'search') found.setSelectionRange(found.value.length, found.value.length);
}
