/** What becomes of a store whose servers die, lose their data, or hang. Each test has a server of its own. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { encodeCommit, StateHash } from '@gommog/core';
import { type ImageSettings, openStore, type Store } from '@gommog/store';
import { serviceCache } from './cache.ts';
import { freePort } from './child.ts';
import { ferretdb } from './ferretdb.ts';
import { redis } from './redis.ts';
import type { RunningService, Service } from './service.ts';

const HOW = "run 'npm run services' and set what it prints";
const withoutRedis = process.env['GOMMOG_TEST_REDIS'] === undefined && `GOMMOG_TEST_REDIS is not set: ${HOW}`;
const withoutMongodb =
  process.env['GOMMOG_TEST_MONGODB'] === undefined && `GOMMOG_TEST_MONGODB is not set: ${HOW}`;

interface Place {
  readonly dir: string;
  server: RunningService;
  /** Starts the server again, where it was. */
  restart(): Promise<void>;
}

async function withServer(service: Service, run: (place: Place) => Promise<void>): Promise<void> {
  await service.install(serviceCache(service));
  const folder = await mkdtemp(join(tmpdir(), 'gommog-images-'));
  const options = { dir: join(folder, 'server'), port: await freePort() };
  const place: Place = {
    dir: join(folder, 'data'),
    server: await service.start(options),
    async restart() {
      place.server = await service.start(options);
    },
  };
  try {
    await run(place);
  } finally {
    await place.server.kill9();
    await rm(folder, { recursive: true, force: true });
  }
}

async function openHashed(place: Place, ...images: ImageSettings[]): Promise<Store & { hash: string }> {
  const hash = new StateHash();
  const store = await openStore({
    dir: place.dir,
    images,
    // Few batches: FerretDB is slow.
    imageDelayMs: 200,
    keepBytes: 0,
    segmentBytes: 20_000,
    load: (serial, component, version, data) => hash.add(serial, component, version, data),
  });
  return { ...store, hash: hash.digest() };
}

/** Pushes records and waits only for the log. */
async function live({ queue }: Store, records: number): Promise<void> {
  for (let i = 0; i < records; i++) {
    const sequence = queue.sequence + 1;
    const data = Buffer.alloc(200, sequence);
    const changes = [
      { serial: sequence % 50, component: 1, version: 1, data },
      { serial: 100 + (sequence % 7), component: 2, version: 1, data: sequence % 3 === 0 ? null : data },
    ];
    const record = { epoch: queue.epoch, sequence, tick: sequence, timeMs: sequence, changes };
    queue.push(encodeCommit(record), sequence);
    await queue.whenDurable(sequence);
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(20);
}

function imageOf({ queue }: Store, name: string) {
  return queue.metrics.images.find((image) => image.name === name);
}

async function hasCaughtUp(store: Store, name: string): Promise<void> {
  await until(() => {
    const image = imageOf(store, name);
    return image?.state === 'following' && image.lag === 0 && image.failure === null;
  });
}

/** Both images alone give the same world. */
async function sameWorld(place: Place, ...images: ImageSettings[]): Promise<void> {
  const hashes = [];
  for (const image of images) {
    const { hash, queue } = await openHashed(place, image);
    hashes.push(hash);
    await queue.close();
  }
  assert.equal(new Set(hashes).size, 1, `different worlds: ${hashes.join(', ')}`);
}

const lmdb: ImageSettings = { kind: 'lmdb' };
const onRedis = ({ server }: Place): ImageSettings => ({ kind: 'redis', url: server.url });
const onMongodb = ({ server }: Place): ImageSettings => ({ kind: 'mongodb', url: server.url });

/** Sends one word to Redis and waits for the answer. */
function tell({ server }: Place, command: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () =>
      socket.write(`${command}\r\n`),
    );
    socket.once('error', reject);
    socket.once('data', (answer) => {
      socket.destroy();
      if (answer.toString().startsWith('+OK')) resolve();
      else reject(new Error(answer.toString()));
    });
  });
}

type Body = (place: Place, context: TestContext) => Promise<void>;
const testRedis = (title: string, run: Body) =>
  test(`redis: ${title}`, { skip: withoutRedis, timeout: 250_000 }, (context) =>
    withServer(redis, (place) => run(place, context)),
  );
const testMongodb = (title: string, run: Body) =>
  test(`mongodb: ${title}`, { skip: withoutMongodb, timeout: 250_000 }, (context) =>
    withServer(ferretdb, (place) => run(place, context)),
  );

for (const [testIt, name, at] of [
  [testRedis, 'redis', onRedis],
  [testMongodb, 'mongodb', onMongodb],
] as const) {
  testIt('killed and started again: saving goes on, the image catches up', async (place) => {
    const store = await openHashed(place, lmdb, at(place));
    await live(store, 40);
    await hasCaughtUp(store, name);
    await live(store, 10);
    await place.server.kill9();
    await live(store, 40);
    await until(() => imageOf(store, name)?.state === 'down');
    assert.equal(store.queue.pressure, 'none');
    await place.restart();
    await hasCaughtUp(store, name);
    await live(store, 10);
    await hasCaughtUp(store, name);
    await store.queue.close();
    await sameWorld(place, lmdb, at(place));
  });

  testIt('not there at the start: a start with another image, else a clear refusal', async (place) => {
    const first = await openHashed(place, lmdb, at(place));
    await live(first, 30);
    await hasCaughtUp(first, name);
    await first.queue.close();
    await place.server.kill9();
    await assert.rejects(openHashed(place, at(place)), {
      code: 'GMG_STORE_GAP',
      message: /cannot be reached/,
    });
    const store = await openHashed(place, at(place), lmdb);
    assert.equal(store.recovered.image, 'lmdb');
    await live(store, 10);
    await place.restart();
    await hasCaughtUp(store, name);
    await store.queue.close();
    await sameWorld(place, lmdb, at(place));
  });

  testIt('hanging: nobody waits for it', async (place) => {
    const store = await openHashed(place, lmdb, at(place));
    await live(store, 10);
    await hasCaughtUp(store, name);
    process.kill(place.server.pid, 'SIGSTOP');
    await live(store, 40);
    await until(() => imageOf(store, 'lmdb')?.lag === 0);
    assert.equal(store.queue.metrics.imageLag, 0);
    assert.ok(imageOf(store, name)!.lag > 0);
    process.kill(place.server.pid, 'SIGCONT');
    await hasCaughtUp(store, name);
    await store.queue.close();
    await sameWorld(place, lmdb, at(place));
  });
}

testRedis('emptied while the shard runs: made anew from the other image', async (place) => {
  const store = await openHashed(place, lmdb, onRedis(place));
  await live(store, 300);
  await hasCaughtUp(store, 'redis');
  await tell(place, 'FLUSHALL');
  await live(store, 20);
  await hasCaughtUp(store, 'redis');
  await store.queue.close();
  await sameWorld(place, lmdb, onRedis(place));
});

testRedis('emptied, and alone: made anew from the log, which forgets nothing then', async (place) => {
  const store = await openHashed(place, onRedis(place));
  await live(store, 300);
  await hasCaughtUp(store, 'redis');
  await tell(place, 'FLUSHALL');
  await live(store, 20);
  await hasCaughtUp(store, 'redis');
  await store.queue.close();
  const before = await openHashed(place, onRedis(place));
  await before.queue.close();
  await tell(place, 'FLUSHALL');
  const after = await openHashed(place, onRedis(place));
  assert.equal(after.hash, before.hash);
  assert.equal(after.recovered.sequence, 320);
  await after.queue.close();
});
