/**
 * How long a start takes, without what the game makes of it.
 * Run: node packages/store/src/open-store.bench.ts [components] [bytes per component] [rounds]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeCommit } from '@gommog/core';
import { openStore } from './open-store.ts';

const [components = 1_000_000, bytes = 40, rounds = 5] = process.argv.slice(2).map(Number);
const PER_RECORD = 10_000;

const dir = await mkdtemp(join(tmpdir(), 'gommog-bench-'));
const { queue } = await openStore({ dir, load: () => {} });
const data = new Uint8Array(bytes).fill(7);
for (let at = 0; at < components; at += PER_RECORD) {
  const changes = Array.from({ length: PER_RECORD }, (_, i) => ({
    serial: 0x40000000 + ((at + i) >> 2),
    component: 10 + (i & 3),
    version: 1,
    data,
  }));
  const sequence = queue.sequence + 1;
  queue.push(encodeCommit({ epoch: queue.epoch, sequence, tick: 0, timeMs: 0, changes }), sequence);
  await queue.whenDurable(sequence);
}
await queue.drain();
await queue.close();
for (let round = 1; round <= rounds; round++) {
  let sum = 0;
  const store = await openStore({
    dir,
    load: (serial) => {
      sum ^= serial;
    },
  });
  const { recovered } = store;
  console.log(`start ${round}: ${recovered.components} components in ${recovered.ms.toFixed(0)} ms (${sum})`);
  await store.queue.close();
}
await rm(dir, { recursive: true });
