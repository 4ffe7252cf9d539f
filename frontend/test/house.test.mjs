// What no compiler checks: the same words in every language, no HTML parsed outside html.js, no style attributes.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { register, registered } from '../src/i18n.js';

const src = new URL('../src/', import.meta.url);
const modules = readdirSync(src, { recursive: true }).map(String).filter((name) => name.endsWith('.js'));
const text = (name) => readFileSync(new URL(name, src), 'utf8');

for (const name of modules.filter((found) => found.endsWith('strings.js'))) {
  const { strings } = await import(new URL(name, src));
  test(`${name}: every key in every language`, () => {
    const [first, ...others] = Object.values(strings);
    for (const other of others) assert.deepEqual(Object.keys(other).sort(), Object.keys(first).sort());
    assert.ok(others.length >= 1);
  });
  test(`${name}: the same values filled in`, () => {
    const slots = (value) => [...JSON.stringify(value).matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot).filter((slot, n, all) => all.indexOf(slot) === n).sort();
    for (const key of Object.keys(strings.en)) for (const words of Object.values(strings)) assert.deepEqual(slots(words[key]), slots(strings.en[key]), key);
  });
}

test('only html.js parses HTML, and nothing carries a style attribute or a handler', () => {
  for (const name of modules) {
    if (name !== 'html.js') assert.doesNotMatch(text(name), /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser/, name);
    assert.doesNotMatch(text(name), /<[^>]*\s(style|on\w+)=["']|setAttribute\('style'|\beval\(|new Function\b/, name);
  }
});

test('no module is longer than 400 lines', () => {
  for (const name of modules) assert.ok(text(name).split('\n').length <= 401, name);
});

test('words are registered by language', () => {
  register({ xx: { key: 'words' } });
  assert.deepEqual(registered().xx, { key: 'words' });
});
