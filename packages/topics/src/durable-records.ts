import { hasEvents } from '@gommog/core';

/** What has become durable in the commit log since the last time. */
export interface DurableRecords {
  /** First record that this speaks of. */
  readonly from: number;
  readonly through: number;
  /** Those of them that hold events, encoded and in order; null: they have to be read from the log. */
  readonly records: readonly Uint8Array[] | null;
}

/**
 * Keeps the records of steps until they are durable, as far as they have events. Costs the simulation a look at each record, and
 * holds no more than the save queue does.
 */
export class RecordCollector {
  readonly #waiting: { readonly sequence: number; readonly record: Uint8Array }[] = [];
  #next: number;
  #pushed: number;
  #isWhole = true;

  /** Everything up to `durable` was durable before. */
  constructor(durable: number) {
    this.#next = durable + 1;
    this.#pushed = durable;
  }

  /** Takes the record of a step, before it is durable. */
  push(record: Uint8Array, sequence: number): void {
    if (sequence !== this.#pushed + 1) this.#isWhole = false;
    this.#pushed = sequence;
    if (hasEvents(record)) this.#waiting.push({ sequence, record });
  }

  /** The log is durable up to `through`. */
  take(through: number): DurableRecords {
    const ahead = this.#waiting.findIndex(({ sequence }) => sequence > through);
    const ready = this.#waiting.splice(0, ahead === -1 ? this.#waiting.length : ahead);
    const from = this.#next;
    const isWhole = this.#isWhole && through <= this.#pushed;
    this.#next = Math.max(from, through + 1);
    this.#isWhole = true;
    return { from, through, records: isWhole ? ready.map(({ record }) => record) : null };
  }
}
