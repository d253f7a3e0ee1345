import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { bannedWords, crossedWalls, untidyFiles } from './walls.ts';

const crossing: readonly [path: string, text: string][] = [
  ['packages/core/src/world.ts', "import { readFileSync } from 'node:fs';"],
  ['packages/core/src/world.ts', "import type { Link } from '@gommog/net';"],
  ['packages/wire/src/reader.ts', "export { World } from '@gommog/core';"],
  ['packages/net/src/tcp.ts', "import { World } from '@gommog/core';"],
  ['packages/store/src/log.ts', "import { connectTcp } from '@gommog/net';"],
  ['games/uo/rules/walk.ts', "import { listen } from '@gommog/net';"],
  ['games/uo/rules/walk.ts', "import { openStore } from '@gommog/store';"],
  ['games/uo/rules/walk.ts', "import { World } from '../../../packages/core/src/world.ts';"],
  ['packages/host/src/loop.ts', "import { start } from 'gommog';"],
  ['packages/core/src/lazy.ts', "const fs = await import('node:fs');"],
  ['packages/store/src/some.ts', "import { kafka } from '../../../tools/services/kafka.ts';"],
  ['trials/uo/torture.ts', "import { report } from '../../tools/check.ts';"],
  ['packages/core/src/many.ts', "import {\n  a,\n  b,\n} from 'node:os';"],
];

for (const [path, text] of crossing) {
  test(`a wall stands: ${path} with ${text.replaceAll('\n', ' ')}`, () => {
    assert.equal(crossedWalls({ path, text }).length, 1);
  });
}

test('what the walls allow passes', () => {
  const allowed: readonly [string, string][] = [
    ['packages/core/src/world.ts', "import { Rng } from './rng.ts';"],
    [
      'games/uo/rules/walk.ts',
      "import { World } from '@gommog/core';\nimport { step } from '../movement/step.ts';",
    ],
    ['packages/host/src/loop.ts', "import type { Game } from '@gommog/core';"],
    ['apps/shard/src/main.ts', "import { UoGame } from '@gommog/uo';\nimport { Command } from 'commander';"],
    ['trials/uo/torture.ts', "import { kafka } from '../../tools/services/kafka.ts';"],
    ['packages/core/src/world.test.ts', "import fc from 'fast-check';\nimport { test } from 'node:test';"],
  ];
  for (const [path, text] of allowed) assert.deepEqual(crossedWalls({ path, text }), []);
});

const banned: readonly [path: string, text: string][] = [
  ['packages/core/src/world.ts', 'const now = Date.now();'],
  ['games/uo/rules/dice.ts', 'const roll = Math.random() * 6;'],
  ['games/uo/rules/speak.ts', 'export async function speak() {}'],
  ['packages/host/src/loop.ts', '// opens a gump'],
  ['packages/net/src/tcp.ts', 'const UO = 2593;'],
  ['packages/gate/src/rates.ts', '/** As in Classic. */'],
  ['packages/bots/src/swarm.ts', 'const hue = 5;'],
  ['packages/core/src/world.ts', '// a mobile stands here'],
  ['packages/core/src/world.ts', "const kinds = ['block'];"],
  ['packages/testkit/src/shard-process.ts', "const game = 'minecraft';"],
  ['packages/net/src/tcp.ts', 'export default listen;'],
  ['bench/main.ts', "import { parseArgs } from 'node:util';"],
  ['games/uo/session/lobby.ts', "console.log('hello');"],
  ['games/uo/session/view.ts', "import * as packets from '../protocol/index.ts';"],
  ['games/uo/session/present/things.ts', "import type { MobileIn } from '../../web/index.ts';"],
];

for (const [path, text] of banned) {
  test(`a banned word is found: ${path} with ${text}`, () => {
    assert.equal(bannedWords({ path, text }).length, 1);
  });
}

test('a comment may speak of waiting, and session code may await', () => {
  assert.deepEqual(bannedWords({ path: 'games/uo/rules/walk.ts', text: '// nobody may await here' }), []);
  assert.deepEqual(bannedWords({ path: 'games/uo/session/lobby.ts', text: 'await hasher.verify();' }), []);
});

test('a dialect may import its packets', () => {
  const text = "import * as packets from '../../protocol/index.ts';";
  assert.deepEqual(bannedWords({ path: 'games/uo/session/uo/inbound.ts', text }), []);
});

test('words of games pass where they belong, and in tests', () => {
  for (const path of [
    'games/classic/rules/blocks.ts',
    'apps/shard/src/main.ts',
    'packages/core/src/world.test.ts',
  ])
    assert.deepEqual(bannedWords({ path, text: '// UO has mobiles, Classic has blocks' }), []);
  assert.deepEqual(bannedWords({ path: 'packages/ksy/src/code.ts', text: 'export function block() {}' }), []);
});

test('long files and empty names are found', () => {
  assert.equal(untidyFiles({ path: 'packages/core/src/a.ts', text: 'x\n'.repeat(501) }).length, 1);
  assert.equal(untidyFiles({ path: 'packages/core/src/utils.ts', text: '' }).length, 1);
  assert.equal(untidyFiles({ path: 'packages/core/src/world.ts', text: 'x\n'.repeat(400) }).length, 0);
});

/** Runs a program of the check on a seeded violation inside the repository and gives its exit code. */
function onSeed(file: string, text: string, program: string, args: readonly string[]): number {
  writeFileSync(file, text);
  try {
    return spawnSync(program, args, { encoding: 'utf8' }).status ?? -1;
  } finally {
    rmSync(file);
  }
}

test('the type check of core refuses a global of Node', () => {
  const dir = mkdtempSync(join(tmpdir(), 'gommog-check-'));
  const base = join(process.cwd(), 'tsconfig.base.json');
  writeFileSync(join(dir, 'tsconfig.json'), JSON.stringify({ extends: base, include: ['*.ts'] }));
  writeFileSync(join(dir, 'package.json'), '{ "type": "module" }');
  const args = ['-p', dir, '--noEmit'];
  try {
    assert.notEqual(onSeed(join(dir, 'a.ts'), 'export const pid = process.pid;\n', 'tsc', args), 0);
    assert.notEqual(onSeed(join(dir, 'a.ts'), 'export const n: number = [1][0];\n', 'tsc', args), 0);
    assert.notEqual(onSeed(join(dir, 'a.ts'), 'export enum Color { red }\n', 'tsc', args), 0);
    assert.equal(onSeed(join(dir, 'a.ts'), 'export const n = 1;\n', 'tsc', args), 0);
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test('Biome refuses an unused import', () => {
  const args = ['check', '--error-on-warnings', 'tools/seeded-violation.ts'];
  const seed = "import { join } from 'node:path';\n\nexport const one = 1;\n";
  assert.notEqual(onSeed('tools/seeded-violation.ts', seed, 'biome', args), 0);
  assert.equal(onSeed('tools/seeded-violation.ts', 'export const one = 1;\n', 'biome', args), 0);
});
