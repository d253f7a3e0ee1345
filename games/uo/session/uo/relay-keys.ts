import { randomInt } from 'node:crypto';

/** A key that is not used within this time is void. */
const LIFE_MS = 60_000;

export interface Relay {
  readonly account: number;
  readonly version: number;
}

/** Keys handed out on the login connection and redeemed, once, on the game connection. */
export class RelayKeys {
  readonly #relays = new Map<number, Relay & { readonly untilMs: number }>();

  issue(relay: Relay, nowMs: number): number {
    for (const [key, { untilMs }] of this.#relays) {
      // Insertion order is order of expiry.
      if (untilMs > nowMs) break;
      this.#relays.delete(key);
    }
    let key: number;
    do key = randomInt(1, 0x1_0000_0000 - 1);
    while (
      // These first bytes mean something else at the beginning of a connection.
      this.#relays.has(key) ||
      [0xef, 0xf1, 0xa4, 0x47, 0x50, 0x16].includes(key >>> 24)
    );
    this.#relays.set(key, { ...relay, untilMs: nowMs + LIFE_MS });
    return key;
  }

  /** Looks a key up without using it: to learn which cipher its client speaks. */
  peek(key: number, nowMs: number): Relay | null {
    const relay = this.#relays.get(key);
    return relay === undefined || relay.untilMs <= nowMs ? null : relay;
  }

  redeem(key: number, nowMs: number): Relay | null {
    const relay = this.peek(key, nowMs);
    this.#relays.delete(key);
    return relay;
  }
}
