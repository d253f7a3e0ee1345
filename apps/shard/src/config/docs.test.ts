import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { leafKeys } from './load.ts';
import { configSchema } from './schema.ts';

const page = readFileSync(join(import.meta.dirname, '../../../../docs/operators/config.md'), 'utf8');

/** The settings that a page has a row for, with the default that the row says. */
function rowsOf(text: string): Map<string, string> {
  const rows = new Map<string, string>();
  for (const [, key, initial] of text.matchAll(/^\| `([^`]+)` \| `([^`]+)` \|/gm)) rows.set(key!, initial!);
  return rows;
}

function defaultOf(key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], configSchema.parse({}));
}

test('the page of settings has every setting, and no other', () => {
  assert.deepEqual([...rowsOf(page).keys()].sort(), leafKeys(configSchema, []).sort());
});

test('the page of settings says the defaults that count', () => {
  for (const [key, initial] of rowsOf(page)) assert.equal(initial, JSON.stringify(defaultOf(key)), key);
});

test('a row that is missing is seen', () => {
  const without = page.replace(/^\| `uo\.port`.*\n/m, '');
  assert.equal(rowsOf(page).has('uo.port'), true);
  assert.equal(rowsOf(without).has('uo.port'), false);
});
