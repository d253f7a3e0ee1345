/**
 * What a record costs the simulation's thread, and how long it takes to be durable.
 * Run: node packages/store/src/save-queue.bench.ts [records per second] [bytes per record] [seconds]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeCommit } from '@gommog/core';
import { openStore } from './open-store.ts';

const [rate = 100, bytes = 20_000, seconds = 5] = process.argv.slice(2).map(Number);

function percentile(sorted: readonly number[], share: number): string {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(3);
}

function summary(values: number[]): string {
  values.sort((a, b) => a - b);
  return `p50 ${percentile(values, 0.5)}  p99 ${percentile(values, 0.99)}  max ${percentile(values, 1)}`;
}

const dir = await mkdtemp(join(tmpdir(), 'gommog-bench-'));
const { queue } = await openStore({ dir, load: () => {} });
const data = new Uint8Array(bytes - 44).fill(7);
const pushMs: number[] = [];
const durableMs: number[] = [];
const pushedAt: number[] = [];
queue.onDurable = (sequence) => {
  const now = performance.now();
  while (durableMs.length < sequence) durableMs.push(now - pushedAt[durableMs.length]!);
};

const startedAt = performance.now();
for (let sequence = 1; sequence <= rate * seconds; sequence++) {
  const dueAt = startedAt + (sequence * 1000) / rate;
  const wait = dueAt - performance.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  const changes = [{ serial: sequence % 5000, component: 1, version: 1, data }];
  const encoded = encodeCommit({ epoch: queue.epoch, sequence, tick: sequence, timeMs: sequence, changes });
  const before = performance.now();
  pushedAt.push(before);
  queue.push(encoded, sequence);
  pushMs.push(performance.now() - before);
}
await queue.whenDurable(queue.sequence);
const { bytesWritten } = queue.metrics;
const beforeDrain = performance.now();
await queue.drain();
console.log(
  `${rate} records/s of ${bytes} bytes for ${seconds} s: ${(bytesWritten / 1e6).toFixed(1)} MB written`,
);
console.log(`push, ms of the simulation's thread: ${summary(pushMs)}`);
console.log(`until durable, ms:                   ${summary(durableMs)}`);
console.log(`drain of the image, ms:              ${(performance.now() - beforeDrain).toFixed(1)}`);
await queue.close();
await rm(dir, { recursive: true });
