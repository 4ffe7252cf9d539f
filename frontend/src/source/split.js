// A long text in blocks of about 8,000 characters: only those near the screen are ever built.

export const BLOCK = 8000;

/**
 * Half-open stretches that together are the whole text. Cut at paragraphs; a paragraph of more than two blocks at a line
 * end, a sentence end or a space; a word longer than that anywhere but inside a character.
 * @param {string} text
 * @param {number} [size]
 * @returns {[number, number][]}
 */
export function splitBlocks(text, size = BLOCK) {
  /** @type {[number, number][]} */
  const blocks = [];
  let start = 0;
  while (start < text.length) {
    const end = text.length - start <= size ? text.length : cutAfter(text, start, size);
    blocks.push([start, end]);
    start = end;
  }
  return blocks;
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} size
 */
function cutAfter(text, start, size) {
  const limit = Math.min(text.length, start + 2 * size);
  const ahead = text.slice(start + size, limit + 1), found = /\r?\n[ \t]*(?:\r?\n[ \t]*)+/.exec(ahead);
  if (found && found.index + found[0].length <= limit - start - size) return start + size + found.index + found[0].length;
  if (limit === text.length) return limit;
  const stretch = text.slice(start, limit);
  for (const stop of [/\n/g, /[.!?…]["”’»)\]\d[]*\s/g, /\s/g]) {
    const last = lastMatch(stretch, stop);
    if (last > size / 2) return start + last;
  }
  const low = text.charCodeAt(limit);
  return low >= 0xdc00 && low <= 0xdfff ? limit - 1 : limit;
}

/**
 * Where the last match ends; 0 if there is none.
 * @param {string} text
 * @param {RegExp} pattern
 */
function lastMatch(text, pattern) {
  let end = 0;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}

/**
 * Paragraphs of a stretch: each with the white space that follows it, so that joined they are the stretch.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @returns {[number, number][]}
 */
export function paragraphs(text, start, end) {
  /** @type {[number, number][]} */
  const found = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/g)) {
    const to = start + match.index + match[0].length;
    if (to > from) found.push([from, to]);
    from = to;
  }
  if (from < end) found.push([from, end]);
  return found;
}

/**
 * The block that holds a position.
 * @param {[number, number][]} blocks
 * @param {number} position
 */
export function blockAt(blocks, position) {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blocks[middle][0] <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
