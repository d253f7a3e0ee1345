import type { Context } from '../context.ts';
import { type Drop, GROUND } from '../intents.ts';
import { isItem, isMobile } from '../kinds.ts';
import { restingZ } from '../movement/ground.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { canSeeTile } from '../sight/eyes.ts';
import { isStaff } from '../staff/access.ts';
import { offerTo, whyNotOffer } from '../trade/offer-item.ts';
import { boxAround, offerChanged } from '../trade/trade-box.ts';
import { distance } from '../where.ts';
import { findRoom, fits, isContainer, isLight } from './container.ts';
import { returnHeldItem } from './held-item.ts';
import { Item, Layer, Origin } from './item.ts';
import { moveToContainer, moveToGround } from './move-item.ts';
import { isOthers, outOfReach } from './reach.ts';
import { canStack, mergeInto, stackFor } from './stack.ts';
import { heldBy, wornOn } from './worn.ts';

/** A wish where the client names no place within a container. */
const ANYWHERE = 0xffff;

/** Puts the item in hand down: on the ground, into a container, onto a stack, onto a person. */
export function drop(ctx: Context, intent: Drop): void {
  const { mobile, item } = intent;
  if (heldBy(ctx.world, mobile) !== item || item === 0) {
    // The client's hand has to be emptied all the same.
    ctx.emit({ kind: 'drop-refused', mobile, item });
    return;
  }
  const code = intent.onto === GROUND ? onGround(ctx, intent) : onThing(ctx, intent);
  if (code !== null) {
    refuse(ctx, mobile, code);
    ctx.emit({ kind: 'drop-refused', mobile, item });
    returnHeldItem(ctx, mobile);
  } else {
    ctx.world.remove(item, Origin);
    ctx.emit({ kind: 'drop-accepted', mobile });
  }
  ctx.emit({ kind: 'status-changed', mobile });
}

function onGround(ctx: Context, { mobile, item, x, y }: Drop): Refusal | null {
  const here = ctx.world.placement(mobile)!;
  const { facet } = here;
  if (!ctx.world.sectors.contains(facet, x, y)) return 'too-far';
  if (!isStaff(ctx, mobile) && distance(here, { facet, x, y, z: here.z }) > ctx.ruleset.reachTiles)
    return 'too-far';
  // What the client aims at may be the top of a wall or the air: the thing falls to what carries it.
  const z = restingZ(ctx, facet, x, y, here.z);
  if (z === null) return 'no-room';
  if (!isStaff(ctx, mobile) && !canSeeTile(ctx, mobile, { facet, x, y, z })) return 'out-of-sight';
  moveToGround(ctx, item, facet, x, y, z);
  return null;
}

function onThing(ctx: Context, intent: Drop): Refusal | null {
  const { mobile, item } = intent;
  let onto = intent.onto;
  if (isMobile(onto)) {
    if (onto !== mobile) return offerTo(ctx, mobile, onto, item);
    onto = wornOn(ctx.world, mobile, Layer.backpack);
  }
  if (onto === 0 || !ctx.world.has(onto, Item) || ctx.world.closureOf(item).includes(onto)) return 'no-room';
  const reach = outOfReach(ctx, mobile, onto);
  if (reach !== null) return reach;
  const box = boxAround(ctx.world, onto);
  if (box !== 0) return intoTrade(ctx, { ...intent, onto }, box);
  if (isOthers(ctx, mobile, onto)) return 'not-yours';
  return ontoOrInto(ctx, { ...intent, onto });
}

/** Into one's own side of a trade, or into something in it. */
function intoTrade(ctx: Context, intent: Drop, box: number): Refusal | null {
  const code = whyNotOffer(ctx, intent.mobile, box, intent.item) ?? ontoOrInto(ctx, intent);
  if (code === null) offerChanged(ctx, box);
  return code;
}

function ontoOrInto(ctx: Context, intent: Drop): Refusal | null {
  const { onto } = intent;
  if (isContainer(ctx, onto)) return intoContainer(ctx, intent, onto);
  return ontoItem(ctx, intent, onto);
}

function intoContainer(ctx: Context, { item, x, y, grid }: Drop, container: number): Refusal | null {
  if (x === ANYWHERE) {
    const stack = stackFor(ctx, container, item);
    if (stack !== 0 && isLight(ctx, container, item)) {
      mergeInto(ctx, stack, item);
      return null;
    }
  }
  const fit = fits(ctx, container, item);
  if (fit !== 'fits') return fit;
  const room = findRoom(ctx, container, item, { x, y, grid })!;
  moveToContainer(ctx, item, container, room.x, room.y, room.grid);
  return null;
}

/** Onto a stack of its kind, else beside the item that was aimed at. */
function ontoItem(ctx: Context, intent: Drop, onto: number): Refusal | null {
  const { parent, x, y } = ctx.world.placement(onto)!;
  if (canStack(ctx, onto, intent.item)) {
    if (isItem(parent) && !isLight(ctx, parent, intent.item)) return 'too-heavy';
    mergeInto(ctx, onto, intent.item);
    return null;
  }
  if (parent === 0) return onGround(ctx, { ...intent, x, y });
  if (isMobile(parent) || !isContainer(ctx, parent)) return 'no-room';
  return intoContainer(ctx, { ...intent, x, y }, parent);
}
