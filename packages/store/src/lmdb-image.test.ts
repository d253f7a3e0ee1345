import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { open } from 'lmdb';
import { encoded, set, testImage } from './image.contract.ts';
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

test('whoever still reads an image that is closed is told, and reads nothing', async () => {
  const path = await mkdtemp(join(tmpdir(), 'gommog-image-'));
  const image = await LmdbImage.open({ path });
  await image.apply([
    encoded(
      1,
      Array.from({ length: 5000 }, (_, i) => set(i, 1, 1)),
    ),
  ]);
  const reading = image.components();
  assert.equal((await reading.next()).done, false);
  const { chunks, close } = await image.snapshot();
  await image.close();
  await assert.rejects(reading.next(), { code: 'GMG_STORE_CLOSED' });
  await assert.rejects(
    async () => {
      for await (const _ of chunks);
    },
    { code: 'GMG_STORE_CLOSED' },
  );
  await close();
  await rm(path, { recursive: true });
});
