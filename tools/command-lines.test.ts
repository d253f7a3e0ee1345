import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';

/** Runs a program of contributors as npm does. */
function run(file: string, ...args: readonly string[]) {
  const { status, stderr, stdout } = spawnSync(process.execPath, [file, ...args], {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
  });
  return { status, stderr, stdout };
}

test('programs of contributors tell their usage with its defaults', () => {
  const torture = run('trials/main.ts', 'torture', '--help');
  assert.deepEqual([torture.status, torture.stderr], [0, '']);
  assert.match(torture.stdout, /^Usage: npm run torture -- \[options\]/);
  assert.match(torture.stdout, /--rounds <n> .*\(default: 20\)/);
  const tests = run('tools/test.ts', '--help');
  assert.deepEqual([tests.status, tests.stderr], [0, '']);
  assert.match(tests.stdout, /^Usage: npm test -- \[options\] \[part\]/);
});

test('programs of contributors say in one line what is wrong with what they are told, and end with 2', () => {
  for (const [problem, ...args] of [
    ["unknown option '--nonsense'", 'tools/check.ts', '--nonsense'],
    ["unknown option '--round' (Did you mean --rounds?)", 'trials/main.ts', 'torture', '--round', '5'],
    [
      "option '--ticks <n>' argument 'many' is invalid. It has to be a whole number.",
      'trials/main.ts',
      'sim',
      '--ticks',
      'many',
    ],
    ["there is no trial 'nonsense' of the game 'uo'", 'trials/main.ts', 'nonsense'],
    ["there is no service 'nonsense'; there are kafka, redis, ferretdb", 'tools/services.ts', 'nonsense'],
    ['too many arguments. Expected 1 argument but got 2: core, wire.', 'tools/test.ts', 'core', 'wire'],
  ] as const) {
    const [file, ...rest] = args;
    const { status, stderr, stdout } = run(file!, ...rest);
    assert.deepEqual([status, stderr, stdout], [2, `error: ${problem}\n`, '']);
  }
});
