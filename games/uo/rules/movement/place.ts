import { TileFlag } from '../../files/tile-data.ts';
import { type Ground, isInside, type Obstacle } from './obstacles.ts';
import { enterTile } from './step.ts';
import { calcHeight, isBuried, isClear, type Mover, newLand, PERSON_HEIGHT, readLand } from './surfaces.ts';

/** One who comes from nowhere: every height is within reach, and there is nothing to leave. */
const ANYWHERE = { bottom: Number.NEGATIVE_INFINITY, top: Number.POSITIVE_INFINITY };

const person: Mover = { height: PERSON_HEIGHT, isPlayer: true };
const land = newLand();

/**
 * The z at which to place a mobile on a tile: of all surfaces with room above them the nearest to `zHint`, the lower of
 * two equally near. Null when nothing there carries it, or the tile lies outside the facet.
 */
export function standAt(
  ground: Ground,
  x: number,
  y: number,
  zHint: number,
  mover: Mover = person,
): number | null {
  if (!isInside(ground.terrain, x, y)) return null;
  return enterTile(ground, x, y, zHint, ANYWHERE, mover);
}

/**
 * Can a thing of this height lie at (x, y, z): does the land or a surface that is not under it carry it there, tables
 * too, and is the room above free? Heights are in z units; a flat thing needs one unit.
 */
export function canFit(ground: Ground, x: number, y: number, z: number, height: number): boolean {
  const { terrain, tileData, obstacles } = ground;
  if (!isInside(terrain, x, y)) return false;
  const top = z + Math.max(height, 1);
  readLand(ground, x, y, false, land);
  const statics = terrain.statics(x, y);
  const things = obstacles.at(x, y);
  const onLand = !land.isVoid && !land.blocks && land.average === z;
  if (!onLand && !isCarried(ground, statics, z, top) && !isCarried(ground, things, z, top)) return false;
  return isClear(tileData, statics, z, top, person) && isClear(tileData, things, z, top, person);
}

/**
 * The z at which a thing of this height comes to lie when put on a tile from no higher than `maxZ`: the highest place
 * that carries it and has room for it; null when there is none.
 */
export function layAt(ground: Ground, x: number, y: number, maxZ: number, height: number): number | null {
  const { terrain, obstacles } = ground;
  if (!isInside(terrain, x, y)) return null;
  readLand(ground, x, y, false, land);
  const onLand = land.average;
  let best = onLand <= maxZ && canFit(ground, x, y, onLand, height) ? onLand : null;
  best = highestPlace(ground, terrain.statics(x, y), x, y, maxZ, height, best);
  // A copy: canFit asks for the same tile, and may be given the same array filled anew.
  return highestPlace(ground, obstacles.at(x, y).slice(), x, y, maxZ, height, best);
}

function highestPlace(
  ground: Ground,
  things: readonly Obstacle[],
  x: number,
  y: number,
  maxZ: number,
  height: number,
  found: number | null,
): number | null {
  let best = found;
  for (const thing of things) {
    const top = surfaceTop(ground, thing);
    if (top > maxZ || (best !== null && top <= best)) continue;
    if (canFit(ground, x, y, top, height)) best = top;
  }
  return best;
}

/** Where things lie on an item; Infinity when nothing can. */
function surfaceTop({ tileData }: Ground, thing: Obstacle): number {
  const flags = tileData.itemFlags(thing.graphic);
  if ((flags & TileFlag.surface) === 0) return Number.POSITIVE_INFINITY;
  return thing.z + calcHeight(flags, tileData.itemHeight(thing.graphic));
}

function isCarried(ground: Ground, things: readonly Obstacle[], z: number, top: number): boolean {
  for (const thing of things) {
    if (surfaceTop(ground, thing) !== z) continue;
    if (!isBuried(land, thing.z, ground.tileData.itemHeight(thing.graphic), z, top)) return true;
  }
  return false;
}
