import type { Context } from '../context.ts';
import type { Refusal } from '../refusals.ts';
import { findRoom, fits } from '../things/container.ts';
import { Item, Layer } from '../things/item.ts';
import { makeItem } from '../things/make-item.ts';
import { moveToContainer } from '../things/move-item.ts';
import { outOfReach } from '../things/reach.ts';
import { whyNoTrade } from './may-trade.ts';
import { boxesOf, mayTouch, offerChanged, partnerOf, TradeBox } from './trade-box.ts';

/** Trades that one person can have at a time, each with another partner. */
const MOST_TRADES = 8;

/** Offers the item in hand to somebody: into the trade with that person, which is opened if there is none. */
export function offerTo(ctx: Context, mobile: number, partner: number, item: number): Refusal | null {
  const { world } = ctx;
  const reason = whyNoTrade(ctx, mobile, partner);
  if (reason !== null) return reason;
  if (world.require(item, Item).fixed) return 'cannot-trade';
  let box = boxWith(ctx, mobile, partner);
  if (box === 0) {
    const lack = whyNotOpen(ctx, mobile, partner);
    if (lack !== null) return lack;
    box = openTrade(ctx, mobile, partner);
  } else if (!mayTouch(world, mobile, box)) return 'trade-sealed';
  const room = findRoom(ctx, box, item);
  if (room === null) return fits(ctx, box, item) === 'too-heavy' ? 'too-heavy' : 'no-room';
  moveToContainer(ctx, item, box, room.x, room.y, room.grid);
  offerChanged(ctx, box);
  return null;
}

/** Opens a trade with somebody in which nothing is offered yet. One that is open stays as it is. */
export function beginTrade(ctx: Context, mobile: number, partner: number): Refusal | null {
  const reason = whyNoTrade(ctx, mobile, partner);
  if (reason !== null) return reason;
  if (boxWith(ctx, mobile, partner) !== 0) return null;
  const lack = whyNotOpen(ctx, mobile, partner);
  if (lack === null) openTrade(ctx, mobile, partner);
  return lack;
}

/** A person's own box of its trade with somebody; 0 when there is none. */
function boxWith({ world }: Context, mobile: number, partner: number): number {
  return boxesOf(world, mobile).find((each) => partnerOf(world, each) === partner) ?? 0;
}

/** What stands in the way of one more trade between two who may trade. */
function whyNotOpen(ctx: Context, mobile: number, partner: number): Refusal | null {
  // A window that stands there is not in sight only because somebody steps behind a tree; a new one is.
  if (outOfReach(ctx, mobile, partner) === 'out-of-sight') return 'out-of-sight';
  return [mobile, partner].some((each) => boxesOf(ctx.world, each).length >= MOST_TRADES)
    ? 'trade-many'
    : null;
}

/** Why a person may not put the item in hand into a trade box; null when it may. */
export function whyNotOffer(ctx: Context, mobile: number, box: number, item: number): Refusal | null {
  const { owner, sealed } = ctx.world.require(box, TradeBox);
  if (owner !== mobile) return 'not-yours';
  if (sealed) return 'trade-sealed';
  return ctx.world.require(item, Item).fixed ? 'cannot-trade' : null;
}

/** Gives each of the two a box, and returns that of the first. */
function openTrade(ctx: Context, mobile: number, partner: number): number {
  const { world } = ctx;
  const [box, other] = [mobile, partner].map((owner) => {
    const made = makeItem(ctx, 'trade-box');
    // No event: nobody but the two is shown a box, and they are by what follows.
    world.contain(made, owner, 0, 0, Layer.trade);
    return made;
  }) as [number, number];
  world.set(box, TradeBox, { owner: mobile, other });
  world.set(other, TradeBox, { owner: partner, other: box });
  ctx.emit({ kind: 'trade-opened', box, other, owner: mobile, partner });
  return box;
}
