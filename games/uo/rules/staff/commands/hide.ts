import { AccessLevel } from '../../accounts/account.ts';
import type { Context } from '../../context.ts';
import { Mobile } from '../../mobiles/mobile.ts';
import type { Command } from '../command.ts';

function setHidden(ctx: Context, mobile: number, hidden: boolean): string {
  ctx.world.require(mobile, Mobile).hidden = hidden;
  ctx.emit({ kind: 'mobile-changed', mobile });
  return hidden ? 'You are hidden.' : 'You are seen.';
}

export const hide: Command = {
  name: 'hide',
  access: AccessLevel.counselor,
  usage: '',
  summary: 'Hides you from players.',
  run: (ctx, mobile) => setHidden(ctx, mobile, true),
};

export const unhide: Command = {
  name: 'unhide',
  access: AccessLevel.counselor,
  usage: '',
  summary: 'Shows you again.',
  run: (ctx, mobile) => setHidden(ctx, mobile, false),
};

export const invulnerable: Command = {
  name: 'invul',
  access: AccessLevel.gamemaster,
  usage: '',
  summary: 'Makes you invulnerable, or vulnerable again.',
  run(ctx, mobile) {
    const self = ctx.world.require(mobile, Mobile);
    self.invulnerable = !self.invulnerable;
    ctx.emit({ kind: 'mobile-changed', mobile });
    return self.invulnerable ? 'You are invulnerable.' : 'You are vulnerable.';
  },
};
