import type { Context } from '../context.ts';
import { ITEM } from '../kinds.ts';
import { Item, ItemName } from './item.ts';
import { destroyItem, moveToContainer, moveToGround } from './move-item.ts';
import { templateOf } from './template.ts';

/**
 * Can `item` be put on `stack`: the same kind, graphic and hue, and not more than a stack may have? What has a name of its own
 * stays by itself, and what can be taken never becomes a part of what cannot.
 */
export function canStack(ctx: Context, stack: number, item: number): boolean {
  if (stack === item) return false;
  const a = ctx.world.require(stack, Item);
  const b = ctx.world.require(item, Item);
  const template = templateOf(ctx, item);
  if (template?.stackable !== true || a.template !== b.template || a.graphic !== b.graphic || a.hue !== b.hue)
    return false;
  if (a.fixed !== b.fixed || ctx.world.has(stack, ItemName) || ctx.world.has(item, ItemName)) return false;
  return a.amount + b.amount <= Math.min(template.maxAmount, ctx.ruleset.maxAmount);
}

/** A stack in a container that `item` can be put on, 0 for none. */
export function stackFor(ctx: Context, container: number, item: number): number {
  let found = 0;
  ctx.world.holders.each(container, (other) => {
    if (found === 0 && canStack(ctx, other, item)) found = other;
  });
  return found;
}

/** Puts an item on a stack: the stack grows, the item ceases to be. */
export function mergeInto(ctx: Context, stack: number, item: number): void {
  const { amount } = ctx.world.require(item, Item);
  ctx.world.require(stack, Item).amount += amount;
  if (ctx.world.placement(item) === undefined) ctx.world.destroy(item);
  else destroyItem(ctx, item);
  ctx.emit({ kind: 'item-changed', item: stack, from: null });
}

/**
 * Splits a stack: `item` keeps its serial and `amount`, as the client expects of the part it lifts; a new item with the
 * rest stays in its place.
 */
export function splitOff(ctx: Context, item: number, amount: number): void {
  const { world } = ctx;
  const state = world.require(item, Item);
  const rest = world.newSerial(ITEM);
  const { template, graphic, hue, fixed } = state;
  world.set(rest, Item, { template, graphic, hue, fixed, amount: state.amount - amount });
  const own = world.get(item, ItemName);
  if (own !== undefined) world.set(rest, ItemName, { name: own.name });
  state.amount = amount;
  const { parent, facet, x, y, z, slot } = world.placement(item)!;
  if (parent === 0) moveToGround(ctx, rest, facet, x, y, z);
  else moveToContainer(ctx, rest, parent, x, y, slot);
}
