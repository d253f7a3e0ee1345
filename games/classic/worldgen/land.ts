import { chance, layered } from './noise.ts';

export interface Ground {
  readonly width: number;
  readonly height: number;
  readonly length: number;
  readonly seed: number;
}

/** The shape of the land before anything grows or is dug: how high each place is, and where the sea stands. */
export class Land {
  readonly ground: Ground;
  /** First layer above the water: clients draw the sea around a level at half its height. */
  readonly sea: number;

  constructor(ground: Ground) {
    this.ground = ground;
    this.sea = ground.height >> 1;
  }

  /** Layers of solid ground at a place, 2 at least. Plains near the water, hills inland, bays between. */
  heightAt(x: number, z: number): number {
    const { height, seed } = this.ground;
    const broad = layered(seed, x / 130, z / 130, 4);
    const rough = Math.max(0, layered(seed + 7, x / 70, z / 70, 3) - 0.05);
    const fine = layered(seed + 13, x / 19, z / 19, 2);
    const rise = broad > 0 ? broad * 14 + rough * broad * 70 : broad * 18;
    const share = height / 64;
    const top = this.sea + 1.6 + rise * share + fine * 1.2;
    return Math.max(2, Math.min(height - 9, Math.floor(top)));
  }

  isBeach(x: number, z: number, top: number): boolean {
    return top <= this.sea + 1 && layered(this.ground.seed + 23, x / 40, z / 40, 2) > -0.35;
  }

  /** How much grows around a place, 0 to 1. */
  growthAt(x: number, z: number): number {
    return (layered(this.ground.seed + 31, x / 60, z / 60, 2) + 1) / 2;
  }

  /** The tree that stands in a square of seven blocks, if any: where, how high its trunk is, and how high its ground. */
  treeIn(squareX: number, squareZ: number): { x: number; z: number; trunk: number; top: number } | null {
    const { length, seed, width } = this.ground;
    const luck = chance(seed + 41, squareX, 1, squareZ);
    const x = squareX * SQUARE + 1 + Math.floor(chance(seed + 41, squareX, 2, squareZ) * 5);
    const z = squareZ * SQUARE + 1 + Math.floor(chance(seed + 41, squareX, 3, squareZ) * 5);
    if (x < 2 || z < 2 || x >= width - 2 || z >= length - 2) return null;
    const growth = this.growthAt(x, z);
    if (luck > growth ** 3 * 2.2) return null;
    const top = this.heightAt(x, z);
    if (top <= this.sea + 1) return null;
    return { x, z, top, trunk: 4 + Math.floor(chance(seed + 41, squareX, 4, squareZ) * 3) };
  }
}

export const SQUARE = 7;
