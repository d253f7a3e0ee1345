import type { Terrain } from '../../files/terrain.ts';
import { type TileData, TileFlag } from '../../files/tile-data.ts';
import type { Ground, Obstacle } from './obstacles.ts';

/** Height of a person, in z units. */
export const PERSON_HEIGHT = 16;

/** How far a foot is lifted, in z units. */
export const STEP_HEIGHT = 2;

/** Who moves. What is left out is false. */
export interface Mover {
  /** Room it needs above its feet, in z units: 16 for a person. */
  readonly height: number;
  /** A player's mobile passes between two obstacles only when both leave room; a creature squeezes by one. */
  readonly isPlayer: boolean;
  /** Water carries it, too. */
  readonly swims?: boolean;
  /** It passes over things that tile data marks as ones to hover over. */
  readonly flies?: boolean;
  /** Closed doors do not stop the dead. */
  readonly ghost?: boolean;
  /** Field spells do not stop it: players outside Felucca rules. */
  readonly passesFields?: boolean;
}

const SOLID = TileFlag.impassable | TileFlag.surface;

/** The land of one tile, in z units. */
export interface Land {
  lowest: number;
  /** Where feet stand on it. */
  average: number;
  highest: number;
  /** No land at all: nothing to stand on, nothing to be buried in. */
  isVoid: boolean;
  /** Land on which the mover cannot stand: rock, or water for those who do not swim. */
  blocks: boolean;
}

export function newLand(): Land {
  return { lowest: 0, average: 0, highest: 0, isVoid: false, blocks: false };
}

/** Land graphics that stand for "no land here". Source: classic client rule. */
export function landIsVoid(graphic: number): boolean {
  return graphic === 0x002 || graphic === 0x1db || (graphic >= 0x1ae && graphic <= 0x1b5);
}

/**
 * Reads the corners of a tile's land: its own z and that of its neighbours to the east, south and south-east; past the
 * facet's edge the last row goes on. Feet stand at the middle of the flatter diagonal. Source: classic client rule.
 */
function readCorners(terrain: Terrain, x: number, y: number, out: Land): void {
  const east = x + 1 < terrain.width ? x + 1 : x;
  const south = y + 1 < terrain.height ? y + 1 : y;
  const top = terrain.landZ(x, y);
  const right = terrain.landZ(east, y);
  const left = terrain.landZ(x, south);
  const bottom = terrain.landZ(east, south);
  out.lowest = Math.min(top, right, left, bottom);
  out.highest = Math.max(top, right, left, bottom);
  // An arithmetic shift halves towards minus infinity, as the client does.
  out.average = Math.abs(top - bottom) > Math.abs(left - right) ? (left + right) >> 1 : (top + bottom) >> 1;
}

/** Reads the land of a tile, as it is for one who swims or does not, into `out`. */
export function readLand(ground: Ground, x: number, y: number, swims: boolean, out: Land): void {
  readCorners(ground.terrain, x, y, out);
  const graphic = ground.terrain.land(x, y);
  const flags = ground.tileData.landFlags(graphic);
  out.isVoid = landIsVoid(graphic);
  out.blocks = (flags & TileFlag.impassable) !== 0 && !(swims && (flags & TileFlag.wet) !== 0);
}

const corners = newLand();

/** The z at which feet stand on the land of a tile, whatever its kind. */
export function averageLandZ(terrain: Terrain, x: number, y: number): number {
  readCorners(terrain, x, y, corners);
  return corners.average;
}

/** Where feet stand on an item, above its z: half way up what is climbed (stairs, ramps), else on top. */
export function calcHeight(flags: number, height: number): number {
  return (flags & TileFlag.bridge) !== 0 ? height >> 1 : height;
}

/** Can the mover stand on an item with these flags? */
export function carries(flags: number, swims: boolean): boolean {
  if ((flags & SOLID) === TileFlag.surface) return true;
  return swims && (flags & TileFlag.wet) !== 0;
}

/** Doors that older tile data does not mark as such. Source: classic client rule. */
function isDoorGraphic(graphic: number): boolean {
  return (
    graphic === 0x692 || graphic === 0x846 || graphic === 0x873 || graphic === 0x6f5 || graphic === 0x6f6
  );
}

function passesThrough(mover: Mover, thing: Obstacle, flags: number): boolean {
  if (mover.ghost === true) {
    if ((flags & TileFlag.door) !== 0 || thing.isDoor === true || isDoorGraphic(thing.graphic)) return true;
  }
  if (mover.passesFields === true && thing.isField === true) return true;
  return mover.flies === true && (flags & TileFlag.hoverOver) !== 0;
}

/**
 * Does nothing that is impassable or a surface reach into the room from `bottom` to `top`?
 * What a mover stands on ends at its feet and so leaves the room free.
 */
export function isClear(
  tileData: TileData,
  things: readonly Obstacle[],
  bottom: number,
  top: number,
  mover: Mover,
): boolean {
  for (let i = 0; i < things.length; i++) {
    const thing = things[i]!;
    if (thing.z >= top) continue;
    const flags = tileData.itemFlags(thing.graphic);
    if ((flags & SOLID) === 0) continue;
    if (thing.z + calcHeight(flags, tileData.itemHeight(thing.graphic)) <= bottom) continue;
    if (!passesThrough(mover, thing, flags)) return false;
  }
  return true;
}

/** Is an item under the land, so that nobody can stand on it? `top` is the end of the room above its feet. */
export function isBuried(land: Land, z: number, height: number, standing: number, top: number): boolean {
  if (land.isVoid || land.average <= standing || top <= land.lowest) return false;
  return z + Math.min(height, STEP_HEIGHT) < land.average;
}

/** What a mobile stands on. */
export interface Standing {
  /** The z of the thing itself, not of the feet. */
  bottom: number;
  /** Its full top, from which the next step may be taken; never below the feet. */
  top: number;
}

const landHere = newLand();

/**
 * Finds what a mobile with its feet at `z` stands on and writes it to `out`: of all surfaces that carry the mover and
 * whose standing height is not above its feet, the highest; of several equally high, the widest from bottom to top.
 * In mid air it stands on nothing: both are `z`. Source: classic server rule.
 */
export function standingSurface(
  ground: Ground,
  x: number,
  y: number,
  z: number,
  mover: Mover,
  out: Standing,
): void {
  const swims = mover.swims === true;
  let highest = Number.NEGATIVE_INFINITY;
  let bottom = z;
  let top = z;
  readLand(ground, x, y, swims, landHere);
  if (!landHere.isVoid && !landHere.blocks && landHere.average <= z) {
    highest = landHere.average;
    bottom = landHere.lowest;
    top = landHere.highest;
  }
  const { tileData } = ground;
  const statics = ground.terrain.statics(x, y);
  const obstacles = ground.obstacles.at(x, y);
  const count = statics.length + obstacles.length;
  for (let i = 0; i < count; i++) {
    const thing = i < statics.length ? statics[i]! : obstacles[i - statics.length]!;
    const flags = tileData.itemFlags(thing.graphic);
    if (!carries(flags, swims)) continue;
    const height = tileData.itemHeight(thing.graphic);
    const standing = thing.z + calcHeight(flags, height);
    if (standing > z || standing < highest) continue;
    if (standing > highest) {
      highest = standing;
      bottom = thing.z;
      top = thing.z + height;
    } else {
      bottom = Math.min(bottom, thing.z);
      top = Math.max(top, thing.z + height);
    }
  }
  out.bottom = bottom;
  out.top = Math.max(top, z);
}
