import type { Context } from '../context.ts';
import { isMobile } from '../kinds.ts';
import { Mobile } from '../mobiles/mobile.ts';
import { canSeeTile } from '../sight/eyes.ts';
import { isStaff } from '../staff/access.ts';
import { boxAround } from '../trade/trade-box.ts';
import { distance, placeOf } from '../where.ts';
import { Layer } from './item.ts';

/** Why a person's hand does not reach a thing; null when it does. What it carries itself it always reaches. */
export function outOfReach(ctx: Context, mobile: number, target: number): 'too-far' | 'out-of-sight' | null {
  const root = ctx.world.rootOf(target);
  if (root === mobile || isStaff(ctx, mobile)) return null;
  const here = placeOf(ctx.world, mobile);
  const there = placeOf(ctx.world, target);
  if (here === null || there === null || distance(here, there) > ctx.ruleset.reachTiles) return 'too-far';
  return canSeeTile(ctx, mobile, there) ? null : 'out-of-sight';
}

/**
 * May a person take or open what somebody else has? Only its own and what lies about: another's backpack, bank and clothes
 * are not its to touch. What is being traded is nobody's, not even staff's: it is only put in and taken out.
 */
export function isOthers(ctx: Context, mobile: number, item: number): boolean {
  if (boxAround(ctx.world, item) !== 0) return true;
  if (isStaff(ctx, mobile)) return false;
  const root = ctx.world.rootOf(item);
  return root !== mobile && isMobile(root);
}

/** A ghost touches nothing. */
export function isGhost(ctx: Context, mobile: number): boolean {
  return ctx.world.require(mobile, Mobile).ghost;
}

/** Is an item one that cannot be taken off a body: hair, beard, face, mount, backpack? */
export function isBodyPart(ctx: Context, item: number): boolean {
  const placement = ctx.world.placement(item);
  if (placement === undefined || !isMobile(placement.parent)) return false;
  const { slot } = placement;
  return (
    slot === Layer.hair ||
    slot === Layer.beard ||
    slot === Layer.face ||
    slot === Layer.backpack ||
    slot >= Layer.mount
  );
}
