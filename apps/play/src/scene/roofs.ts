import { type Ground, TileFlag } from '@gommog/uo/movement';
import type { Spot } from '../model/mobile-model.ts';

/** Nothing is this high. */
export const NO_CEILING = 1_000;
/** Room that a person takes, in z units: what is above it may be a ceiling. */
const HEAD = 14;

/** From which height on nothing is drawn, and whether roofs are taken away altogether. */
export interface Ceiling {
  readonly z: number;
  readonly hidesRoofs: boolean;
}

/**
 * The height from which on nothing is drawn, because it would hide the person: the lowest ceiling over its head; and whether
 * roofs are taken away altogether. Source: classic client rule.
 */
export function ceilingOver({ terrain, tileData }: Ground, { x, y, z }: Spot): Ceiling {
  let ceiling = NO_CEILING;
  let hidesRoofs = false;
  for (const along of [0, 1]) {
    if (x + along >= terrain.width || y + along >= terrain.height) continue;
    for (const { graphic, z: bottom } of terrain.statics(x + along, y + along)) {
      const flags = tileData.itemFlags(graphic);
      const isRoof = (flags & TileFlag.roof) !== 0;
      if (bottom < z + HEAD) continue;
      if (isRoof) hidesRoofs = true;
      // Leaves hang over a head and are no ceiling; only what is right above counts as a floor.
      const isFloor = (flags & (TileFlag.surface | TileFlag.roof)) !== 0 && (flags & TileFlag.foliage) === 0;
      if (isFloor && (along === 0 || isRoof)) ceiling = Math.min(ceiling, bottom);
    }
  }
  return { z: ceiling, hidesRoofs };
}
