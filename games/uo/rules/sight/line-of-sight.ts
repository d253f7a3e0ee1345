import { TileFlag } from '../../files/tile-data.ts';
import { type Ground, isInside, type Obstacle } from '../movement/obstacles.ts';
import { landIsVoid } from '../movement/surfaces.ts';

/** Height of the eyes of a standing mobile above its feet, in z units. Source: classic server rule. */
export const EYE_HEIGHT = 14;

/** Where a standing mobile is aimed at, above its feet, in z units. Source: classic server rule. */
export const BODY_HEIGHT = 10;

/** Nobody sees farther than this, in tiles. It also bounds the work of one look. */
export const MAX_SIGHT_TILES = 25;

/** Land may rise this far above the line without hiding what is behind: what lies on a bumpy slope stays visible. */
const LAND_TOLERANCE = 2;

const OPAQUE = TileFlag.noShoot | TileFlag.window | TileFlag.roof;

/** An end of a line of sight: the middle of a tile, and an exact height in z units. */
export interface SightPoint {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** The height at which a thing on the ground is aimed at: the middle of it, and never in the floor it lies on. */
export function aimAtThing(z: number, height: number): number {
  return z + height / 2 + 1;
}

/**
 * Is the straight line between two points free?
 *
 * Walls, closed doors and floors (tile data: no shoot), windows and roofs hide what is behind them; so does land where
 * the line enters or leaves the ground. Half walls, fences, trees and mobiles hide nothing. What contains an end of the
 * line is itself looked at, or looked out of, and does not hide it. Seen from either end the answer is the same.
 * Source: classic server rule; that two things which touch only at a corner close the gap between them is ours.
 */
export function lineOfSight(
  ground: Ground,
  from: SightPoint,
  to: SightPoint,
  maxTiles: number = MAX_SIGHT_TILES,
): boolean {
  const { terrain } = ground;
  if (Math.abs(to.x - from.x) > maxTiles || Math.abs(to.y - from.y) > maxTiles) return false;
  if (!isInside(terrain, from.x, from.y) || !isInside(terrain, to.x, to.y)) return false;
  // One and the same way through the tiles for both directions: rounding must not make a difference.
  return isBefore(from, to) ? traceLine(ground, from, to) : traceLine(ground, to, from);
}

function isBefore(a: SightPoint, b: SightPoint): boolean {
  if (a.x !== b.x) return a.x < b.x;
  if (a.y !== b.y) return a.y < b.y;
  return a.z <= b.z;
}

/** Goes from tile to tile. The line is measured by `part`: 0 at its beginning, 1 at its end. */
function traceLine(ground: Ground, from: SightPoint, to: SightPoint): boolean {
  const countX = Math.abs(to.x - from.x);
  const countY = Math.abs(to.y - from.y);
  const signX = Math.sign(to.x - from.x);
  const signY = Math.sign(to.y - from.y);
  const rise = to.z - from.z;
  let doneX = 0;
  let doneY = 0;
  let partIn = 0;
  while (doneX < countX || doneY < countY) {
    const x = from.x + doneX * signX;
    const y = from.y + doneY * signY;
    // The next borders lie at (2 done + 1) / (2 count); compared as whole numbers, so that corners are met exactly.
    const atX = (2 * doneX + 1) * countY;
    const atY = (2 * doneY + 1) * countX;
    const crossX = countY === 0 || (countX !== 0 && atX <= atY);
    const crossY = countX === 0 || (countY !== 0 && atY <= atX);
    const partOut = crossX ? (2 * doneX + 1) / (2 * countX) : (2 * doneY + 1) / (2 * countY);
    if (isHidden(ground, x, y, from, to, partIn, partOut)) return false;
    if (crossX && crossY && isCornerClosed(ground, x, y, signX, signY, from.z + rise * partOut)) return false;
    if (crossX) doneX++;
    if (crossY) doneY++;
    partIn = partOut;
  }
  return !isHidden(ground, to.x, to.y, from, to, partIn, 1);
}

/** Does the tile hide the part of the line that lies in it? */
function isHidden(
  ground: Ground,
  x: number,
  y: number,
  from: SightPoint,
  to: SightPoint,
  partIn: number,
  partOut: number,
): boolean {
  const rise = to.z - from.z;
  const zIn = from.z + rise * partIn;
  const zOut = from.z + rise * partOut;
  const start = x === from.x && y === from.y ? from.z : Number.NaN;
  const end = x === to.x && y === to.y ? to.z : Number.NaN;
  if (isObstructed(ground, ground.terrain.statics(x, y), zIn, zOut, start, end)) return true;
  if (isObstructed(ground, ground.obstacles.at(x, y), zIn, zOut, start, end)) return true;
  if (!Number.isNaN(start) || !Number.isNaN(end)) return false;
  return (
    isUnderLand(ground, x, y, from, to, partIn, zIn) !== isUnderLand(ground, x, y, from, to, partOut, zOut)
  );
}

/** `start` and `end` are the heights of the line's ends when they lie in this tile, else NaN: inside of nothing. */
function isObstructed(
  { tileData }: Ground,
  things: readonly Obstacle[],
  zIn: number,
  zOut: number,
  start: number,
  end: number,
): boolean {
  for (let i = 0; i < things.length; i++) {
    const { graphic, z } = things[i]!;
    if ((tileData.itemFlags(graphic) & OPAQUE) === 0) continue;
    const top = z + tileData.itemHeight(graphic);
    if (!isHit(z, top, zIn, zOut)) continue;
    if ((start >= z && start <= top) || (end >= z && end <= top)) continue;
    return true;
  }
  return false;
}

/** Does the line, at a tile from `zIn` to `zOut`, meet what reaches there from `z` to `top`? */
function isHit(z: number, top: number, zIn: number, zOut: number): boolean {
  if (zIn === zOut) return z <= zIn && zIn < top;
  // A floor is as thin as a border of tiles: a line that passes both at once must meet the floor on one side of it.
  if (z === top) return zIn < zOut ? zIn < z && z <= zOut : zOut <= z && z < zIn;
  return z < Math.max(zIn, zOut) && top > Math.min(zIn, zOut);
}

/** Do the two tiles on either side of a corner that the line passes both reach to its height? */
function isCornerClosed(
  ground: Ground,
  x: number,
  y: number,
  signX: number,
  signY: number,
  z: number,
): boolean {
  return blocksHeight(ground, x + signX, y, z) && blocksHeight(ground, x, y + signY, z);
}

function blocksHeight(ground: Ground, x: number, y: number, z: number): boolean {
  const { terrain, obstacles } = ground;
  return (
    isObstructed(ground, terrain.statics(x, y), z, z, Number.NaN, Number.NaN) ||
    isObstructed(ground, obstacles.at(x, y), z, z, Number.NaN, Number.NaN)
  );
}

/** Is the line, at a border of this tile, under the tile's land? Without land nothing is. */
function isUnderLand(
  { terrain }: Ground,
  x: number,
  y: number,
  from: SightPoint,
  to: SightPoint,
  part: number,
  z: number,
): boolean {
  if (landIsVoid(terrain.land(x, y))) return false;
  const east = Math.min(x + 1, terrain.width - 1);
  const south = Math.min(y + 1, terrain.height - 1);
  // How far the point lies from the tile's north-west corner, in tiles.
  const eastward = from.x + 0.5 + (to.x - from.x) * part - x;
  const southward = from.y + 0.5 + (to.y - from.y) * part - y;
  const north = mix(terrain.landZ(x, y), terrain.landZ(east, y), eastward);
  const southern = mix(terrain.landZ(x, south), terrain.landZ(east, south), eastward);
  return z + LAND_TOLERANCE < mix(north, southern, southward);
}

function mix(a: number, b: number, part: number): number {
  return a + (b - a) * part;
}
