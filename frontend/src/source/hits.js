// Finds words in a long text whatever their accents and case. The text is folded once, then scanned.
import { fold, foldWithPositions } from '../table/fold.js';

const PLAIN = /^[\x00-\x7f]*$/;

/**
 * The folded text, and where each of its characters stood.
 * @param {string} text
 */
export function prepare(text) {
  const parts = [];
  const positions = new Uint32Array(text.length * 3 + 1);
  let length = 0;
  let at = 0;
  for (const piece of text.split(/(?<=\s)(?=\S)/)) {
    if (PLAIN.test(piece)) {
      parts.push(piece.toLowerCase());
      for (let n = 0; n < piece.length; n += 1) positions[length++] = at + n;
    } else {
      const folded = foldWithPositions(piece);
      parts.push(folded.folded);
      for (let n = 0; n < folded.folded.length; n += 1) positions[length++] = at + folded.positions[n];
    }
    at += piece.length;
  }
  positions[length] = text.length;
  return { folded: parts.join(''), positions };
}

/**
 * Stretches of the text that hold the query, in order; white space of any kind and length is the same.
 * @param {ReturnType<typeof prepare>} prepared
 * @param {string} query
 * @param {number} [most]
 * @returns {[number, number][]}
 */
export function find(prepared, query, most = 5000) {
  const wanted = fold(query).trim().replace(/\s+/g, ' ');
  if (!wanted) return [];
  const pattern = new RegExp(wanted.split(' ').map((w) => w.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('\\s+'), 'gu');
  /** @type {[number, number][]} */
  const hits = [];
  for (const match of prepared.folded.matchAll(pattern)) {
    const start = prepared.positions[match.index];
    const end = prepared.positions[match.index + match[0].length];
    hits.push([start, Math.max(end, start + 1)]);
    if (hits.length === most) break;
  }
  return hits;
}
