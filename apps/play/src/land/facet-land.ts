import type { StaticTile, Terrain } from '@gommog/uo/movement';
import { type LandBlock, readLandBlock } from '@gommog/uo/web';
import { Reader } from '@gommog/wire';

export const BLOCK_TILES = 64;
/** Blocks that are kept; those that were looked at longest ago go first. */
const KEPT_BLOCKS = 64;

/** 64 x 64 tiles, ready to be walked and drawn. */
export class Block {
  readonly #land: LandBlock;
  /** By row and column; undefined where there are none. */
  readonly #statics: (StaticTile[] | undefined)[];

  constructor(land: LandBlock) {
    this.#land = land;
    this.#statics = [];
    for (const { x, y, z, graphic, hue } of land.statics) {
      const at = y * land.width + x;
      const list = this.#statics[at];
      if (list === undefined) this.#statics[at] = [{ graphic, z, hue }];
      else list.push({ graphic, z, hue });
    }
  }

  land(x: number, y: number): number {
    return this.#land.tiles[y * this.#land.width + x] ?? 0;
  }

  height(x: number, y: number): number {
    return this.#land.heights[y * this.#land.width + x] ?? 0;
  }

  statics(x: number, y: number): readonly StaticTile[] {
    return this.#statics[y * this.#land.width + x] ?? NONE;
  }
}

const NONE: readonly StaticTile[] = [];
/** What land is where it has not come yet: the void, on which nobody stands. */
const VOID_LAND = 0x002;

/** The land of one facet, fetched block by block as it is looked at. */
export class FacetLand implements Terrain {
  readonly width: number;
  readonly height: number;
  readonly #base: string;
  readonly #blocks = new Map<number, Block | 'coming'>();
  readonly #columns: number;
  /** Told when land has come that was not there. */
  onBlock: () => void = () => {};

  /** `base`: address of the facet's blocks, without a slash at its end. */
  constructor(base: string, width: number, height: number) {
    this.#base = base;
    this.width = width;
    this.height = height;
    this.#columns = Math.ceil(width / BLOCK_TILES);
  }

  /** The block of a tile, or null when it is on its way. */
  block(x: number, y: number): Block | null {
    const key = (y >> 6) * this.#columns + (x >> 6);
    const block = this.#blocks.get(key);
    if (block === undefined) {
      void this.#fetch(key);
      return null;
    }
    return block === 'coming' ? null : block;
  }

  /** Is all land within some tiles of a place there? What is not is asked for. */
  isThere(x: number, y: number, range: number): boolean {
    let there = true;
    for (let by = Math.max(0, y - range) >> 6; by <= Math.min(this.height - 1, y + range) >> 6; by++) {
      for (let bx = Math.max(0, x - range) >> 6; bx <= Math.min(this.width - 1, x + range) >> 6; bx++) {
        if (this.block(bx << 6, by << 6) === null) there = false;
      }
    }
    return there;
  }

  land(x: number, y: number): number {
    return this.block(x, y)?.land(x & 63, y & 63) ?? VOID_LAND;
  }

  landZ(x: number, y: number): number {
    return this.block(x, y)?.height(x & 63, y & 63) ?? 0;
  }

  statics(x: number, y: number): readonly StaticTile[] {
    return this.block(x, y)?.statics(x & 63, y & 63) ?? NONE;
  }

  async #fetch(key: number): Promise<void> {
    this.#blocks.set(key, 'coming');
    const x = key % this.#columns;
    const y = Math.floor(key / this.#columns);
    try {
      const response = await fetch(`${this.#base}/${x}.${y}.bin`);
      if (!response.ok) throw new Error(`${response.status}`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      this.#forgetOldest();
      this.#blocks.set(key, new Block(readLandBlock(new Reader(bytes))));
      this.onBlock();
    } catch {
      // The next look asks again, but not in every frame.
      setTimeout(() => this.#blocks.delete(key), 1_000);
    }
  }

  #forgetOldest(): void {
    if (this.#blocks.size <= KEPT_BLOCKS) return;
    for (const [key, block] of this.#blocks) {
      if (block === 'coming') continue;
      this.#blocks.delete(key);
      return;
    }
  }
}
