import type { Context } from '../context.ts';
import type { AnswerTarget } from '../intents.ts';
import { TargetCursor } from '../mobiles/mobile.ts';
import { staffTargets } from '../staff/targets.ts';
import { cut } from '../things/use/scissors.ts';

/** Takes the answer to a target cursor; `data` is what was kept when it was asked. */
export type TargetHandler = (
  ctx: Context,
  mobile: number,
  answer: AnswerTarget,
  data: Readonly<Record<string, unknown>>,
) => void;

/** Who takes the answer, by the purpose that the cursor was put up for. */
const handlers: Readonly<Record<string, TargetHandler>> = {
  scissors: cut,
  ...staffTargets,
};

/** An answer counts once, and only to the cursor that is up. */
export function answerTarget(ctx: Context, answer: AnswerTarget): void {
  const { mobile, cursor, cancelled } = answer;
  const asked = ctx.world.get(mobile, TargetCursor);
  if (asked === undefined || asked.cursor !== cursor || asked.purpose === '') return;
  const { purpose, data } = asked;
  // The cursor's number stays, so that the next one differs.
  asked.purpose = '';
  if (!cancelled) handlers[purpose]?.(ctx, mobile, answer, data);
}
