// Review: what was read, the least sure first; each correction is in the file the moment it is made.
import { html } from '../html.js';
import { register, t } from '../i18n.js';
import { hasToken } from './api.js';
import { keyed, readCard, renderCard, role } from './card.js';
import { Desk } from './desk.js';
import { addForm, chooseOther, identifyForm, mergeForm, readForm } from './forms.js';
import { renderHead } from './head.js';
import { strings } from './strings.js';
import { selected, units } from './words.js';

register(strings);

const KEYS = { a: 'accept', r: 'reject', e: 'edit', m: 'merge', s: 'split', n: 'add', i: 'identify', u: 'undo', j: 'next', k: 'previous', '?': 'keys' };
const LEFT = 'regesta-review';
const AUTHOR = 'regesta-author';

/**
 * @param {HTMLElement} root @param {import('../store.js').Store} store @param {import('../data.js').Data} data
 * @param {{ client: ReturnType<typeof import('./api.js').makeClient>, hear: (tell: (pulse: any) => void) => () => void }} line
 */
export function mount(root, store, data, line) {
  const view = new ReviewView(root, store, data, line);
  return { destroy: () => view.destroy() };
}

class ReviewView {
  constructor(root, store, data, { client, hear }) {
    Object.assign(this, { root, store, data });
    this.root = /** @type {HTMLElement} */ (root);
    this.store = /** @type {import('../store.js').Store} */ (store);
    this.data = /** @type {import('../data.js').Data} */ (data);
    this.chosen = /** @type {ReturnType<typeof selected>} */ (null);
    this.desk = new Desk(client, (what) => this.show(what));
    this.build();
    const left = JSON.parse(sessionStorage.getItem(LEFT) ?? '{}');
    sessionStorage.removeItem(LEFT);
    this.desk.mine = left.mine ?? [];
    const { claim } = store.get();
    this.opened = this.desk.open(left.claim ?? (claim === null ? null : data.claims.id[claim])).then(() => this.back(left));
    this.stops = [hear((pulse) => this.hear(pulse)), store.subscribe((state, changed) => this.follow(state, changed))];
    this.onKey = (event) => this.key(event);
    root.addEventListener('keydown', this.onKey);
  }

  destroy() {
    for (const stop of this.stops) stop();
    this.root.removeEventListener('keydown', this.onKey);
    this.root.replaceChildren();
  }

  get writable() { return hasToken() && this.desk.about?.read_only === false; }

  at(selector) { return /** @type {HTMLElement} */ (this.root.querySelector(selector)); }

  build() {
    this.root.replaceChildren(html`<div class="rv">
      <div class="rv-head"></div>
      <p class="rv-message" role="status"></p>
      <div class="rv-item"></div>
      <div class="rv-aside"></div>
      <div class="rv-foot"></div>
      <div class="rv-keys" hidden><p>${t('review.keys.intro')}</p><dl>${Object.keys(KEYS).map((key) => html`<div><dt><kbd>${key}</kbd></dt><dd>${t(`review.key.${key}`)}</dd></div>`)}</dl></div>
      <details class="rv-log" open><summary>${t('review.entries')}</summary><ol></ol></details>
      <datalist id="rv-names"></datalist>
    </div>`);
    this.at('.rv').addEventListener('click', (event) => this.click(/** @type {HTMLElement} */ (event.target)));
    this.at('.rv').addEventListener('submit', (event) => { event.preventDefault(); this.submit(/** @type {HTMLFormElement} */ (event.target)); });
    this.at('.rv').addEventListener('change', (event) => this.change(/** @type {HTMLSelectElement} */ (event.target)));
    // Buttons would take the selection of words away with the focus.
    this.at('.rv').addEventListener('mousedown', (event) => { if (/** @type {HTMLElement} */ (event.target).closest('button')) event.preventDefault(); });
  }

  // Showing

