import type { Context } from '../context.ts';
import type { ChangeAccount, CreateAccount } from '../intents.ts';
import { ACCOUNT } from '../kinds.ts';
import { Presence } from '../mobiles/mobile.ts';
import { Account } from './account.ts';

export function createAccount(ctx: Context, intent: CreateAccount): void {
  const { name, passwordHash, access, session } = intent;
  const existing = ctx.accounts.find(name);
  if (existing !== undefined) {
    ctx.emit({ kind: 'session-refused', session, code: 'account-exists' });
    return;
  }
  const serial = ctx.world.newSerial(ACCOUNT);
  ctx.world.set(serial, Account, { name, passwordHash, access, createdMs: ctx.nowMs });
  ctx.accounts.add(name, serial);
  ctx.emit({ kind: 'account-created', session, account: serial });
}

/** Changes what is named; a ban ends the sessions of the account's characters. */
export function changeAccount(ctx: Context, intent: ChangeAccount): void {
  const account = ctx.world.get(intent.account, Account);
  if (account === undefined) return;
  if (intent.passwordHash !== undefined) account.passwordHash = intent.passwordHash;
  if (intent.access !== undefined) account.access = intent.access;
  if (intent.banReason !== undefined) account.banReason = intent.banReason;
  if (intent.banned === undefined) return;
  account.banned = intent.banned;
  if (!intent.banned) return;
  for (const character of account.characters) {
    const session = ctx.world.get(character, Presence)?.session ?? 0;
    if (session !== 0) ctx.emit({ kind: 'session-ended', session, code: 'banned' });
  }
}
