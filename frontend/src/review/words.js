// Words that the reader has selected, as a place in a source. The server counts Unicode characters, JavaScript halves.

/** Characters before a place. @param {string} text @param {number} unit */
export const characters = (text, unit) => {
  let count = 0;
  for (let n = 0; n < unit; n += text.codePointAt(n) > 0xffff ? 2 : 1) count += 1;
  return count;
};

/** Where the character of that number begins. @param {string} text @param {number} count */
export const units = (text, count) => {
  let n = 0;
  for (let left = count; left > 0 && n < text.length; left -= 1) n += text.codePointAt(n) > 0xffff ? 2 : 1;
  return n;
};

/** The words of characters `start` to `end`, and what stands before and after. @param {string} text */
export function cut(text, start, end) {
  const all = Array.from(text);
  return [all.slice(0, start), all.slice(start, end), all.slice(end)].map((part) => part.join(''));
}

// Where a point of the page stands in its source: elements with data-from begin at that place of it.
function placeOf(node, offset) {
  const within = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest('[data-from]');
  const source = within?.closest('[data-document]');
  if (!within || !source) return null;
  const range = document.createRange();
  range.selectNodeContents(within);
  range.setEnd(node, offset);
  return { document: Number(source.dataset.document), at: Number(within.dataset.from) + range.toString().length };
}

/**
 * The selected words and their place; null where nothing of a source is selected.
 * @param {import('../data.js').Data} data
 * @returns {{ words: string, document: string, start: number, end: number } | null}
 */
export function selected(data) {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const start = placeOf(range.startContainer, range.startOffset);
  const end = placeOf(range.endContainer, range.endOffset);
  if (!start || !end || start.document !== end.document || end.at <= start.at) return null;
  const source = data.documents[start.document];
  const words = source.text.slice(start.at, end.at);
  if (!words.trim()) return null;
  return { words: words.trim(), document: source.name, start: characters(source.text, start.at), end: characters(source.text, end.at) };
}
