import type { Context } from '../context.ts';
import { Stats } from '../mobiles/mobile.ts';
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

/** What a mobile wears, holds and has in its backpack; its bank box weighs nothing. */
export function carriedWeight(ctx: Context, mobile: number): number {
  let weight = 0;
  ctx.world.holders.each(mobile, (item) => {
    const { slot } = ctx.world.placement(item)!;
    if (slot < Layer.mount && slot !== Layer.hair && slot !== Layer.beard) weight += itemWeight(ctx, item);
  });
  return weight;
}

/** 40 stones and three and a half for each point of strength. */
export function maxWeight(ctx: Context, mobile: number): number {
  return 40 + Math.floor(3.5 * (ctx.world.get(mobile, Stats)?.str ?? 0));
}

/** Gold in the backpack and what is in it. */
export function carriedGold(ctx: Context, mobile: number): number {
  const coin = ctx.content.items.byId('gold-coin')?.number;
  let gold = 0;
  for (const serial of ctx.world.closureOf(mobile)) {
    const item = ctx.world.get(serial, Item);
    if (item !== undefined && item.template === coin) gold += item.amount;
  }
  return gold;
}
