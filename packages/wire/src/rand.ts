const MOST_TRIES = 10_000;

/** Chance for generated fuzz makers: small, seeded, and the same everywhere. */
export class Rand {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0 || 1;
  }

  next(): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x >>> 0;
    return this.#state;
  }

  /** 0 to `limit` - 1. */
  below(limit: number): number {
    return Math.floor((this.next() / 0x1_0000_0000) * limit);
  }

  flag(): boolean {
    return this.below(2) === 1;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** An unsigned number of so many bits; the ends of the range come often. */
  unsigned(bits: number): number {
    const most = 2 ** bits - 1;
    const kind = this.below(8);
    if (kind === 0) return 0;
    if (kind === 1) return most;
    return kind === 2 ? Math.min(most, 1) : Math.floor((this.next() / 0x1_0000_0000) * (most + 1));
  }

  signed(bits: number): number {
    return this.unsigned(bits) - 2 ** (bits - 1);
  }

  big(bits: number): bigint {
    return (BigInt(this.unsigned(bits - 32)) << 32n) | BigInt(this.unsigned(32));
  }

  /** `value`, or another one in place of `not`. */
  other(value: number, not: number): number {
    if (value !== not) return value;
    return not === 0 ? 1 : not - 1;
  }

  /** The first made value that holds. */
  where<T>(make: () => T, holds: (value: T) => boolean): T {
    for (let i = 0; i < MOST_TRIES; i++) {
      const value = make();
      if (holds(value)) return value;
    }
    throw new RangeError(`none of ${MOST_TRIES} values is as described`);
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.below(256));
  }

  /** Text without zero letters, of at most `most` UTF-16 units; `wide` with letters beyond Latin-1. */
  text(most: number, wide: boolean): string {
    let text = '';
    const length = this.below(most + 1);
    for (let i = 0; i < length; i++) {
      text += String.fromCharCode(
        wide && this.below(4) === 0 ? 0x100 + this.below(0xd000) : 1 + this.below(0x7e),
      );
    }
    return text;
  }
}
