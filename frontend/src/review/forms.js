// The small forms beside an account: what it is the same as, what was not read, whom words mean.
import { sayWhen } from '../dates.js';
import { titleOf } from '../data.js';
import { element, html } from '../html.js';
import { t } from '../i18n.js';
import { choice } from './card.js';

const NEAREST = 40;

const frame = (title, act, inner) => element`<form class="rv-form" data-form="${act}" autocomplete="off" aria-label="${title}">
  <h3>${title}</h3>${inner}
  <div class="rv-acts"><button type="submit">${t(`review.${act}`)}</button><button type="button" data-act="cancel">${t('review.cancel')}</button></div>
</form>`;

/**
 * Words of a source: those that are selected, or typed as they stand in the sentence that is looked at.
 * @param {ReturnType<typeof import('./words.js').selected>} chosen
 */
const wordsField = (chosen) => html`<label><span>${chosen ? t('review.words.selected', { document: chosen.document }) : t('review.words')}</span><input name="words" required value="${chosen?.words ?? ''}" aria-describedby="rv-words-hint"></label>
  <small id="rv-words-hint">${t('review.words.hint')}</small>`;

export const addForm = (chosen, choices) => frame(t('review.add.title'), 'add', html`${wordsField(chosen)}
  ${choice('type', t('review.type'), choices.types[0].name, choices.types.map(({ name, says }) => [name, `${name} – ${says}`]))}
  ${choice('status', t('review.status'), choices.statuses[0], choices.statuses.map((name) => [name, t(`status.${name}`)]))}
  <label><span>${t('review.time')}</span><input name="time" spellcheck="false" aria-describedby="rv-add-time"></label><small id="rv-add-time">${t('review.time.hint')}</small>`);

export const identifyForm = (chosen, choices) => frame(t('review.identify.title'), 'identify', html`${wordsField(chosen)}
  <label><span>${t('review.name')}</span><input name="name" list="rv-names"></label>
  ${choice('kind', t('review.kind'), '', [['', t('review.kind.same')], ...choices.kinds.map((kind) => /** @type {[string, string]} */ ([kind, kind]))])}
  <label class="rv-check"><input type="checkbox" name="everywhere"> <span>${t('review.everywhere')}</span></label>
  <div class="rv-point"><label><span>${t('review.north')}</span><input name="north" type="number" min="-90" max="90" step="any" aria-describedby="rv-point-hint"></label>
  <label><span>${t('review.east')}</span><input name="east" type="number" min="-180" max="180" step="any" aria-describedby="rv-point-hint"></label></div>
  <small id="rv-point-hint">${t('review.point.hint')}</small>`);

/** Other accounts, the likeliest first: of the same type, then the nearest in time. */
export function mergeForm(item, data) {
  const { claims } = data;
  const self = claims.id.indexOf(item.claim);
  const day = (claim) => claims.e0[claim] ?? claims.l1[claim];
  const far = (claim) => (day(claim) === null || self < 0 || day(self) === null ? 1e9 : Math.abs(day(claim) - day(self)));
  const other = (claim) => Number(data.types[claims.type[claim]] !== item.type);
  const found = claims.doc.map((_, claim) => claim).filter((claim) => claim !== self)
    .sort((a, b) => other(a) - other(b) || far(a) - far(b)).slice(0, NEAREST);
  if (!found.length) return null;
  return frame(t('review.merge.title'), 'merge', html`<label><span class="sr">${t('review.merge.title')}</span><select name="other" size="${Math.min(6, Math.max(2, found.length))}" required>${found.map((claim, n) => html`<option value="${claims.id[claim]}" ${n === 0 && 'selected'}>${sayWhen(claims, claim)} – ${describe(data, claim)}</option>`)}</select></label>`);
}

function describe(data, claim) {
  const event = data.claims.event[claim];
  const told = event >= 0 ? titleOf(data, event) : data.documents[data.claims.doc[claim]].text.slice(data.claims.start[claim], data.claims.end[claim]);
  return told.length > 80 ? `${told.slice(0, 79)}…` : told;
}

/** Chooses an account that was selected elsewhere on the page. @param {HTMLElement} form */
export function chooseOther(form, data, claim) {
  const select = /** @type {HTMLSelectElement} */ (form.querySelector('[name=other]'));
  const id = data.claims.id[claim];
  if (![...select.options].some((option) => option.value === id)) select.prepend(element`<option value="${id}">${sayWhen(data.claims, claim)} – ${describe(data, claim)}</option>`);
  select.value = id;
}

const field = (form, name) => /** @type {HTMLInputElement} */ (form.elements[name]).value.trim();

// As they were selected, or as they were typed for this sentence.
const where = (form, chosen, item) => (chosen && field(form, 'words') === chosen.words
  ? { document: chosen.document, start: chosen.start, end: chosen.end }
  : { words: field(form, 'words'), within: item.sentence, document: item.words.document });

/** The correction that a form asks for. */
export function readForm(form, chosen, item) {
  if (form.dataset.form === 'merge') return { action: 'merge', claims: [item.claim, field(form, 'other')] };
  const at = where(form, chosen, item);
  if (form.dataset.form === 'add') {
    const set = { type: field(form, 'type'), status: field(form, 'status') };
    return { action: 'add', at, set: field(form, 'time') ? { ...set, time: field(form, 'time') } : set };
  }
  const [north, east] = [field(form, 'north'), field(form, 'east')];
  return {
    action: 'identity', at, name: field(form, 'name') || null, kind: field(form, 'kind') || null,
    everywhere: form.elements.everywhere.checked, point: north && east ? [Number(north), Number(east)] : null,
  };
}
