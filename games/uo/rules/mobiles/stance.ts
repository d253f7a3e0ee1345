import type { Context } from '../context.ts';
import type { Emote, SetWarMode } from '../intents.ts';
import { Mobile } from './mobile.ts';

export function setWarMode(ctx: Context, { mobile, war }: SetWarMode): void {
  const self = ctx.world.require(mobile, Mobile);
  if (self.war !== war) {
    self.war = war;
    ctx.emit({ kind: 'mobile-changed', mobile });
  }
  // The client waits for the answer even when nothing has changed.
  ctx.emit({ kind: 'war-mode-set', mobile });
}

/** Action groups of a human body. */
const BOW = 32;
const SALUTE = 33;

export function emote(ctx: Context, { mobile, action }: Emote): void {
  ctx.emit({ kind: 'mobile-animated', mobile, action: action === 'bow' ? BOW : SALUTE });
}
