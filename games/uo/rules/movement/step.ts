import { TileFlag } from '../../files/tile-data.ts';
import { isDiagonal, offsetX, offsetY } from './direction.ts';
import { type Ground, isInside, type Obstacle } from './obstacles.ts';
import {
  calcHeight,
  carries,
  isBuried,
  isClear,
  type Land,
  type Mover,
  newLand,
  readLand,
  STEP_HEIGHT,
  type Standing,
  standingSurface,
} from './surfaces.ts';

/** A step of one tile that a mobile wishes to take. */
export interface Step extends Ground {
  /** The tile it leaves, and the z of its feet there. */
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** 0 north to 7 north-west; higher bits are ignored. */
  readonly direction: number;
  readonly mover: Mover;
}

/** What has to be known of a tile to look for a place to stand on it. */
interface Entry {
  readonly ground: Ground;
  readonly mover: Mover;
  readonly statics: readonly Obstacle[];
  readonly obstacles: readonly Obstacle[];
  readonly land: Land;
  readonly from: Standing;
  /** The z to be as near to as possible. */
  readonly z: number;
}

const NOWHERE = Number.NaN;
const left = { bottom: 0, top: 0 };
const entered = newLand();

/**
 * The z of the feet after a step, or null when the mobile cannot take it. There is no limit to how deep one may step
 * down. Mobiles in the way, stamina and pace are other rules. Source: classic server rule, as the client expects it.
 */
export function checkStep(step: Step): number | null {
  const { terrain, x, y, z, direction, mover } = step;
  const toX = x + offsetX(direction);
  const toY = y + offsetY(direction);
  if (!isInside(terrain, x, y) || !isInside(terrain, toX, toY)) return null;
  standingSurface(step, x, y, z, mover, left);
  const to = enterTile(step, toX, toY, z, left, mover);
  if (to === null || !isDiagonal(direction)) return to;
  const besideX = enterTile(step, toX, y, z, left, mover) !== null;
  if (mover.isPlayer && !besideX) return null;
  if (!mover.isPlayer && besideX) return to;
  return enterTile(step, x, toY, z, left, mover) === null ? null : to;
}

/**
 * Where feet stand that come to a tile from the surface `from` at the height `z`: of all places within reach and with
 * room above them the nearest to `z`, the lower of two equally near; null when there is none.
 */
export function enterTile(
  ground: Ground,
  x: number,
  y: number,
  z: number,
  from: Standing,
  mover: Mover,
): number | null {
  readLand(ground, x, y, mover.swims === true, entered);
  const statics = ground.terrain.statics(x, y);
  const obstacles = ground.obstacles.at(x, y);
  const entry: Entry = { ground, mover, statics, obstacles, land: entered, from, z };
  let best = landPlace(entry);
  best = nearestPlace(entry, statics, best);
  best = nearestPlace(entry, obstacles, best);
  return Number.isNaN(best) ? null : best;
}

function landPlace(entry: Entry): number {
  const { land, from } = entry;
  if (land.isVoid || land.blocks || land.lowest > from.top + STEP_HEIGHT) return NOWHERE;
  return hasRoom(entry, land.average) ? land.average : NOWHERE;
}

function nearestPlace(entry: Entry, things: readonly Obstacle[], found: number): number {
  const { ground, mover, from, z } = entry;
  const { tileData } = ground;
  const swims = mover.swims === true;
  let best = found;
  for (let i = 0; i < things.length; i++) {
    const thing = things[i]!;
    const flags = tileData.itemFlags(thing.graphic);
    if (!carries(flags, swims)) continue;
    const height = tileData.itemHeight(thing.graphic);
    const standing = thing.z + calcHeight(flags, height);
    if (!isNearer(z, standing, best)) continue;
    // What is climbed is entered at its foot; anything else must be stepped onto at its top.
    const reach = (flags & TileFlag.bridge) !== 0 ? thing.z : standing;
    if (reach > from.top + STEP_HEIGHT) continue;
    if (isBuried(entry.land, thing.z, height, standing, roomTop(entry, standing))) continue;
    if (hasRoom(entry, standing)) best = standing;
  }
  return best;
}

function isNearer(z: number, standing: number, best: number): boolean {
  if (Number.isNaN(best)) return true;
  const difference = Math.abs(standing - z) - Math.abs(best - z);
  return difference < 0 || (difference === 0 && standing < best);
}

/** A mover that steps down needs room to leave its own surface, not only to stand on the lower one. */
function roomTop(entry: Entry, standing: number): number {
  return Math.max(entry.from.bottom, standing) + entry.mover.height;
}

function hasRoom(entry: Entry, standing: number): boolean {
  const { ground, mover } = entry;
  const top = roomTop(entry, standing);
  return (
    isClear(ground.tileData, entry.statics, standing, top, mover) &&
    isClear(ground.tileData, entry.obstacles, standing, top, mover)
  );
}
