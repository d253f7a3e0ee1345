/** Each bucket reaches a tenth further than the one before, from a microsecond on: a percentile is right to a tenth. */
const RATIO = 1.1;
const LEAST_MS = 0.001;
const BUCKETS = 200;
const LOG_RATIO = Math.log(RATIO);

export interface Percentiles {
  readonly count: number;
  /** In milliseconds; 0 when there was none. */
  readonly p50: number;
  readonly p99: number;
}

/** Counts times, and tells their percentiles. To take one down costs no memory. */
export class Durations {
  readonly #counts = new Uint32Array(BUCKETS);
  #count = 0;

  add(ms: number): void {
    const bucket = ms <= LEAST_MS ? 0 : Math.ceil(Math.log(ms / LEAST_MS) / LOG_RATIO);
    this.#counts[Math.min(BUCKETS - 1, bucket)]!++;
    this.#count++;
  }

  /** Percentiles of all since the last time, and begins anew. */
  take(): Percentiles {
    const told = { count: this.#count, p50: this.#percentile(0.5), p99: this.#percentile(0.99) };
    this.#counts.fill(0);
    this.#count = 0;
    return told;
  }

  /** Upper edge of the bucket in which it lies. */
  #percentile(share: number): number {
    if (this.#count === 0) return 0;
    let left = Math.ceil(this.#count * share);
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      left -= this.#counts[bucket]!;
      if (left <= 0) return LEAST_MS * RATIO ** bucket;
    }
    return LEAST_MS * RATIO ** BUCKETS;
  }
}
