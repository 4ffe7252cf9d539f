import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fileName, harmless, toCsv } from '../src/download/files.js';

test('cells are quoted as RFC 4180 says', () => {
  const text = toCsv([{ name: 'day' }, { name: 'words', words: true }], [['-0216-08-02', 'a "b", c\nd'], [null, 'e']]);
  assert.equal(text, 'day,words\r\n-0216-08-02,"a ""b"", c\nd"\r\n,e\r\n');
});

test('words of a source cannot compute', () => {
  for (const start of '=+-@\t＝') assert.equal(harmless(`${start}1`), `'${start}1`);
  assert.equal(harmless('1=1'), '1=1');
  assert.match(toCsv([{ name: 'x', words: true }], [['=cmd()']]), /'=cmd\(\)/);
});

test('a name of a file is plain and never empty', () => {
  assert.equal(fileName('Les Communes, 1870–71 / <b>', 'csv'), 'Les-Communes-1870-71-b.csv');
  assert.equal(fileName('../..', 'json'), 'chronology.json');
  assert.equal(fileName('é'.repeat(300), 'csv').length, 64);
});
