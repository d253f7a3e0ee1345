import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { encodeCommit } from '@gommog/core';
import { componentsOf, record, remove, set } from './image.contract.ts';
import { ImageMedium, MemoryImage, memorySource } from './memory-image.ts';
import { LogMedium, MemoryLog } from './memory-log.ts';
import { type MediumOptions, openStoreOver, type Store } from './open-store.ts';
import { newProgress } from './persistence-port.ts';
import { SaveQueue } from './save-queue.ts';
import { StoreError } from './store-error.ts';

/** A log and an image that outlive the stores a test opens over them. */
class Media {
  readonly log = new LogMedium();
  readonly image = new ImageMedium();

  open(options: Partial<MediumOptions> = {}): Promise<Store> {
    const medium = { log: new MemoryLog(this.log), images: [memorySource(this.image)] };
    return openStoreOver({ medium, load: () => {}, imageDelayMs: 1, ...options });
  }
}

function push(queue: SaveQueue, ...serials: number[]): number {
  const sequence = queue.sequence + 1;
  const changes = serials.map((serial) => set(serial, 1, sequence & 255));
  queue.push(encodeCommit(record(sequence, changes, queue.epoch)), sequence);
  return sequence;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(1);
}

test('what is pushed becomes durable, reaches the image, and is there at the next start', async () => {
  const media = new Media();
  const { queue, recovered } = await media.open();
  assert.deepEqual(
    { ...recovered, ms: 0 },
    {
      epoch: 1,
      sequence: 0,
      tick: 0,
      timeMs: 0,
      records: 0,
      image: 'memory',
      remade: null,
      components: 0,
      ms: 0,
    },
  );
  const told: number[] = [];
  queue.onDurable = (sequence) => told.push(sequence);
  for (let i = 0; i < 100; i++) push(queue, i, 7);
  assert.equal(queue.metrics.pendingRecords, 100);
  await queue.whenDurable(100);
  assert.equal(queue.durableSequence, 100);
  assert.equal(told.at(-1), 100);
  assert.equal(queue.metrics.pendingRecords, 0);
  assert.equal(queue.metrics.pendingBytes, 0);
  await queue.drain();
  assert.equal(media.image.position.sequence, 100);
  await queue.close();

  const loaded: number[] = [];
  const next = await media.open({
    load: (serial, component, version, data) => loaded.push(serial, component, version, data[0]!),
  });
  assert.deepEqual(loaded.slice(0, 8), [0, 1, 1, 1, 1, 1, 1, 2]);
  assert.deepEqual(
    { ...next.recovered, ms: 0 },
    {
      epoch: 2,
      sequence: 100,
      tick: 1000,
      timeMs: 10000,
      records: 0,
      image: 'memory',
      remade: null,
      components: 100,
      ms: 0,
    },
  );
  assert.equal(push(next.queue, 1), 101);
  await next.queue.close();
});

test('nothing is said to be durable before it is', async () => {
  const media = new Media();
  const { queue } = await media.open();
  await queue.whenDurable(push(queue, 9));
  media.log.stalled = true;
  const sequence = push(queue, 1);
  const draining = queue.drain();
  let isDurable = false;
  const waiting = queue.whenDurable(sequence).then(() => {
    isDurable = true;
  });
  await sleep(10);
  assert.equal(isDurable, false);
  assert.equal(queue.durableSequence, 1);
  assert.equal(media.image.position.sequence, 1);
  media.log.stalled = false;
  await waiting;
  await draining;
  await queue.close();
});

test('a record that is not the next one of this epoch is refused', async () => {
  const { queue } = await new Media().open({ epoch: 5 });
  assert.equal(queue.epoch, 5);
  const encoded = (sequence: number, epoch: number) => encodeCommit(record(sequence, [], epoch));
  assert.throws(() => queue.push(encoded(2, 5), 2), { code: 'GMG_STORE_GAP' });
  assert.throws(() => queue.push(encoded(2, 5), 1), { code: 'GMG_STORE_GAP' });
  assert.throws(() => queue.push(encoded(1, 4), 1), { code: 'GMG_STORE_EPOCH' });
  queue.push(encoded(1, 5), 1);
  await queue.close();
  assert.throws(() => queue.push(encoded(2, 5), 2), { code: 'GMG_STORE_CLOSED' });
  await queue.close();
});

