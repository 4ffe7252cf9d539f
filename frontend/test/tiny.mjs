// A small chronology in the shape of web/payload.py: two events in one place, one without, all of one sentence.
import { decode } from '../src/data.js';
import { toDay } from '../src/dates.js';

export const TEXT = '😀 In Rome, on 2 May 410, Alaric seized the gate. The guard fled.';

export function tiny() {
  const at = (words, from = 0) => { const start = [...TEXT].join('').indexOf(words, from); return [[...TEXT.slice(0, start)].length, [...TEXT.slice(0, start)].length + [...words].length]; };
  const [may, june] = [toDay(410, 5, 2), toDay(410, 6, 30)];
  const column = (...values) => values;
  return {
    format: 2, regesta: '0', title: 'Tiny', language: 'en', hash: '0'.repeat(16), basemap: null,
    documents: [{ id: 'd-1', name: 'tiny.txt', sha256: '', language: 'en', length: [...TEXT].length, beyond: [0] }], counts: { claims: 2, events: 2 }, extent: [may, june],
    types: ['seize', 'flee'], stances: ['against', ''], statuses: ['asserted', 'planned', 'denied', 'reported', 'possible'], bases: ['stated', 'none'],
    roles: ['actor', 'place'], rules: ['r', 'single'], certainties: ['certain', 'possible', 'disputed'], places: ['', 'Rome'], placeEntities: [-1, 0],
    entities: { id: column('e-1', 'e-2'), name: column('Rome', 'Alaric'), kind: column('place', 'person'), lat: [41.9, null], lon: [12.5, null], part_of: [null, null], names: [['Rome'], ['Alaric']], mentions: [[[0, ...at('Rome')]], [[0, ...at('Alaric')]]] },
    claims: {
      id: column('c-1', 'c-2'), own: [1, 1], type: [0, 1], status: [0, 0], doc: [0, 0], start: [at('seized')[0], at('fled')[0]], end: [at('seized')[1], at('fled')[1]],
      s0: [at('In Rome')[0], at('The guard')[0]], s1: [at('gate.')[1], at('fled.')[1]], e0: [may, null], e1: [may, null], l0: [may, null], l1: [may, null], lasting: [0, 0], about: [0, 0],
      edtf: ['0410-05-02', null], said: ['2 May 410', ''], basis: [0, 1], t0: [at('on 2 May')[0], null], t1: [at('410')[1], null], calendar: [null, null],
      roles: [[[0, ...at('Alaric'), 1], [1, ...at('Rome'), 0]], []], citations: [[], []], confidence: [1, 1], rule: [0, 0], saidBy: [null, null], cue: [null, null], because: [[], []],
    },
    events: {
      id: column('v-1', 'v-2'), claims: [[0], [1]], type: [0, 1], status: [0, 0], e0: [may, may], e1: [may, june], l0: [may, may], l1: [may, june], lasting: [0, 0], about: [0, 0], said: ['2 May 410', 'between 2 May and 30 June 410'], calendar: [null, null],
      where: [1, 0], actors: [[1], []], targets: [[], []], disputed: [0, 0], title: [['Alaric', 'seized', '', 'Rome'], ['', 'fled', '', '']], grouped: [1, 1],
    },
    holders: [{ name: 'Alaric', entity: 1 }],
    ribbons: [{ fluent: 'holds', key: 'Rome', entity: 0, reigns: [[may, null, [[0, 0, [0], [may, may, null, null]]]]] }],
    states: [], conflicts: [], gaps: [], headings: [], citations: [], unresolved: [], references: [{}],
  };
}

/** The same, decoded, its text brought. */
export async function tinyData() {
  const data = decode(tiny(), async () => [TEXT]);
  await data.texts();
  return data;
}
