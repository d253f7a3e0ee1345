import type { Context } from '../context.ts';
import type { ItemWhere } from '../events.ts';
import { itemWhere } from '../where.ts';
import { Decay, Item } from './item.ts';
import { templateOf } from './template.ts';

// Every change of an item's place goes through here: one change of the world, one event, and the decay that belongs to the
// new place.

export function moveToGround(
  ctx: Context,
  item: number,
  facet: number,
  x: number,
  y: number,
  z: number,
): void {
  const from = fromOf(ctx, item);
  ctx.world.place(item, facet, x, y, z);
  startDecay(ctx, item);
  ctx.emit({ kind: 'item-changed', item, from });
}

export function moveToContainer(
  ctx: Context,
  item: number,
  container: number,
  x: number,
  y: number,
  grid: number,
): void {
  const from = fromOf(ctx, item);
  ctx.world.contain(item, container, x, y, grid);
  ctx.world.remove(item, Decay);
  ctx.emit({ kind: 'item-changed', item, from });
}

/** Onto a layer of a mobile: worn, or in its hand on `Layer.held`. */
export function moveToLayer(ctx: Context, item: number, mobile: number, layer: number): void {
  moveToContainer(ctx, item, mobile, 0, 0, layer);
}

/** Ends an item and what is in it. */
export function destroyItem(ctx: Context, item: number): void {
  const from = itemWhere(ctx.world, item);
  ctx.world.destroy(item);
  ctx.emit({ kind: 'item-gone', item, from });
}

/** Takes `count` from a stack; the last of it takes the item. */
export function consume(ctx: Context, item: number, count: number): void {
  const state = ctx.world.require(item, Item);
  if (count >= state.amount) {
    destroyItem(ctx, item);
    return;
  }
  state.amount -= count;
  ctx.emit({ kind: 'item-changed', item, from: null });
}

/** Where the item is before it moves; null for one that is new. */
function fromOf(ctx: Context, item: number): ItemWhere | null {
  return ctx.world.placement(item) === undefined ? null : itemWhere(ctx.world, item);
}

function startDecay(ctx: Context, item: number): void {
  if (ctx.world.require(item, Item).fixed || templateOf(ctx, item)?.decay === false) return;
  ctx.world.set(item, Decay, { dueMs: ctx.nowMs + ctx.ruleset.decayMs });
}
