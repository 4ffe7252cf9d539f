// One event: its accounts side by side, what it changed, what contradicts it, and how to cite it.
import { conflictsByEvent, quote } from '../data.js';
import { isoDay, sayBounds, sayWhen } from '../dates.js';
import { element, html } from '../html.js';
import { register, t } from '../i18n.js';
import { entityLink, eventLine, follow, headline, longList, say, sayMessage, saySpan, statusChip, typeName, whereOf, wordsLink, wordsList } from '../panels/parts.js';
import { visible } from '../select.js';
import { citeBox } from './citebox.js';
import { strings } from './strings.js';

register(strings);

const FEW = 5;

/**
 * @param {HTMLElement} root
 * @param {import('../store.js').Store} store
 * @param {import('../data.js').Data} data
 */
export function mount(root, store, data) {
  const conflicts = conflictsByEvent(data);
  const changes = changesByEvent(data);
  root.classList.add('panel', 'detail');
  const draw = () => {
    const { event } = store.get();
    root.replaceChildren(event === null ? nothing(store, data) : page(data, store, event, conflicts.get(event) ?? [], changes.get(event) ?? []));
    if (event !== null) root.parentElement?.scrollTo?.({ top: 0 });
  };
  const mark = () => {
    for (const card of root.querySelectorAll('.account')) card.toggleAttribute('data-current', card.id === accountId(data, store.get().claim));
  };
  const unfollow = follow(root, store, data);
  const unsubscribe = store.subscribe((state, changed) => {
    if (changed.some((key) => ['event', 'filters', 'query'].includes(key))) draw();
    if (changed.includes('claim') || changed.includes('event')) mark();
  });
  draw();
  mark();
  return {
    destroy() {
      unfollow();
      unsubscribe();
      root.replaceChildren();
    },
  };
}

const accountId = (data, claim) => (claim === null ? '' : `account-${data.claims.id[claim]}`);

/** For each event the holdings that it began or ended. @param {import('../data.js').Data} data */
export function changesByEvent(data) {
  const found = new Map();
  const put = (event, change) => {
    if (event >= 0) found.set(event, [...(found.get(event) ?? []), change]);
  };
  data.states.forEach((state) => {
    put(state.startedBy, { state, began: true });
    for (const event of state.endedBy) put(event, { state, began: false });
  });
  return found;
}

/** What there is to read, before anything is chosen: where the sources differ first, then the beginning. */
function nothing(store, data) {
  const shown = visible(store.get(), data);
  const differ = [...shown].filter((event) => data.events.disputed[event]).slice(0, FEW);
  const changes = [...changesByEvent(data)].filter(([event]) => !data.events.disputed[event]);
  const firm = changes.filter(([, made]) => made.some(({ state }) => state.certainty === 0));
  const change = (firm.length ? firm : changes).map(([event]) => event).sort((a, b) => a - b).slice(0, FEW);
  const list = (name, events) => (events.length ? html`<section><h3>${t(name)}</h3><ul class="lines">${events.map((event) => html`<li>${eventLine(data, event)}</li>`)}</ul></section>` : null);
  return html`<p class="aside">${t('detail.none')}</p>
    ${list('detail.differ', differ)}${list('detail.turning', change)}
    ${list('detail.first', change.length ? [] : [...shown.slice(0, FEW)])}
    <section><h3>${t('detail.sources')}</h3><ul class="lines">${data.documents.slice(0, 50).map((d) => html`<li><bdi class="name">${d.name}</bdi> <small>${t('detail.characters', { n: d.length })} · <code>SHA-256 ${d.sha256.slice(0, 12)}…</code></small></li>`)}</ul>
    <p class="aside">${t('detail.made', { version: data.regesta, hash: data.hash })}</p></section>`;
}

