import { AccessLevel } from '../accounts/account.ts';
import type { Context } from '../context.ts';
import { tell } from '../refusals.ts';
import { mayUse } from './access.ts';
import { audit } from './audit.ts';
import { findCommand } from './commands.ts';

/** Runs a command that was typed after `.` or `[`. Who may not use it learns no more than that it is none. */
export function runCommand(ctx: Context, mobile: number, text: string): void {
  const [name = '', ...args] = words(text);
  const command = findCommand(name);
  if (command === undefined || !mayUse(ctx, mobile, command.access)) {
    if (command !== undefined) audit(ctx, mobile, text, 'refused');
    tell(ctx, mobile, 'That is not a command.');
    return;
  }
  const outcome = command.run(ctx, mobile, args);
  if (command.access > AccessLevel.player) audit(ctx, mobile, text, outcome);
  if (outcome !== '') tell(ctx, mobile, outcome);
}

/** Splits at blanks; "quoted words" stay together. */
export function words(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
}
