import type { LogPartition, PartitionBounds, PartitionMessage } from '../log-partition.ts';
import { StoreError } from '../store-error.ts';

/** What becomes of one append. */
export type Fate =
  /** It arrives, and the writer hears so. */
  | 'kept'
  /** It never arrives. */
  | 'lost'
  /** It arrives, but the writer hears of a failure. */
  | 'unheard'
  /** The writer hears of a failure, and it arrives when somebody else's next append does, after that. */
  | 'late'
  /** It arrives twice, as when a retry was not known for one. */
  | 'twice';

/** The partition itself: what all who are connected to it share. */
export class PartitionMedium {
  readonly messages: Uint8Array[] = [];
  start = 0;
  /** While true nobody answers. */
  isDown = false;
  /** What becomes of the appends to come, one after the other; then they are kept. */
  fates: Fate[] = [];
  reads = 0;
  #late: (readonly Uint8Array[])[] = [];

  add(values: readonly Uint8Array[]): number {
    const offset = this.start + this.messages.length;
    for (const value of values) this.messages.push(Uint8Array.from(value));
    for (const late of this.#late.splice(0)) this.add(late);
    return offset;
  }

  hold(values: readonly Uint8Array[]): void {
    this.#late.push(values.map((value) => Uint8Array.from(value)));
  }
}

/** A partition without brokers, with their faults. */
export class SimulatedPartition implements LogPartition {
  readonly #medium: PartitionMedium;

  constructor(medium: PartitionMedium) {
    this.#medium = medium;
  }

  async bounds(): Promise<PartitionBounds> {
    this.#answer();
    const { start, messages } = this.#medium;
    return { start, end: start + messages.length };
  }

  async append(values: readonly Uint8Array[]): Promise<number> {
    await Promise.resolve();
    this.#answer();
    const medium = this.#medium;
    const fate = medium.fates.shift() ?? 'kept';
    if (fate === 'late') medium.hold(values);
    if (fate === 'lost' || fate === 'late') throw unheard();
    const offset = medium.add(values);
    if (fate === 'unheard') throw unheard();
    return fate === 'twice' ? medium.add(values) : offset;
  }

  async read(from: number, bytes: number): Promise<PartitionMessage[]> {
    this.#answer();
    const { start, messages } = this.#medium;
    if (from < start) throw new StoreError('GMG_STORE_GAP', `message ${from} is no longer held`);
    this.#medium.reads++;
    const found: PartitionMessage[] = [];
    let left = bytes;
    // Brokers give whole batches: some of what came before, too.
    for (let at = Math.max(0, from - start - 1); at < messages.length; at++) {
      const value = messages[at]!;
      found.push({ offset: start + at, value });
      left -= value.length;
      if (left <= 0 && start + at >= from) break;
    }
    return found;
  }

  async release(before: number): Promise<void> {
    this.#answer();
    const medium = this.#medium;
    medium.messages.splice(0, before - medium.start);
    medium.start = before;
  }

  async close(): Promise<void> {}

  #answer(): void {
    if (this.#medium.isDown) throw new StoreError('GMG_STORE_IO', 'the brokers do not answer');
  }
}

function unheard(): StoreError {
  return new StoreError('GMG_STORE_IO', 'the brokers did not answer');
}
