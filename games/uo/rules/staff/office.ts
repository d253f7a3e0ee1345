import { Account } from '../accounts/account.ts';
import { changeAccount } from '../accounts/accounts.ts';
import type { Context } from '../context.ts';
import type { ActFromOffice } from '../intents.ts';
import { Presence } from '../mobiles/mobile.ts';
import { mayActOnAccount } from './access.ts';

/** What staff do to an account without being in the world. What came of it is an event that answers the request. */
export function actFromOffice(ctx: Context, intent: ActFromOffice): void {
  const { request } = intent;
  const [done, outcome] = attempt(ctx, intent);
  ctx.emit({ kind: 'office-acted', request, done, outcome });
}

function attempt(ctx: Context, { access, act, by, target }: ActFromOffice): [done: boolean, outcome: string] {
  const account = ctx.world.get(target, Account);
  if (account === undefined) return [false, 'There is no such account.'];
  // Who asks may have lost rights since.
  const own = by === 0 ? access : Math.min(access, ctx.world.get(by, Account)?.access ?? 0);
  if (!mayActOnAccount(own, account.access)) return [false, 'You may not do that to them.'];
  switch (act.kind) {
    case 'kick': {
      const sessions = account.characters
        .map((character) => ctx.world.get(character, Presence)?.session ?? 0)
        .filter((session) => session !== 0);
      for (const session of sessions) ctx.emit({ kind: 'session-ended', session, code: 'kicked' });
      return sessions.length > 0
        ? [true, `${account.name} is kicked.`]
        : [false, `${account.name} does not play.`];
    }
    case 'ban':
      changeAccount(ctx, { kind: 'change-account', account: target, banned: true, banReason: act.reason });
      return [true, `${account.name} is banned.`];
    case 'unban':
      changeAccount(ctx, { kind: 'change-account', account: target, banned: false, banReason: '' });
      return [true, `${account.name} is no longer banned.`];
    case 'set-access':
      if (!mayActOnAccount(own, act.access)) return [false, 'You may not give rights like your own.'];
      changeAccount(ctx, { kind: 'change-account', account: target, access: act.access });
      return [true, `What ${account.name} may do is changed.`];
    case 'set-password':
      changeAccount(ctx, { kind: 'change-account', account: target, passwordHash: act.passwordHash });
      return [true, `${account.name} has a new password.`];
    default:
      return act satisfies never;
  }
}
