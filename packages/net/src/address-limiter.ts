import type { NetCode } from './errors.ts';
import { addressGroup, type Networks } from './networks.ts';
import { TokenBucket } from './token-bucket.ts';

export interface AddressLimits {
  /** Connections in all. */
  readonly connections: number;
  /** Connections of one address at a time. */
  readonly connectionsPerAddress: number;
  /** New connections of one address in a minute, in the long run and at once. */
  readonly newConnectionsPerMinute: number;
  /** Free of the limits of an address. */
  readonly trusted: Networks;
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
}

interface Entry {
  open: number;
  readonly attempts: TokenBucket;
}

const MINUTE_MS = 60_000;
/** An address that has nothing open is forgotten earlier when there are more. */
const MAX_IDLE_ENTRIES = 10_000;

/**
 * Limits on connections by the address they come from; an IPv6 /64 counts as one address. Memory is bounded by the open
 * connections and `MAX_IDLE_ENTRIES`.
 */
export class AddressLimiter {
  readonly #limits: AddressLimits;
  /** The longest unused first. */
  readonly #entries = new Map<string, Entry>();
  #open = 0;
  #sweptMs: number;

  constructor(limits: AddressLimits) {
    this.#limits = limits;
    this.#sweptMs = limits.now();
  }

  get open(): number {
    return this.#open;
  }

  /** Addresses that are remembered. */
  get size(): number {
    return this.#entries.size;
  }

  /** Counts a new connection and returns null, or the reason to refuse it. What is admitted must be released. */
  admit(address: string): NetCode | null {
    const { connections, connectionsPerAddress, newConnectionsPerMinute, now, trusted } = this.#limits;
    if (this.#open >= connections) return 'GMG_NET_FULL';
    if (!trusted.has(address)) {
      const nowMs = now();
      this.#sweep(nowMs);
      const group = addressGroup(address);
      const entry = this.#entries.get(group) ?? {
        open: 0,
        attempts: new TokenBucket(newConnectionsPerMinute / 60, newConnectionsPerMinute, nowMs),
      };
      this.#entries.delete(group);
      this.#entries.set(group, entry);
      if (!entry.attempts.take(nowMs)) return 'GMG_NET_ADDRESS_TOO_OFTEN';
      if (entry.open >= connectionsPerAddress) return 'GMG_NET_ADDRESS_FULL';
      entry.open++;
    }
    this.#open++;
    return null;
  }

  release(address: string): void {
    this.#open--;
    if (this.#limits.trusted.has(address)) return;
    // What is open is never forgotten.
    this.#entries.get(addressGroup(address))!.open--;
  }

  /** Forgets who has nothing open: after a minute of quiet, or the longest quiet when there are too many. */
  #sweep(nowMs: number): void {
    if (nowMs - this.#sweptMs < MINUTE_MS && this.#entries.size <= MAX_IDLE_ENTRIES + this.#open) return;
    this.#sweptMs = nowMs;
    let surplus = this.#entries.size - MAX_IDLE_ENTRIES / 2 - this.#open;
    for (const [group, entry] of this.#entries) {
      if (entry.open > 0 || (surplus <= 0 && !entry.attempts.isFull(nowMs))) continue;
      this.#entries.delete(group);
      surplus--;
    }
  }
}
