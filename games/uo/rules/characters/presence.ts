import { Account } from '../accounts/account.ts';
import type { Context } from '../context.ts';
import type { EnterWorld, LeaveWorld } from '../intents.ts';
import { lookAtSky, SeenLight } from '../light/seen-light.ts';
import { Character, Gumps, Presence, TargetCursor, Walker } from '../mobiles/mobile.ts';
import { returnHeldItem } from '../things/held-item.ts';
import { endAllTrades, endTradesOf } from '../trade/end-trade.ts';

/**
 * Puts a character into the world, where it left. One that is still there (its link was lost, or an older session plays it)
 * is taken over as it is; the older session is displaced.
 */
export function enterWorld(ctx: Context, intent: EnterWorld): void {
  const { session, character, account: accountSerial } = intent;
  const { world } = ctx;
  const account = world.get(accountSerial, Account);
  const self = world.get(character, Character);
  if (account === undefined || self === undefined || self.account !== accountSerial || account.banned) {
    ctx.emit({ kind: 'session-refused', session, code: 'no-such-character' });
    return;
  }
  const other = account.characters.find(
    (each) => each !== character && (world.get(each, Presence)?.session ?? 0) > 0,
  );
  if (other !== undefined) {
    ctx.emit({ kind: 'session-refused', session, code: 'other-character-online' });
    return;
  }
  const presence = world.get(character, Presence);
  const displaced = presence?.session ?? 0;
  if (presence === undefined) {
    world.place(character, self.logoutFacet, self.logoutX, self.logoutY, self.logoutZ);
  }
  // A client that comes anew does not show the windows of the last one.
  endTradesOf(ctx, character);
  world.set(character, Presence, { session, leaveAtMs: 0 });
  world.set(character, Walker, {});
  world.remove(character, TargetCursor);
  world.set(character, Gumps, {});
  returnHeldItem(ctx, character);
  world.remove(character, SeenLight);
  lookAtSky(ctx, character);
  ctx.emit({ kind: 'character-entered', session, mobile: character, displaced });
}

export function leaveWorld(ctx: Context, intent: LeaveWorld): void {
  const presence = ctx.world.get(intent.mobile, Presence);
  // A session that was displaced has nothing to say about the character any more.
  if (presence === undefined || presence.session !== intent.session) return;
  returnHeldItem(ctx, intent.mobile);
  if (intent.how === 'logout') {
    depart(ctx, intent.mobile);
    return;
  }
  presence.session = 0;
  presence.leaveAtMs = ctx.nowMs + ctx.ruleset.linkDeadMs;
}

/** The link-dead delay is over. */
export function onPresenceDue(ctx: Context, mobile: number): void {
  const presence = ctx.world.require(mobile, Presence);
  presence.leaveAtMs = 0;
  if (presence.session === 0) depart(ctx, mobile);
}

function depart(ctx: Context, mobile: number): void {
  const { world } = ctx;
  const session = world.require(mobile, Presence).session;
  const { facet, x, y, z } = world.placement(mobile)!;
  rememberPlace(ctx, mobile);
  world.displace(mobile);
  for (const component of [Presence, Walker, TargetCursor, Gumps, SeenLight]) world.remove(mobile, component);
  ctx.emit({ kind: 'character-left', session, mobile, at: { facet, x, y, z } });
}

function rememberPlace(ctx: Context, mobile: number): void {
  const { facet, x, y, z } = ctx.world.placement(mobile)!;
  const character = ctx.world.require(mobile, Character);
  character.logoutFacet = facet;
  character.logoutX = x;
  character.logoutY = y;
  character.logoutZ = z;
}

/** After a restart nobody plays: whoever was in the world when it stopped has left it where it stood. */
export function clearPresences(ctx: Context): void {
  endAllTrades(ctx);
  const standing: number[] = [];
  ctx.world.each(Character, (serial) => {
    if (ctx.world.placement(serial) !== undefined) standing.push(serial);
  });
  for (const mobile of standing) {
    returnHeldItem(ctx, mobile);
    rememberPlace(ctx, mobile);
    ctx.world.displace(mobile);
  }
}
