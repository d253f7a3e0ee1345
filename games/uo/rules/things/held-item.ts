import type { Context } from '../context.ts';
import { isItem, isMobile } from '../kinds.ts';
import { canFitAt } from '../movement/ground.ts';
import { boxAround, mayTouch, offerChanged } from '../trade/trade-box.ts';
import { findRoom } from './container.ts';
import { Item, Layer, Origin } from './item.ts';
import { giveItem } from './make-item.ts';
import { moveToContainer, moveToGround, moveToLayer } from './move-item.ts';
import { isOthers } from './reach.ts';
import { heldBy, wornOn } from './worn.ts';

/**
 * Puts the item in a person's hand back where it came from; if that place is gone or taken, into the backpack, and if that is
 * full, to the feet. Nothing is ever lost in a hand.
 */
export function returnHeldItem(ctx: Context, mobile: number): void {
  const { world } = ctx;
  const item = heldBy(world, mobile);
  if (item === 0) return;
  const origin = world.get(item, Origin);
  if (origin !== undefined) {
    const { parent, facet, x, y, z, slot } = origin;
    world.remove(item, Origin);
    if (parent === 0) {
      if (world.sectors.contains(facet, x, y) && canFitAt(ctx, facet, x, y, z)) {
        moveToGround(ctx, item, facet, x, y, z);
        return;
      }
    } else if (isMobile(parent)) {
      if (parent === mobile && slot !== Layer.held && wornOn(world, mobile, slot) === 0) {
        moveToLayer(ctx, item, mobile, slot);
        return;
      }
    } else if (
      isItem(parent) &&
      mayReturnTo(ctx, mobile, parent) &&
      !world.closureOf(item).includes(parent)
    ) {
      const room = findRoom(ctx, parent, item, { x, y, grid: slot });
      if (room !== null) {
        moveToContainer(ctx, item, parent, room.x, room.y, room.grid);
        const box = boxAround(world, parent);
        if (box !== 0) offerChanged(ctx, box);
        return;
      }
    }
  }
  giveItem(ctx, mobile, item);
}

/** Is a container still there, and not somebody else's or agreed away meanwhile? */
function mayReturnTo(ctx: Context, mobile: number, container: number): boolean {
  const { world } = ctx;
  if (!world.has(container, Item)) return false;
  const box = boxAround(world, container);
  return box === 0 ? !isOthers(ctx, mobile, container) : mayTouch(world, mobile, box);
}
