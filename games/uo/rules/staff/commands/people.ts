import { AccessLevel } from '../../accounts/account.ts';
import { changeAccount } from '../../accounts/accounts.ts';
import type { Context } from '../../context.ts';
import { Mobile, Presence } from '../../mobiles/mobile.ts';
import { accessOf, mayActOn } from '../access.ts';
import type { Command } from '../command.ts';
import { accountOf, findOnline } from '../find.ts';

export const kick: Command = {
  name: 'kick',
  access: AccessLevel.gamemaster,
  usage: '<name>',
  summary: 'Ends the session of a person.',
  run(ctx, mobile, args) {
    const target = findOnline(ctx, mobile, args.join(' '));
    if (target === 0 || args.length === 0) return 'There is nobody of that name.';
    if (!mayActOn(ctx, mobile, target) || target === mobile) return 'You may not do that to them.';
    const { session } = ctx.world.require(target, Presence);
    if (session !== 0) ctx.emit({ kind: 'session-ended', session, code: 'kicked' });
    return `You have kicked ${ctx.world.require(target, Mobile).name}.`;
  },
};

/** The account by its own name, or by the whole name of one of its characters in the world. */
function findAccount(ctx: Context, mobile: number, name: string): number {
  const account = ctx.accounts.find(name);
  if (account !== undefined) return account;
  const online = findOnline(ctx, mobile, name);
  if (online === 0 || ctx.world.require(online, Mobile).name.toLowerCase() !== name.toLowerCase()) return 0;
  return accountOf(ctx, online)?.serial ?? 0;
}

function setBanned(ctx: Context, mobile: number, args: readonly string[], banned: boolean): string {
  const [name = '', ...reason] = args;
  const account = name === '' ? 0 : findAccount(ctx, mobile, name);
  if (account === 0) return 'There is no such account.';
  if (!mayChange(ctx, mobile, account)) return 'You may not do that to them.';
  changeAccount(ctx, { kind: 'change-account', account, banned, banReason: banned ? reason.join(' ') : '' });
  return banned ? `${name} is banned.` : `${name} is no longer banned.`;
}

/** An account may be changed by whoever has more access than it. */
function mayChange(ctx: Context, mobile: number, account: number): boolean {
  return accessOf(ctx, mobile) > ctx.accessOfAccount(account);
}

export const ban: Command = {
  name: 'ban',
  access: AccessLevel.administrator,
  usage: '<character or account> [reason]',
  summary: 'Bans an account and ends its session.',
  run: (ctx, mobile, args) => setBanned(ctx, mobile, args, true),
};

export const unban: Command = {
  name: 'unban',
  access: AccessLevel.administrator,
  usage: '<account>',
  summary: 'Lifts a ban.',
  run: (ctx, mobile, args) => setBanned(ctx, mobile, args, false),
};

export const setAccess: Command = {
  name: 'setaccess',
  access: AccessLevel.administrator,
  usage: '<account> player|counselor|seer|gamemaster|administrator',
  summary: 'Sets what an account may do, from now on.',
  run(ctx, mobile, args) {
    const [name = '', level = ''] = args;
    const account = findAccount(ctx, mobile, name);
    if (account === 0) return 'There is no such account.';
    if (!Object.hasOwn(AccessLevel, level)) return `Usage: setaccess ${setAccess.usage}`;
    const access = AccessLevel[level as keyof typeof AccessLevel];
    if (!mayChange(ctx, mobile, account) || access >= accessOf(ctx, mobile))
      return 'You may not do that to them.';
    changeAccount(ctx, { kind: 'change-account', account, access });
    return `${name} is now ${level}.`;
  },
};
