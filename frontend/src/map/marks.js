// How a place is drawn. Certainty is told by shape and texture as well as by colour, holders by letters as well:
// a full disc is certain, a hatched disc with a broken rim possible, a split diamond disputed, a dotted ring unknown.
import { colours, toneClass, TONES } from '../colours.js';
import { svg } from '../html.js';

export const RADIUS = { certain: 10, possible: 10, disputed: 12.5, unknown: 9, untold: 4.5 };
const HATCH = 'map-hatch-';

/** Hatches of every colour, for a <defs>. */
export const hatches = (prefix) => [...Array(9).keys()].map((tone) => svg('pattern', { id: `${prefix}${HATCH}${toneClass(tone)}`, class: toneClass(tone), width: 4.5, height: 4.5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
  svg('rect', { class: 'hatch-ground', width: 4.5, height: 4.5 }), svg('rect', { class: 'hatch-line', width: 1.8, height: 4.5 })));

/**
 * The parts of a mark, round 0, 0.
 * @param {import('../data.js').Data} data @param {import('./places.js').Held} held @param {string} prefix of the hatches' ids
 * @returns {SVGElement[]}
 */
export function drawMark(data, { kind, answers }, prefix) {
  const r = RADIUS[kind], { tone, code } = colours(data);
  const holders = answers.map(([holder]) => holder);
  if (kind === 'untold') return [svg('circle', { class: 'mark untold', r })];
  if (kind === 'unknown') return [svg('circle', { class: 'mark unknown', r }), glyph('?', 'unknown')];
  const tones = holders.map((holder) => toneClass(tone[holder]));
  const fill = (name, hatched) => (hatched ? { class: `slice ${name}`, fill: `url(#${prefix}${HATCH}${name})` } : { class: `slice full ${name}` });
  if (kind === 'disputed') {
    const [one, other] = [tones[0], tones[1] ?? tones[0]];
    return [
      svg('path', { d: `M0,${-r}L${-r},0L0,${r}Z`, ...fill(one, false) }), svg('path', { d: `M0,${-r}L${r},0L0,${r}Z`, ...fill(other, tones.length < 2) }),
      svg('path', { class: 'mark disputed', d: `M0,${-r}L${r},0L0,${r}L${-r},0Z` }), glyph('≠', 'disputed'),
    ];
  }
  const sure = answers.filter(([, certainty]) => data.certainties[certainty] === 'certain').map(([holder]) => holder);
  const parts = answers.map(([, certainty], n) => svg('path', { d: slice(n, answers.length, r), ...fill(tones[n], data.certainties[certainty] !== 'certain') }));
  const letters = sure.length === 1 ? code[sure[0]] : holders.length === 1 ? code[holders[0]] : kind === 'certain' ? String(holders.length) : `${holders.length}?`;
  return [...parts, svg('circle', { class: `mark ${kind} ${tones[0]}`, r }), glyph(letters, answers.length > 1 ? 'mixed' : kind)];
}

const glyph = (text, kind) => svg('text', { class: `glyph ${kind}${text.length > 2 ? ' small' : ''}`, y: 3.7 }, text);

/** A mark of a kind that stands for nobody, for a legend. */
export function drawExample(kind, prefix) {
  const r = RADIUS[kind], spare = toneClass(TONES), hatched = { class: 'slice', fill: `url(#${prefix}${HATCH}${spare})` };
  if (kind === 'certain') return [svg('circle', { class: `slice full ${spare}`, r })];
  if (kind === 'possible') return [svg('circle', { r, ...hatched }), svg('circle', { class: `mark possible ${spare}`, r })];
  if (kind === 'disputed') return [svg('path', { class: `slice full ${spare}`, d: `M0,${-r}L${-r},0L0,${r}Z` }), svg('path', { d: `M0,${-r}L${r},0L0,${r}Z`, ...hatched }), svg('path', { class: 'mark disputed', d: `M0,${-r}L${r},0L0,${r}L${-r},0Z` }), glyph('≠', 'disputed')];
  return kind === 'unknown' ? [svg('circle', { class: 'mark unknown', r }), glyph('?', 'unknown')] : [svg('circle', { class: 'mark untold', r })];
}

/** The n-th of `count` equal slices of a disc, from the top. */
export function slice(n, count, r) {
  if (count === 1) return `M0,${-r}A${r},${r} 0 1 1 0,${r}A${r},${r} 0 1 1 0,${-r}Z`;
  const at = (share) => [r * Math.sin(2 * Math.PI * share), -r * Math.cos(2 * Math.PI * share)].map((value) => value.toFixed(2)).join(',');
  return `M0,0L${at(n / count)}A${r},${r} 0 ${1 / count > 0.5 ? 1 : 0} 1 ${at((n + 1) / count)}Z`;
}

/** The ring of what happens there: full on that day, broken perhaps on that day, dotted some days off; null without. */
export function ringOf({ sure, maybe, near }) {
  return sure.length ? 'sure' : maybe.length ? 'maybe' : near.length ? 'near' : null;
}

export const drawRing = (kind, r) => svg('circle', { class: `ring ${kind}`, r: r + 4 });

/** A mark for a legend, in a picture of its own. */
export const sample = (parts) => svg('svg', { class: 'sample', viewBox: '-16 -16 32 32', width: 26, height: 26, 'aria-hidden': 'true' }, ...parts);
