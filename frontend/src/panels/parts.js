// Small pieces that all panels share: words that lead to the text, events that lead to themselves, signs of doubt.
import { quote } from '../data.js';
import { sayBounds, sayWhen } from '../dates.js';
import { html } from '../html.js';
import { has, language, register, t } from '../i18n.js';
import { strings } from './strings.js';

register(strings);

/** @typedef {import('../data.js').Data} Data */

/** The words of a key, or these where there are none (kinds and types that a user's own rules brought in). */
export function say(key, otherwise) {
  return has(key) ? t(key) : otherwise.replaceAll('-', ' ');
}

const patterns = new Map();

const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function patternsOf(list) {
  if (!patterns.has(list)) patterns.set(list, list.map(([found, said]) => [new RegExp(`^${escaped(found).replace(/\\\{(\w+)\\\}/g, '(?<$1>.+)')}$`, 'su'), said]));
  return patterns.get(list);
}

/** What a contradiction or a gap says, in the page's language where there are words for it: `[language, words]`. @returns {[string, string]} */
export function sayMessage(message) {
  for (const [pattern, said] of has('notes.messages') ? patternsOf(t('notes.messages')) : []) {
    const found = pattern.exec(message);
    if (found) return [language(), said.replace(/\{(\w+)\}/g, (_, name) => found.groups[name])];
  }
  return ['en', message];
}

export const typeName = (data, type) => say(`type.${data.types[type]}`, data.types[type]);

export const eventHref = (data, event) => (event < 0 ? '#' : `#e=${encodeURIComponent(data.events.id[event])}`);

const starts = new WeakMap();

/** Line of a position, from 1. @param {Data} data */
export function lineOf(data, doc, position) {
  const document = data.documents[doc];
  let lines = starts.get(document);
  if (!lines) {
    lines = [0];
    for (let n = document.text.indexOf('\n'); n >= 0; n = document.text.indexOf('\n', n + 1)) lines.push(n + 1);
    starts.set(document, lines);
  }
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle] <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `file:line`. @param {Data} data @param {number[]} place */
export const whereOf = (data, [doc, start]) => `${data.documents[doc].name}:${lineOf(data, doc, start)}`;

/** Words of a source that lead to where they stand. @param {Data} data @param {[number, number, number]} place */
export function wordsLink(data, place) {
  const words = shorten(quote(data, place).replace(/\s+/g, ' '));
  const [open, close] = t('panel.quotes');
  return html`<button type="button" class="quoted" data-words="${place.join(' ')}" title="${whereOf(data, place)}">${open}<bdi>${words}</bdi>${close}</button>`;
}

/**
 * The words that a finding stands on, each sentence of its claims once with these words in it; other words alone.
 * @param {Data} data @param {number[]} claims @param {Array<[number, number, number]>} words
 */
export function wordsList(data, claims, words) {
  const { doc, s0, s1 } = data.claims, within = new Map();
  const sentence = ([d, a, b]) => claims.find((c) => doc[c] === d && s0[c] <= a && b <= s1[c]);
  for (const place of words) {
    const found = sentence(place), key = found === undefined ? place.join(' ') : `${doc[found]} ${s0[found]}`;
    within.set(key, { found, places: [...(within.get(key)?.places ?? []), place] });
  }
  const line = ({ found, places }) => found === undefined || quote(data, [doc[found], s0[found], s1[found]]).length > LONG
    ? places.map((place) => html`<li>${wordsLink(data, place)} <small><bdi>${whereOf(data, place)}</bdi></small></li>`)
    : html`<li><span dir="auto">${inSentence(data, [doc[found], s0[found], s1[found]], places)}</span> <small><bdi>${whereOf(data, places[0])}</bdi></small></li>`;
  return html`<ul class="words">${[...within.values()].map(line)}</ul>`;
}

const LONG = 600;

// The sentence, the words in it leading to where they stand; of words that overlap the first alone.
function inSentence(data, [document, start, end], places) {
  const pieces = [];
  let at = start;
  for (const [, a, b] of [...places].sort((p, q) => p[1] - q[1])) {
    if (a < at) continue;
    pieces.push(quote(data, [document, at, a]), html`<button type="button" class="quoted" data-words="${document} ${a} ${b}"><bdi>${quote(data, [document, a, b])}</bdi></button>`);
    at = b;
  }
  return [...pieces, quote(data, [document, at, end])];
}

