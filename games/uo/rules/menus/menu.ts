import type { Context } from '../context.ts';
import { isMobile } from '../kinds.ts';
import { Mobile } from '../mobiles/mobile.ts';
import { notices } from '../sight/notice.ts';
import { Door, Layer, Light } from '../things/item.ts';
import { behaviourOf, maySeePaperdoll, whyNotUse } from '../things/use/use.ts';
import { wornOn } from '../things/worn.ts';
import { whyNoTrade } from '../trade/may-trade.ts';

/** Everything that a menu can offer. An entry's number is its place here; clients repeat it, so new ones go to the end. */
export const menuActions = [
  'paperdoll',
  'backpack',
  'trade',
  'open',
  'read',
  'open-door',
  'close-door',
  'light',
  'douse',
  'eat',
  'roll',
  'cut',
  'use',
] as const;
export type MenuAction = (typeof menuActions)[number];

export interface MenuEntry {
  readonly action: MenuAction;
  /** Number that a choice repeats. */
  readonly index: number;
  /** Would it be done now? What is out of reach is shown all the same, so that one knows that it can be done. */
  readonly enabled: boolean;
}

/** What a person can do with a thing or with somebody, the most usual first; nothing for what it does not notice. */
export function menuOf(ctx: Context, mobile: number, target: number): readonly MenuEntry[] {
  return isMobile(target) ? ofMobile(ctx, mobile, target) : ofItem(ctx, mobile, target);
}

function entry(action: MenuAction, enabled: boolean): MenuEntry {
  return { action, index: menuActions.indexOf(action), enabled };
}

function ofMobile(ctx: Context, mobile: number, target: number): readonly MenuEntry[] {
  const { world } = ctx;
  if (!world.has(target, Mobile) || !notices(world, mobile, target)) return [];
  const paperdoll = entry('paperdoll', maySeePaperdoll(ctx, mobile, target));
  if (target !== mobile) return [paperdoll, entry('trade', whyNoTrade(ctx, mobile, target) === null)];
  const backpack = wornOn(world, mobile, Layer.backpack);
  return [paperdoll, entry('backpack', backpack !== 0 && whyNotUse(ctx, mobile, backpack) === null)];
}

function ofItem(ctx: Context, mobile: number, target: number): readonly MenuEntry[] {
  const behaviour = behaviourOf(ctx, target);
  if (behaviour === null) return [];
  return [entry(actionOf(ctx, target, behaviour), whyNotUse(ctx, mobile, target) === null)];
}

const actions: Readonly<Record<string, MenuAction>> = {
  'open-container': 'open',
  'read-book': 'read',
  dice: 'roll',
  eat: 'eat',
  scissors: 'cut',
};

/** The word for what a thing does when it is used now. */
function actionOf({ world }: Context, target: number, behaviour: string): MenuAction {
  if (behaviour === 'door') return world.get(target, Door)?.open ? 'close-door' : 'open-door';
  if (behaviour === 'light') return world.get(target, Light)?.lit ? 'douse' : 'light';
  return actions[behaviour] ?? 'use';
}
