/** The middle of many durations and their slow end, in milliseconds. */
export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** Percentiles of many durations in little memory: buckets that are 2 % wide. Values are milliseconds. */
export class Histogram {
  readonly #buckets = new Uint32Array(1_200);
  #count = 0;
  max = 0;

  add(ms: number): void {
    const bucket =
      ms <= LEAST ? 0 : Math.min(this.#buckets.length - 1, Math.ceil(Math.log(ms / LEAST) / WIDTH));
    this.#buckets[bucket]!++;
    this.#count++;
    if (ms > this.max) this.max = ms;
  }

  get count(): number {
    return this.#count;
  }

  /** The value that `p` percent of all are not above, within 2 %; 0 when there are none. */
  percentile(p: number): number {
    let left = Math.ceil((this.#count * p) / 100);
    if (this.#count === 0) return 0;
    for (let i = 0; i < this.#buckets.length; i++) {
      left -= this.#buckets[i]!;
      if (left <= 0) return Math.min(this.max, LEAST * Math.exp(i * WIDTH));
    }
    return this.max;
  }

  percentiles(): Percentiles {
    return { p50: this.percentile(50), p95: this.percentile(95), p99: this.percentile(99), max: this.max };
  }

  clear(): void {
    this.#buckets.fill(0);
    this.#count = 0;
    this.max = 0;
  }
}

/** Lower edge and relative width of the buckets: from 10 µs to some 100 hours. */
const LEAST = 0.01;
const WIDTH = 0.02;
