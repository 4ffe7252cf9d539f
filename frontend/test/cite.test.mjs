import assert from 'node:assert/strict';
import { test } from 'node:test';

import { asBibtex, asCsl, asText } from '../src/detail/cite.js';

const PASSAGE = {
  id: 'c-1f', quote: 'The mayor {50 %}\n  left & went.', source: 'town_hall.txt', line: 12, sha256: 'ab'.repeat(32),
  markers: ['3', '4'], title: 'A $ town', hash: 'cafe', version: '0.1.0', url: 'file:///x/index.html#e=c-1f&q={}',
};
const t = (key, values) => `${key}(${Object.values(values ?? {}).join('|')})`;

test('the text has the words, the source, the hashes and the address', () => {
  const text = asText(PASSAGE, t);
  for (const part of ['The mayor {50 %} left & went.', 'town_hall.txt', '12', 'ab'.repeat(32), '[3][4]', 'cafe', PASSAGE.url]) {
    assert.ok(text.includes(part), part);
  }
});

test('BibTeX escapes what TeX reads, and its braces balance', () => {
  const entry = asBibtex(PASSAGE);
  assert.match(entry, /title = \{A \\\$ town\}/);
  assert.match(entry, /annote = \{The mayor \\\{50 \\%\\\} left \\& went\.\}/);
  assert.match(entry, /town\\_hall/);
  const bare = entry.replace(/\\[{}]/g, '');
  assert.equal(bare.split('{').length, bare.split('}').length);
});

test('CSL-JSON is one item that parses', () => {
  const [item] = JSON.parse(asCsl(PASSAGE));
  assert.equal(item.version, 'cafe');
  assert.equal(item.URL, PASSAGE.url);
  assert.equal(item.abstract, 'The mayor {50 %} left & went.');
});
