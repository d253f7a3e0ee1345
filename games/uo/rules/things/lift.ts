import type { Context } from '../context.ts';
import type { LiftRefused } from '../events.ts';
import type { Lift } from '../intents.ts';
import { isStaff } from '../staff/access.ts';
import { isJailed } from '../staff/jailed.ts';
import { boxAround, mayTouch, offerChanged } from '../trade/trade-box.ts';
import { itemWhere } from '../where.ts';
import { Item, Layer, Origin } from './item.ts';
import { moveToLayer } from './move-item.ts';
import { isBodyPart, isGhost, isOthers, outOfReach } from './reach.ts';
import { splitOff } from './stack.ts';
import { heldBy } from './worn.ts';

/** Takes an item, or a part of a stack, into the hand at the mouse cursor. */
export function lift(ctx: Context, intent: Lift): void {
  const { mobile, item } = intent;
  const reason = whyNot(ctx, mobile, item);
  if (reason !== null) {
    ctx.emit({ kind: 'lift-refused', mobile, item, reason });
    return;
  }
  const { world } = ctx;
  const box = boxAround(world, item);
  const origin = itemWhere(world, item);
  const { amount } = world.require(item, Item);
  const wanted = Math.min(Math.max(1, intent.amount), amount);
  if (wanted < amount) splitOff(ctx, item, wanted);
  world.set(item, Origin, origin);
  moveToLayer(ctx, item, mobile, Layer.held);
  if (box !== 0) offerChanged(ctx, box);
  ctx.emit({ kind: 'status-changed', mobile });
}

function whyNot(ctx: Context, mobile: number, item: number): LiftRefused['reason'] | null {
  const { world } = ctx;
  const state = world.get(item, Item);
  if (state === undefined || world.placement(item) === undefined || isGhost(ctx, mobile)) return 0;
  if (isJailed(ctx, mobile)) return 0;
  if (heldBy(world, mobile) !== 0) return 4;
  const reach = outOfReach(ctx, mobile, item);
  if (reach !== null) return reach === 'too-far' ? 1 : 2;
  const box = boxAround(world, item);
  if (box === item) return 0;
  if (box !== 0) return mayTouch(world, mobile, box) ? null : 3;
  if (isOthers(ctx, mobile, item)) return 3;
  if (isBodyPart(ctx, item)) return 0;
  return state.fixed && !isStaff(ctx, mobile) ? 0 : null;
}
