import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { open } from 'lmdb';
import { componentsOf, cutOff, encoded, set, testImage } from './image.contract.ts';
import { LmdbImage } from './lmdb-image.ts';

testImage('lmdb', async () => {
  const path = await mkdtemp(join(tmpdir(), 'gommog-image-'));
  return {
    open: () => LmdbImage.open({ path }),
    openCutOff: async () => cutOff(await LmdbImage.open({ path })),
    dispose: () => rm(path, { recursive: true }),
  };
});

test('an image of a newer format is refused', async () => {
  const path = await mkdtemp(join(tmpdir(), 'gommog-image-'));
  const root = open({ path, noSubdir: false, maxDbs: 4 });
  await root.openDB({ name: 'meta', encoding: 'json' }).put('format', 3);
  await root.close();
  await assert.rejects(LmdbImage.open({ path }), { code: 'GMG_STORE_FORMAT' });
  await rm(path, { recursive: true });
});

/** An image of format 1: record 2 of epoch 1, components of three entities, one of them larger than a page. */
const GOLDEN = join(import.meta.dirname, 'testing/golden/image-format-1.mdb');

test('an image of format 1 is read, and goes on', async () => {
  const path = await mkdtemp(join(tmpdir(), 'gommog-image-'));
  await copyFile(GOLDEN, join(path, 'data.mdb'));
  let image = await LmdbImage.open({ path });
  assert.deepEqual([image.position, image.damage], [{ epoch: 1, sequence: 2, tick: 20, timeMs: 200 }, null]);
  assert.equal(await image.meta('store'), 'of format 1');
  await image.apply([encoded(3, [set(2, 1, 6)])]);
  await image.close();
  image = await LmdbImage.open({ path });
  const read = (await componentsOf(image)).map(({ data, serial, version }) => [
    serial,
    version,
    data.length,
    data[0],
  ]);
  assert.deepEqual(read, [
    [2, 1, 1, 6],
    [3, 2, 9000, 6],
    [0x40000001, 1, 3, 7],
  ]);
  await image.close();
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
