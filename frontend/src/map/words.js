// The map in words: for labels, screen readers and the readout.
import { t } from '../i18n.js';

const LONGEST = 26;

/** A name that fits on the map. */
export const shortName = (name) => { const letters = [...name]; return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('').trimEnd()}…` : name; };

/** "held by A and B, certain", "held by A, certain; possibly by B too", "possibly held by A or B", "disputed: A or B", "holder unknown". */
export function sayHeld(data, { kind, answers }) {
  const name = ([holder]) => shortName(data.holders[holder].name);
  if (kind !== 'certain') return t(`map.held.${kind}`, { who: answers.map(name).join(t('map.or')) });
  const [sure, others] = [true, false].map((wanted) => answers.filter(([, certainty]) => (data.certainties[certainty] === 'certain') === wanted).map(name));
  const said = t('map.held.certain', { who: sure.join(t('map.and')) });
  return others.length ? t('map.held.also', { said, who: others.join(t('map.or')) }) : said;
}

/** The name of a mark: place, who held it, how many events are about the day. */
export function sayPlace(data, place, held, about) {
  const events = about.sure.length + about.maybe.length + about.near.length;
  const state = t('map.name', { name: place.name, state: sayHeld(data, held) });
  return events ? `${state}, ${t('map.events', { n: events })}` : state;
}
