// How a reader cites what the page says: the words, the source, the version of the chronicle, the address.

/**
 * @typedef {{ id: string, quote: string, source: string, line: number, sha256: string, markers: string[],
 *   title: string, hash: string, version: string, url: string }} Passage
 */

/**
 * One paragraph for a footnote.
 * @param {Passage} p
 * @param {(key: string, values?: Record<string, string | number>) => string} t
 */
export function asText(p, t) {
  const markers = p.markers.length ? `, ${t('cite.citing', { markers: p.markers.map((m) => `[${m}]`).join('') })}` : '';
  const where = t('cite.where', { source: p.source, line: p.line });
  const made = t('cite.made', { title: p.title, version: p.version, hash: p.hash });
  return `${t('cite.quoted', { words: oneLine(p.quote) })} ${where}${markers} (SHA-256 ${p.sha256}). ${made} ${p.url}`;
}

/**
 * @param {Passage} p
 */
export function asBibtex(p) {
  const fields = {
    title: p.title,
    howpublished: `regesta ${p.version}`,
    note: `Chronicle ${p.hash}; ${p.source}, line ${p.line}, SHA-256 ${p.sha256}${p.markers.length ? `, citing ${p.markers.join(', ')}` : ''}`,
    annote: oneLine(p.quote),
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${tex(value)}},`);
  return [`@misc{regesta-${p.id},`, ...lines, `  url = {${p.url.replace(/[{}\\]/g, encodeURIComponent)}},`, '}'].join('\n');
}

/**
 * CSL-JSON, as Zotero and pandoc read it.
 * @param {Passage} p
 */
export function asCsl(p) {
  const item = {
    id: `regesta-${p.id}`,
    type: 'webpage',
    title: p.title,
    'container-title': p.source,
    locator: String(p.line),
    label: 'line',
    version: p.hash,
    genre: `regesta ${p.version}`,
    note: `SHA-256 ${p.sha256}${p.markers.length ? `; ${p.markers.join(', ')}` : ''}`,
    abstract: oneLine(p.quote),
    URL: p.url,
  };
  return JSON.stringify([item], null, 1);
}

/** @param {string} text */
function oneLine(text) {
  return text.replace(/\s+/g, ' ').trim();
}

/** @type {Record<string, string>} */
const TEX = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };

/** @param {string} text */
function tex(text) {
  return text.replace(/[\\{}%#&_$~^]/g, (c) => TEX[c] ?? `\\${c}`);
}
