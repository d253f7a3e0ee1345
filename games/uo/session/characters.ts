import { Account } from '../rules/accounts/account.ts';
import type { Context } from '../rules/context.ts';

/** The characters of an account by slot, 0 for a free one. */
export function charactersOf(ctx: Context, account: number): number[] {
  const characters = ctx.world.get(account, Account)?.characters ?? [];
  return Array.from({ length: ctx.ruleset.characterSlots }, (_, slot) => characters[slot] ?? 0);
}
