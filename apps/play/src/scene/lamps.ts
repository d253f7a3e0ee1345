import { type Ground, TileFlag } from '@gommog/uo/movement';
import type { WorldModel } from '../model/world-model.ts';
import { screenX, screenY, tileAt } from './projection.ts';
import type { LampAt } from './quads.ts';
import type { Rect } from './rect.ts';
import { grown } from './rect.ts';

/** Pixels from a lamp at which its light ends. */
export const LAMP_REACH = 190;
/** Pixels from the foot of a lamp up to its flame, about. */
const FLAME = 30;
/** Tiles beyond a part of the scene in which a lamp may stand that lights it: its reach, and what height lifts. */
const TILES_AROUND = 14;

interface Lamp {
  readonly x: number;
  readonly y: number;
}

/** Says how much light of lamps falls on points of a part of the scene. */
export function lampsAround(world: WorldModel, { terrain, tileData }: Ground, part: Rect): LampAt {
  const lamps: Lamp[] = [];
  const wide = grown(part, LAMP_REACH);
  const add = (x: number, y: number, z: number): void => {
    const lamp = { x: screenX(x, y), y: screenY(x, y, z) - FLAME };
    if (lamp.x > wide.left && lamp.x < wide.right && lamp.y > wide.top && lamp.y < wide.bottom)
      lamps.push(lamp);
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
      for (const { graphic, z } of terrain.statics(x, y))
        if ((tileData.itemFlags(graphic) & TileFlag.lightSource) !== 0) add(x, y, z);
    }
  }
  if (lamps.length === 0) return () => 0;
  return (x, y) => {
    let light = 0;
    for (const lamp of lamps) {
      const far = Math.hypot(x - lamp.x, (y - lamp.y) * 1.4) / LAMP_REACH;
      if (far < 1) light += 1 - far;
    }
    return Math.min(1, light);
  };
}
