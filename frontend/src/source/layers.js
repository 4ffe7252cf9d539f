// What the words of a document carry: deeds, who, when, how firmly; markers; words that point to nobody; gaps.

import { layerColumns } from './segments.js';

/** @typedef {import('./segments.js').Layer} Layer */

const KINDS = ['trigger', 'role', 'time', 'cue', 'cite', 'unresolved', 'gap'];
const [TRIGGER, ROLE, TIME, CUE, CITE, UNRESOLVED, GAP] = KINDS.keys();

/**
 * The lasting layers of every document. `ref` is a claim, a citation, an unresolved word or a gap, by its number.
 * @param {any} data
 */
export function layersOf(data) {
  const layers = data.documents.map(() => layerColumns(KINDS));
  const { claims: { doc, start, end, t0, t1, saidBy, cue }, roleColumns: roles } = data;
  for (let c = 0, role = 0; c < doc.length; c += 1) {
    const here = layers[doc[c]];
    here.put(TRIGGER, c, start[c], end[c]);
    for (const last = role + roles.count[c]; role < last; role += 1) here.put(ROLE, c, roles.start[role], roles.end[role]);
    if (t0[c] !== null) here.put(TIME, c, t0[c], t1[c]);
    if (saidBy[c]) here.put(CUE, c, saidBy[c][0], saidBy[c][1]);
    if (cue[c]) here.put(CUE, c, cue[c][0], cue[c][1]);
  }
  data.citations.forEach(([of, from, to], n) => layers[of].put(CITE, n, from, to));
  data.unresolved.forEach(([of, from, to], n) => layers[of].put(UNRESOLVED, n, from, to));
  data.gaps.forEach(({ words: [[of, from, to]] }, n) => layers[of].put(GAP, n, from, to));
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
