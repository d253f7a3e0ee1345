import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { open } from 'lmdb';
import { testImage } from './image.contract.ts';
import { LmdbImage } from './lmdb-image.ts';

testImage('lmdb', async () => {
  const path = await mkdtemp(join(tmpdir(), 'gommog-image-'));
  return { open: () => LmdbImage.open({ path }), dispose: () => rm(path, { recursive: true }) };
});

test('an image of a newer format is refused', async () => {
  const path = await mkdtemp(join(tmpdir(), 'gommog-image-'));
  const root = open({ path, noSubdir: false, maxDbs: 4 });
  await root.openDB({ name: 'meta', encoding: 'json' }).put('format', 2);
  await root.close();
  await assert.rejects(LmdbImage.open({ path }), { code: 'GMG_STORE_FORMAT' });
  await rm(path, { recursive: true });
});
