import { Player, Presence } from '../components.ts';
import type { Context } from '../context.ts';
import { outranks, type Right } from '../ranks.ts';

/** A command of the chat. Its name is the right that it takes. */
export interface Command {
  readonly name: Right;
  /** What comes after the name. */
  readonly usage: string;
  readonly help: string;
  /** Is it written into the audit log? */
  readonly isStaff?: boolean;
  /** Does it and returns what the person is told; null: nothing, a text that begins with &c: it did not work. */
  run(ctx: Context, player: number, words: readonly string[]): string | null;
}

export function rankOf(ctx: Context, player: number): number {
  return ctx.world.require(player, Player).rank;
}

export function nameOf(ctx: Context, player: number): string {
  return ctx.world.require(player, Player).name;
}

/** Somebody by name over whom the one who asks has power, or why not. */
export function subject(ctx: Context, player: number, name: string | undefined): number | string {
  const found = name === undefined ? undefined : ctx.people.byName.find(name);
  if (found === undefined) return `&cNobody is called ${name ?? 'that'}`;
  return outranks(rankOf(ctx, player), rankOf(ctx, found)) ? found : `&c${nameOf(ctx, found)} is above you`;
}

/** Somebody by name who is here, or why not. */
export function companion(ctx: Context, name: string | undefined): number | string {
  const found = name === undefined ? undefined : ctx.people.byName.find(name);
  return found !== undefined && ctx.world.has(found, Presence) ? found : `&c${name ?? 'That'} is not here`;
}
