import { createGzip, type Gzip } from 'node:zlib';
import type { World } from '@gommog/core';
import { Writer } from '@gommog/wire';
import { encodeLevelChunk, LAYOUT, writeLevelHead } from '../protocol/index.ts';
import { fallbacks } from '../rules/blocks.ts';
import { Level } from '../rules/components.ts';
import { readLayer } from '../rules/levels/cells.ts';

const CHUNK = 1024;
/** Fast rather than small: levels pack to a tenth in any case. */
const EFFORT = 3;
/** With so many changed blocks since, who comes next gets a new snapshot; more than the second are not remembered. */
const FEW_CHANGES = 2_000;
const MOST_CHANGES = 100_000;
/** Snapshots that nobody is getting, kept for the next. */
const SPARE = 4;

const asTheyAre = Uint8Array.from({ length: 256 }, (_, block) => block);

/**
 * A level as it was, packed once for all who come while little changes. It is read a layer at a time, in turns of their own, and
 * packed by other threads; blocks that change meanwhile or afterwards are remembered.
 */
export class LevelSnapshot {
  readonly level: number;
  readonly packets: Uint8Array[] = [];
  /** Cells that may be others by now: (y × length + z) × width + x. */
  readonly changed = new Set<number>();
  isComplete = false;
  /** Too much has changed: who has got it needs another one. */
  isStale = false;
  /** Transfers that use it. */
  users = 0;
  readonly #listeners = new Set<() => void>();
  readonly #gzip: Gzip = createGzip({ level: EFFORT });
  readonly #writer = new Writer(CHUNK * 2);
  #held: Buffer = Buffer.alloc(0);
  #percent = 0;

  constructor(world: World, level: number, table: Uint8Array, onFault: (error: unknown) => void) {
    this.level = level;
    this.#gzip.on('data', (bytes: Buffer) => this.#cut(bytes));
    this.#gzip.on('end', () => this.#finish());
    this.#gzip.on('error', onFault);
    this.#pack(world, table).catch(onFault);
  }

  /** Calls `listener` whenever there is more, until it is given to `ignore`. */
  listen(listener: () => void): void {
    this.#listeners.add(listener);
  }

  ignore(listener: () => void): void {
    this.#listeners.delete(listener);
  }

  remember(cell: number): void {
    if (this.changed.size < MOST_CHANGES) this.changed.add(cell);
    else this.isStale = true;
  }

  get isFresh(): boolean {
    return this.changed.size <= FEW_CHANGES;
  }

  async #pack(world: World, table: Uint8Array): Promise<void> {
    const level = world.require(this.level, Level);
    const { height, length, width } = level;
    writeLevelHead(this.#writer, { volume: width * height * length });
    await this.#put(this.#writer.bytes().slice());
    const layer = new Uint8Array(width * length);
    for (let y = 0; y < height; y++) {
      readLayer(world, level, y, table, layer);
      await this.#put(layer);
      this.#percent = Math.floor((100 * (y + 1)) / height);
    }
    this.#gzip.end();
  }

  /** Resolves when the bytes are packed. */
  #put(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve) => this.#gzip.write(bytes, () => resolve()));
  }

  #cut(bytes: Buffer): void {
    this.#held = Buffer.concat([this.#held, bytes]);
    let at = 0;
    for (; this.#held.length - at >= CHUNK; at += CHUNK) this.#addPacket(this.#held.subarray(at, at + CHUNK));
    this.#held = this.#held.subarray(at);
    this.#tell();
  }

  #addPacket(data: Uint8Array): void {
    this.#writer.reset();
    encodeLevelChunk(this.#writer, { used: data.length, data, percent: this.#percent }, LAYOUT);
    this.packets.push(this.#writer.bytes().slice());
  }

  #finish(): void {
    if (this.#held.length > 0) this.#addPacket(this.#held);
    this.isComplete = true;
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** The snapshots that are in use or good for the next who comes. */
export class LevelSnapshots {
  readonly #world: World;
  readonly #onFault: (error: unknown) => void;
  readonly #newest = new Map<string, LevelSnapshot>();
  readonly #kept = new Set<LevelSnapshot>();

  constructor(world: World, onFault: (error: unknown) => void) {
    this.#world = world;
    this.#onFault = onFault;
  }

  /** One for a transfer; to be given back with `release`. */
  take(level: number, knowsFurtherBlocks: boolean): LevelSnapshot {
    const key = `${level} ${knowsFurtherBlocks}`;
    let snapshot = this.#newest.get(key);
    if (snapshot === undefined || !snapshot.isFresh) {
      const table = knowsFurtherBlocks ? asTheyAre : fallbacks;
      snapshot = new LevelSnapshot(this.#world, level, table, this.#onFault);
      this.#newest.set(key, snapshot);
      this.#kept.add(snapshot);
    }
    snapshot.users++;
    return snapshot;
  }

  release(snapshot: LevelSnapshot): void {
    snapshot.users--;
    const isNewest = [...this.#newest.values()].includes(snapshot);
    const unused = [...this.#kept].filter(({ users }) => users === 0);
    for (const each of isNewest ? unused.slice(0, -SPARE) : [snapshot])
      if (each.users === 0) this.#drop(each);
  }

  #drop(snapshot: LevelSnapshot): void {
    this.#kept.delete(snapshot);
    for (const [key, each] of this.#newest) if (each === snapshot) this.#newest.delete(key);
  }

  blockChanged(level: number, cell: number): void {
    for (const snapshot of this.#kept) if (snapshot.level === level) snapshot.remember(cell);
  }
}
