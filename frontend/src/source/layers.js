// What the words of a document carry: deeds, who, when, how firmly; markers; words that point to nobody; gaps.

/** @typedef {import('./segments.js').Layer} Layer */

/**
 * The lasting layers of every document. `ref` is a claim, a citation, an unresolved word or a gap, by its number.
 * @param {any} data
 * @returns {Layer[][]}
 */
export function layersOf(data) {
  /** @type {Layer[][]} */
  const layers = data.documents.map(() => []);
  const put = (doc, start, end, kind, ref) => layers[doc].push({ start, end, kind, ref });
  const { claims } = data;
  for (let c = 0; c < data.counts.claims; c += 1) {
    const doc = claims.doc[c];
    put(doc, claims.start[c], claims.end[c], 'trigger', c);
    for (const [, start, end] of claims.roles[c]) put(doc, start, end, 'role', c);
    if (claims.t0[c] !== null) put(doc, claims.t0[c], claims.t1[c], 'time', c);
    for (const cue of [claims.saidBy[c], claims.cue[c]]) if (cue) put(doc, cue[0], cue[1], 'cue', c);
  }
  data.citations.forEach(([doc, start, end], n) => put(doc, start, end, 'cite', n));
  data.unresolved.forEach(([doc, start, end], n) => put(doc, start, end, 'unresolved', n));
  data.gaps.forEach((gap, n) => put(gap.words[0][0], gap.words[0][1], gap.words[0][2], 'gap', n));
  return layers;
}

/**
 * Layers that come and go: the sentences of the chosen event, words asked for, hits of a search.
 * @param {any} data
 * @param {{ doc: number, event: number | null, words: number[] | null, hits: [number, number][], hit: number }} chosen
 * @returns {Layer[]}
 */
export function passingLayers(data, { doc, event, words, hits, hit }) {
  /** @type {Layer[]} */
  const layers = [];
  const accounts = event === null ? [] : data.events.claims[event];
  for (const c of accounts) {
    if (data.claims.doc[c] === doc) layers.push({ start: data.claims.s0[c], end: data.claims.s1[c], kind: 'sentence', ref: c });
  }
  if (words && words[0] === doc) layers.push({ start: words[1], end: words[2], kind: 'asked', ref: 0 });
  hits.forEach(([start, end], n) => layers.push({ start, end, kind: n === hit ? 'hit-now' : 'hit', ref: n }));
  return layers;
}

/**
 * Whether lines are broken only because they were full, as in many files of plain text; then they may flow.
 * @param {string} text
 */
export function isWrapped(text) {
  const lines = text.slice(0, 60_000).split('\n');
  let full = 0;
  let inner = 0;
  for (let n = 0; n + 1 < lines.length; n += 1) {
    if (!lines[n].trim() || !lines[n + 1].trim()) continue;
    inner += 1;
    if (lines[n].trim().length >= 50 && lines[n].length <= 100) full += 1;
  }
  return inner > 0 && full / inner > 0.8;
}
