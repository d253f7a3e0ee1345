import { bool, defineComponent, f64, u32, type ValueOf, type World } from '@gommog/core';
import type { Context } from '../context.ts';
import { Item, Layer } from '../things/item.ts';

/**
 * One side of a trade: the container that holds what one person offers. It hangs on a mobile, on `Layer.trade`, so that what is
 * in it always belongs to somebody. While the two make up their minds, each box hangs on its owner. When both have accepted,
 * the boxes are sealed and change places: that is the whole transfer, in one commit record, and nobody touches a sealed box.
 * When the record is durable, each box is emptied into the backpack of whom it hangs on.
 */
export const TradeBox = defineComponent({
  id: 150,
  name: 'trade-box',
  fields: {
    /** Whose side of the window it is, to the end of the trade. */
    owner: u32,
    /** The partner's box. */
    other: u32,
    accepted: bool,
    /** What both boxes held when the owner accepted, as a number: see `contentsOf`. */
    acceptedContents: u32,
    /** When what is in it last changed, in world milliseconds. */
    changedMs: f64,
    sealed: bool,
  },
});
export type TradeBox = ValueOf<typeof TradeBox>;

/** The trade box that an item is in, or is; 0 for none. */
export function boxAround(world: World, item: number): number {
  for (let up = item; up !== 0; up = world.parentOf(up)) if (world.has(up, TradeBox)) return up;
  return 0;
}

/** The boxes of a person's own sides, one for each trade it has. */
export function boxesOf(world: World, mobile: number): readonly number[] {
  const boxes: number[] = [];
  world.each(TradeBox, (box, { owner }) => {
    if (owner === mobile) boxes.push(box);
  });
  return boxes;
}

/** The person at the other side of a trade; 0 when its box is gone. */
export function partnerOf(world: World, box: number): number {
  return world.get(world.require(box, TradeBox).other, TradeBox)?.owner ?? 0;
}

/** Does a person take part in the trade that a box belongs to? */
export function isPartyTo(world: World, mobile: number, box: number): boolean {
  return world.require(box, TradeBox).owner === mobile || partnerOf(world, box) === mobile;
}

/** May a person put things into a box and take them out: is it its own, and not sealed? */
export function mayTouch(world: World, mobile: number, box: number): boolean {
  const { owner, sealed } = world.require(box, TradeBox);
  return owner === mobile && !sealed;
}

/** Are an item's whereabouts those of a mobile's own unsealed offer? */
export function isOwnOffer(world: World, mobile: number, item: number): boolean {
  return world.placement(item)?.slot === Layer.trade && mayTouch(world, mobile, item);
}

/**
 * A number that tells whether what two boxes hold is still what it was: items, amounts, looks and what is in what. Equal
 * offers have equal numbers; that two different ones have, by chance, is one in four thousand million.
 */
export function contentsOf({ world }: Context, box: number): number {
  let sum = 0;
  for (const side of [box, world.require(box, TradeBox).other]) {
    for (const item of world.closureOf(side)) {
      const state = world.get(item, Item);
      if (item === side || state === undefined) continue;
      let hash = 0x811c9dc5;
      for (const part of [item, world.parentOf(item), state.amount, state.graphic, state.hue])
        hash = Math.imul(hash ^ (part & 0xffff), 0x01000193) ^ Math.imul(part >>> 16, 0x9e3779b1);
      // A sum: in which order a container lists its things is no matter.
      sum = (sum + (hash >>> 0)) >>> 0;
    }
  }
  return sum;
}

/** The offer in a box has changed: what was accepted is accepted no more. */
export function offerChanged(ctx: Context, box: number): void {
  ctx.world.require(box, TradeBox).changedMs = ctx.nowMs;
  unmark(ctx, box);
}

/** Takes back both sides' acceptance. */
export function unmark(ctx: Context, box: number): void {
  let wasMarked = false;
  for (const side of [box, ctx.world.require(box, TradeBox).other]) {
    const state = ctx.world.get(side, TradeBox);
    if (!state?.accepted) continue;
    state.accepted = false;
    wasMarked = true;
  }
  if (wasMarked) ctx.emit({ kind: 'trade-marked', box });
}
