import { AccessLevel } from '../../accounts/account.ts';
import type { Context } from '../../context.ts';
import { Mobile } from '../../mobiles/mobile.ts';
import { mayActOn } from '../access.ts';
import type { Command } from '../command.ts';
import { findOnline } from '../find.ts';
import { jail, MOST_JAIL_MINUTES, release } from '../jail.ts';

/** A person in the world that one may do this to; else the words why not. */
function findPerson(ctx: Context, mobile: number, name: string): number | string {
  const target = findOnline(ctx, mobile, name);
  if (target === 0) return 'There is nobody of that name.';
  return mayActOn(ctx, mobile, target) && target !== mobile ? target : 'You may not do that to them.';
}

export const jailCommand: Command = {
  name: 'jail',
  access: AccessLevel.gamemaster,
  usage: '<name> [minutes] [reason]',
  summary: 'Takes a person to jail; without minutes until you let them out.',
  run(ctx, mobile, [name = '', time = '0', ...reason]) {
    const minutes = Number(time);
    if (!Number.isInteger(minutes) || minutes < 0 || minutes > MOST_JAIL_MINUTES)
      return `Usage: jail ${jailCommand.usage}`;
    const target = findPerson(ctx, mobile, name);
    if (typeof target === 'string') return target;
    jail(ctx, target, minutes, reason.join(' '));
    return `${ctx.world.require(target, Mobile).name} is in jail.`;
  },
};

export const unjail: Command = {
  name: 'unjail',
  access: AccessLevel.gamemaster,
  usage: '<name>',
  summary: 'Lets a person out of jail.',
  run(ctx, mobile, args) {
    const target = findPerson(ctx, mobile, args.join(' '));
    if (typeof target === 'string') return target;
    const { name } = ctx.world.require(target, Mobile);
    return release(ctx, target) ? `${name} is let out.` : `${name} is not in jail.`;
  },
};
