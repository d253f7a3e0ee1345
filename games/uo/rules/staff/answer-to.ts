import type { Context } from '../context.ts';
import { tell } from '../refusals.ts';
import { mayUse } from './access.ts';
import { audit } from './audit.ts';
import type { Command } from './command.ts';

type Handler<Answer> = (
  ctx: Context,
  mobile: number,
  answer: Answer,
  data: Readonly<Record<string, unknown>>,
) => void;

/**
 * Who takes the answer to a cursor or a gump that a command put up: only from somebody who may still use the command. Rights
 * may have been taken while it was up.
 */
export function answerTo<Answer>(command: Command, handler: Handler<Answer>): Handler<Answer> {
  return (ctx, mobile, answer, data) => {
    if (mayUse(ctx, mobile, command.access)) handler(ctx, mobile, answer, data);
    else {
      audit(ctx, mobile, `answer to ${command.name}`, 'refused');
      tell(ctx, mobile, 'That is not a command.');
    }
  };
}