test('an epoch that is not newer than all before is refused', async () => {
  const media = new Media();
  await (await media.open({ epoch: 5 })).queue.close();
  await assert.rejects(media.open({ epoch: 5 }), { code: 'GMG_STORE_EPOCH' });
  await (await media.open({ epoch: 6 })).queue.close();
});

test('pressure rises with lag and with bytes, and falls again', async () => {
  const media = new Media();
  let now = 0;
  const { queue } = await media.open({ now: () => now, limits: { lagMs: [100, 500], pendingBytes: 1000 } });
  media.log.stalled = true;
  push(queue, 1);
  assert.equal(queue.pressure, 'none');
  now = 100;
  assert.equal(queue.pressure, 'high');
  assert.equal(queue.metrics.lagMs, 100);
  now = 500;
  assert.equal(queue.pressure, 'critical');
  media.log.stalled = false;
  await queue.drain();
  assert.equal(queue.pressure, 'none');
  media.log.stalled = true;
  const big = (sequence: number) =>
    encodeCommit({
      epoch: 1,
      sequence,
      tick: 0,
      timeMs: 0,
      changes: [{ ...set(1, 1), data: new Uint8Array(210) }],
    });
  queue.push(big(2), 2);
  assert.equal(queue.pressure, 'high');
  queue.push(big(3), 3);
  assert.equal(queue.pressure, 'critical');
  assert.equal(queue.hasRoom, true);
  queue.push(big(4), 4);
  assert.equal(queue.hasRoom, false);
  assert.throws(() => queue.push(big(5), 5), { code: 'GMG_STORE_FULL' });
  media.log.stalled = false;
  await queue.whenDurable(4);
  assert.equal(queue.hasRoom, true);
  queue.push(big(5), 5);
  await queue.close();
  assert.equal(media.image.position.sequence, 5);
});

test('a change of the pressure is told without anybody asking, and without another record', async () => {
  const media = new Media();
  let now = 0;
  const { queue } = await media.open({ now: () => now, limits: { lagMs: [100, 500], pendingBytes: 1000 } });
  const told: string[] = [];
  queue.onPressure = (pressure) => told.push(pressure);
  media.log.stalled = true;
  push(queue, 1);
  now = 100;
  await until(() => told.length === 1);
  now = 500;
  await until(() => told.length === 2);
  media.log.stalled = false;
  await queue.drain();
  assert.deepEqual(told, ['high', 'critical', 'none']);
  media.log.fault = new Error('ENOSPC: no space left on device');
  push(queue, 2);
  await until(() => told.length === 4);
  media.log.fault = null;
  await queue.drain();
  assert.deepEqual(told.slice(3), ['critical', 'none']);
  await queue.close();
  assert.equal(told.length, 5);
});

test('a disk that refuses: critical at once, told once, nothing lost when it takes again', async () => {
  const media = new Media();
  const { queue } = await media.open();
  const news: (string | null)[] = [];
  queue.onFailure = (failure) => news.push(failure?.message ?? null);
  media.log.fault = new Error('ENOSPC: no space left on device');
  push(queue, 1);
  push(queue, 2);
  await until(() => news.length === 1);
  assert.equal(queue.pressure, 'critical');
  assert.equal(queue.failure?.code, 'GMG_STORE_IO');
  push(queue, 3);
  media.log.fault = null;
  await queue.drain();
  assert.deepEqual(news, ['ENOSPC: no space left on device', null]);
  assert.equal(queue.pressure, 'none');
  assert.deepEqual(
    (await componentsOf(new MemoryImage(media.image))).map(({ serial }) => serial),
    [1, 2, 3],
  );
  await queue.close();
});

test('closing while the disk refuses says what is lost, and who waits hears of it', async () => {
  const media = new Media();
  const { queue } = await media.open();
  media.log.fault = new Error('EIO');
  push(queue, 1);
  const waiting = assert.rejects(queue.whenDurable(1), { code: 'GMG_STORE_CLOSED' });
  await until(() => queue.failure !== null);
  await assert.rejects(queue.close(), { code: 'GMG_STORE_IO', message: /1 records not saved: EIO/ });
  await waiting;
});

