// Paragraphs with their words marked. Everything is made of text nodes: nothing of a source is ever read as markup.
import { element } from '../html.js';
import { cut } from './segments.js';
import { paragraphs } from './split.js';

/** @typedef {import('./segments.js').Layer} Layer */

/**
 * @param {{ text: string, start: number, end: number, layers: (start: number, end: number) => Layer[],
 *   headings: Set<number>, chosen: ReadonlySet<number>, href: (claim: number) => string, title: (layer: Layer) => string,
 *   tone: (claim: number) => string }} page
 * @returns {Node[]}
 */
export function renderStretch(page) {
  return paragraphs(page.text, page.start, page.end).filter(([a, b]) => page.text.slice(a, b).trim()).map(([start, end]) => {
    const lead = /^[\s#]*/.exec(page.text.slice(start, end))[0].length;
    const heading = page.headings.has(start + lead);
    const made = document.createElement(heading ? 'h3' : 'p');
    made.dir = 'auto';
    made.dataset.from = String(start);
    const last = start + page.text.slice(start, end).trimEnd().length;
    const words = heading ? start + lead : start;
    if (words > start) made.append(element`<span class="hashes">${page.text.slice(start, words)}</span>`);
    for (const segment of cut(page.layers(words, last), words, last)) made.append(piece(page, segment));
    return made;
  });
}

/**
 * @param {Parameters<typeof renderStretch>[0]} page
 * @param {import('./segments.js').Segment} segment
 */
function piece(page, { start, end, layers }) {
  const words = document.createTextNode(page.text.slice(start, end));
  if (!layers.length) return words;
  const trigger = layers.find((l) => l.kind === 'trigger');
  const cite = layers.find((l) => l.kind === 'cite');
  const made = trigger ? link(page, trigger) : document.createElement('span');
  made.dataset.at = String(start);
  if (!trigger && cite) button(made, cite);
  const tone = trigger ? page.tone(trigger.ref) : '';
  made.className = ['w', ...new Set(layers.map((l) => l.kind)), ...lit(page, layers), tone].filter(Boolean).join(' ');
  const titles = layers.map((l) => page.title(l)).filter(Boolean);
  if (titles.length) made.title = [...new Set(titles)].join('\n');
  made.append(words);
  return made;
}

/**
 * @param {Parameters<typeof renderStretch>[0]} page
 * @param {Layer} trigger
 */
function link(page, trigger) {
  const made = document.createElement('a');
  made.href = page.href(trigger.ref);
  made.tabIndex = -1;
  made.dataset.claim = String(trigger.ref);
  if (page.chosen.has(trigger.ref)) made.setAttribute('aria-current', 'true');
  return made;
}

/**
 * @param {HTMLElement} made
 * @param {Layer} cite
 */
function button(made, cite) {
  made.setAttribute('role', 'button');
  made.tabIndex = -1;
  made.dataset.cite = String(cite.ref);
}

/**
 * @param {Parameters<typeof renderStretch>[0]} page
 * @param {Layer[]} layers
 */
function lit(page, layers) {
  const of = ['trigger', 'role', 'time', 'cue'];
  return layers.some((l) => of.includes(l.kind) && page.chosen.has(l.ref)) ? ['lit'] : [];
}
