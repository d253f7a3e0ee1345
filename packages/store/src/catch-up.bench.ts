/**
 * How long an image that was emptied takes to be made from the log: batch by batch, as an image that follows does it, and folded.
 * In LMDB, and in the servers that `npm run services` has started.
 * Run: node packages/store/src/catch-up.bench.ts [records] [entities] [changes in a record] [redis|mongodb|lmdb]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeCommit, Rng, StateHash } from '@gommog/core';
import { type Image, noComponents, type RecordBatches, START } from './image.ts';
import { BATCH_RECORDS } from './recovery.ts';
import { type ImageSettings, imageSource } from './store-settings.ts';
import { mongodbUrl, redisUrl } from './testing/services.ts';

const [records = 20_000, entities = 2_000, changes = 10] = process.argv.slice(2, 5).map(Number);
const only = process.argv[5];
const rng = new Rng(1);

function recordOf(sequence: number): Uint8Array {
  const head = { epoch: 1, sequence, tick: sequence, timeMs: sequence };
  const touched = Array.from({ length: changes }, () => ({
    serial: rng.between(1, entities),
    component: rng.between(10, 12),
    version: 1,
    data: Uint8Array.from({ length: 40 }, () => rng.between(0, 255)),
  }));
  return encodeCommit({ ...head, changes: touched });
}

const log = Array.from({ length: records }, (_, i) => recordOf(i + 1));

async function* batches(): RecordBatches & AsyncGenerator {
  for (let at = 0; at < log.length; at += BATCH_RECORDS) yield log.slice(at, at + BATCH_RECORDS);
}

async function follow(image: Image): Promise<void> {
  for await (const batch of batches()) await image.apply(batch as Uint8Array[]);
}

async function hashOf(image: Image): Promise<string> {
  const hash = new StateHash();
  for await (const piece of image.components())
    for (const { component, data, serial, version } of piece) hash.add(serial, component, version, data);
  return hash.digest();
}

async function measure(settings: ImageSettings, path: string): Promise<void> {
  const source = imageSource({ settings, path, schema: null });
  const image = await source.open();
  const hashes: string[] = [];
  for (const [name, work] of [
    ['batch by batch', () => follow(image)],
    ['folded', () => image.catchUp(batches())],
  ] as const) {
    await image.replace(START, noComponents());
    const startedAt = performance.now();
    await work();
    console.log(
      `${settings.kind}, ${name}: ${((performance.now() - startedAt) / 1000).toFixed(2)} s for ${records} records of ` +
        `${changes} changes to ${entities} entities`,
    );
    hashes.push(await hashOf(image));
  }
  if (hashes[0] !== hashes[1]) throw new Error(`${settings.kind}: the two worlds differ`);
  await image.replace(START, noComponents());
  await image.close();
}

const path = await mkdtemp(join(tmpdir(), 'gommog-bench-'));
const images: ImageSettings[] = [{ kind: 'lmdb' }];
if (redisUrl !== '') images.push({ kind: 'redis', url: redisUrl, prefix: 'gommog-bench' });
if (mongodbUrl !== '') images.push({ kind: 'mongodb', url: mongodbUrl, database: 'gommog-bench' });
for (const settings of images)
  if (only === undefined || only === settings.kind) await measure(settings, path);
await rm(path, { recursive: true });
