import { AccessLevel, Account } from '../accounts/account.ts';
import type { Context } from '../context.ts';
import { Character } from '../mobiles/mobile.ts';

// Every right of staff is decided here.

/** What a mobile's account may do, looked up anew each time: who is demoted or banned has no rights from then on. */
export function accessOf({ world }: Pick<Context, 'world'>, mobile: number): number {
  const account = world.get(world.get(mobile, Character)?.account ?? 0, Account);
  return account === undefined || account.banned ? AccessLevel.player : account.access;
}

/** Do the limits of players not hold for a mobile: reach, sight, who owns what, locked doors? */
export function isStaff(ctx: Context, mobile: number): boolean {
  return mayUse(ctx, mobile, AccessLevel.gamemaster);
}

export function mayUse(ctx: Context, mobile: number, needed: AccessLevel): boolean {
  return accessOf(ctx, mobile) >= needed;
}

/** May somebody of an access act on an account, or give an access: only what is below its own. */
export function mayActOnAccount(own: number, other: number): boolean {
  return own > other;
}

/** May one act on another: on whoever has less access, and on oneself. */
export function mayActOn(ctx: Context, mobile: number, target: number): boolean {
  return mobile === target || accessOf(ctx, mobile) > accessOf(ctx, target);
}
