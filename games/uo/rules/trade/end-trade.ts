import type { World } from '@gommog/core';
import type { Context } from '../context.ts';
import type { CancelTrade, SettleTrade } from '../intents.ts';
import { refuse } from '../refusals.ts';
import { giveItem } from '../things/make-item.ts';
import { boxesOf, TradeBox } from './trade-box.ts';

/** One of the two closes the window. */
export function cancelTrade(ctx: Context, { mobile, box }: CancelTrade): void {
  const state = ctx.world.get(box, TradeBox);
  if (state === undefined || state.owner !== mobile) return;
  if (state.sealed) refuse(ctx, mobile, 'trade-sealed');
  else endTrade(ctx, box);
}

/** Ends all trades of somebody; those that are sealed are done, whatever happens to the two. */
export function endTradesOf(ctx: Context, mobile: number): void {
  for (const box of boxesOf(ctx.world, mobile))
    if (!ctx.world.require(box, TradeBox).sealed) endTrade(ctx, box);
}

/** The sealing is durable: each gets what it was given, and the windows close. */
export function settleTrade(ctx: Context, { box }: SettleTrade): void {
  if (ctx.world.get(box, TradeBox)?.sealed) endTrade(ctx, box);
}

/** After a restart there are no trades: what was in a box goes to whom the box hung on when the log ended. */
export function endAllTrades(ctx: Context): void {
  const boxes: number[] = [];
  ctx.world.each(TradeBox, (box) => boxes.push(box));
  for (const box of boxes) if (ctx.world.has(box, TradeBox)) endTrade(ctx, box);
}

/** Empties both boxes, each to the person it hangs on, and does away with them. */
export function endTrade(ctx: Context, box: number): void {
  const { world } = ctx;
  const sides = sidesOf(world, box);
  for (const side of sides) {
    const holder = world.parentOf(side);
    const things: number[] = [];
    world.holders.each(side, (thing) => things.push(thing));
    // The oldest first: the newest lies on top again.
    for (const thing of things.reverse()) giveItem(ctx, holder, thing);
    ctx.emit({ kind: 'status-changed', mobile: holder });
  }
  for (const side of sides) {
    const { other, owner, sealed } = world.require(side, TradeBox);
    ctx.emit({ kind: 'trade-closed', mobile: owner, box: side, other, completed: sealed });
  }
  for (const side of sides) world.destroy(side);
}

function sidesOf(world: World, box: number): readonly number[] {
  const { other } = world.require(box, TradeBox);
  return world.has(other, TradeBox) ? [box, other] : [box];
}