function page(data, store, event, conflicts, changes) {
  const { events } = data;
  const place = events.where[event];
  return html`
    ${neighbours(data, store, event)}
    <header>
      <p class="when">${sayWhen(events, event)}</p>
      <h2>${headline(data, event)}</h2>
      <p class="facts"><span class="type">${typeName(data, events.type[event])}</span>${place ? html` · ${entityLink(data, events.place[event], data.places[place])}` : null}${statusChip(data, event)}</p>
      ${daysOf(events, event)}
    </header>
    <section aria-labelledby="accounts-h">
      <h3 id="accounts-h">${t('detail.accounts', { n: events.claims[event].length })}</h3>
      ${events.claims[event].length > 1 ? html`<p class="aside">${t('detail.grouped')} <code>${data.rules[events.grouped[event]]}</code></p>` : null}
      <div class="accounts">${events.claims[event].map((claim) => account(data, store, claim))}</div>
    </section>
    ${changes.length ? html`<section aria-labelledby="changes-h"><h3 id="changes-h">${t('detail.changes')}</h3><ul class="lines">${changes.map((c) => change(data, c))}</ul></section>` : null}
    ${conflicts.length ? html`<section aria-labelledby="against-h"><h3 id="against-h">${t('detail.conflicts')}</h3>${conflicts.map((n) => conflict(data, data.conflicts[n], event))}</section>` : null}`;
}

/** Earlier and later among the events that are shown. */
function neighbours(data, store, event) {
  const shown = visible(store.get(), data);
  const at = shown.indexOf(event);
  const before = at > 0 ? shown[at - 1] : null;
  const after = at >= 0 && at + 1 < shown.length ? shown[at + 1] : null;
  const button = (to, name, sign) => html`<button type="button" ${to === null ? 'disabled' : ''} data-event="${to ?? ''}">${sign === '←' ? `${sign} ` : ''}${t(name)}${sign === '→' ? ` ${sign}` : ''}</button>`;
  return html`<nav class="pager" aria-label="${t('detail.pager')}">${button(before, 'detail.before', '←')}<span class="place-in">${at >= 0 ? t('detail.at', { n: at + 1, of: shown.length }) : t('detail.hidden')}</span>${button(after, 'detail.after', '→')}</nav>`;
}

/** The bounds after all reasoning, where they say more than the date in words. */
function daysOf(events, event) {
  const [e0, e1, l0, l1] = [events.e0[event], events.e1[event], events.l0[event], events.l1[event]];
  if (e0 === null && l1 === null) return null;
  const lasting = events.lasting[event];
  const text = lasting ? `${t('detail.starts')} ${sayBounds(e0, e1)} · ${t('detail.ends')} ${sayBounds(l0, l1)}` : `${e0 === null ? '…' : isoDay(e0)} – ${l1 === null ? '…' : isoDay(l1)}`;
  return e0 === l1 && !lasting ? null : html`<p class="aside">${text}</p>`;
}

function account(data, store, claim) {
  const { claims } = data;
  const doc = claims.doc[claim];
  const place = /** @type {[number, number, number]} */ ([doc, claims.s0[claim], claims.s1[claim]]);
  const made = element`
    <article class="account" id="${accountId(data, claim)}" aria-label="${t('detail.account', { where: whereOf(data, place) })}">
      <blockquote dir="auto" lang="${data.documents[doc].language}">${sentence(data, claim)}</blockquote>
      <dl>
        ${row('detail.where', html`<button type="button" class="plain" data-words="${place.join(' ')}"><bdi>${whereOf(data, place)}</bdi></button>`)}
        ${row('detail.date', dateOf(data, claim))}
        ${roles(data, claim)}
        ${status(data, claim)}
        ${row('detail.cites', citations(data, claim))}
        ${row('detail.read', html`<code>${data.rules[claims.rule[claim]]}</code> · ${t('detail.confidence', { n: Math.round(claims.confidence[claim] * 100) })}`)}
      </dl>
    </article>`;
  made.append(citeBox(data, claim));
  return made;
}

const row = (key, value) => html`<div><dt>${t(key)}</dt><dd>${value}</dd></div>`;

/** The sentence with the words that carry the deed marked. */
function sentence(data, claim) {
  const { claims, documents } = data;
  const text = documents[claims.doc[claim]].text;
  const [s0, s1, start, end] = [claims.s0[claim], claims.s1[claim], claims.start[claim], claims.end[claim]];
  return html`${text.slice(s0, start)}<mark>${text.slice(start, end)}</mark>${text.slice(end, s1)}`;
}

