import type { Context } from '../context.ts';
import type { Look } from '../intents.ts';
import { isMobile } from '../kinds.ts';
import { Mobile } from '../mobiles/mobile.ts';
import { notorietyHues, notorietyOf } from '../mobiles/notoriety.ts';
import { SYSTEM_HUE } from '../refusals.ts';
import { notices } from '../sight/notice.ts';
import { distance, placeOf } from '../where.ts';
import { Item, Sign } from './item.ts';
import { nameOf } from './template.ts';

/** As far as the largest view range. */
const LOOK_TILES = 24;

/** A single click: the name over the thing, for the one who asked. */
export function look(ctx: Context, { mobile, target }: Look): void {
  const { world } = ctx;
  const here = placeOf(world, mobile);
  const there = placeOf(world, target);
  if (here === null || there === null || distance(here, there) > LOOK_TILES) return;
  if (isMobile(target)) {
    if (!notices(world, mobile, target)) return;
    const seen = world.require(target, Mobile);
    const text = seen.title === '' ? seen.name : `${seen.name}, ${seen.title}`;
    ctx.emit({
      kind: 'told',
      mobile,
      text,
      hue: notorietyHues[notorietyOf(seen)],
      over: target,
      label: true,
    });
    return;
  }
  if (!world.has(target, Item)) return;
  const text = world.get(target, Sign)?.words ?? nameOf(ctx, target);
  ctx.emit({ kind: 'told', mobile, text, hue: SYSTEM_HUE, over: target, label: true });
}
