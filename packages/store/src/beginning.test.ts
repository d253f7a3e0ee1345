import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { encodeCommit } from '@gommog/core';
import { remake } from './beginning.ts';
import { FileLog } from './file-log.ts';
import { listCheckpoints } from './history/checkpoint.ts';
import { HistoryKeeper } from './history/keeper.ts';
import { encoded } from './image.contract.ts';
import { noComponents, START } from './image.ts';
import { NodeDisk } from './log-disk.ts';
import { ImageMedium, MemoryImage } from './memory-image.ts';
import { LogMedium, MemoryLog } from './memory-log.ts';
import { openStore, openStoreOver, type Store } from './open-store.ts';
import { StoreError } from './store-error.ts';
import { describeState, tortureRecord, tortureState } from './testing/torture-world.ts';

const KEEP_BYTES = 40_000;
const SEGMENT_BYTES = 5_000;

async function inFolder(run: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-beginning-'));
  try {
    await run(dir);
  } finally {
    await rm(dir, { recursive: true });
  }
}

/** A store whose log forgets early, and the state that it began with. */
async function openSmall(dir: string): Promise<Store & { state: Map<string, string> }> {
  const state = new Map<string, string>();
  const store = await openStore({
    dir,
    load: (serial, component, version, data) => {
      state.set(`${serial}:${component}`, describeState(version, data));
    },
    inWorker: false,
    imageDelayMs: 1,
    keepBytes: KEEP_BYTES,
    segmentBytes: SEGMENT_BYTES,
  });
  return { ...store, state };
}

async function save({ queue }: Store, last: number): Promise<void> {
  for (let sequence = queue.sequence + 1; sequence <= last; sequence++) {
    queue.push(encodeCommit(tortureRecord(queue.epoch, sequence)), sequence);
    if (sequence % 10 === 0) await queue.drain();
  }
  await queue.drain();
}

test('a lone image that is gone is made from the newest checkpoint and the log', () =>
  inFolder(async (dir) => {
    const first = await openSmall(dir);
    await save(first, 600);
    await first.queue.close();
    assert.ok((await listCheckpoints(dir)).length > 0);
    await rm(join(dir, 'image'), { recursive: true });
    const again = await openSmall(dir);
    assert.equal(again.recovered.sequence, 600);
    assert.deepEqual(again.state, tortureState(600));
    await save(again, 700);
    await again.queue.close();
    const third = await openSmall(dir);
    assert.deepEqual(third.state, tortureState(700));
    await third.queue.close();
  }));

test('an image is not made from a part of it', () =>
  inFolder(async (dir) => {
    const first = await openSmall(dir);
    await save(first, 600);
    await first.queue.close();
    const { path } = (await listCheckpoints(dir)).at(-1)!;
    await writeFile(path, Buffer.alloc(8), { flag: 'a' });
    await rm(join(dir, 'image'), { recursive: true });
    const whole = await openSmall(dir);
    assert.deepEqual(whole.state, tortureState(600), 'what follows its end is no part of it');
    await whole.queue.close();
    await rm(join(dir, 'image'), { recursive: true });
    for (const checkpoint of await listCheckpoints(dir)) await cut(checkpoint.path);
    for (let i = 0; i < 2; i++) {
      await assert.rejects(openSmall(dir), {
        code: 'GMG_STORE_GAP',
        message: /the log begins at record|the image lmdb is damaged/,
      });
    }
  }));

/** Takes the last bytes away. */
async function cut(path: string): Promise<void> {
  const bytes = await readFile(path);
  await writeFile(path, bytes.subarray(0, bytes.length - 40));
}

test('a folder of which only checkpoints are left is neither taken for a new world nor for the newest one', () =>
  inFolder(async (dir) => {
    const first = await openSmall(dir);
    await save(first, 600);
    await first.queue.close();
    await rm(join(dir, 'log'), { recursive: true });
    const image = await openSmall(dir);
    assert.equal(image.recovered.sequence, 600, 'the image has it');
    await image.queue.close();
    await rm(join(dir, 'log'), { recursive: true });
    await rm(join(dir, 'image'), { recursive: true });
    await assert.rejects(openSmall(dir), {
      code: 'GMG_STORE_GAP',
      message: /neither log nor image.* checkpoints of it up to record \d+.*gommog restore.* remove/,
    });
    await rm(join(dir, 'checkpoints'), { recursive: true });
    const fresh = await openSmall(dir);
    assert.equal(fresh.recovered.sequence, 0);
    await fresh.queue.close();
  }));

test('a lone image that is emptied while the shard runs is made from a checkpoint, too', () =>
  inFolder(async (dir) => {
    const log = await FileLog.open({ disk: new NodeDisk(join(dir, 'log')), segmentBytes: SEGMENT_BYTES });
    const history = await HistoryKeeper.open(dir, log, {
      keepBytes: KEEP_BYTES,
      keepDays: null,
      checkpointHours: null,
    });
    const medium = new ImageMedium();
    const open = async () => new MemoryImage(medium);
    const images = [{ name: 'server', isRemote: true, isBase: true, open }];
    const store = await openStoreOver({ medium: { log, images, history }, load: () => {}, imageDelayMs: 1 });
    await save(store, 600);
    assert.ok(log.range!.first > 300);
    medium.fault = new StoreError('GMG_STORE_EPOCH', 'it lost data');
    medium.components.clear();
    medium.meta.clear();
    medium.position = START;
    store.queue.push(encodeCommit(tortureRecord(store.queue.epoch, 601)), 601);
    while (store.queue.metrics.images[0]?.failure !== 'it lost data') await sleep(2);
    medium.fault = null;
    while (medium.position.sequence < 601) await sleep(2);
    await store.queue.close();
    const state = new Map<string, string>();
    for (const { component, data, serial, version } of medium.components.values())
      state.set(`${serial}:${component}`, describeState(version, data));
    assert.deepEqual(state, tortureState(601));
  }));

test('a checkpoint of another history, or from which the log does not go on, is passed over', async () => {
  const log = new LogMedium();
  for (let i = 11; i <= 20; i++)
    log.entries.push({ epoch: i < 15 ? 1 : 3, sequence: i, encoded: encoded(i, []) });
  log.range = { first: 11, last: 20 };
  const at = (epoch: number, sequence: number) => ({
    position: { epoch, sequence, tick: 0, timeMs: 0 },
    components: noComponents,
  });
  const image = new MemoryImage();
  const madeFrom = async (...beginnings: ReturnType<typeof at>[]) =>
    (await remake(new MemoryLog(log), image, beginnings)) ? image.position.sequence : null;
  assert.equal(await madeFrom(at(3, 25), at(2, 16), at(3, 15), at(1, 12)), 15);
  assert.equal(await madeFrom(at(2, 16), at(1, 10)), 10);
  assert.equal(await madeFrom(at(2, 16), at(1, 9)), null);
});
