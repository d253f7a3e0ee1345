import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const fixtures = fileURLToPath(new URL('../test/fixtures', import.meta.url));

function run(folder: string, ...args: string[]): { status: number | null; stderr: string } {
  return spawnSync(process.execPath, [main, ...args], { cwd: folder, encoding: 'utf8' });
}

test('--check names what is not fresh, and generating makes it fresh', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gommog-gen-'));
  try {
    mkdirSync(join(folder, 'protocols'));
    cpSync(fixtures, join(folder, 'protocols/toy'), { recursive: true });
    const before = run(folder, '--check');
    assert.equal(before.status, 1);
    assert.match(before.stderr, /games\/toy\/protocol\/generated\/sample\.ts is not fresh/);

    assert.deepEqual([run(folder).status, run(folder, '--check').status], [0, 0]);

    const file = join(folder, 'games/toy/protocol/generated/sample.ts');
    const fresh = readFileSync(file, 'utf8');
    appendFileSync(file, '// changed by hand\n');
    writeFileSync(join(folder, 'games/toy/protocol/generated/old.ts'), '');
    const after = run(folder, '--check');
    assert.equal(after.status, 1);
    assert.match(after.stderr, /sample\.ts is not fresh/);
    assert.match(after.stderr, /old\.ts is generated from nothing/);
    run(folder);
    assert.equal(readFileSync(file, 'utf8'), fresh);

    appendFileSync(join(folder, 'protocols/toy/sample.ksy'), 'tpyes: {}\n');
    const refused = run(folder);
    assert.equal(refused.status, 1);
    assert.match(
      refused.stderr,
      /protocols\/toy\/sample\.ksy:\d+: 'tpyes' of a description is not supported: did you mean 'types'\?/,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
