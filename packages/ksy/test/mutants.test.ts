import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Rand } from '@gommog/wire';
import { generateCode } from '../src/generate.ts';
import { loadSpecs } from '../src/load.ts';
import { officialParsers, oracle } from '../src/testing/oracle.ts';
import { applied, type Mutant, mutate } from './mutants.ts';

const MUTANTS = 80;
const SEED = 20_261_124;

const paths = ['sample', 'sample_packet'].map((id) =>
  fileURLToPath(new URL(`fixtures/${id}.ksy`, import.meta.url)),
);
const params = { ver: [0x04000000, 0x05000000, 0x06000001, 0x07000900] };

test('the oracle notices nine of ten wrong statements in generated code', async () => {
  const official = await officialParsers(paths);
  const outputs = generateCode(loadSpecs(paths, (path) => readFileSync(path, 'utf8')));
  const rand = new Rand(SEED);
  const survivors: Mutant[] = [];
  for (let i = 0; i < MUTANTS; i++) {
    const mutant = mutate(outputs, rand);
    // The same statements stand at the same lines: only the import of the runtime differs.
    const change = (code: Parameters<typeof applied>[0]): ReturnType<typeof applied> => applied(code, mutant);
    const isNoticed = await oracle(paths, { samples: 12, params, official, change }).then(
      () => false,
      () => true,
    );
    if (!isNoticed) survivors.push(mutant);
  }
  const text = survivors.map(({ path, line, after }) => `${path}:${line + 1}: ${after.trim()}`).join('\n');
  assert.ok(survivors.length <= MUTANTS / 10, `${survivors.length} of ${MUTANTS} are not noticed:\n${text}`);
});

test('a mutant that changes nothing is an error', () => {
  const outputs = [{ path: 'a.ts', text: 'const a = 1;' }];
  const mutant = { path: 'a.ts', line: 0, before: 'const a = 1;', after: 'const a = 1;' };
  assert.throws(() => applied(outputs, mutant), /changes nothing/);
  assert.throws(() => applied(outputs, { ...mutant, before: 'b', after: 'c' }), /changes nothing/);
});
