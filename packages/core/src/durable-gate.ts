interface Held<T> {
  readonly sequence: number;
  readonly what: T;
}

/**
 * Holds back what somebody is promised until the commit record behind it is durable: whoever is told that a trade is done must
 * find it done after any crash. What it holds is not saved: after a crash nobody was told.
 */
export class DurableGate<T> {
  #held: Held<T>[] = [];
  #durable = 0;

  /** How many promises wait. */
  get size(): number {
    return this.#held.length;
  }

  /**
   * Keeps a promise that rests on the commit record `sequence`. Sequences never go down. False when the record is durable
   * already: nothing has to be kept.
   */
  hold(sequence: number, what: T): boolean {
    if (sequence <= this.#durable) return false;
    this.#held.push({ sequence, what });
    return true;
  }

  /** Every record up to `sequence` is durable: gives back what may be told now, in the order in which it was held. */
  release(sequence: number): readonly T[] {
    this.#durable = Math.max(this.#durable, sequence);
    let count = 0;
    while (count < this.#held.length && this.#held[count]!.sequence <= this.#durable) count++;
    return this.#held.splice(0, count).map(({ what }) => what);
  }
}
