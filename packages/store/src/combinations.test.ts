/** The same world over each combination of log and images is the same world after a restart. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { encodeCommit, StateHash } from '@gommog/core';
import { createClient } from '@redis/client';
import { MongoClient } from 'mongodb';
import { copyFolder } from './copy-folder.ts';
import { openStore, type Store } from './open-store.ts';
import type { ImageSettings, LogSettings } from './store-settings.ts';
import { freshTopic, withoutKafka } from './testing/kafka-at.ts';
import { mongodbUrl, redisUrl, skipWithoutMongodb, skipWithoutRedis } from './testing/services.ts';
import { tortureRecord } from './testing/torture-world.ts';

const RECORDS = 60;
let made = 0;

/** A data folder, and names of its own on the servers. */
async function inPlace(
  kinds: readonly ImageSettings['kind'][],
  run: (place: { dir: string; images: ImageSettings[] }) => Promise<void>,
): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-combination-'));
  const name = `test-combination-${process.pid}-${++made}`;
  const images = kinds.map((kind): ImageSettings => {
    if (kind === 'redis') return { kind, url: redisUrl, prefix: name };
    if (kind === 'mongodb') return { kind, url: mongodbUrl, database: name };
    return { kind };
  });
  try {
    await run({ dir, images });
  } finally {
    await rm(dir, { recursive: true });
    if (kinds.includes('redis')) await wipeRedis(name);
    if (kinds.includes('mongodb')) {
      const client = new MongoClient(mongodbUrl);
      await client.db(name).dropDatabase();
      await client.close();
    }
  }
}

async function wipeRedis(prefix: string): Promise<void> {
  const client = createClient({ url: redisUrl });
  await client.connect();
  for (const key of await client.keys(`{${prefix}}:*`)) await client.del(key);
  client.destroy();
}

async function openHashed(
  dir: string,
  images: readonly ImageSettings[],
  log: LogSettings = { kind: 'file' },
): Promise<Store & { hash: string }> {
  const hash = new StateHash();
  const store = await openStore({
    dir,
    log,
    images,
    imageDelayMs: 5,
    load: (serial, component, version, data) => hash.add(serial, component, version, data),
  });
  return { ...store, hash: hash.digest() };
}

async function live({ queue }: Store): Promise<void> {
  for (let i = 0; i < RECORDS; i++) {
    const sequence = queue.sequence + 1;
    queue.push(encodeCommit(tortureRecord(queue.epoch, sequence)), sequence);
  }
  await queue.drain();
  await queue.close();
}

/** Hash of the world after two lives, over LMDB alone. */
let expected: string | null = null;

async function hashOver(kinds: readonly ImageSettings['kind'][], log?: LogSettings): Promise<string> {
  let hash = '';
  await inPlace(kinds, async ({ dir, images }) => {
    await live(await openHashed(dir, images, log));
    await live(await openHashed(dir, images, log));
    const third = await openHashed(dir, images, log);
    assert.equal(third.recovered.sequence, 2 * RECORDS);
    hash = third.hash;
    await third.queue.close();
    // Each image alone, and the log, give the same world.
    for (const image of images) {
      const alone = await openHashed(dir, [image], log);
      assert.equal(alone.hash, hash, `over ${image.kind} alone`);
      await alone.queue.close();
    }
  });
  return hash;
}

const combinations: readonly (readonly ImageSettings['kind'][])[] = [
  ['lmdb'],
  ['redis'],
  ['mongodb'],
  ['lmdb', 'redis'],
  ['redis', 'mongodb'],
  ['lmdb', 'redis', 'mongodb'],
];

function skipOf(kinds: readonly ImageSettings['kind'][]): string | false {
  const reasons = [
    kinds.includes('redis') && skipWithoutRedis,
    kinds.includes('mongodb') && skipWithoutMongodb,
  ];
  return reasons.find((reason) => reason !== false) ?? false;
}

for (const kinds of combinations) {
  const options = { skip: skipOf(kinds), timeout: 120_000 };
  test(`a file log and ${kinds.join(', ')}: the same world after a restart`, options, async () => {
    expected ??= await hashOver(['lmdb']);
    assert.equal(await hashOver(kinds), expected);
  });
}

for (const kinds of [['lmdb'], ['redis', 'mongodb']] as const) {
  const options = { skip: withoutKafka || skipOf(kinds), timeout: 120_000 };
  test(`a log in Kafka and ${kinds.join(', ')}: the same world after a restart`, options, async () => {
    expected ??= await hashOver(['lmdb']);
    assert.equal(await hashOver(kinds, { kind: 'kafka', ...freshTopic() }), expected);
  });
}

const everything = ['lmdb', 'redis', 'mongodb'] as const;
test('a store is copied to servers and back', { skip: skipOf(everything), timeout: 120_000 }, () =>
  inPlace(['lmdb'], (first) =>
    inPlace(['redis', 'mongodb'], (second) =>
      inPlace(['lmdb'], async (third) => {
        await live(await openHashed(first.dir, first.images));
        const there = await copyFolder({ from: first, to: second });
        const back = await copyFolder({ from: second, to: third });
        assert.equal(back.hash, there.hash);
        assert.equal(back.records, RECORDS);
        const store = await openHashed(third.dir, third.images);
        assert.equal(store.hash, there.hash);
        await store.queue.close();
      }),
    ),
  ),
);

test('a store is not copied over itself, nor while it is open', () =>
  inPlace(['lmdb'], async ({ dir }) => {
    const { queue } = await openHashed(dir, [{ kind: 'lmdb' }]);
    await assert.rejects(copyFolder({ from: { dir }, to: { dir: join(dir, 'copy') } }), {
      code: 'GMG_STORE_LOCKED',
    });
    await queue.close();
    await assert.rejects(copyFolder({ from: { dir }, to: { dir } }), { code: 'GMG_STORE_LOCKED' });
  }));
