import { AccessLevel } from '../../accounts/account.ts';
import type { Context } from '../../context.ts';
import type { AnswerTarget } from '../../intents.ts';
import { isItem } from '../../kinds.ts';
import { tell } from '../../refusals.ts';
import { Item } from '../../things/item.ts';
import { destroyItem } from '../../things/move-item.ts';
import { isBodyPart } from '../../things/reach.ts';
import { nameOf } from '../../things/template.ts';
import { askTarget } from '../../windows/ask-target.ts';
import { mayActOn } from '../access.ts';
import { audit } from '../audit.ts';
import type { Command } from '../command.ts';

export const remove: Command = {
  name: 'remove',
  aliases: ['delete'],
  access: AccessLevel.gamemaster,
  usage: '',
  summary: 'Ends the item you point at.',
  run(ctx, mobile) {
    askTarget(ctx, mobile, 'staff-remove');
    return '';
  },
};

export function onRemove(ctx: Context, mobile: number, { target }: AnswerTarget): void {
  const { world } = ctx;
  if (!isItem(target) || !world.has(target, Item) || world.placement(target) === undefined) {
    tell(ctx, mobile, 'Only items can be removed.');
    return;
  }
  const root = world.rootOf(target);
  if ((root !== target && !isItem(root) && !mayActOn(ctx, mobile, root)) || isBodyPart(ctx, target)) {
    tell(ctx, mobile, 'You may not remove that.');
    return;
  }
  const name = nameOf(ctx, target);
  destroyItem(ctx, target);
  audit(ctx, mobile, 'remove', `removed ${name} (${target})`);
  tell(ctx, mobile, `Removed ${name}.`);
}
