import { ScriptedClient } from '@gommog/classic/bots';
import type { Rng } from '@gommog/core';
import { connectTcp } from '@gommog/net';

type Cell = readonly [x: number, y: number, z: number];

/** What a cell was when the builder was told of it, in milliseconds. */
interface Told {
  readonly block: number;
  readonly at: number;
}

const BUILD_MS = 120;
/** What was told longer ago than this must be on disk. */
const PROMISE_MS = 100;
/** Cells of one builder, one above the other. */
const CELLS = 6;
/** Distance between two builders, in 32nds of a block. */
const SITE = 3 * 32;
const HISTORY = 32;
const AIR = 0;

/** A bot that builds on a place of its own, and remembers what the server told it of each block. */
export class Builder {
  readonly #index: number;
  readonly #rng: Rng;
  #client: ScriptedClient | null = null;
  #timer: NodeJS.Timeout | null = null;
  /** By cell: what it was, the newest last, and what it was wished to be and not yet told. */
  readonly #told = new Map<string, Told[]>();
  readonly #wished = new Map<string, number[]>();
  #killedAt = 0;
  acts = 0;

  constructor(index: number, rng: Rng) {
    this.#index = index;
    this.#rng = rng;
  }

  async login(port: number): Promise<void> {
    const client = new ScriptedClient({
      connect: connectTcp,
      host: '127.0.0.1',
      port,
      name: `builder${this.#index}`,
      now: () => performance.now(),
    });
    await client.join();
    this.#client = client;
  }

  /** Goes to its place and builds until it is stopped. `spawn` is where all come in at first. */
  start(spawn: { readonly x: number; readonly y: number; readonly z: number }): void {
    const client = this.#client!;
    const [column, row] = [(this.#index % 10) - 5, Math.floor(this.#index / 10) - 5];
    client.moveTo(spawn.x + column * SITE, spawn.y + 256, spawn.z + row * SITE);
    client.listen(({ body, kind }) => {
      if (kind === 'set_block') this.#hear([body.x, body.y, body.z], body.block);
    });
    this.#timer = setInterval(() => this.#act(), BUILD_MS + this.#rng.between(0, 40));
  }

  get pose(): ScriptedClient['pose'] {
    return this.#client!.pose;
  }

  #cells(): Cell[] {
    const { x, y, z } = this.#client!.pose;
    return Array.from({ length: CELLS }, (_, i) => [x >> 5, (y >> 5) - 3 + i, z >> 5]);
  }

  #act(): void {
    const client = this.#client!;
    if (!client.isPlaying) return;
    this.acts++;
    const cell = this.#rng.pick(this.#cells());
    const block =
      (this.#told.get(String(cell))?.at(-1)?.block ?? AIR) === AIR ? this.#rng.between(12, 36) : AIR;
    const wished = this.#wished.get(String(cell)) ?? [];
    this.#wished.set(String(cell), [...wished, block]);
    if (block === AIR) client.breakAt(...cell);
    else client.place(...cell, block);
  }

  #hear(cell: Cell, block: number): void {
    const key = String(cell);
    if (!this.#cells().some((own) => String(own) === key)) return;
    const told = this.#told.get(key) ?? [];
    this.#told.set(key, [...told, { block, at: performance.now() }].slice(-HISTORY));
    this.#wished.set(key, (this.#wished.get(key) ?? []).slice(1));
  }

  stop(killedAt: number): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#killedAt = killedAt;
    this.#client?.close();
  }

  /** Compares what was told with what is saved. Returns how many blocks were looked at, and what is wrong. */
  judge(saved: (cell: Cell) => number): { readonly looked: number; readonly problems: readonly string[] } {
    const problems: string[] = [];
    for (const [key, told] of this.#told) {
      const [x = 0, y = 0, z = 0] = key.split(',').map(Number);
      const block = saved([x, y, z]);
      const promised = told.findLastIndex(({ at }) => at <= this.#killedAt - PROMISE_MS);
      const isTold = told.findLastIndex((each) => each.block === block) >= Math.max(0, promised);
      const isWished = this.#wished.get(key)?.includes(block) ?? false;
      const isAsBefore = promised < 0;
      if (!isTold && !isWished && !isAsBefore) {
        const ages = told.map((each) => `${each.block} (${(this.#killedAt - each.at).toFixed(0)} ms)`);
        problems.push(`block ${key} of builder${this.#index} is ${block}; it was told ${ages.join(', ')}`);
      }
      // From here on it counts as told.
      this.#told.set(key, [{ block, at: 0 }]);
    }
    const looked = this.#told.size;
    this.#wished.clear();
    return { looked, problems };
  }
}
