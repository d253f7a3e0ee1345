/**
 * The mobiles that a client has been told of and not yet forgotten, as one bit for each row of the world's mobiles: in a crowd
 * of N everybody's step asks N sets, and a set of serials would not stay in the processor's cache.
 */
export class KnownMobiles {
  #words = new Uint32Array(8);

  has(row: number): boolean {
    const word = row >>> 5;
    return word < this.#words.length && (this.#words[word]! & (1 << (row & 31))) !== 0;
  }

  add(row: number): void {
    const word = row >>> 5;
    if (word >= this.#words.length) {
      const grown = new Uint32Array(Math.max(word + 1, this.#words.length * 2));
      grown.set(this.#words);
      this.#words = grown;
    }
    this.#words[word]! |= 1 << (row & 31);
  }

  /** False when it was not known. */
  delete(row: number): boolean {
    if (!this.has(row)) return false;
    this.#words[row >>> 5]! &= ~(1 << (row & 31));
    return true;
  }

  clear(): void {
    this.#words.fill(0);
  }

  /** Visits each row. The visitor may delete the one it is shown. */
  each(visit: (row: number) => void): void {
    for (let word = 0; word < this.#words.length; word++) {
      for (let bits = this.#words[word]!; bits !== 0; bits &= bits - 1) {
        visit(word * 32 + (31 - Math.clz32(bits & -bits)));
      }
    }
  }
}