test('an image that fails delays nothing, and catches up from the log', async () => {
  const media = new Media();
  const { queue } = await media.open({ backlogBytes: 100 });
  const news: (string | null)[] = [];
  queue.onImageFailure = (failure) => news.push(failure?.message ?? null);
  media.image.fault = new Error('the image is full');
  for (let i = 0; i < 50; i++) {
    await queue.whenDurable(push(queue, i));
  }
  await until(() => news.length === 1);
  assert.equal(queue.pressure, 'none');
  assert.equal(queue.metrics.imageLag, 50);
  media.image.fault = null;
  await queue.close();
  assert.equal(media.image.position.sequence, 50);
  assert.equal((await componentsOf(new MemoryImage(media.image))).length, 50);
});

test('the log forgets what the image has', async () => {
  const media = new Media();
  const { queue } = await media.open({ keepBytes: 0 });
  for (let i = 0; i < 20; i++) await queue.whenDurable(push(queue, 1));
  await queue.drain();
  assert.ok(media.log.entries.length < 20);
  await queue.close();
  const { recovered, queue: again } = await media.open();
  assert.equal(recovered.sequence, 20);
  await again.close();
});

test('a start applies what the image lacks, and removed components are gone', async () => {
  const media = new Media();
  const log = new MemoryLog(media.log);
  await log.begin(3, 1);
  log.append(encodeCommit(record(1, [set(1, 1, 1), set(2, 1, 1)], 3)), 3, 1);
  log.append(encodeCommit(record(2, [remove(1, 1), set(3, 2, 9)], 3)), 3, 2);
  await log.close();
  const loaded: [number, number, number][] = [];
  const { recovered, queue } = await media.open({
    load: (serial, component, _version, data) => loaded.push([serial, component, data[0]!]),
  });
  assert.deepEqual(loaded, [
    [2, 1, 1],
    [3, 2, 9],
  ]);
  assert.equal(recovered.records, 2);
  assert.equal(recovered.epoch, 4);
  await queue.close();
});

test('a log and an image that do not meet are refused', async () => {
  const media = new Media();
  const { queue } = await media.open();
  for (let i = 0; i < 5; i++) push(queue, i);
  await queue.close();
  const { entries, range } = media.log;
  media.log.range = { first: 1, last: 3 };
  await assert.rejects(media.open(), { code: 'GMG_STORE_GAP', message: /the log lost its end/ });
  media.log.range = { first: 3, last: 5 };
  media.image.position = { ...media.image.position, sequence: 1 };
  await assert.rejects(media.open(), { code: 'GMG_STORE_GAP', message: /log begins at record 3/ });
  media.log.range = range;
  assert.equal(entries.length, 5);
  await (await media.open()).queue.close();
});

test('an error of the sink closes the store and comes through', async () => {
  const media = new Media();
  const { queue } = await media.open();
  push(queue, 1);
  await queue.close();
  const load = () => {
    throw new TypeError('unknown component');
  };
  await assert.rejects(media.open({ load }), TypeError);
});

test('a thread that dies is told, who waits hears of it, and no more records are taken', async () => {
  const { port1: port, port2 } = new MessageChannel();
  const queue = new SaveQueue({
    port,
    progress: newProgress(),
    epoch: 1,
    sequence: 0,
    limits: { lagMs: [1, 2], pendingBytes: 1000 },
    now: () => 0,
    ended: async () => {},
  });
  const news: (string | null)[] = [];
  queue.onFailure = (failure) => news.push(failure?.message ?? null);
  const waiting = [queue.whenDurable(push(queue, 1)), queue.drain()];
  const killer = new StoreError('GMG_STORE_IO', 'out of memory');
  queue.lose(killer);
  for (const promise of waiting) await assert.rejects(promise, killer);
  await assert.rejects(queue.whenDurable(1), killer);
  assert.throws(() => push(queue, 2), killer);
  assert.equal(queue.pressure, 'critical');
  assert.deepEqual(news, ['out of memory']);
  await assert.rejects(queue.close(), killer);
  port2.close();
});
