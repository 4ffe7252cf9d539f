// Letters as a reader types them: no accents, no case, one apostrophe, ligatures undone.

/** @type {Record<string, string>} */
const PLAIN = {
  œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', '’': "'", '‘': "'", '‐': '-', '‑': '-',
};
const LIGATURES = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/**
 * The text without accents and case; its length may differ from the text's.
 * @param {string} text
 */
export function fold(text) {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}+/gu, '').replace(LIGATURES, (c) => PLAIN[c]);
}

/**
 * The folded text, and for each of its characters where it stood in the text (one more at the end: the text's length).
 * @param {string} text
 */
export function foldWithPositions(text) {
  const parts = [];
  /** @type {number[]} */
  const positions = [];
  let at = 0;
  for (const character of text) {
    const folded = fold(character);
    parts.push(folded);
    for (let n = 0; n < folded.length; n += 1) positions.push(at);
    at += character.length;
  }
  positions.push(text.length);
  return { folded: parts.join(''), positions };
}

/**
 * The words of a query, folded; what stands in double quotes stays together.
 * @param {string} query
 */
export function words(query) {
  return [...fold(query).matchAll(/"([^"]+)"?|(\S+)/g)].map((m) => (m[1] ?? m[2]).trim()).filter(Boolean);
}
