/**
 * A 53-bit hash of a set of states that does not depend on their order: each state is hashed by itself (two 32-bit
 * multiply-xor lanes) and the results are added. Two runs that agree on every persisted component agree on it.
 */
export class StateHash {
  #low = 0;
  #high = 0;

  add(serial: number, component: number, version: number, bytes: Uint8Array): void {
    let h1 = 0xdeadbeef ^ serial;
    let h2 = 0x41c6ce57 ^ (component * 256 + version);
    for (let i = 0; i < bytes.length; i++) {
      h1 = Math.imul(h1 ^ bytes[i]!, 0x9e3779b1);
      h2 = Math.imul(h2 ^ bytes[i]!, 0x5f356495);
    }
    h1 = Math.imul(h1 ^ (h1 >>> 16), 0x85ebca6b) ^ Math.imul(h2 ^ (h2 >>> 13), 0xc2b2ae35);
    h2 = Math.imul(h2 ^ (h2 >>> 16), 0x85ebca6b) ^ Math.imul(h1 ^ (h1 >>> 13), 0xc2b2ae35);
    const low = this.#low + (h1 >>> 0);
    this.#low = low >>> 0;
    this.#high = (this.#high + (h2 >>> 0) + (low > 0xffffffff ? 1 : 0)) >>> 0;
  }

  /** 16 hexadecimal digits. */
  digest(): string {
    return hex(this.#high) + hex(this.#low);
  }
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
