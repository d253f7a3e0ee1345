import type { Context } from '../context.ts';
import { Stats } from '../mobiles/mobile.ts';
import { isOwnOffer } from '../trade/trade-box.ts';
import { Item, Layer } from './item.ts';
import { templateOf } from './template.ts';

/** Weight of an item with all that is in it, in stones. */
export function itemWeight(ctx: Context, item: number): number {
  const { amount, graphic } = ctx.world.require(item, Item);
  const each = templateOf(ctx, item)?.weight ?? ctx.tileData.itemWeight(graphic);
  return each * Math.max(1, amount) + contentsWeight(ctx, item);
}

export function contentsWeight(ctx: Context, holder: number): number {
  let weight = 0;
  ctx.world.holders.each(holder, (item) => {
    weight += itemWeight(ctx, item);
  });
  return weight;
}

/** What a mobile wears, holds, has in its backpack and offers in trades; its bank box weighs nothing. */
export function carriedWeight(ctx: Context, mobile: number): number {
  let weight = 0;
  ctx.world.holders.each(mobile, (item) => {
    const { slot } = ctx.world.placement(item)!;
    if (slot === Layer.hair || slot === Layer.beard) return;
    if (slot < Layer.mount) weight += itemWeight(ctx, item);
    else if (isOwnOffer(ctx.world, mobile, item)) weight += contentsWeight(ctx, item);
  });
  return weight;
}

/** 40 stones and three and a half for each point of strength. */
export function maxWeight(ctx: Context, mobile: number): number {
  return 40 + Math.floor(3.5 * (ctx.world.get(mobile, Stats)?.str ?? 0));
}

/** Gold that a mobile has with it, in its backpack, in hand or offered in trades. What it is promised is not among it yet. */
export function carriedGold(ctx: Context, mobile: number): number {
  const { world } = ctx;
  const coin = ctx.content.items.byId('gold-coin')?.number;
  let gold = 0;
  world.holders.each(mobile, (carried) => {
    if (world.placement(carried)!.slot >= Layer.mount && !isOwnOffer(world, mobile, carried)) return;
    for (const serial of world.closureOf(carried)) {
      const item = world.require(serial, Item);
      if (item.template === coin) gold += item.amount;
    }
  });
  return gold;
}
