import type { AccessLevel } from '../accounts/account.ts';
import type { Context } from '../context.ts';

/** A staff member's text command. */
export interface Command {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly access: AccessLevel;
  /** Arguments, for the help text. */
  readonly usage: string;
  readonly summary: string;
  /** Does it, or says why not: the outcome is told to the person and kept in the audit log. */
  run(ctx: Context, mobile: number, args: readonly string[]): string;
}
