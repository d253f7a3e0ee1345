import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { logPlaceOf, rememberLogPlace } from './log-place.ts';

async function inFolder(run: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-place-'));
  try {
    await run(dir);
  } finally {
    await rm(dir, { recursive: true });
  }
}

test('a folder says where its log is, and is not given another by a setting that was forgotten', () =>
  inFolder(async (dir) => {
    assert.deepEqual(await logPlaceOf(dir), { kind: 'file' });
    await rememberLogPlace(dir, { kind: 'file' });
    const kafka = { kind: 'kafka' as const, brokers: ['127.0.0.1:9092'], topic: 'gommog-log.uo' };
    await rememberLogPlace(dir, kafka);
    assert.deepEqual(await logPlaceOf(dir), kafka);
    await assert.rejects(rememberLogPlace(dir, { kind: 'file' }), { code: 'GMG_STORE_SETUP' });
    assert.deepEqual(await logPlaceOf(dir), kafka);
  }));

test('what cannot be understood is refused, not guessed', () =>
  inFolder(async (dir) => {
    for (const text of ['', '{}', '{"kind":"kafka","topic":"x"}']) {
      await writeFile(join(dir, 'log.json'), text);
      await assert.rejects(logPlaceOf(dir), {
        code: 'GMG_STORE_FORMAT',
        message: /log\.json: .* writes it anew$/,
      });
    }
  }));
