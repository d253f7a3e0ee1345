import { Caves } from './caves.ts';
import { type Ground, Land, SQUARE } from './land.ts';
import { chance, hash } from './noise.ts';

const AIR = 0;
const STONE = 1;
const GRASS = 2;
const DIRT = 3;
const BEDROCK = 7;
const STILL_WATER = 9;
const STILL_LAVA = 11;
const SAND = 12;
const GRAVEL = 13;
const LOG = 17;
const LEAVES = 18;
const FLOWERS: readonly number[] = [37, 38];
const MUSHROOMS: readonly number[] = [39, 40];

const SIDE = 8;
const LAYER = SIDE * SIDE;
/** Layers of the deepest caves that are full of lava. */
const LAVA_LAYERS = 5;

/** What lies in the stone: up to which share of the height, veins in each section of 8 blocks, and their size. */
const ores: readonly { block: number; highest: number; veins: number; radius: number }[] = [
  { block: 16, highest: 0.9, veins: 2, radius: 1.5 },
  { block: 15, highest: 0.5, veins: 1, radius: 1.5 },
  { block: 14, highest: 0.25, veins: 1, radius: 1.4 },
];

/**
 * Makes a level column by column, each of 8 × 8 blocks. A column depends on the level's size and seed alone, not on those made
 * before: it can be made at any time and in any order.
 */
export class ColumnMaker {
  readonly #land: Land;

  constructor(ground: Ground) {
    this.#land = new Land(ground);
  }

