// The map in words: for labels, screen readers and the readout.
import { t } from '../i18n.js';

const LONGEST = 26;

/** A name that fits on the map. */
export const shortName = (name) => { const letters = [...name]; return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('').trimEnd()}…` : name; };

/** "held by A and B, certain", "possibly held by A or B", "disputed: A or B", "holder unknown". */
export function sayHeld(data, { kind, answers }) {
  const names = answers.map(([holder]) => shortName(data.holders[holder].name));
  return t(`map.held.${kind}`, { who: names.join(t(kind === 'certain' ? 'map.and' : 'map.or')) });
}

/** The name of a mark: place, who held it, how many events are about the day. */
export function sayPlace(data, place, held, about) {
  const events = about.sure.length + about.maybe.length + about.near.length;
  const state = t('map.name', { name: place.name, state: sayHeld(data, held) });
  return events ? `${state}, ${t('map.events', { n: events })}` : state;
}