/** From when to when a holding lasted. */
export function saySpan(state) {
  if (language() === 'en') return [state.since, state.until].filter(Boolean).join(' – ');
  const [s0, s1, u0, u1] = state.days;
  const end = u0 === null && u1 === null ? t('panel.open') : sayBounds(u0, u1);
  return `${s0 === null && s1 === null ? t('panel.open') : sayBounds(s0, s1)} – ${end}`;
}

/** At most so many characters, cut at a space. */
export function shorten(text, most = 320) {
  if (text.length <= most) return text;
  const space = text.lastIndexOf(' ', most);
  return `${text.slice(0, space > most / 2 ? space : most)} …`;
}

/** Who did what to whom. @param {Data} data */
export function headline(data, event) {
  const [before, word, after, where] = data.events.title[event];
  return html`${before ? html`<bdi class="name">${shorten(before, 120)}</bdi> ` : null}<bdi class="deed">${shorten(word, 120)}</bdi>${before || !after ? null : ':'}${after ? html` <bdi class="name">${shorten(after, 160)}</bdi>` : null}${where ? html` <bdi class="where">(${shorten(where, 120)})</bdi>` : null}`;
}

/** An event as a line that leads to it. @param {Data} data */
export function eventLine(data, event) {
  return html`<a class="line" href="${eventHref(data, event)}" data-event="${event}"><span class="date">${sayWhen(data.events, event)}</span> <span class="what">${headline(data, event)}</span></a>${statusChip(data, event)}`;
}

/** Says what an event is short of being asserted and undisputed; nothing for one that is both. @param {Data} data */
export function statusChip(data, event) {
  const status = data.statuses[data.events.status[event]];
  return html`${status === 'asserted' ? null : html` <span class="status ${status}">${t(`status.${status}`)}</span>`}${data.events.disputed[event] ? html` <span class="surely disputed">${t('certainty.disputed')}</span>` : null}`;
}

/** Somebody who leads to all that is told of them. @param {Data} data */
export function entityLink(data, entity, name = data.entities.name[entity]) {
  return entity < 0 ? html`<bdi>${name}</bdi>` : html`<button type="button" class="who" data-entity="${entity}"><bdi>${name}</bdi></button>`;
}

/**
 * Clicks on events, words, accounts and people lead to them.
 * @param {HTMLElement} root @param {import('../store.js').Store} store @param {Data} data
 */
export function follow(root, store, data) {
  const click = (event) => {
    const at = /** @type {HTMLElement} */ (event.target).closest('[data-event], [data-words], [data-entity], [data-account]');
    if (!(at instanceof HTMLElement) || !root.contains(at) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { event: chosen, words, entity, account } = at.dataset;
    if (words !== undefined) {
      store.set({ words: null });
      store.set({ words: /** @type {any} */ (words.split(' ').map(Number)) });
    } else if (entity !== undefined) store.set({ entity: Number(entity), tab: 'people' });
    else if (account !== undefined) store.set({ claim: Number(account), event: data.claims.event[Number(account)], words: null });
    else store.set({ event: Number(chosen), claim: null, words: null, tab: 'event' });
  };
  root.addEventListener('click', click);
  return () => root.removeEventListener('click', click);
}

/**
 * A list that shows its first items and, on asking, the next.
 * @param {ArrayLike<any>} items @param {(item: any, n: number) => Node} make @param {string} [name] of its class
 */
export function longList(items, make, name = 'lines', step = 60) {
  const list = document.createElement('ol');
  list.className = name;
  const more = document.createElement('button');
  more.type = 'button';
  more.className = 'more';
  let shown = 0;
  const show = () => {
    const next = Math.min(items.length, shown + step);
    const first = shown;
    for (; shown < next; shown += 1) {
      const item = document.createElement('li');
      item.append(make(items[shown], shown));
      list.append(item);
    }
    more.hidden = shown >= items.length;
    more.textContent = t('panel.more', { n: Math.min(step, items.length - shown), left: items.length - shown });
    return first;
  };
  more.addEventListener('click', () => {
    const first = list.children[show()];
    const target = first?.querySelector('a, button');
    if (target instanceof HTMLElement) target.focus();
  });
  show();
  const made = document.createDocumentFragment();
  made.append(list, more);
  return made;
}
