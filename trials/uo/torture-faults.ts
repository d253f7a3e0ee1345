import { appendFile, copyFile, open, readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Rng } from '@gommog/core';
import type { CrashPoint, StoreFaults } from '@gommog/store';

/** What goes wrong in one round, besides the kill at its end. */
export interface Fault {
  readonly name: string;
  /** What the store of the shard is told, as `GMG_TEST_STORE`. */
  readonly store?: StoreFaults;
  /** How old what is no promise may be when it is lost, in milliseconds; Infinity: of any age. */
  readonly graceMs: number;
  /** The shard is stopped for so long in the middle of the round, in milliseconds. */
  readonly stopMs?: number;
  /** The disk is full for a while. */
  readonly full?: boolean;
  /** What happens to the log after the kill. */
  readonly log?: 'torn' | 'flip';
}

/** The promise of the save queue: what is older than this is on disk. */
const GRACE_MS = 100;
const SLOW_SYNC_MS = 200;
const POINTS: readonly CrashPoint[] = [
  'log.create',
  'log.created',
  'log.write',
  'log.half-written',
  'log.written',
  'log.synced',
  'log.remove',
  'image.apply',
  'image.applied',
];
/** Small, so that a round meets every kind of file operation. */
export const SMALL = { segmentBytes: 64 * 1024, keepBytes: 64 * 1024, imageDelayMs: 200 };

/** Faults by name; `longestStopMs` is for SIGSTOP. */
export function faultsBy(rng: Rng, longestStopMs: number): ReadonlyMap<string, () => Fault> {
  const faults = new Map<string, () => Fault>([
    ['kill', () => ({ name: 'kill', graceMs: GRACE_MS })],
    ['power', () => ({ name: 'power', store: { losesUnsynced: true }, graceMs: GRACE_MS })],
    [
      'slow',
      () => ({
        name: 'slow',
        store: { losesUnsynced: true, slowSyncMs: SLOW_SYNC_MS },
        // One sync under way and one more for what came meanwhile.
        graceMs: GRACE_MS + 2 * SLOW_SYNC_MS,
      }),
    ],
    ['stop', () => ({ name: 'stop', stopMs: rng.between(100, longestStopMs), graceMs: GRACE_MS })],
    ['torn', () => ({ name: 'torn', log: 'torn', graceMs: GRACE_MS })],
    ['flip', () => ({ name: 'flip', log: 'flip', graceMs: GRACE_MS })],
    // Nothing gets durable while it is full: only what is promised counts.
    ['full', () => ({ name: 'full', full: true, graceMs: Number.POSITIVE_INFINITY })],
  ]);
  for (const point of POINTS) {
    const isRare = point.startsWith('image') || point === 'log.remove' || point.startsWith('log.create');
    const crash = () => ({ point, passing: rng.between(1, isRare ? 3 : 60) });
    faults.set(point, () => ({ name: point, store: { crash: crash() }, graceMs: GRACE_MS }));
  }
  return faults;
}

/** The names of all faults. */
export const faultNames: readonly string[] = [...faultsBy(new Rng(0), 100).keys()];

/** Bugs that are planted so that the torture can be seen to fail. */
export const plants: Readonly<Record<string, StoreFaults>> = {
  /** Records are said to be durable before they are synced. */
  sync: { losesUnsynced: true, skipSyncsFrom: 10 },
  /** Old records are applied once more. */
  twice: { records: 'repeat' },
  /** A transfer is two records. */
  split: { records: 'tear' },
};

async function segments(data: string): Promise<string[]> {
  const names = (await readdir(join(data, 'log'))).sort();
  return names.map((name) => join(data, 'log', name));
}

/** Bytes of a frame that was being written come after the last whole one. */
export async function tearTail(data: string, rng: Rng): Promise<void> {
  const newest = (await segments(data)).at(-1)!;
  const junk = Uint8Array.from({ length: rng.between(1, 500) }, () => rng.between(0, 255));
  await appendFile(newest, junk);
}

/** Turns one bit in what was durable long ago. Gives how to turn it back, or null when the log is too short for that. */
export async function flipBit(
  data: string,
  rng: Rng,
): Promise<{ file: string; undo: () => Promise<void> } | null> {
  for (const file of (await segments(data)).reverse()) {
    const { size } = await stat(file);
    if (size < 4096) continue;
    const copy = `${data}/flipped-from`;
    await copyFile(file, copy);
    const at = rng.between(256, size >> 1);
    const handle = await open(file, 'r+');
    const byte = Buffer.alloc(1);
    await handle.read(byte, 0, 1, at);
    byte[0]! ^= 1 << rng.between(0, 7);
    await handle.write(byte, 0, 1, at);
    await handle.close();
    return { file, undo: () => rename(copy, file) };
  }
  return null;
}
