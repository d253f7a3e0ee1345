import type { Rng } from '@gommog/core';
import type { StoreFaults, StoreOptions, StorePlace } from '@gommog/store';
import type { ShardProcess } from '@gommog/testkit';
import type { SavedWorld } from './saved-world.ts';

/** Where the shard under torture keeps its world, how it is looked at from outside, and what can go wrong there. */
export interface TortureStore {
  readonly place: StorePlace;
  /** Settings of the shard that say so, as its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Sizes and delays for tests. */
  readonly options: Partial<StoreOptions>;
  /** What is no promise is durable when it is so old, in milliseconds. */
  readonly graceMs: number;
  /** Its images may be so slow that a shard which is told to end gives up waiting for them; the log has all by then. */
  readonly mayEndLate: boolean;
  readonly faults: ReadonlyMap<string, () => Fault>;
  /** Names of faults in the order in which rounds take them; one may come several times. */
  readonly turns: readonly string[];
  /** The saved world of a shard that is dead, and whatever is wrong with the places where it is kept. */
  read(): Promise<SavedWorld>;
  /** Starts what it needs. Before that, `place` and `env` are not known. */
  start(): Promise<void>;
  /** Ends that at once. */
  stop(): Promise<void>;
}

/** What goes wrong in one round, besides the kill at its end. */
export interface Fault {
  readonly name: string;
  /** What the store of the shard is told, as a part of `GMG_TEST_STORE`. */
  readonly store?: StoreFaults;
  /** How old what is no promise may be when it is lost, in milliseconds; Infinity: of any age. */
  readonly graceMs: number;
  /** Before the shard starts. Gives why this fault cannot be had on this machine, or null. */
  before?(): Promise<string | null>;
  /** While people play. Gives when the shard stopped for good, if it did so before its kill. */
  during?(shard: ShardProcess): Promise<number | null>;
  /** After the kill. Gives a broken promise, or null. */
  after?(): Promise<string | null>;
  /** At the very end, whatever happened. */
  undo?(): Promise<void>;
}

/** How long something stands still: from a tenth of a second to `longestMs`, short times more often. */
export function stopMs(longestMs: number, rng: Rng): number {
  return 100 * (longestMs / 100) ** (rng.next() / 0x1_0000_0000);
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
