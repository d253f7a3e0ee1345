import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Analysis } from './analysis.ts';
import { packetsOf } from './emit-packets.ts';
import { generateCode, generatePages } from './generate.ts';
import { loadSpecs, resolveType } from './load.ts';
import type { TypeDef } from './model.ts';

const path = fileURLToPath(new URL('../test/fixtures/sample_packet.ksy', import.meta.url));
const specs = loadSpecs([path], (each) => readFileSync(each, 'utf8'));
const analysis = new Analysis(specs);
const outputs = new Map(generateCode(specs).map(({ path: name, text }) => [name, text]));

function typeOf(name: string): TypeDef {
  return resolveType([name], specs[0]!.root, specs[0]!.root.place);
}

function kinds(name: string): Record<string, string> {
  return Object.fromEntries(
    [...analysis.facts(typeOf(name)).derivations].map(([attr, { kind }]) => [attr.id, kind]),
  );
}

test('counts, lengths and flags follow from what they describe', () => {
  assert.deepEqual(kinds('bits'), { has_extra: 'presence', num_keys: 'count' });
  assert.deepEqual(kinds('texts'), { len_counted: 'size', len_ended: 'size', num_chars: 'size' });
  // Two fields make one size: neither follows from it.
  assert.deepEqual(kinds('byte_fields'), { len_data: 'size' });
  assert.deepEqual(kinds('packed'), {
    len_packed: 'size',
    len_plain: 'unpacked',
    num_lines: 'count',
    len_sub: 'size',
  });
  assert.deepEqual(kinds('run'), { num_pixels: 'count' });
});

test('a writer does not take what follows from the rest, and may leave out what has a value of its own', () => {
  const code = outputs.get('sample.ts')!;
  const taken = /export interface ByteFieldsIn \{(.*?)\n\}/s.exec(code)![1]!;
  assert.doesNotMatch(taken, /lenData|magic/);
  assert.match(taken, /readonly unused\?: ArrayLike<number> \| undefined;/);
  assert.match(taken, /readonly data: ArrayLike<number>;/);
});

test('what only the end of a list lacks is there in every element', () => {
  const code = outputs.get('sample.ts')!;
  const pair = /export interface Pair \{(.*?)\n\}/s.exec(code)![1]!;
  assert.match(pair, /^ {2}value: number;$/m);
  assert.match(pair, /^ {2}more\?: number \| undefined;$/m);
});

test('a type knows the least bytes it takes, and whether it may contain itself', () => {
  assert.equal(analysis.facts(typeOf('numbers')).least, 43);
  assert.equal(analysis.facts(typeOf('run')).least, 2);
  assert.equal(analysis.facts(typeOf('tree')).recursive, true);
  assert.equal(analysis.facts(typeOf('leaf')).recursive, true);
  assert.equal(analysis.facts(typeOf('outer')).recursive, false);
});

test('versions at which a packet changes are found in all that it contains and in its length', () => {
  const packets = packetsOf(specs.at(-1)!, analysis);
  const thresholds = Object.fromEntries(packets.map((packet) => [packet.def.name, packet.thresholds]));
  assert.deepEqual(thresholds, {
    numbers: [],
    greeting: [],
    changing: [0x06000107],
    listing: [0x05000000, 0x06000001, 0x07000900],
  });
});

test('the same description gives the same code', () => {
  assert.deepEqual(new Map(generateCode(specs).map(({ path: name, text }) => [name, text])), outputs);
});

test('a page names every packet, its length by version and its fields', () => {
  const [page] = generatePages(specs);
  assert.equal(page!.path, 'sample-packets.md');
  assert.match(page!.text, /\| 0x03 \| \[changing\]\(#changing\) \| variable from 6\.0\.1\.7, else 6 \|/);
  assert.match(page!.text, /\| more \| list of u2, at most 4 \| from 6\.0\.1\.7 \|/);
});