  show(what) {
    if (what.includes('head')) this.showHead();
    if (what.includes('card')) this.showCard();
    if (what.includes('entries')) this.showEntries();
    if (what.includes('busy')) this.at('.rv')?.setAttribute('aria-busy', String(this.desk.busy));
    if (what.includes('message')) {
      this.at('.rv-message').textContent = this.desk.message;
      this.at('.rv-message').classList.toggle('done', this.desk.done);
    }
  }

  showHead() {
    const { desk, data } = this;
    if (!desk.about || !desk.pulse) return;
    const outdated = desk.pulse.chronicle !== data.hash;
    this.at('.rv-head').replaceChildren(renderHead(desk, { writable: this.writable, outdated }));
  }

  showCard() {
    const { desk } = this;
    const held = this.root.contains(document.activeElement) && document.activeElement !== this.root;
    this.at('.rv-aside').replaceChildren();
    if (!desk.item) {
      this.at('.rv-item').replaceChildren(html`<p class="rv-none" tabindex="-1">${t('review.none')}</p>`);
    } else {
      const doc = this.data.documents.findIndex(({ name }) => name === desk.item.words.document);
      const { text } = this.data.documents[doc] ?? { text: '' };
      const from = units(text, desk.item.words.start - desk.item.start);
      const line = text.slice(0, from).split('\n').length;
      this.at('.rv-item').replaceChildren(renderCard(desk.item, { choices: desk.choices, writable: this.writable, author: localStorage.getItem(AUTHOR) ?? '', place: `${desk.item.words.document}:${line}`, from, document: doc }));
      this.at('#rv-names').replaceChildren(html`${desk.choices.names.map((name) => html`<option value="${name}"></option>`)}`);
      this.lead();
    }
    this.at('.rv-foot').replaceChildren(html`${keyed('previous', 'k')}${keyed('next', 'j')}${this.writable && keyed('undo', 'u')}${keyed('keys', '?')}`);
    if (held) this.focusCard();
  }

  focusCard() { (this.at('.rv-card') ?? this.at('.rv-none'))?.focus({ preventScroll: true }); }

  showEntries() {
    const { entries, about } = this.desk;
    const rows = [...entries].reverse().map((entry) => html`<li class="rv-entry ${entry.result === 'not built yet' ? 'waiting' : entry.result}">
      <p><bdi class="quoted">“${entry.words}”</bdi> ${t(`review.done.${entry.action}`)} <span class="status">${t(`review.result.${entry.result}`)}</span></p>
      ${entry.reason && html`<p>${entry.reason}</p>`}${entry.note && html`<p class="rv-note"><bdi>${entry.note}</bdi></p>`}
      ${this.writable && html`<button type="button" data-act="take" data-id="${entry.id}" aria-label="${t('review.undo')}: ${entry.words}">${t('review.undo')}</button>`}</li>`);
    this.at('.rv-log ol').replaceChildren(html`${rows.length ? rows : html`<li>${t('review.entries.none', { file: about.corrections_file })}</li>`}`);
  }

  // The rest of the page follows the account that is looked at, and the other way round.

  lead() {
    if (this.store.get().tab !== 'review') return;
    const claim = this.data.claims.id.indexOf(this.desk.item.claim);
    if (claim >= 0 && this.store.get().claim !== claim) this.store.set({ claim, event: this.data.claims.event[claim] < 0 ? null : this.data.claims.event[claim] });
  }

  follow(state, changed) {
    if (!['event', 'claim', 'tab'].some((key) => changed.includes(key)) || state.tab !== 'review' || this.desk.busy) return;
    const claim = state.claim ?? (state.event === null ? null : this.data.events.claims[state.event][0]);
    if (claim === null) return;
    const form = this.at('[data-form=merge]');
    if (form) chooseOther(form, this.data, claim);
    else if (!changed.includes('tab')) this.desk.show(this.data.claims.id[claim]);
  }

  hear(pulse) {
    this.desk.hear(pulse);
    if (pulse && pulse.chronicle !== this.data.hash && !this.isBusy()) this.reload();
  }

