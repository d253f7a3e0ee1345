import { Account } from '../accounts/account.ts';
import type { Context } from '../context.ts';
import { Character, Mobile, Presence } from '../mobiles/mobile.ts';
import { notices } from '../sight/notice.ts';

/** A character in the world by the beginning of its name, 0 when there is none that the viewer may know of. */
export function findOnline(ctx: Context, viewer: number, name: string): number {
  if (name === '') return 0;
  const wanted = name.toLowerCase();
  let found = 0;
  ctx.world.each(Presence, (serial) => {
    if (!notices(ctx.world, viewer, serial)) return;
    const own = ctx.world.get(serial, Mobile)?.name.toLowerCase() ?? '';
    if (own === wanted || (found === 0 && own.startsWith(wanted))) found = serial;
  });
  return found;
}

/** The account of a character. */
export function accountOf(ctx: Context, mobile: number): { serial: number; account: Account } | null {
  const serial = ctx.world.get(mobile, Character)?.account;
  const account = serial === undefined ? undefined : ctx.world.get(serial, Account);
  return serial === undefined || account === undefined ? null : { serial, account };
}
