// Who is shown in which colour and by which letters, the same on the map, the ribbons and in every list.

import { extent } from './data.js';

/** How many colours there are; more holders than that share one more, and are told apart by their letters. */
export const TONES = 8;
// In this order: the first four stay apart for readers without red, green or blue cones (a test computes it).
const ORDER = [0, 1, 3, 6, 5, 7, 2, 4];
const LONGEST = 3;

const known = new WeakMap();

/**
 * For every holder a colour (0 to TONES - 1, or TONES where colours have run out) and letters that are its alone.
 * Whoever held places for the most days comes first, so that the chief holders can always be told apart.
 * @param {import('./data.js').Data} data
 * @returns {{ tone: number[], code: string[] }}
 */
export function colours(data) {
  let made = known.get(data);
  if (!made) {
    const order = rank(data);
    const tone = data.holders.map(() => TONES);
    order.slice(0, TONES).forEach((holder, n) => { tone[holder] = ORDER[n]; });
    made = { tone, code: letters(data.holders.map((holder) => holder.name), order) };
    known.set(data, made);
  }
  return made;
}

/** The class of a colour: `h0` to `h7`, or `hx`. */
export const toneClass = (tone) => (tone >= 0 && tone < TONES ? `h${tone}` : 'hx');

// Days that somebody held a place; what else they held, a building or an office, counts only where those are alike.
function rank(data) {
  const [low, high] = extent(data) ?? [0, 0];
  const places = data.holders.map(() => 0), others = data.holders.map(() => 0);
  for (const { entity, reigns } of data.ribbons) {
    const held = entity >= 0 && data.entities.kind[entity] === 'place' ? places : others;
    for (const [first, last, answers] of reigns) {
      const days = (last ?? high) - (first ?? low) + 1;
      for (const [holder] of answers) held[holder] += days;
    }
  }
  return places.map((_, n) => n).sort((a, b) => places[b] - places[a] || others[b] - others[a] || a - b);
}

// Words of a name that may be left out of its letters: those without a capital, where others have one.
function initials(name) {
  const words = name.normalize('NFC').match(/\p{L}[\p{L}\p{M}'’-]*|\p{N}+/gu) ?? [];
  const proper = words.filter((word) => /^[\p{Lu}\p{Lo}]/u.test(word));
  const first = (proper.length ? proper : words).map((word) => [...word][0].toUpperCase());
  const rest = [...((proper[0] ?? words[0]) || '')].slice(1).map((letter) => letter.toLowerCase());
  return { first, rest };
}

// C, then Co, Cn, ..; then CL (Commune of Lyon); then C2, C3: the shortest that nobody has yet.
function* proposals(name) {
  const { first, rest } = initials(name);
  const head = first[0] ?? '•';
  yield head;
  if (first.length > 1) yield first.slice(0, 2).join('');
  for (const letter of rest) yield head + letter;
  if (first.length > 2) yield first.slice(0, LONGEST).join('');
  for (let n = 2; ; n += 1) yield `${head}${n}`;
}

/** Letters for each name, no two alike; names are served in the given order. @param {string[]} names @param {number[]} order */
export function letters(names, order = names.map((_, n) => n)) {
  const taken = new Set(), made = names.map(() => '');
  for (const n of order) {
    for (const code of proposals(names[n])) {
      if (taken.has(code)) continue;
      taken.add(code);
      made[n] = code;
      break;
    }
  }
  return made;
}
