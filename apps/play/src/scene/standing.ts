import { type Ground, TileFlag } from '@gommog/uo/movement';
import type { WorldModel } from '../model/world-model.ts';
import type { Picture } from './art-book.ts';
import type { Ceiling } from './roofs.ts';

/** A static or an item on the ground, as it stands on its tile. */
export interface Standing {
  /** 0 for statics. */
  readonly serial: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly graphic: number;
  readonly hue: number;
  readonly flags: number;
  /** Among things of one height: flat ones first. */
  readonly order: number;
}

/** What stands on a tile and is not above the ceiling, in the order in which it is painted. */
export function standingAt(
  world: WorldModel,
  { terrain, tileData }: Ground,
  ceiling: Ceiling,
  x: number,
  y: number,
): readonly Standing[] {
  const statics = terrain.statics(x, y);
  const items = world.itemsAt(x, y);
  if (statics.length === 0 && items.length === 0) return NOTHING;
  const found: Standing[] = [];
  for (const { graphic, hue, z } of statics) {
    const flags = tileData.itemFlags(graphic);
    if (z >= ceiling.z || (ceiling.hidesRoofs && (flags & TileFlag.roof) !== 0)) continue;
    const order = orderOf(flags, tileData.itemHeight(graphic));
    found.push({ serial: 0, x, y, z, graphic, hue, flags, order });
  }
  for (const { graphic, hue, serial, z } of items) {
    if (z >= ceiling.z) continue;
    const flags = tileData.itemFlags(graphic);
    const order = orderOf(flags, tileData.itemHeight(graphic)) + 1;
    found.push({ serial, x, y, z, graphic, hue, flags, order });
  }
  return found.length > 1 ? found.sort((a, b) => a.z - b.z || a.order - b.order) : found;
}

const NOTHING: readonly Standing[] = [];

function orderOf(flags: number, height: number): number {
  return ((flags & TileFlag.background) === 0 ? 1 : 0) + (height > 0 ? 1 : 0);
}

/** Tells a standing thing from all others. */
export function nameOf({ graphic, serial, x, y, z }: Standing): string {
  return `${serial}/${graphic}/${x}/${y}/${z}`;
}

/** What a click may mean: what is drawn at a point, with where it is. */
export interface Pickable {
  /** 0 for land and statics. */
  readonly serial: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** Graphic of an item or a static, 0 for land. */
  readonly graphic: number;
  readonly picture: Picture;
  readonly left: number;
  readonly top: number;
  readonly mirrored: boolean;
}
