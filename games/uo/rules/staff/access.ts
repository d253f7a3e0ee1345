import { AccessLevel } from '../accounts/account.ts';
import type { Context } from '../context.ts';
import { Presence } from '../mobiles/mobile.ts';

// Every right of staff is decided here.

export function accessOf({ world }: Pick<Context, 'world'>, mobile: number): number {
  return world.get(mobile, Presence)?.access ?? 0;
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