function dateOf(data, claim) {
  const { claims } = data;
  const said = sayWhen(claims, claim);
  const basis = data.bases[claims.basis[claim]];
  const quoted = claims.t0[claim] === null ? null : wordsLink(data, [claims.doc[claim], claims.t0[claim], claims.t1[claim]]);
  const because = claims.because[claim];
  return html`<b>${said}</b>${claims.edtf[claim] ? html` <code title="Extended Date/Time Format">${claims.edtf[claim]}</code>` : null}${claims.calendar[claim] ? html` <span class="status">${say(`calendar.${claims.calendar[claim]}`, claims.calendar[claim])}</span>` : null}<br>
    <span class="aside">${say(`basis.${basis}`, basis)}</span> ${quoted}${because.map((place) => html` ${wordsLink(data, place)}`)}`;
}

function roles(data, claim) {
  const byRole = new Map();
  for (const role of data.claims.roles[claim]) byRole.set(role[0], [...(byRole.get(role[0]) ?? []), role]);
  return [...byRole].map(([name, found]) => html`<div><dt>${say(`role.${data.roles[name]}`, data.roles[name])}</dt><dd>${found.map((role, n) => html`${n ? ', ' : ''}${participant(data, claim, role)}`)}</dd></div>`);
}

/** Who it is, and the words where these are not the name. */
function participant(data, claim, [, start, end, entity]) {
  const place = /** @type {[number, number, number]} */ ([data.claims.doc[claim], start, end]);
  const words = quote(data, place);
  if (entity < 0) return wordsLink(data, place);
  return html`${entityLink(data, entity)}${words === data.entities.name[entity] ? null : html` ${wordsLink(data, place)}`}`;
}

function status(data, claim) {
  const { claims } = data;
  const name = data.statuses[claims.status[claim]];
  const doc = claims.doc[claim];
  const cue = claims.cue[claim];
  const by = claims.saidBy[claim];
  if (name === 'asserted' && !by) return null;
  return row('detail.status', html`<span class="status ${name}">${t(`status.${name}`)}</span>${cue ? html` ${wordsLink(data, [doc, cue[0], cue[1]])}` : null}${by ? html` ${t('detail.by')} ${wordsLink(data, [doc, by[0], by[1]])}` : null}`);
}

/** The markers of the source behind the words, each with what the source's own list says of it. */
function citations(data, claim) {
  const labels = data.claims.citations[claim];
  if (!labels.length) return html`<span class="aside">${t('detail.nocitation')}</span>`;
  const known = data.references[data.claims.doc[claim]];
  return labels.map((label, n) => html`${n ? ' ' : ''}<span class="label">[<bdi>${label}</bdi>]</span>${Object.hasOwn(known, label) ? html` <bdi class="reference">${known[label]}</bdi>` : null}`);
}

function change(data, { state, began }) {
  const verb = t(began ? 'detail.began' : 'detail.ended');
  const certainty = data.certainties[state.certainty];
  return html`<li><span class="sign" aria-hidden="true">${began ? '▶' : '■'}</span> ${verb} ${entityLink(data, state.holderEntity, state.holder)} — ${say(`fluent.${state.fluent}`, state.fluent)}${state.key === state.holder ? null : html` ${entityLink(data, state.entity, state.key)}`} <span class="aside">${saySpan(state)}</span> <span class="surely ${certainty}">${t(`certainty.${certainty}`)}</span></li>`;
}

function conflict(data, found, event) {
  const others = found.events.filter((e) => e !== event);
  const [lang, message] = sayMessage(found.message);
  return html`<article class="note"><h4><span class="sign">⚠</span> ${say(`conflict.${found.kind}`, found.kind)}</h4><p lang="${lang}" dir="auto">${message}</p>${wordsList(data, found.claims, found.words)}${others.length ? longList(others, (e) => eventLine(data, e)) : null}</article>`;
}
