import type { Context } from '../context.ts';
import { Decay } from './item.ts';
import { destroyItem } from './move-item.ts';

/** What lies about for too long ceases to be, with all that is in it. */
export function onDecayDue(ctx: Context, item: number): void {
  const placement = ctx.world.placement(item);
  if (placement === undefined || placement.parent !== 0) {
    ctx.world.remove(item, Decay);
    return;
  }
  destroyItem(ctx, item);
}
