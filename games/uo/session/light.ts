import type { Context } from '../rules/context.ts';
import { Item, Light } from '../rules/things/item.ts';

/** A round light in the client's light file: of what burns without a template. */
const LIGHT_CIRCLE = 1;

/** Number of the light that an item gives, 0 for none. */
export function lightOf({ content, world }: Context, item: number): number {
  if (!world.get(item, Light)?.lit) return 0;
  return content.items.byNumber(world.require(item, Item).template)?.light?.id ?? LIGHT_CIRCLE;
}
