import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { encodeCommit } from '@gommog/core';
import { componentsOf } from './image.contract.ts';
import { openStore, type Store, type StoreOptions } from './open-store.ts';
import { type LogWindow, readImage, readLog } from './read-store.ts';
import { describeState, tortureRecord, tortureState } from './testing/torture-world.ts';

async function inFolder(run: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-store-'));
  try {
    await run(dir);
  } finally {
    await rm(dir, { recursive: true });
  }
}

async function openLoaded(
  options: Omit<StoreOptions, 'load'>,
): Promise<Store & { state: Map<string, string> }> {
  const state = new Map<string, string>();
  const store = await openStore({
    load: (serial, component, version, data) => {
      state.set(`${serial}:${component}`, describeState(version, data));
    },
    ...options,
  });
  return { ...store, state };
}

function pushMany({ queue }: Store, count: number): void {
  for (let i = 0; i < count; i++) {
    const sequence = queue.sequence + 1;
    queue.push(encodeCommit(tortureRecord(queue.epoch, sequence)), sequence);
  }
}

async function sequencesOf(dir: string, window: LogWindow = {}): Promise<number[]> {
  const sequences: number[] = [];
  for await (const { sequence } of readLog(dir, window)) sequences.push(sequence);
  return sequences;
}

for (const inWorker of [true, false]) {
  const where = inWorker ? 'in a thread of its own' : 'in this thread';

  test(`a folder, ${where}: saved, read by tools, and found again`, () =>
    inFolder(async (dir) => {
      const first = await openLoaded({ dir, inWorker });
      assert.equal(first.recovered.sequence, 0);
      pushMany(first, 300);
      await first.queue.whenDurable(300);
      assert.equal((await sequencesOf(dir)).length, 300);
      assert.deepEqual(await sequencesOf(dir, { from: 10, to: 12 }), [10, 11, 12]);
      await first.queue.drain();
      const image = await readImage(dir);
      assert.equal(image.position.sequence, 300);
      assert.equal((await componentsOf(image)).length, tortureState(300).size);
      await image.close();
      assert.ok(first.queue.metrics.bytesWritten > 300 * 100);
      await first.queue.close();
      assert.deepEqual((await readdir(dir)).sort(), ['image', 'log', 'store.json']);

      const second = await openLoaded({ dir, inWorker });
      assert.equal(second.recovered.epoch, 2);
      assert.equal(second.recovered.tick, 300);
      assert.equal(second.recovered.timeMs, 15000);
      assert.deepEqual(second.state, tortureState(300));
      pushMany(second, 5);
      await second.queue.close();
      assert.equal((await sequencesOf(dir, { from: 301 })).length, 5);
    }));

  test(`a folder, ${where}: a second opening is refused, and one after a refusal is not`, () =>
    inFolder(async (dir) => {
      const store = await openLoaded({ dir, inWorker });
      await assert.rejects(openLoaded({ dir, inWorker }), { code: 'GMG_STORE_LOCKED' });
      pushMany(store, 10);
      await store.queue.close();
      const file = join(dir, 'log', '00000001.log');
      const bytes = await readFile(file);
      const broken = Buffer.from(bytes);
      broken[8]! ^= 1;
      await writeFile(file, broken);
      await assert.rejects(openLoaded({ dir, inWorker }), { code: 'GMG_STORE_CORRUPT', file, offset: 0 });
      await writeFile(file, bytes);
      const again = await openLoaded({ dir, inWorker });
      assert.deepEqual(again.state, tortureState(10));
      await again.queue.close();
    }));
}

test('the image can be made anew from a whole log', () =>
  inFolder(async (dir) => {
    const first = await openLoaded({ dir, inWorker: false });
    pushMany(first, 200);
    await first.queue.close();
    await rm(join(dir, 'image'), { recursive: true });
    const again = await openLoaded({ dir, inWorker: false });
    assert.equal(again.recovered.records, 200);
    assert.deepEqual(again.state, tortureState(200));
    await again.queue.close();
  }));

test('tools say when there is no data folder', async () => {
  await assert.rejects(sequencesOf('/nowhere'), { code: 'GMG_STORE_IO', message: /is not there/ });
  await assert.rejects(readImage('/nowhere'), { code: 'GMG_STORE_IO' });
});
