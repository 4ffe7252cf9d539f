// The one state of the page. Whoever changes it calls set(); whoever shows it subscribes and looks at what changed.

/**
 * @typedef {object} State
 * @property {number|null} event   the selected event, an index into data.events
 * @property {number|null} claim   the account of it that is looked at, an index into data.claims
 * @property {number|null} entity  the person, body or place looked at
 * @property {number|null} day     a Julian day number
 * @property {[number, number]} window  first day shown, day after the last
 * @property {'place'|'person'|'body'|'source'} lanes
 * @property {Record<'place'|'person'|'body'|'type'|'status'|'source'|'certainty', Array<number|string>>} filters
 * @property {string} query
 * @property {[number, number, number]|null} words   words of a source to show: document, start, end
 * @property {string} tab
 * @property {'auto'|'light'|'dark'} theme
 * @property {string} language
 */

export const FACETS = /** @type {const} */ (['place', 'person', 'body', 'type', 'status', 'source', 'certainty']);

/** @returns {State['filters']} */
export const noFilters = () => /** @type {any} */ (Object.fromEntries(FACETS.map((name) => [name, []])));

/** @returns {State} */
export function initialState() {
  return {
    event: null, claim: null, entity: null, day: null, window: [0, 1], lanes: 'place', filters: noFilters(), query: '',
    tab: 'event', theme: 'auto', language: 'en', words: null,
  };
}

const same = (a, b) => Object.is(a, b) || (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((x, n) => same(x, b[n])));

/**
 * A store. Subscribers are called once a change, with the new state and the names of what changed; a change made by a
 * subscriber waits until all have seen the one before.
 * @param {State} initial
 */
export function createStore(initial) {
  let state = Object.freeze({ ...initial });
  const subscribers = new Set();
  const waiting = [];
  let busy = false;

  function apply(patch) {
    const changed = Object.keys(patch).filter((key) => !same(state[key], patch[key]));
    if (!changed.length) return;
    state = Object.freeze({ ...state, ...patch });
    for (const tell of [...subscribers]) if (subscribers.has(tell)) tell(state, changed);
  }

  return {
    get: () => state,
    /** @param {Partial<State>} patch */
    set(patch) {
      waiting.push(patch);
      if (busy) return;
      busy = true;
      try {
        while (waiting.length) apply(waiting.shift());
      } finally {
        busy = false;
        waiting.length = 0;
      }
    },
    /** @param {(state: State, changed: string[]) => void} tell */
    subscribe(tell) {
      subscribers.add(tell);
      return () => subscribers.delete(tell);
    },
  };
}

/** @typedef {ReturnType<typeof createStore>} Store */