  /** The blocks of a column: x fastest, then z, then y. */
  make(columnX: number, columnZ: number): Uint8Array {
    const baseX = columnX * SIDE;
    const baseZ = columnZ * SIDE;
    const blocks = new Uint8Array(LAYER * this.#land.ground.height);
    const tops = new Int16Array(LAYER);
    for (let z = 0; z < SIDE; z++) {
      for (let x = 0; x < SIDE; x++) {
        const top = this.#land.heightAt(baseX + x, baseZ + z);
        tops[z * SIDE + x] = top;
        this.#fillGround(blocks, z * SIDE + x, top, baseX + x, baseZ + z);
      }
    }
    this.#strewOres(blocks, columnX, columnZ);
    this.#dig(blocks, tops, baseX, baseZ);
    this.#plant(blocks, tops, baseX, baseZ);
    return blocks;
  }

  /** A place on dry land near the middle: the layer of its feet, and the block it is in. */
  spawn(): { x: number; y: number; z: number } {
    const { length, width } = this.#land.ground;
    const middle = { x: width >> 1, z: length >> 1 };
    for (let distance = 0; distance < Math.min(middle.x, middle.z); distance += 4) {
      for (const [dx, dz] of [
        [distance, 0],
        [-distance, 0],
        [0, distance],
        [0, -distance],
      ] as const) {
        const [x, z] = [middle.x + dx, middle.z + dz];
        const top = this.#land.heightAt(x, z);
        if (top > this.#land.sea) return { x, z, y: top };
      }
    }
    return { ...middle, y: Math.max(this.#land.sea, this.#land.heightAt(middle.x, middle.z)) };
  }

  #fillGround(blocks: Uint8Array, at: number, top: number, x: number, z: number): void {
    const { sea } = this.#land;
    const isBeach = this.#land.isBeach(x, z, top);
    const skin = isBeach ? SAND : top <= sea - 3 ? GRAVEL : DIRT;
    blocks[at] = BEDROCK;
    for (let y = 1; y < top; y++) blocks[y * LAYER + at] = y < top - 4 ? STONE : skin;
    if (skin === DIRT && top > sea) blocks[(top - 1) * LAYER + at] = GRASS;
    for (let y = top; y < sea; y++) blocks[y * LAYER + at] = STILL_WATER;
  }

  /** Each section has its own veins, so that no column has to know its neighbours. */
  #strewOres(blocks: Uint8Array, columnX: number, columnZ: number): void {
    const { height, seed } = this.#land.ground;
    for (let section = 0; section < height / SIDE; section++) {
      for (const { block, highest, radius, veins } of ores) {
        if (section * SIDE > height * highest) continue;
        for (let vein = 0; vein < veins; vein++) {
          const luck = hash(seed + 61 + block * 7 + vein, columnX, section, columnZ);
          const [x, y, z] = [
            1 + (luck & 7) * 0.85,
            1 + ((luck >>> 3) & 7) * 0.85,
            1 + ((luck >>> 6) & 7) * 0.85,
          ];
          this.#strewVein(blocks, section * SIDE, block, radius, x, y, z);
        }
      }
    }
  }

  #strewVein(
    blocks: Uint8Array,
    base: number,
    block: number,
    radius: number,
    cx: number,
    cy: number,
    cz: number,
  ): void {
    for (let y = 0; y < SIDE; y++) {
      for (let z = 0; z < SIDE; z++) {
        for (let x = 0; x < SIDE; x++) {
          const far = (x - cx) ** 2 + ((y - cy) * 1.4) ** 2 + (z - cz) ** 2;
          const at = (base + y) * LAYER + z * SIDE + x;
          if (far < radius * radius && blocks[at] === STONE) blocks[at] = block;
        }
      }
    }
  }

  /** Caves come out on land, but never under water. */
  #dig(blocks: Uint8Array, tops: Int16Array, baseX: number, baseZ: number): void {
    const caves = new Caves(this.#land, baseX, baseZ);
    for (let at = 0; at < LAYER; at++) {
      const top = tops[at]!;
      const highest = top > this.#land.sea + 2 ? top : top - 6;
      for (let y = 1; y < highest; y++) {
        if (!caves.isHollow(at & 7, y, at >> 3)) continue;
        blocks[y * LAYER + at] = y <= LAVA_LAYERS ? STILL_LAVA : AIR;
      }
    }
  }

  #plant(blocks: Uint8Array, tops: Int16Array, baseX: number, baseZ: number): void {
    const { seed } = this.#land.ground;
    for (let at = 0; at < LAYER; at++) {
      const [x, z] = [baseX + (at & 7), baseZ + (at >> 3)];
      const top = tops[at]!;
      if (blocks[(top - 1) * LAYER + at] !== GRASS) continue;
      const luck = chance(seed + 71, x, 0, z);
      const growth = this.#land.growthAt(x, z);
      const kinds = growth > 0.62 ? MUSHROOMS : FLOWERS;
      if (luck < 0.02 * (1 - growth))
        blocks[top * LAYER + at] = kinds[hash(seed + 73, x >> 3, 0, z >> 3) & 1]!;
    }
    // A crown reaches two blocks out of its own square.
    for (let squareZ = Math.floor((baseZ - 2) / SQUARE); squareZ * SQUARE < baseZ + SIDE + 2; squareZ++) {
      for (let squareX = Math.floor((baseX - 2) / SQUARE); squareX * SQUARE < baseX + SIDE + 2; squareX++) {
        const tree = this.#land.treeIn(squareX, squareZ);
        if (tree !== null) this.#growTree(blocks, tree, baseX, baseZ);
      }
    }
  }

  #growTree(
    blocks: Uint8Array,
    { top, trunk, x, z }: { x: number; z: number; trunk: number; top: number },
    baseX: number,
    baseZ: number,
  ): void {
    const put = (px: number, y: number, pz: number, block: number): void => {
      const [ix, iz] = [px - baseX, pz - baseZ];
      if (ix < 0 || iz < 0 || ix >= SIDE || iz >= SIDE || y >= this.#land.ground.height) return;
      const at = y * LAYER + iz * SIDE + ix;
      const before = blocks[at]!;
      if (before === AIR || block === LOG || FLOWERS.includes(before) || MUSHROOMS.includes(before))
        blocks[at] = block;
    };
    for (let dy = trunk - 2; dy <= trunk + 1; dy++) {
      const radius = dy < trunk ? 2 : 1;
      for (let dz = -radius; dz <= radius; dz++) {
        for (let dx = -radius; dx <= radius; dx++) {
          const isCorner = Math.abs(dx) === radius && Math.abs(dz) === radius;
          if (
            isCorner &&
            (dy === trunk + 1 || chance(this.#land.ground.seed, x + dx, top + dy, z + dz) < 0.5)
          )
            continue;
          put(x + dx, top + dy, z + dz, LEAVES);
        }
      }
    }
    for (let dy = 0; dy < trunk; dy++) put(x, top + dy, z, LOG);
    put(x, top - 1, z, DIRT);
  }
}
