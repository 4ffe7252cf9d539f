// One account: its sentence with the words that tell of it, and its fields as a form.
import { element, html } from '../html.js';
import { t } from '../i18n.js';
import { cut } from './words.js';

/** @typedef {import('./desk.js').Item} Item */

const OWN = ['type', 'status', 'time'];

/** A button with its key. @param {string} action @param {string} key */
export const keyed = (action, key) => html`<button type="button" data-act="${action}" aria-keyshortcuts="${key}">${t(`review.${action}`)} <kbd aria-hidden="true">${key}</kbd></button>`;

/**
 * @param {Item} item
 * @param {{ choices: import('./desk.js').Choices, writable: boolean, author: string, place: string, from: number, document: number }} options
 */
export function renderCard(item, { choices, writable, author, place, from, document }) {
  const [before, words, after] = cut(item.sentence, item.start, item.end);
  const corrected = item.rule.startsWith('correction/');
  return element`<article class="rv-card" tabindex="-1" aria-labelledby="rv-place">
    <p class="rv-place" id="rv-place"><bdi>${place}</bdi> · ${t('review.confidence', { n: item.confidence.toFixed(2) })} · <code>${item.rule}</code>${corrected && html` <span class="status">${t('review.corrected')}</span>`}</p>
    <blockquote dir="auto" data-document="${document}"><p data-from="${from}">${before}<mark>${words}</mark>${after}</p></blockquote>
    ${writable && html`<div class="rv-acts">${keyed('accept', 'a')}${keyed('reject', 'r')}${keyed('merge', 'm')}${keyed('split', 's')}${keyed('add', 'n')}${keyed('identify', 'i')}</div>`}
    <form class="rv-fields" autocomplete="off">
      ${choice('type', t('review.type'), item.type, choices.types.map(({ name, says }) => [name, `${name} – ${says}`]), !writable)}
      ${choice('status', t('review.status'), item.status, choices.statuses.map((name) => [name, t(`status.${name}`)]), !writable)}
      <label><span>${t('review.time')}</span><input name="time" value="${item.time}" spellcheck="false" aria-describedby="rv-time-hint" ${!writable && 'disabled'}></label>
      <small id="rv-time-hint">${t('review.time.hint')}</small>
      <div class="rv-roles">${Object.entries(item.roles).map(([name, fillers]) => role(name, fillers, !writable))}</div>
      ${writable && html`<label class="rv-more"><span>${t('review.role.add')}</span><select data-more><option value=""></option>${unused(item, item.type, choices).map((name) => html`<option>${name}</option>`)}</select></label>
      <small>${t('review.roles.hint')}</small>
      <label><span>${t('review.note')}</span><input name="note" value=""></label>
      <label><span>${t('review.author')}</span><input name="author" value="${author}" autocomplete="name"></label>
      <div class="rv-acts"><button type="submit">${t('review.save')}</button></div>`}
    </form>
  </article>`;
}

/** A labelled choice. @param {string} name @param {Array<[string, string]>} options */
export function choice(name, label, value, options, disabled = false) {
  const known = options.some(([option]) => option === value);
  const listed = known ? options : [/** @type {[string, string]} */ ([value, value]), ...options];
  return html`<label><span>${label}</span><select name="${name}" ${disabled && 'disabled'}>${listed.map(([option, says]) => html`<option value="${option}" ${option === value && 'selected'}>${says}</option>`)}</select></label>`;
}

/** The participants in a role: an input each, and an empty one. */
export function role(name, fillers, disabled = false) {
  const shown = disabled ? fillers : [...fillers, ''];
  return html`<div role="group" aria-label="${name}" class="rv-role" data-role="${name}"><span>${name}</span><div>${shown.map((filler, n) => html`<input aria-label="${name} ${n + 1}" list="rv-names" value="${filler}" ${disabled && 'disabled'}>`)}</div></div>`;
}

function unused(item, type, choices) {
  const roles = choices.types.find(({ name }) => name === type)?.roles ?? [];
  return roles.filter((name) => !(name in item.roles));
}

/**
 * What the form says that the account does not: only that is set.
 * @param {HTMLElement} card @param {Item} item
 */
export function readCard(card, item) {
  const set = {};
  for (const name of OWN) {
    const value = /** @type {HTMLInputElement} */ (card.querySelector(`[name=${name}]`)).value.trim();
    if (value !== item[name]) set[name] = value;
  }
  for (const group of /** @type {NodeListOf<HTMLElement>} */ (card.querySelectorAll('[data-role]'))) {
    const name = group.dataset.role;
    const given = [...group.querySelectorAll('input')].map((input) => input.value.trim()).filter(Boolean);
    const known = item.roles[name] ?? [];
    if (given.length !== known.length || given.some((value, n) => value !== known[n])) set[name] = given;
  }
  return set;
}
