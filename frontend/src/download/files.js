// What is shown as a file: CSV for spreadsheets, JSON for programs. Strings in, strings out.

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A cell that holds words of a source: where a spreadsheet would take them for a formula, an apostrophe stands before.
 * @param {string} words
 */
export function harmless(words) {
  return FORMULA.test(words) ? `'${words}` : words;
}

/** @param {string | number | null} value */
function cell(value) {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * RFC 4180. Columns marked `words` are made harmless; what regesta makes itself (ids, days such as -0216-08-02) is not.
 * @param {{ name: string, words?: boolean }[]} columns
 * @param {Iterable<(string | number | null)[]>} rows
 */
export function toCsv(columns, rows) {
  const lines = [columns.map((c) => cell(c.name)).join(',')];
  for (const row of rows) {
    lines.push(row.map((v, n) => cell(columns[n].words && typeof v === 'string' ? harmless(v) : v)).join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

/**
 * A name that every file system takes, from a title.
 * @param {string} title
 * @param {string} ending
 */
export function fileName(title, ending) {
  const plain = title.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return `${[...plain].slice(0, 60).join('') || 'chronology'}.${ending}`;
}
