import type { StaticTile, Terrain } from '../../files/terrain.ts';
import { type TileData, TileFlag } from '../../files/tile-data.ts';
import type { Ground, Obstacle } from './obstacles.ts';

/** Land graphics of the scenes. */
export const GRASS = 0x003;
export const VOID = 0x1db;
export const ROCK = 0x0e0;
export const WATER = 0x0a8;

/** Item graphics of the scenes. Those of the doors and of the field are real ones. */
export const Graphic = {
  wall: 0x1000,
  halfWall: 0x1001,
  window: 0x1002,
  floor: 0x1003,
  plank: 0x1004,
  stair: 0x1005,
  block: 0x1006,
  table: 0x1007,
  roof: 0x1008,
  sea: 0x1009,
  hedge: 0x100a,
  flower: 0x100b,
  tallStair: 0x100c,
  door: 0x06a5,
  openDoor: 0x06a6,
  oldDoor: 0x0692,
  field: 0x0082,
} as const;

const { impassable, surface, bridge, noShoot, wall, wet } = TileFlag;

const ITEMS = new Map<number, { flags: number; height: number }>([
  [Graphic.wall, { flags: wall | impassable | noShoot, height: 20 }],
  [Graphic.halfWall, { flags: wall | impassable, height: 10 }],
  [Graphic.window, { flags: wall | impassable | TileFlag.window, height: 20 }],
  [Graphic.floor, { flags: surface | noShoot, height: 0 }],
  [Graphic.plank, { flags: surface, height: 3 }],
  [Graphic.stair, { flags: surface | bridge | noShoot, height: 5 }],
  [Graphic.block, { flags: surface | noShoot, height: 5 }],
  [Graphic.table, { flags: surface | impassable, height: 6 }],
  [Graphic.roof, { flags: TileFlag.roof, height: 3 }],
  [Graphic.sea, { flags: wet | impassable, height: 0 }],
  [Graphic.hedge, { flags: impassable | TileFlag.hoverOver, height: 8 }],
  [Graphic.flower, { flags: 0, height: 5 }],
  [Graphic.tallStair, { flags: surface | bridge, height: 20 }],
  [Graphic.door, { flags: impassable | noShoot | TileFlag.door, height: 20 }],
  [Graphic.openDoor, { flags: TileFlag.door, height: 20 }],
  [Graphic.oldDoor, { flags: impassable | noShoot, height: 20 }],
  [Graphic.field, { flags: impassable, height: 16 }],
]);

const LAND = new Map<number, number>([
  [ROCK, impassable],
  [WATER, impassable | wet],
]);

/** Tile data of a handful of graphics. */
export const sceneTileData: TileData = {
  landFlags: (id) => LAND.get(id) ?? 0,
  landName: () => '',
  itemFlags: (id) => ITEMS.get(id)?.flags ?? 0,
  itemHeight: (id) => ITEMS.get(id)?.height ?? 0,
  itemWeight: () => 0,
  itemLayer: () => 0,
  itemName: () => '',
  itemAnimation: () => 0,
};

const NONE: readonly never[] = [];

/** A small facet for tests, to be built tile by tile. It begins as flat grass at 0. */
export class Scene implements Ground {
  readonly tileData: TileData = sceneTileData;
  readonly terrain: Terrain;
  readonly obstacles: { at(x: number, y: number): readonly Obstacle[] };
  readonly #width: number;
  readonly #land: Uint16Array;
  readonly #landZ: Int8Array;
  readonly #statics = new Map<number, StaticTile[]>();
  readonly #things = new Map<number, Obstacle[]>();

  constructor(width = 16, height = 16) {
    this.#width = width;
    this.#land = new Uint16Array(width * height).fill(GRASS);
    this.#landZ = new Int8Array(width * height);
    this.terrain = {
      width,
      height,
      land: (x, y) => this.#land[this.#index(x, y)]!,
      landZ: (x, y) => this.#landZ[this.#index(x, y)]!,
      statics: (x, y) => this.#statics.get(this.#index(x, y)) ?? NONE,
    };
    this.obstacles = { at: (x, y) => this.#things.get(this.#index(x, y)) ?? NONE };
  }

  /** Sets the z of the land's north-west corner of a tile, and what land it is. */
  land(x: number, y: number, z: number, graphic: number = GRASS): this {
    this.#land[this.#index(x, y)] = graphic;
    this.#landZ[this.#index(x, y)] = z;
    return this;
  }

  /** Sets the land of the whole facet. */
  fill(z: (x: number, y: number) => number, graphic: number = GRASS): this {
    for (let y = 0; y < this.terrain.height; y++) {
      for (let x = 0; x < this.#width; x++) this.land(x, y, z(x, y), graphic);
    }
    return this;
  }

  static(x: number, y: number, z: number, graphic: number): this {
    const index = this.#index(x, y);
    const tiles = [...(this.#statics.get(index) ?? []), { graphic, z, hue: 0 }];
    this.#statics.set(
      index,
      tiles.sort((a, b) => a.z - b.z),
    );
    return this;
  }

  thing(x: number, y: number, obstacle: Obstacle): this {
    const index = this.#index(x, y);
    this.#things.set(index, [...(this.#things.get(index) ?? []), obstacle]);
    return this;
  }

  /** Takes away what the world has put on a tile. */
  clear(x: number, y: number): this {
    this.#things.delete(this.#index(x, y));
    return this;
  }

  #index(x: number, y: number): number {
    // A read past the edge is a defect of the rule under test, not of the scene.
    if (x < 0 || y < 0 || x >= this.#width || y * this.#width >= this.#land.length) {
      throw new RangeError(`no tile ${x}, ${y}`);
    }
    return y * this.#width + x;
  }
}
