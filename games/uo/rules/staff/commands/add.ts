import { AccessLevel } from '../../accounts/account.ts';
import type { Context } from '../../context.ts';
import type { AnswerTarget } from '../../intents.ts';
import { isItem, isMobile } from '../../kinds.ts';
import { tell } from '../../refusals.ts';
import { findRoom, isContainer } from '../../things/container.ts';
import { Item } from '../../things/item.ts';
import { giveItem, makeGraphic, makeItem } from '../../things/make-item.ts';
import { moveToContainer, moveToGround } from '../../things/move-item.ts';
import { placeOf } from '../../where.ts';
import { askTarget } from '../../windows/ask-target.ts';
import { audit } from '../audit.ts';
import type { Command } from '../command.ts';

export const add: Command = {
  name: 'add',
  access: AccessLevel.gamemaster,
  usage: '<template or graphic> [amount] [hue]',
  summary: 'Makes an item where you point: on the ground, in a container, in a backpack.',
  run(ctx, mobile, args) {
    const [what = '', amount = '1', hue = '0'] = args;
    const graphic = Number(what);
    const known = what !== '' && Number.isInteger(graphic) && graphic > 0 && graphic <= 0xffff;
    if (!known && ctx.content.items.byId(what) === undefined) return `There is no template '${what}'.`;
    const template = known ? undefined : ctx.content.items.byId(what);
    const most = template?.stackable === true ? Math.min(template.maxAmount, ctx.ruleset.maxAmount) : 1;
    const data = {
      what: known ? graphic : what,
      amount: Math.min(Math.max(1, Math.floor(Number(amount)) || 1), most),
      hue: Math.min(Math.max(0, Math.floor(Number(hue)) || 0), 0xffff),
    };
    askTarget(ctx, mobile, 'staff-add', data, { ground: true });
    return '';
  },
};

export function onAdd(
  ctx: Context,
  mobile: number,
  answer: AnswerTarget,
  data: Readonly<Record<string, unknown>>,
): void {
  const { what, amount, hue } = data as { what: string | number; amount: number; hue: number };
  const { target, x, y, z } = answer;
  const item =
    typeof what === 'number'
      ? makeGraphic(ctx, what, hue)
      : makeItem(ctx, what, { amount, ...(hue > 0 ? { hue } : {}) });
  if (isMobile(target) && ctx.world.placement(target) !== undefined) giveItem(ctx, target, item);
  else if (isItem(target) && ctx.world.has(target, Item) && isContainer(ctx, target)) {
    const room = findRoom(ctx, target, item);
    if (room !== null) moveToContainer(ctx, item, target, room.x, room.y, room.grid);
    else giveItem(ctx, mobile, item);
  } else {
    // What the client says of an object within a container is its place in the window.
    const at = placeOf(ctx.world, target) ?? { facet: ctx.world.placement(mobile)!.facet, x, y, z };
    if (!ctx.world.sectors.contains(at.facet, at.x, at.y)) {
      ctx.world.destroy(item);
      return;
    }
    moveToGround(ctx, item, at.facet, at.x, at.y, at.z);
  }
  audit(ctx, mobile, `add ${what}`, `made item ${item}`);
  tell(ctx, mobile, `Made item 0x${item.toString(16)}.`);
}
