import { AccessLevel, Account } from '../accounts/account.ts';
import { changeAccount } from '../accounts/accounts.ts';
import type { Context } from '../context.ts';
import type { ActFromOffice, OfficeAct } from '../intents.ts';
import { Mobile, Presence } from '../mobiles/mobile.ts';
import { mayActOnAccount } from './access.ts';
import { jail, MOST_JAIL_MINUTES, release } from './jail.ts';

/** What one has to be, as for the commands in the world. */
const NEEDED: Readonly<Record<OfficeAct['kind'], AccessLevel>> = {
  kick: AccessLevel.gamemaster,
  jail: AccessLevel.gamemaster,
  unjail: AccessLevel.gamemaster,
  ban: AccessLevel.administrator,
  unban: AccessLevel.administrator,
  'set-access': AccessLevel.administrator,
  'set-password': AccessLevel.administrator,
};

type Outcome = [done: boolean, outcome: string];

/** What staff do to an account without being in the world. What came of it is an event that answers the request. */
export function actFromOffice(ctx: Context, intent: ActFromOffice): void {
  const { request } = intent;
  const [done, outcome] = attempt(ctx, intent);
  ctx.emit({ kind: 'office-acted', request, done, outcome });
}

function attempt(ctx: Context, { access, act, by, target }: ActFromOffice): Outcome {
  const account = ctx.world.get(target, Account);
  if (account === undefined) return [false, 'There is no such account.'];
  // Who asks may have lost rights since.
  const own = by === 0 ? access : Math.min(access, ctx.world.get(by, Account)?.access ?? 0);
  if (own < NEEDED[act.kind] || !mayActOnAccount(own, account.access))
    return [false, 'You may not do that to them.'];
  switch (act.kind) {
    case 'kick':
      return kick(ctx, account);
    case 'jail':
    case 'unjail':
      return jailOrRelease(ctx, account, act);
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

function kick(ctx: Context, account: Account): Outcome {
  const sessions = account.characters
    .map((character) => ctx.world.get(character, Presence)?.session ?? 0)
    .filter((session) => session !== 0);
  for (const session of sessions) ctx.emit({ kind: 'session-ended', session, code: 'kicked' });
  return sessions.length > 0
    ? [true, `${account.name} is kicked.`]
    : [false, `${account.name} does not play.`];
}

function jailOrRelease(
  ctx: Context,
  account: Account,
  act: OfficeAct & { readonly kind: 'jail' | 'unjail' },
): Outcome {
  const { character } = act;
  if (character === 0 || !account.characters.includes(character))
    return [false, 'They have no such character.'];
  const { name } = ctx.world.require(character, Mobile);
  if (act.kind === 'unjail')
    return release(ctx, character) ? [true, `${name} is let out.`] : [false, `${name} is not in jail.`];
  if (!(act.minutes >= 0 && act.minutes <= MOST_JAIL_MINUTES)) return [false, 'That is no time in jail.'];
  jail(ctx, character, act.minutes, act.reason);
  return [true, `${name} is in jail.`];
}
