import type { Context } from '../context.ts';
import { ITEM } from '../kinds.ts';
import { findRoom, isLight } from './container.ts';
import { Book, Door, Item, Layer, Light } from './item.ts';
import { moveToContainer, moveToGround } from './move-item.ts';
import { mergeInto, stackFor } from './stack.ts';
import { wornOn } from './worn.ts';

/** Where in a full backpack one more thing goes, in pixels of its window. */
const CROWDED = { x: 60, y: 80 } as const;

/** Makes an item from its template. It is nowhere until it is placed. Throws on an unknown template: content was checked at start. */
export function makeItem(
  ctx: Context,
  templateId: string,
  options: { amount?: number; hue?: number } = {},
): number {
  const template = ctx.content.items.byId(templateId);
  if (template === undefined) throw new Error(`no item template ${templateId}`);
  const serial = ctx.world.newSerial(ITEM);
  ctx.world.set(serial, Item, {
    template: template.number,
    graphic: template.graphic,
    hue: options.hue ?? template.hue ?? 0,
    amount: options.amount ?? 1,
    fixed: !template.movable,
  });
  if (template.use === 'read-book') {
    const { pages = 20, writable = true } = template.params as { pages?: number; writable?: boolean };
    ctx.world.set(serial, Book, { writable, pages: Array.from({ length: pages }, () => []) });
  }
  if (template.light !== undefined) {
    ctx.world.set(serial, Light, { lit: template.graphic === template.light.litGraphic });
  }
  if (template.door !== undefined) {
    const { openGraphic, offsetX, offsetY } = template.door;
    ctx.world.set(serial, Door, { closedGraphic: template.graphic, openGraphic, offsetX, offsetY });
  }
  return serial;
}

/** Makes an item that has only a graphic: decoration and what staff conjure up. */
export function makeGraphic(ctx: Context, graphic: number, hue = 0): number {
  const serial = ctx.world.newSerial(ITEM);
  ctx.world.set(serial, Item, { graphic, hue, amount: 1 });
  return serial;
}

/**
 * Puts an item into a person's backpack, on a stack if there is one; to its feet when there is no room. Somebody who is not in
 * the world has no feet: then the backpack takes what it must.
 */
export function giveItem(ctx: Context, mobile: number, item: number): void {
  const backpack = wornOn(ctx.world, mobile, Layer.backpack);
  if (backpack !== 0) {
    const stack = stackFor(ctx, backpack, item);
    if (stack !== 0 && isLight(ctx, backpack, item)) {
      mergeInto(ctx, stack, item);
      return;
    }
    const room = findRoom(ctx, backpack, item);
    if (room !== null) {
      moveToContainer(ctx, item, backpack, room.x, room.y, room.grid);
      return;
    }
  }
  const at = ctx.world.placement(mobile);
  if (at === undefined) moveToContainer(ctx, item, backpack, CROWDED.x, CROWDED.y, 0);
  else moveToGround(ctx, item, at.facet, at.x, at.y, at.z);
}
