import type { Context } from '../context.ts';
import { Mobile, Presence } from '../mobiles/mobile.ts';
import type { Refusal } from '../refusals.ts';
import { notices } from '../sight/notice.ts';
import { isJailed } from '../staff/jailed.ts';
import { distance, placeOf } from '../where.ts';

/**
 * Why two people cannot trade, for the first of them to be told; null when they can. Both have to be in the world, alive, out of
 * jail, at their clients, near and seen by each other. Whoever is not seen is not told of either.
 */
export function whyNoTrade(ctx: Context, mobile: number, partner: number): Refusal | null {
  const { world } = ctx;
  if (isJailed(ctx, mobile)) return 'jailed';
  const here = placeOf(world, mobile);
  const there = placeOf(world, partner);
  const isThere = there !== null && world.has(partner, Mobile) && notices(world, mobile, partner);
  if (!isThere) return 'trade-absent';
  if (here === null || distance(here, there) > ctx.ruleset.tradeTiles) return 'too-far';
  if (!notices(world, partner, mobile)) return 'trade-hidden';
  return canAct(ctx, mobile) && canAct(ctx, partner) ? null : 'trade-absent';
}

/** Is a person alive, free and at its client? */
function canAct(ctx: Context, mobile: number): boolean {
  const { world } = ctx;
  const isAtClient = (world.get(mobile, Presence)?.session ?? 0) !== 0;
  return isAtClient && !isJailed(ctx, mobile) && !world.require(mobile, Mobile).ghost;
}
