import type { World } from '@gommog/core';
import { PackedStream } from '@gommog/gate';
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
const MOST_CHANGES = 30_000;
/** Snapshots that nobody is getting, kept for the next. */
const SPARE = 4;

const asTheyAre = Uint8Array.from({ length: 256 }, (_, block) => block);

/** A level as it was, packed once for all who come while little changes. Blocks that change meanwhile and afterwards are remembered. */
export class LevelSnapshot {
  readonly level: number;
  readonly stream: PackedStream;
  /** Cells that may be others by now: (y × length + z) × width + x. */
  readonly changed = new Set<number>();
  /** Too much has changed: who has got it needs another one. */
  isStale = false;
  /** Sessions that are getting it. */
  users = 0;

  constructor(world: World, level: number, table: Uint8Array, onFault: (error: unknown) => void) {
    this.level = level;
    const writer = new Writer(CHUNK * 2);
    this.stream = new PackedStream({
      pieces: layersOf(world, world.require(level, Level), table),
      count: world.require(level, Level).height + 1,
      packetBytes: CHUNK,
      effort: EFFORT,
      packet(data, share) {
        writer.reset();
        encodeLevelChunk(writer, { used: data.length, data, percent: Math.floor(share * 100) }, LAYOUT);
        return writer.bytes().slice();
      },
      onFault,
    });
  }

  remember(cell: number): void {
    if (this.changed.size < MOST_CHANGES) this.changed.add(cell);
    else this.isStale = true;
  }
}

/** What a client unpacks: how many blocks there are, and the blocks. */
function* layersOf(world: World, level: Level, table: Uint8Array): Generator<Uint8Array> {
  const { height, length, width } = level;
  const head = new Writer(8);
  writeLevelHead(head, { volume: width * height * length });
  yield head.bytes();
  const layer = new Uint8Array(width * length);
  for (let y = 0; y < height; y++) {
    readLayer(world, level, y, table, layer);
    yield layer;
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

  /** One for a session; to be given back with `release`. */
  take(level: number, knowsFurtherBlocks: boolean): LevelSnapshot {
    const key = `${level} ${knowsFurtherBlocks}`;
    let snapshot = this.#newest.get(key);
    if (snapshot === undefined || snapshot.changed.size > FEW_CHANGES) {
      const table = knowsFurtherBlocks ? asTheyAre : fallbacks;
      snapshot = new LevelSnapshot(this.#world, level, table, this.#onFault);
      this.#newest.set(key, snapshot);
      this.#kept.add(snapshot);
    }
    snapshot.users++;
    return snapshot;
  }

  /** Forgets it if nobody else is getting it and it is of no use for the next. */
  release(snapshot: LevelSnapshot): void {
    snapshot.users--;
    const newest = new Set(this.#newest.values());
    const spare = [...this.#kept].filter((each) => each.users === 0 && newest.has(each)).slice(-SPARE);
    for (const each of this.#kept) if (each.users === 0 && !spare.includes(each)) this.#kept.delete(each);
    for (const [key, each] of this.#newest) if (!this.#kept.has(each)) this.#newest.delete(key);
  }

  blockChanged(level: number, cell: number): void {
    for (const snapshot of this.#kept) if (snapshot.level === level) snapshot.remember(cell);
  }
}
