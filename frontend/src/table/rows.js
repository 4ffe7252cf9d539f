// Which rows of a long table are on the screen. No page element here: only counting.

/**
 * @param {{ count: number, height: number, top: number, view: number, spare?: number }} table
 *   rows in all, pixels a row, pixels scrolled, pixels of the view, rows kept above and below
 */
export function rowsInView({ count, height, top, view, spare = 8 }) {
  const first = Math.max(0, Math.min(count, Math.floor(top / height) - spare));
  const last = Math.min(count, Math.ceil((top + view) / height) + spare);
  return { first, last: Math.max(first, last), before: first * height, after: Math.max(0, count - last) * height };
}

/**
 * Where to scroll so that a row is wholly visible; the same place where it is already.
 * @param {{ row: number, height: number, top: number, view: number }} table
 */
export function scrollTo({ row, height, top, view }) {
  const start = row * height;
  if (start < top) return start;
  if (start + height > top + view) return start + height - view;
  return top;
}

/**
 * Row numbers in a new order. Equal rows stay in the order they had; what has no value comes last either way.
 * @param {ArrayLike<number>} rows
 * @param {(row: number) => number | string | null} key
 * @param {boolean} [down]
 * @param {string} [language] whose alphabet
 */
export function sortRows(rows, key, down = false, language = 'en') {
  const collator = new Intl.Collator(language, { numeric: true });
  const keyed = Array.from(rows, (row, n) => ({ row, n, key: key(row) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null) || a.n - b.n;
    const order =
      typeof a.key === 'number' && typeof b.key === 'number'
        ? a.key - b.key
        : collator.compare(String(a.key), String(b.key));
    return (down ? -order : order) || a.n - b.n;
  });
  return Int32Array.from(keyed, (k) => k.row);
}

/**
 * The row after a key: arrows, page up and down, home, end; null for any other key.
 * @param {string} key
 * @param {number} row
 * @param {number} count
 * @param {number} page rows a page
 */
export function rowAfterKey(key, row, count, page) {
  if (!count) return null;
  /** @type {Record<string, number>} */
  const steps = { ArrowDown: row + 1, ArrowUp: row - 1, PageDown: row + page, PageUp: row - page, Home: 0, End: count - 1 };
  return key in steps ? Math.max(0, Math.min(count - 1, steps[key])) : null;
}
