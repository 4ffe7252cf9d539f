import assert from 'node:assert/strict';
import { test } from 'node:test';

import { find, prepare } from '../src/source/hits.js';
import { isWrapped } from '../src/source/layers.js';

const words = (text, query) => find(prepare(text), query).map(([start, end]) => text.slice(start, end));

test('hits are the exact words, whatever accents, case and line ends', () => {
  const text = 'À Besançon,\nthe  Œuvre (BESANCON) 🏰 Besanc\u0327on. Straße\u00a0neuf';
  assert.deepEqual(words(text, 'besançon'), ['Besançon', 'BESANCON', 'Besanc\u0327on']);
  assert.deepEqual(words(text, 'besancon, the oeuvre'), ['Besançon,\nthe  Œuvre']);
  assert.deepEqual(words(text, 'the oeuvre'), ['the  Œuvre']);
  assert.deepEqual(words(text, '(besancon)'), ['(BESANCON)']);
  assert.deepEqual(words(text, 'strasse neuf'), ['Straße\u00a0neuf']);
  assert.deepEqual(words(text, ''), []);
  assert.deepEqual(words(text, '.*'), []);
});

test('lines that were full may flow, verses and lists may not', () => {
  const full = `${'many words that fill the line up to its end, near the margin of it\n'.repeat(20)}\n`;
  assert.equal(isWrapped(full), true);
  assert.equal(isWrapped('short line\nof verse\n'.repeat(20)), false);
  assert.equal(isWrapped('One paragraph a line, as long as it likes to be. '.repeat(20)), false);
});
