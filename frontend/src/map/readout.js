// What is known of one place on the day: who holds it, since when, on which words, and what happens about then.
import { colours, toneClass } from '../colours.js';
import { titleOf } from '../data.js';
import { sayBounds, sayDay, sayWhen } from '../dates.js';
import { element, html } from '../html.js';
import { t } from '../i18n.js';
import { outerPlaces } from '../select.js';
import { allHeldOn, stepDay } from './places.js';

const ROUND = 90; // characters of the sentence kept on each side of the word that tells it
const MOST = 12; // events listed; the timeline and the table have the rest

/**
 * @param {import('../store.js').State} state @param {import('../data.js').Data} data
 * @param {import('./places.js').Place} place @param {{ sure: number[], maybe: number[], near: number[] }} about
 * @param {number[]} days  on which power changes there
 */
export function readout(state, data, place, about, days) {
  const outer = outerPlaces(data)[place.entity] ?? -1;
  const [before, after] = [stepDay(days, state.day, false), stepDay(days, state.day, true)];
  const only = state.filters.place.length === 1 && state.filters.place[0] === place.entity;
  return html`<header><h3 dir="auto">${place.name}</h3>${outer >= 0 && html`<p class="within">${t('map.within', { name: data.entities.name[outer] })}</p>`}
      <button type="button" class="close" data-act="close" aria-label="${t('map.close')}">×</button></header>
    ${!place.own && html`<p class="aside">${t('map.seat', { name: data.entities.name[outer] ?? '' })}</p>`}
    ${holdings(state, data, place)}
    ${(before !== null || after !== null) && html`<p class="steps">${before !== null && html`<button type="button" data-act="day" data-day="${before}">${t('map.last', { day: sayDay(before) })}</button>`}
      ${after !== null && html`<button type="button" data-act="day" data-day="${after}">${t('map.next', { day: sayDay(after) })}</button>`}</p>`}
    ${events(data, about)}
    <p class="steps"><button type="button" data-act="only" aria-pressed="${String(only)}">${t('map.only')}</button></p>`;
}

function holdings(state, data, place) {
  if (!place.ribbons.length) return html`<p class="aside">${t('map.never')}</p>`;
  if (state.day === null) return html`<p class="aside">${t('map.pickday')}</p>`;
  return allHeldOn(data, place, state.day).map(({ ribbon, answers }) => html`
    ${place.ribbons.length > 1 && html`<h4>${data.ribbons[ribbon].fluent}</h4>`}
    ${answers.length ? answers.map((answer) => holding(data, answer)) : html`<p class="aside">${t('map.nobody', { day: sayDay(state.day) })}</p>`}`);
}

function holding(data, [holder, certainty, claims, days]) {
  const { tone, code } = colours(data), kind = data.certainties[certainty];
  return html`<div class="holding"><p><span class="chip ${toneClass(tone[holder])} ${kind}" aria-hidden="true">${code[holder]}</span>
    <b dir="auto">${data.holders[holder].name}</b> <span class="surely ${kind}">${t(`certainty.${kind}`)}</span></p>
    <p class="span">${span(days)}</p>
    ${claims.length > 0 && html`<ul class="said" aria-label="${t('map.words')}">${claims.map((claim) => html`<li><button type="button" data-act="claim" data-claim="${claim}">${words(data, claim)}</button></li>`)}</ul>`}</div>`;
}

// "since 4 April 1871"; "since: between 1 and 4 April 1871", where more than a day is open.
function span([since0, since1, until0, until1]) {
  const since = since0 === null && since1 === null ? t('map.undated.since') : t(since0 === since1 ? 'map.since' : 'map.since.on', { when: sayBounds(since0, since1) });
  return until0 === null && until1 === null ? since : `${since}; ${t('map.until', { when: sayBounds(until0, until1) })}`;
}

// The word that tells it, lit, and a piece of its sentence on both sides.
function words(data, claim) {
  if (!data.hasTexts()) return html`<q>…</q>`;
  const { doc, start, end, s0, s1 } = data.claims, { text } = data.documents[doc[claim]];
  const before = text.slice(Math.max(s0[claim], start[claim] - ROUND), start[claim]), after = text.slice(end[claim], Math.min(s1[claim], end[claim] + ROUND));
  return html`<q>${start[claim] - ROUND > s0[claim] && '…'}${before.trimStart()}<mark>${text.slice(start[claim], end[claim])}</mark>${after.trimEnd()}${end[claim] + ROUND < s1[claim] && '…'}</q>`;
}

function events(data, about) {
  const all = ['sure', 'maybe', 'near'].flatMap((kind) => about[kind].map((n) => /** @type {[string, number]} */ ([kind, n])));
  if (!all.length) return false;
  return html`<h4>${t('map.about')}</h4><ul class="about">${all.slice(0, MOST).map(([kind, n]) => html`<li class="${kind}"><button type="button" data-act="event" data-event="${n}">
    <span dir="auto">${titleOf(data, n)}</span> <small>${sayWhen(data.events, n)}</small></button></li>`)}</ul>`;
}

/** Does what a button of the readout asks. @param {import('../store.js').Store} store */
export function act(store, data, place, button) {
  const { act: what, claim, event, day } = button.dataset;
  if (what === 'close') store.set({ entity: null });
  if (what === 'day') store.set({ day: Number(day) });
  if (what === 'event') store.set({ event: Number(event), claim: data.events.claims[Number(event)][0] ?? null, tab: 'event' });
  if (what === 'claim') store.set({ claim: Number(claim), event: data.claims.event[Number(claim)] < 0 ? null : data.claims.event[Number(claim)], tab: 'event' });
  if (what === 'only') {
    const { filters } = store.get(), on = filters.place.length === 1 && filters.place[0] === place.entity;
    store.set({ filters: { ...filters, place: on ? [] : [place.entity] } });
  }
}

/** The box that the readout stands in, or the words when there is nothing to say. */
export const makeReadout = () => element`<section class="map-readout" hidden></section>`;
