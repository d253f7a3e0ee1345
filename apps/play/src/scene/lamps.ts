import { type Ground, TileFlag } from '@gommog/uo/movement';
import type { WorldModel } from '../model/world-model.ts';
import { HALF, screenX, screenY, tileAt } from './projection.ts';
import type { LampAt } from './quads.ts';
import { grown, type Rect } from './rect.ts';
import type { Ceiling } from './roofs.ts';
import { isLitWindow, isWindow, WINDOW_LIGHT, WINDOW_REACH } from './windows.ts';

/** Pixels from a lamp at which its light ends. */
export const LAMP_REACH = 190;
/** Heights up to which a lamp lights fully what is above or below it, and over which that ends: roofs stay dark. */
const STOREY = 20;
/** What is so far above a lamp may be a ceiling. */
const HEAD = 10;
/** Tiles beyond a part of the scene in which a lamp may stand that lights it: its reach, and what height lifts. */
const TILES_AROUND = 14;

interface Lamp {
  readonly x: number;
  /** As if it stood at height 0. */
  readonly y: number;
  readonly z: number;
  /** Light close by, 0 to 1, and pixels at which it ends. */
  readonly strength: number;
  readonly reach: number;
  /** Heights above and below that it lights fully. */
  readonly full: number;
}

/** Says how much light of lamps and windows falls on points of a part of the scene. Lamps under a roof that is seen light nothing. */
export function lampsAround(world: WorldModel, ground: Ground, ceiling: Ceiling, part: Rect): LampAt {
  const { terrain, tileData } = ground;
  const lamps: Lamp[] = [];
  const wide = grown(part, LAMP_REACH);
  const add = (x: number, y: number, z: number): void => {
    const [px, py] = [screenX(x, y), screenY(x, y, z)];
    if (px < wide.left || px > wide.right || py < wide.top || py > wide.bottom) return;
    if (isUnderRoof(ground, ceiling, x, y, z)) return;
    lamps.push({ x: px, y: screenY(x, y, 0) + HALF, z, strength: 1, reach: LAMP_REACH, full: STOREY });
  };
  /** Its light falls outwards, under its roof as well, and stays on its storey. */
  const addWindow = (x: number, y: number, z: number): void => {
    if (z >= ceiling.z) return;
    const foot = screenY(x, y, 0) + HALF;
    lamps.push({ x: screenX(x, y), y: foot, z, strength: WINDOW_LIGHT, reach: WINDOW_REACH, full: 0 });
  };
  for (const { light, x, y, z } of world.ground.values()) if (light !== 0) add(x, y, z);
  const corners = [
    tileAt(part.left, part.top, 0),
    tileAt(part.right, part.top, 0),
    tileAt(part.left, part.bottom, 0),
    tileAt(part.right, part.bottom, 0),
  ];
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const lastX = Math.min(terrain.width - 1, Math.max(...xs) + TILES_AROUND);
  const lastY = Math.min(terrain.height - 1, Math.max(...ys) + TILES_AROUND);
  for (let y = Math.max(0, Math.min(...ys) - TILES_AROUND); y <= lastY; y++) {
    for (let x = Math.max(0, Math.min(...xs) - TILES_AROUND); x <= lastX; x++) {
      for (const { graphic, z } of terrain.statics(x, y)) {
        const flags = tileData.itemFlags(graphic);
        if ((flags & TileFlag.lightSource) === 0) continue;
        if (!isWindow(flags)) add(x, y, z);
        else if (isLitWindow(graphic, flags, x, y, z)) addWindow(x, y, z);
      }
    }
  }
  if (lamps.length === 0) return () => 0;
  return (x, y, z) => {
    let light = 0;
    for (const lamp of lamps) {
      const near = 1 - Math.hypot(x - lamp.x, (y - lamp.y) * 1.4) / lamp.reach;
      if (near <= 0) continue;
      const level = 1 - (Math.abs(z - lamp.z) - lamp.full) / STOREY;
      light += lamp.strength * near * Math.min(1, Math.max(0, level));
    }
    return Math.min(1, light);
  };
}

/** Is there a floor or a roof over a place that is drawn, so that nobody looks in? */
function isUnderRoof(
  { terrain, tileData }: Ground,
  ceiling: Ceiling,
  x: number,
  y: number,
  z: number,
): boolean {
  return terrain.statics(x, y).some(({ graphic, z: bottom }) => {
    if (bottom < z + HEAD || bottom >= ceiling.z) return false;
    const flags = tileData.itemFlags(graphic);
    if ((flags & TileFlag.roof) !== 0) return !ceiling.hidesRoofs;
    return (flags & TileFlag.surface) !== 0 && (flags & TileFlag.foliage) === 0;
  });
}
