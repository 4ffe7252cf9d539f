import assert from 'node:assert/strict';
import { test } from 'node:test';
import { register, setLanguage } from '../src/i18n.js';
import { messages, strings as said } from '../src/notes/messages.js';
import { sayMessage } from '../src/panels/parts.js';
import { strings } from '../src/strings.js';

register(strings);
register(said);

test('a message keeps the words that stand in it', () => {
  setLanguage('fr');
  assert.deepEqual(sayMessage('"fled", "fell": no date, and no two days that it must lie between'), ['fr', '"fled", "fell" : pas de date, ni deux jours entre lesquels elle doit tomber']);
  assert.deepEqual(sayMessage('the order told does not fit the dates (1871-03-18, 1871-03-20)'), ['fr', 'l’ordre donné ne va pas avec les dates (1871-03-18, 1871-03-20)']);
  assert.deepEqual(sayMessage('$& and (what) nobody says'), ['en', '$& and (what) nobody says']);
  setLanguage('en');
  assert.deepEqual(sayMessage('Anna is said to have acted after dying'), ['en', 'Anna is said to have acted after dying']);
});

test('what stands in the French stood in the English', () => {
  const slots = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot);
  for (const [found, french] of messages.fr) for (const slot of slots(french)) assert.ok(slots(found).includes(slot), french);
});
