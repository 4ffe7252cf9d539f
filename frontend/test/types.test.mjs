import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { french } from '../src/panels/types.js';

const RULES = new URL('../../src/regesta/knowledge/common/event_types.toml', import.meta.url);

test('every type that the rules know has a French name, and no name is left over', () => {
  const types = [...readFileSync(RULES, 'utf8').matchAll(/^\[type\.([a-z-]+)\]$/gm)].map((m) => m[1]);
  assert.ok(types.length > 80);
  assert.deepEqual(Object.keys(french).sort(), types.sort());
});

test('two types are never called the same', () => {
  assert.equal(new Set(Object.values(french)).size, Object.keys(french).length);
});
