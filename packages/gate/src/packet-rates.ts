/** How often something may come: so many in a second in the long run, so many at once. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

interface Bucket {
  tokens: number;
  atMs: number;
}

/** Counts what one session sends, by kind of packet. Time is given, not read. */
export class PacketRates<K> {
  readonly #buckets = new Map<K, Bucket>();

  /** False when there were too many of this kind of late. */
  spend(kind: K, { burst, perSecond }: Rate, nowMs: number): boolean {
    let bucket = this.#buckets.get(kind);
    if (bucket === undefined) {
      bucket = { tokens: burst, atMs: nowMs };
      this.#buckets.set(kind, bucket);
    }
    bucket.tokens = Math.min(burst, bucket.tokens + ((nowMs - bucket.atMs) / 1000) * perSecond);
    bucket.atMs = nowMs;
    if (bucket.tokens < 1) return false;
    bucket.tokens--;
    return true;
  }
}
