import type { World } from '@gommog/core';
import { Layer } from '../rules/things/item.ts';

/** What others see a mobile wear; of several items on one layer (there should be none) one. */
export function clothesOf(world: World, mobile: number): number[] {
  const items: number[] = [];
  let layers = 0;
  world.holders.each(mobile, (item) => {
    const { slot } = world.placement(item)!;
    if (slot === Layer.held || slot > Layer.mount || (layers & (1 << slot)) !== 0) return;
    layers |= 1 << slot;
    items.push(item);
  });
  return items;
}
