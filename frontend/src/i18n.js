// Words of the page in its language. Each module registers its own; a test compares the keys of all languages.

export const languages = { en: 'English', fr: 'Français' };

// A page comes with the words of its language, written there by the build; those of another come when it is chosen.
const words = /** @type {Record<string, Record<string, any>>} */ ((/** @type {any} */ (globalThis).regesta ??= {}).words ??= {});
let current = 'en';

/** @param {Record<string, Record<string, any>>} added  { en: { key: 'words {n}' | { one, other } | [..] }, fr: { .. } } */
export function register(added) {
  for (const [language, entries] of Object.entries(added)) Object.assign(words[language] ??= {}, entries);
}

/** Whether the words of a language are here. */
export const speaks = (language) => 'date.months' in (words[language] ?? {});

export function setLanguage(language) { current = speaks(language) ? language : Object.keys(languages).find(speaks); }

export const language = () => current;

const rules = {};

/**
 * The words of a key with {name} filled in; where there are forms for one and several, `n` chooses.
 * @param {string} key
 * @param {Record<string, any>} [values]
 * @returns {any}
 */
export function t(key, values = {}) {
  let found = words[current][key] ?? words.en?.[key];
  if (found === undefined) throw new Error(`no words for ${key}`);
  if (Array.isArray(found)) return found;
  if (typeof found === 'object') found = found[(rules[current] ??= new Intl.PluralRules(current)).select(values.n)] ?? found.other;
  return found.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? number(values[name]) : whole));
}

const formats = {};

function number(value) {
  return typeof value === 'number' ? (formats[current] ??= new Intl.NumberFormat(current)).format(value) : String(value);
}

export const registered = () => words;

/** Whether there are words for a key. */
export const has = (key) => key in (words[current] ?? {});
