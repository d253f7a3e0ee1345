/**
 * What telling others costs the simulation's thread, for each 1,000 events.
 * Run: node packages/topics/src/publisher.bench.ts [records] [events per record]
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { encodeCommit } from '@gommog/core';
import { PublisherThread } from './publisher-thread.ts';

const [count = 20_000, perRecord = 3] = process.argv.slice(2).map(Number);
const GROUP = 8;

const where = { holder: 1_073_741_830, root: 5, facet: 0, x: 60, y: 80, z: 0 };
const body = JSON.stringify({ v: 1, item: 1_073_741_900, reason: 'drop', by: 5, from: where, at: where });
const changes = Array.from({ length: 4 }, (_, i) => ({
  serial: i + 1,
  component: 1,
  version: 1,
  data: new Uint8Array(40),
}));
const events = Array.from({ length: perRecord }, () => ({ kind: 'item-moved', key: 'item:1', body }));
const records = Array.from({ length: count }, (_, i) =>
  encodeCommit({ epoch: 1, sequence: i + 1, tick: i + 1, timeMs: i, changes, events }),
);

const dir = await mkdtemp(join(tmpdir(), 'gommog-bench-'));
await mkdir(join(dir, 'log'));
const publisher = new PublisherThread({
  place: { kind: 'file', dir: join(dir, 'topic') },
  log: { kind: 'file' },
  dir,
  durable: 0,
});
await sleep(2000);
const before = process.threadCpuUsage();
for (const [index, record] of records.entries()) {
  publisher.push(record, index + 1);
  if ((index + 1) % GROUP !== 0) continue;
  publisher.onDurable(index + 1);
  await new Promise(setImmediate);
}
const { system, user } = process.threadCpuUsage(before);
const perThousand = (user + system) / (count * perRecord);
console.log(`${perThousand.toFixed(2)} ms of the simulation's thread for 1,000 events`);
await publisher.close();
await rm(dir, { recursive: true });
