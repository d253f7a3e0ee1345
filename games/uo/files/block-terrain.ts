import { createHash } from 'node:crypto';
import {
  blocksIn,
  CELLS_PER_BLOCK,
  LAND_BLOCK_BYTES,
  LAND_CELL_BYTES,
  LAND_HEADER_BYTES,
  STATIC_BYTES,
} from './blocks.ts';
import type { StaticTile, Terrain } from './terrain.ts';

/** The bytes of a facet, as client files hold them. */
export interface TerrainBytes {
  /** Tiles; multiples of 8. */
  readonly width: number;
  readonly height: number;
  /** Blocks of land, one after another. */
  readonly land: Uint8Array;
  /** Static records of all blocks, not in any order. */
  readonly statics: Uint8Array;
  /** By block: where its statics begin in `statics`, in bytes. */
  readonly staticStarts: Uint32Array;
  /** By block: how many statics it has. */
  readonly staticCounts: Uint16Array;
}

/** Most statics of one block that clients draw; more are left out. Source: classic client limit. */
export const MOST_STATICS = 1024;

const DEFAULT_CACHED_BLOCKS = 8192;
const NONE: readonly StaticTile[] = Object.freeze([]);
/** Statics of a block by cell, row by row. */
type BlockStatics = readonly (readonly StaticTile[])[];
const EMPTY_BLOCK: BlockStatics = Object.freeze(new Array<readonly StaticTile[]>(CELLS_PER_BLOCK).fill(NONE));

/**
 * Land and statics on the bytes of the client files themselves: three bytes a tile, and no object for any. Statics become
 * objects block by block when they are asked for; the last `cachedBlocks` blocks stay.
 */
export class BlockTerrain implements Terrain {
  readonly width: number;
  readonly height: number;
  readonly #bytes: TerrainBytes;
  readonly #land: Uint8Array;
  readonly #blocksHigh: number;
  readonly #blocks: (BlockStatics | undefined)[];
  /** Blocks in the order in which they became objects; the oldest makes room. */
  readonly #cached: Int32Array;
  #nextCached = 0;

  constructor(bytes: TerrainBytes, cachedBlocks = DEFAULT_CACHED_BLOCKS) {
    const { high, count } = blocksIn(bytes.width, bytes.height);
    this.width = bytes.width;
    this.height = bytes.height;
    this.#bytes = bytes;
    this.#land = bytes.land;
    this.#blocksHigh = high;
    this.#blocks = new Array<BlockStatics | undefined>(count).fill(undefined);
    this.#cached = new Int32Array(Math.max(1, Math.min(cachedBlocks, count))).fill(-1);
  }

  /** SHA-256 over all of it: two facets with the same one are the same. Half a second for 100 MB. */
  fingerprint(): Uint8Array {
    const { height, land, staticCounts, staticStarts, statics, width } = this.#bytes;
    const hash = createHash('sha256').update(`${width} ${height}`);
    for (const part of [land, statics, staticStarts, staticCounts]) hash.update(part);
    return hash.digest();
  }

  #block(x: number, y: number): number {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) {
      throw new RangeError(`${x}, ${y} is outside a facet of ${this.width} x ${this.height} tiles`);
    }
    return (x >> 3) * this.#blocksHigh + (y >> 3);
  }

  #cell(x: number, y: number): number {
    return (
      this.#block(x, y) * LAND_BLOCK_BYTES + LAND_HEADER_BYTES + (((y & 7) << 3) | (x & 7)) * LAND_CELL_BYTES
    );
  }

  land(x: number, y: number): number {
    const at = this.#cell(x, y);
    return this.#land[at]! | (this.#land[at + 1]! << 8);
  }

  landZ(x: number, y: number): number {
    return (this.#land[this.#cell(x, y) + 2]! << 24) >> 24;
  }

  statics(x: number, y: number): readonly StaticTile[] {
    const block = this.#block(x, y);
    const cells = this.#blocks[block] ?? this.#unfold(block);
    return cells[((y & 7) << 3) | (x & 7)]!;
  }

  /** Makes objects of a block's statics and keeps them in place of the oldest ones. */
  #unfold(block: number): BlockStatics {
    const cells = this.#readStatics(block);
    // An empty block costs nothing to keep, so that it need not push out another.
    if (cells !== EMPTY_BLOCK) {
      const oldest = this.#cached[this.#nextCached]!;
      if (oldest >= 0) this.#blocks[oldest] = undefined;
      this.#cached[this.#nextCached] = block;
      this.#nextCached = (this.#nextCached + 1) % this.#cached.length;
    }
    this.#blocks[block] = cells;
    return cells;
  }

  #readStatics(block: number): BlockStatics {
    const { staticCounts, staticStarts, statics } = this.#bytes;
    const count = staticCounts[block]!;
    if (count === 0) return EMPTY_BLOCK;
    const cells = new Array<readonly StaticTile[]>(CELLS_PER_BLOCK).fill(NONE);
    const start = staticStarts[block]!;
    for (let at = start; at < start + count * STATIC_BYTES; at += STATIC_BYTES) {
      const graphic = statics[at]! | (statics[at + 1]! << 8);
      // Only the low bits count: clients take a place outside the block as one within it.
      const cell = ((statics[at + 3]! & 7) << 3) | (statics[at + 2]! & 7);
      const z = (statics[at + 4]! << 24) >> 24;
      const tile: StaticTile = { graphic, z, hue: statics[at + 5]! | (statics[at + 6]! << 8) };
      if (cells[cell] === NONE) cells[cell] = [tile];
      else insertByHeight(cells[cell] as StaticTile[], tile);
    }
    return cells;
  }
}

/** Keeps the lowest first; of equals the one that the file has first. */
function insertByHeight(tiles: StaticTile[], tile: StaticTile): void {
  let at = tiles.length;
  while (at > 0 && tiles[at - 1]!.z > tile.z) at--;
  tiles.splice(at, 0, tile);
}

/** Bytes that other threads may share. */
export function sharedBytes(length: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(length));
}
