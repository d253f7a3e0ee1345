import type { Context } from '../context.ts';
import type { Place } from '../events.ts';
import { Character, Presence } from '../mobiles/mobile.ts';
import { standAt } from '../movement/ground.ts';
import { teleport } from '../movement/teleport.ts';
import { tell } from '../refusals.ts';
import { returnHeldItem } from '../things/held-item.ts';
import { placeOf } from '../where.ts';
import { Jailed } from './jailed.ts';

/** Longest time in jail that has an end, in minutes: a year of world time. */
export const MOST_JAIL_MINUTES = 525_600;

/**
 * Takes a character to jail, whether it is in the world or not. Once more: the time begins anew, and the way back stays.
 * `minutes` of world time, up to MOST_JAIL_MINUTES; 0: until staff let it out.
 */
export function jail(ctx: Context, character: number, minutes: number, reason: string): void {
  const from = ctx.world.get(character, Jailed) ?? whereabouts(ctx, character);
  const { facet, x, y, z } = from;
  const untilMs = minutes === 0 ? 0 : Math.ceil(ctx.nowMs + minutes * 60_000);
  ctx.world.set(character, Jailed, { untilMs, reason, facet, x, y, z });
  const cell = ctx.ruleset.jail;
  move(ctx, character, { ...cell, z: standAt(ctx, cell.facet, cell.x, cell.y, 0) });
  const time = minutes === 0 ? '' : ` for ${minutes} minutes`;
  tell(ctx, character, `You are in jail${time}.${reason === '' ? '' : ` ${reason}`}`);
}

/** Lets a character out, back to where it was. False when it was not in jail. */
export function release(ctx: Context, character: number): boolean {
  const jailed = ctx.world.get(character, Jailed);
  if (jailed === undefined) return false;
  const { facet, x, y, z } = jailed;
  ctx.world.remove(character, Jailed);
  move(ctx, character, { facet, x, y, z });
  tell(ctx, character, 'You are let out of jail.');
  return true;
}

/** The time is over. */
export function onJailDue(ctx: Context, character: number): void {
  release(ctx, character);
}

function whereabouts(ctx: Context, character: number): Place {
  const { logoutFacet, logoutX, logoutY, logoutZ } = ctx.world.require(character, Character);
  return placeOf(ctx.world, character) ?? { facet: logoutFacet, x: logoutX, y: logoutY, z: logoutZ };
}

function move(ctx: Context, mobile: number, to: Place): void {
  if (ctx.world.has(mobile, Presence)) {
    returnHeldItem(ctx, mobile);
    teleport(ctx, mobile, to);
    return;
  }
  const character = ctx.world.require(mobile, Character);
  character.logoutFacet = to.facet;
  character.logoutX = to.x;
  character.logoutY = to.y;
  character.logoutZ = to.z;
}
