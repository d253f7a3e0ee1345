import type { Rng } from '@gommog/core';
import type { CrashPoint, StoreFaults } from '@gommog/store';
import { type FullDisk, fullDisk } from './full-disk.ts';
import { damageImage, flipBit, tearTail } from './log-damage.ts';
import { openSavedWorld, peekSavedWorld } from './saved-world.ts';
import { type Fault, sleep, stopMs, type TortureStore } from './torture-store.ts';

/** The promise of the save queue: what is older than this is durable. */
const GRACE_MS = 100;
const SLOW_SYNC_MS = 200;
/** How long the shard goes on before and after the worst of a fault, in milliseconds. */
const BETWEEN_MS = [100, 1500] as const;
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
const SMALL = { segmentBytes: 64 * 1024, keepBytes: 64 * 1024, imageDelayMs: 200 };

/** A commit log in files and an image in LMDB, both in the data folder. `longestStopMs` is for SIGSTOP. */
export function fileStore(data: string, rng: Rng, longestStopMs: number): TortureStore {
  const faults = new Map<string, () => Fault>([
    ['kill', () => ({ name: 'kill', graceMs: GRACE_MS })],
    ['power', () => ({ name: 'power', store: { losesUnsynced: true }, graceMs: GRACE_MS })],
    ['slow', slow],
    ['stop', () => stop(rng, longestStopMs)],
    ['torn', () => torn(data, rng)],
    ['flip', () => flip(data, rng)],
    ['full', () => full(data, rng)],
    ['image.damage', () => imageDamage(data, rng)],
    ...POINTS.map((point) => [point, () => crash(point, rng)] as const),
  ]);
  const [kill, power, ...others] = [...faults.keys()];
  return {
    place: { dir: data },
    env: {},
    options: SMALL,
    graceMs: GRACE_MS,
    mayEndLate: false,
    faults,
    // Plain kills, at moments of chance, are half of it.
    turns: others.flatMap((name, i) => [name, i % 3 === 0 ? power! : kill!]),
    read: () => peekSavedWorld(data),
    start: async () => {},
    stop: async () => {},
  };
}

/** Bugs that are planted so that the torture can be seen to fail, over any store. */
export const plants: Readonly<Record<string, StoreFaults>> = {
  /** Records are said to be durable before they are synced, or before the brokers have answered. */
  sync: { losesUnsynced: true, skipSyncsFrom: 10 },
  /** Old records are applied once more. */
  twice: { records: 'repeat' },
  /** A transfer is two records. */
  split: { records: 'tear' },
  /** Images apply old records once more, which the log has once. */
  image: { images: 'repeat' },
};

function slow(): Fault {
  const store = { losesUnsynced: true, slowSyncMs: SLOW_SYNC_MS };
  // One sync under way and one more for what came meanwhile.
  return { name: 'slow', store, graceMs: GRACE_MS + 2 * SLOW_SYNC_MS };
}

/** It stands still for a while. At times it never wakes up. */
export function stop(rng: Rng, longestStopMs: number): Fault {
  return {
    name: 'stop',
    graceMs: GRACE_MS,
    async during({ pid }) {
      const at = performance.now();
      process.kill(pid, 'SIGSTOP');
      await sleep(stopMs(longestStopMs, rng));
      if (rng.chance(0.3)) return at;
      process.kill(pid, 'SIGCONT');
      await sleep(rng.between(...BETWEEN_MS));
      return null;
    },
  };
}

function torn(data: string, rng: Rng): Fault {
  return {
    name: 'torn',
    graceMs: GRACE_MS,
    async after() {
      await tearTail(data, rng);
      return null;
    },
  };
}

function flip(data: string, rng: Rng): Fault {
  return {
    name: 'flip',
    graceMs: GRACE_MS,
    async after() {
      const flipped = await flipBit(data, rng);
      if (flipped === null) return null;
      const refusal = await openSavedWorld(data).then(
        () => 'it was opened',
        (error: Error & { code?: string }) => `${error.code}: ${error.message}`,
      );
      await flipped.undo();
      const name = flipped.file.slice(flipped.file.lastIndexOf('/') + 1);
      return refusal.includes('GMG_STORE_CORRUPT') && refusal.includes(name)
        ? null
        : `a bit of ${name} was flipped and not refused by name: ${refusal}`;
    },
  };
}

/** The start that follows has to find it, and to make the image anew. */
function imageDamage(data: string, rng: Rng): Fault {
  return {
    name: 'image.damage',
    graceMs: GRACE_MS,
    async before() {
      await damageImage(data, rng);
      return null;
    },
  };
}

function full(data: string, rng: Rng): Fault {
  let disk: FullDisk | null = null;
  return {
    name: 'full',
    // Nothing gets durable while it is full: only what is promised counts.
    graceMs: Number.POSITIVE_INFINITY,
    async before() {
      disk = await fullDisk(data);
      return disk === null ? 'no file system could be mounted' : null;
    },
    async during() {
      await disk!.fill();
      await sleep(rng.between(...BETWEEN_MS));
      // Half of the time it dies with the disk full.
      if (rng.chance(0.5)) {
        await disk!.empty();
        await sleep(rng.between(...BETWEEN_MS));
      }
      return null;
    },
    async after() {
      await disk!.empty();
      return null;
    },
    undo: async () => disk?.remove(),
  };
}

function crash(point: CrashPoint, rng: Rng): Fault {
  const isRare = point.startsWith('image') || point === 'log.remove' || point.startsWith('log.create');
  const passing = rng.between(1, isRare ? 3 : 60);
  return { name: point, store: { crash: { point, passing } }, graceMs: GRACE_MS };
}