  isBusy() {
    const card = this.at('.rv-card');
    return Boolean(this.at('.rv-form')) || Boolean(this.desk.item && card && this.writable && Object.keys(readCard(card, this.desk.item)).length);
  }

  reload() {
    const within = this.root.contains(document.activeElement);
    sessionStorage.setItem(LEFT, JSON.stringify({ mine: this.desk.mine, claim: this.desk.item?.claim, within }));
    location.reload();
  }

  back(left) {
    if (!('within' in left)) return;
    this.desk.say(t('review.rebuilt'), true);
    if (left.within) this.focusCard();
  }

  // Doing

  key(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.key === 'Escape' && target.closest('form')) { event.preventDefault(); this.showCard(); this.focusCard(); return; }
    if (event.altKey || event.ctrlKey || event.metaKey || target.closest('input, select, textarea, summary')) return;
    const action = KEYS[event.key];
    if (!action) return;
    event.preventDefault();
    this.act(action);
  }

  click(target) {
    const button = /** @type {HTMLElement|null} */ (target.closest('[data-act]'));
    if (!button) return;
    const { act, id } = button.dataset;
    if (act === 'take') this.desk.undo(id);
    else this.act(act);
  }

  act(action) {
    const { desk } = this;
    if (action === 'next' || action === 'previous') desk.go(action === 'next' ? 1 : -1);
    else if (action === 'keys') {
      const keys = this.at('.rv-keys');
      keys.hidden = !keys.hidden;
      if (!keys.hidden) keys.scrollIntoView({ block: 'nearest' });
    }
    else if (action === 'reload') this.reload();
    else if (action === 'cancel') { this.at('.rv-aside').replaceChildren(); this.focusCard(); } else if (!this.writable) desk.say(t('review.readonly'));
    else if (action === 'undo') desk.undo();
    else if (action === 'rebuild') desk.rebuild();
    else if (action === 'edit') this.at('.rv-fields select')?.focus();
    else if (desk.item) this.changeItem(action);
  }

  changeItem(action) {
    const { item } = this.desk;
    if (action === 'accept' || action === 'reject' || action === 'split') this.correct({ action, claim: item.claim });
    else this.openForm(action);
  }

  openForm(action) {
    const { desk, data } = this;
    this.chosen = selected(data);
    const form = { add: () => addForm(this.chosen, desk.choices), identify: () => identifyForm(this.chosen, desk.choices), merge: () => mergeForm(desk.item, data) }[action]();
    if (!form) { desk.say(t('review.merge.none')); return; }
    this.at('.rv-aside').replaceChildren(form);
    /** @type {HTMLElement} */ (form.querySelector('select, input')).focus();
    form.scrollIntoView({ block: 'nearest' });
  }

  change(target) {
    if (target.matches('[name=author]')) localStorage.setItem(AUTHOR, target.value.trim());
    if (!target.matches('[data-more]') || !target.value) return;
    this.at('.rv-roles').append(html`${role(target.value, [])}`);
    target.selectedOptions[0].remove();
    target.value = '';
    this.at('.rv-roles .rv-role:last-child input').focus();
  }

  submit(form) {
    if (form.matches('.rv-fields')) this.save();
    else this.correct(readForm(form, this.chosen, this.desk.item));
  }

  save() {
    const set = readCard(this.at('.rv-card'), this.desk.item);
    if (Object.keys(set).length) this.correct({ action: 'edit', claim: this.desk.item.claim, set });
    else this.desk.say(t('review.nochange'));
  }

  correct(correction) {
    if (this.desk.busy) return;
    const note = /** @type {HTMLInputElement} */ (this.at('.rv-fields [name=note]'))?.value.trim() ?? '';
    const author = localStorage.getItem(AUTHOR) ?? '';
    const date = new Date().toISOString().slice(0, 10);
    this.desk.correct({ ...correction, note, author, date });
  }
}

