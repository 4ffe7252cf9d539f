import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fold, foldWithPositions, words } from '../src/table/fold.js';

test('accents, case, ligatures and apostrophes do not matter', () => {
  assert.equal(fold('Besançon'), 'besancon');
  assert.equal(fold('L’Œuvre'), "l'oeuvre");
  assert.equal(fold('Łódź'), 'lodz');
  assert.equal(fold('GROẞE Straße'), 'grosse strasse');
  assert.equal(fold('Ἀθῆναι'), 'αθηναι');
});

test('a hit in the folded text is found again in the text', () => {
  const text = 'À l’Œuvre, 🏰 Besanc\u0327on !';
  const { folded, positions } = foldWithPositions(text);
  const at = folded.indexOf('besancon');
  assert.equal(text.slice(positions[at], positions[at + 'besancon'.length]), 'Besanc\u0327on');
  const œuvre = folded.indexOf('oeuvre');
  assert.equal(text.slice(positions[œuvre], positions[œuvre + 6]), 'Œuvre');
  assert.equal(positions.length, folded.length + 1);
  assert.equal(positions.at(-1), text.length);
});

test('a query is words, and what is quoted stays together', () => {
  assert.deepEqual(words('  Lyon "red flag" Été'), ['lyon', 'red flag', 'ete']);
  assert.deepEqual(words('"open'), ['open']);
  assert.deepEqual(words(' " '), []);
});
