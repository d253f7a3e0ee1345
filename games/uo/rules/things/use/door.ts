import type { Context } from '../../context.ts';
import type { OpenNearestDoor } from '../../intents.ts';
import { ITEM, MOBILE } from '../../kinds.ts';
import { Mobile } from '../../mobiles/mobile.ts';
import { refuse } from '../../refusals.ts';
import { isStaff } from '../../staff/access.ts';
import { itemWhere } from '../../where.ts';
import { Door, Item } from '../item.ts';
import { outOfReach } from '../reach.ts';
import type { Behaviour } from './behaviour.ts';

const OPEN_SOUND = 0xea;
const CLOSE_SOUND = 0xf1;
/** Someone within this height of a door stands in its way. */
const BODY_HEIGHT = 16;

export const useDoor: Behaviour = (ctx, mobile, item) => {
  const door = ctx.world.get(item, Door);
  if (door === undefined || !isHung(ctx, item)) return;
  if (door.locked && !door.open && !isStaff(ctx, mobile)) {
    refuse(ctx, mobile, 'locked');
    return;
  }
  if (door.open && isBlocked(ctx, item)) return;
  swing(ctx, item, !door.open);
};

/** The client's macro: the door right before the person, or the nearest within reach. */
export function openNearestDoor(ctx: Context, { mobile }: OpenNearestDoor): void {
  const { facet, x, y } = ctx.world.placement(mobile)!;
  if (ctx.world.require(mobile, Mobile).ghost) return;
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  ctx.world.eachNear(facet, x, y, 2, ITEM, (item) => {
    if (!ctx.world.has(item, Door) || outOfReach(ctx, mobile, item) !== null) return;
    const at = ctx.world.placement(item)!;
    const away = Math.abs(at.x - x) + Math.abs(at.y - y);
    if (away < least) {
      least = away;
      nearest = item;
    }
  });
  if (nearest !== 0) useDoor(ctx, mobile, nearest, {});
}

/** A door left open falls shut, unless someone stands where it would be: then it tries again later. */
export function onDoorDue(ctx: Context, item: number): void {
  const door = ctx.world.require(item, Door);
  door.closeAtMs = 0;
  if (!door.open || !isHung(ctx, item)) return;
  if (isBlocked(ctx, item)) door.closeAtMs = ctx.nowMs + ctx.ruleset.doorCloseMs;
  else swing(ctx, item, false);
}

/** Does a door stand where it can swing? One that staff have put into a bag does not. */
function isHung(ctx: Context, item: number): boolean {
  return ctx.world.parentOf(item) === 0;
}

function swing(ctx: Context, item: number, open: boolean): void {
  const { world } = ctx;
  const door = world.require(item, Door);
  const from = itemWhere(world, item);
  const sign = open ? 1 : -1;
  world.place(item, from.facet, from.x + sign * door.offsetX, from.y + sign * door.offsetY, from.z);
  world.require(item, Item).graphic = open ? door.openGraphic : door.closedGraphic;
  door.open = open;
  door.closeAtMs = open ? ctx.nowMs + ctx.ruleset.doorCloseMs : 0;
  ctx.emit({ kind: 'item-changed', item, from });
  ctx.emit({ kind: 'sound-made', sound: open ? OPEN_SOUND : CLOSE_SOUND, at: from });
}

/** Does anybody stand where the door is when it is closed? */
function isBlocked(ctx: Context, item: number): boolean {
  const { world } = ctx;
  const door = world.require(item, Door);
  const { facet, x, y, z } = world.placement(item)!;
  let blocked = false;
  world.eachNear(facet, x - door.offsetX, y - door.offsetY, 0, MOBILE, (mobile) => {
    if (world.require(mobile, Mobile).ghost) return;
    if (Math.abs(world.placement(mobile)!.z - z) < BODY_HEIGHT) blocked = true;
  });
  return blocked;
}
