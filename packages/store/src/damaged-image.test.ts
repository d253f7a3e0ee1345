/** An LMDB image whose file is not what was written: it is found before LMDB reads it, and made anew. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { encodeCommit } from '@gommog/core';
import { checkFolder } from './check-folder.ts';
import { listCheckpoints } from './history/checkpoint.ts';
import { worldNow } from './history/world-at.ts';
import { componentsOf, encoded, set } from './image.contract.ts';
import { damageOfImage, LmdbImage } from './lmdb-image.ts';
import { openStore } from './open-store.ts';
import { readImage } from './read-store.ts';
import { describeState, tortureRecord, tortureState } from './testing/torture-world.ts';

const RECORDS = 400;

async function inFolder(run: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-damaged-'));
  try {
    await run(dir);
  } finally {
    await rm(dir, { recursive: true });
  }
}

/** Opens a store, and tells what it took to. */
async function open(dir: string, { keepBytes = 1e9 } = {}) {
  const state = new Map<string, string>();
  const { queue, recovered } = await openStore({
    dir,
    inWorker: false,
    keepBytes,
    segmentBytes: 10_000,
    imageDelayMs: 1,
    load: (serial, component, version, data) =>
      state.set(`${serial}:${component}`, describeState(version, data)),
  });
  return { queue, recovered, state };
}

/** Writes records, until a closed store has so many checkpoints; returns how many records. */
async function written(dir: string, { checkpoints = 0, keepBytes = 1e9 } = {}): Promise<number> {
  for (let last = 0; ; ) {
    const { queue } = await open(dir, { keepBytes });
    const until = last + RECORDS;
    while (last < until) {
      for (let i = 0; i < 20; i++) {
        last++;
        queue.push(encodeCommit(tortureRecord(queue.epoch, last)), last);
      }
      await queue.drain();
    }
    await queue.close();
    if ((await listCheckpoints(dir)).length >= checkpoints) return last;
  }
}

const SHORT = { checkpoints: 2, keepBytes: 40_000 };

const fileOf = (dir: string): string => join(dir, 'image/data.mdb');

/** Turns over a bit in a component's value, which nothing but its check can tell. */
async function damageValue(dir: string): Promise<void> {
  const bytes = await readFile(fileOf(dir));
  // A stride that is odd comes to every byte.
  for (let at = 8192; ; at = (at + 7919) % bytes.length) {
    bytes[at]! ^= 4;
    await writeFile(fileOf(dir), bytes);
    if (/a value is not what was written \(of 0x/.test(damageOfImage(join(dir, 'image'))?.message ?? ''))
      return;
    bytes[at]! ^= 4;
  }
}

test('a damaged value is named by file, offset and entity, and the image is made anew from the log', () =>
  inFolder(async (dir) => {
    await written(dir);
    await damageValue(dir);
    const named = {
      code: 'GMG_STORE_CORRUPT',
      file: fileOf(dir),
      message: /at byte \d+: .*\(of 0x[0-9a-f]+\)/,
    };
    await assert.rejects(readImage(dir), named);
    const { damages, image } = await checkFolder(dir);
    assert.deepEqual([image, damages.length, damages[0]!.file], [null, 1, fileOf(dir)]);
    const now = await worldNow(dir);
    const seen = new Map<string, string>();
    for await (const batch of now.components())
      for (const { component, data, serial, version } of batch)
        seen.set(`${serial}:${component}`, describeState(version, data));
    assert.deepEqual(seen, tortureState(RECORDS), 'whoever looks is told what the log knows');
    await now.close();

    const { queue, recovered, state } = await open(dir);
    assert.match(recovered.remade ?? '', /data\.mdb at byte \d+.*set aside as data\.mdb\.damaged/);
    assert.deepEqual([recovered.sequence, state], [RECORDS, tortureState(RECORDS)]);
    await queue.close();
    assert.equal(damageOfImage(join(dir, 'image')), null);
    const again = await open(dir);
    assert.deepEqual([again.recovered.remade, again.state], [null, tortureState(RECORDS)]);
    await again.queue.close();
  }));

test('one that was cut short is made anew from a checkpoint when the log has given up its beginning', () =>
  inFolder(async (dir) => {
    const last = await written(dir, SHORT);
    const checkpoints = await listCheckpoints(dir);
    await truncate(fileOf(dir), 20_000);
    // The newest checkpoint is damaged as well: an older one does.
    const newest = checkpoints.at(-1)!.path;
    const bytes = await readFile(newest);
    bytes[60]! ^= 1;
    await writeFile(newest, bytes);

    const { queue, recovered, state } = await open(dir);
    assert.match(recovered.remade ?? '', /says that it has \d+ pages/);
    assert.deepEqual([recovered.sequence, state], [last, tortureState(last)]);
    await queue.close();
  }));

test('without a log that goes back far enough the start is refused, and says why, also the next time', () =>
  inFolder(async (dir) => {
    await written(dir, SHORT);
    for (const { path } of await listCheckpoints(dir)) await rm(path);
    await truncate(fileOf(dir), 20_000);
    for (let i = 0; i < 2; i++)
      await assert.rejects(open(dir), { code: 'GMG_STORE_GAP', message: /data\.mdb at byte .*set aside/ });
  }));

test('a log that ends before the image does is found by a check', () =>
  inFolder(async (dir) => {
    await written(dir);
    await truncate(join(dir, 'log/00000001.log'), 5000);
    const others = (await readdir(join(dir, 'log'))).filter((name) => name !== '00000001.log');
    for (const name of others) await rm(join(dir, 'log', name));
    const { damages } = await checkFolder(dir);
    assert.match(damages.map(({ problem }) => problem).join(), /but the image lmdb has record 400/);
  }));

test('whatever bit turns over, it is found, or nothing that is read has changed', () =>
  inFolder(async (dir) => {
    const sound = join(dir, 'sound');
    const image = await LmdbImage.open({ path: sound });
    await image.setMeta('store', 'this one');
    for (let sequence = 1; sequence <= 40; sequence++) {
      const changes = Array.from({ length: 50 }, (_, i) =>
        set((sequence % 30) * 50 + i, 1 + (i % 3), sequence, i),
      );
      const large = {
        serial: 90_000 + sequence,
        component: 7,
        version: 1,
        data: new Uint8Array(9000).fill(sequence),
      };
      await image.apply([encoded(sequence, [...changes, large])]);
    }
    const expected = [image.position, await componentsOf(image)];
    await image.close();
    assert.equal(damageOfImage(sound), null);

    const bytes = await readFile(join(sound, 'data.mdb'));
    const path = join(dir, 'other');
    await (await LmdbImage.open({ path })).close();
    let found = 0;
    for (const at of places(bytes.length, 600)) {
      bytes[at]! ^= 1 << (at % 8);
      await writeFile(join(path, 'data.mdb'), bytes);
      bytes[at]! ^= 1 << (at % 8);
      if (damageOfImage(path) !== null) {
        found++;
        continue;
      }
      const read = await LmdbImage.open({ path, readOnly: true });
      assert.deepEqual([read.position, await componentsOf(read)], expected, `byte ${at}`);
      await read.close();
    }
    assert.ok(found > 100, `${found} found`);
  }));

/** Where bits turn over: most in what describes a page, which is at its beginning. */
function* places(size: number, count: number): Generator<number> {
  let seed = 20_261_129;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  for (let i = 0; i < count; i++) yield next(size / 4096) * 4096 + next(i % 2 === 0 ? 160 : 4096);
}
