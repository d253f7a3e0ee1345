import type { World } from '@gommog/core';
import { Layer } from './item.ts';

/** The item a mobile has on a layer, 0 for none. */
export function wornOn(world: World, mobile: number, layer: number): number {
  let found = 0;
  world.holders.each(mobile, (item) => {
    if (world.placement(item)!.slot === layer) found = item;
  });
  return found;
}

/** The item in a person's hand at the mouse cursor, 0 for none. */
export function heldBy(world: World, mobile: number): number {
  return wornOn(world, mobile, Layer.held);
}
