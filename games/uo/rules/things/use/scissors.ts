import type { Context } from '../../context.ts';
import type { AnswerTarget } from '../../intents.ts';
import { refuse, tell } from '../../refusals.ts';
import { isStaff } from '../../staff/access.ts';
import { placeOf } from '../../where.ts';
import { askTarget } from '../../windows/ask-target.ts';
import { Item } from '../item.ts';
import { giveItem, makeItem } from '../make-item.ts';
import { consume } from '../move-item.ts';
import { isOthers, outOfReach } from '../reach.ts';
import { templateOf } from '../template.ts';
import type { Behaviour } from './behaviour.ts';

const SNIP_SOUND = 0x248;

export const useScissors: Behaviour = (ctx, mobile, scissors) => {
  tell(ctx, mobile, 'What should I use these scissors on?');
  askTarget(ctx, mobile, 'scissors', { scissors });
};

/** Cuts what its template says can be cut: `cutsInto` another template, `cutAmount` pieces for each. */
export function cut(
  ctx: Context,
  mobile: number,
  answer: AnswerTarget,
  data: Readonly<Record<string, unknown>>,
): void {
  const { target } = answer;
  const { scissors } = data as { scissors: number };
  // Meanwhile they may be gone, or somebody else's.
  if (!ctx.world.has(scissors, Item) || isOthers(ctx, mobile, scissors))
    return refuse(ctx, mobile, 'cannot-use');
  const away = outOfReach(ctx, mobile, scissors);
  if (away !== null) return refuse(ctx, mobile, away);
  if (!ctx.world.has(target, Item)) return refuse(ctx, mobile, 'not-cloth');
  const reach = outOfReach(ctx, mobile, target);
  if (reach !== null) return refuse(ctx, mobile, reach);
  if (isOthers(ctx, mobile, target)) return refuse(ctx, mobile, 'not-yours');
  const { cutsInto, cutAmount = 1 } = (templateOf(ctx, target)?.params ?? {}) as {
    cutsInto?: string;
    cutAmount?: number;
  };
  if (cutsInto === undefined) return refuse(ctx, mobile, 'not-cloth');
  const { amount, hue, fixed } = ctx.world.require(target, Item);
  if (fixed && !isStaff(ctx, mobile)) return refuse(ctx, mobile, 'cannot-use');
  // No more than one stack of what comes of it: the rest stays whole.
  const whole = Math.min(amount, Math.floor(mostOf(ctx, cutsInto) / cutAmount));
  consume(ctx, target, whole);
  giveItem(ctx, mobile, makeItem(ctx, cutsInto, { amount: whole * cutAmount, hue }));
  ctx.emit({ kind: 'sound-made', sound: SNIP_SOUND, at: placeOf(ctx.world, mobile)! });
  ctx.emit({ kind: 'status-changed', mobile });
}

/** The largest stack of a template. */
function mostOf(ctx: Context, template: string): number {
  return Math.min(ctx.content.items.byId(template)?.maxAmount ?? 1, ctx.ruleset.maxAmount);
}
