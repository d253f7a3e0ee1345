import type { Context } from '../../context.ts';
import type { Use } from '../../intents.ts';
import { isMobile } from '../../kinds.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { notices } from '../../sight/notice.ts';
import { isJailed } from '../../staff/jailed.ts';
import { boxAround, isPartyTo } from '../../trade/trade-box.ts';
import { distance, placeOf } from '../../where.ts';
import { Door, Item } from '../item.ts';
import { isGhost, isOthers, outOfReach } from '../reach.ts';
import { templateOf } from '../template.ts';
import { behaviours } from './behaviours.ts';

/** As far as a paperdoll can be opened. */
const PAPERDOLL_TILES = 18;

/** A double click. */
export function use(ctx: Context, { mobile, target }: Use): void {
  if (isMobile(target)) {
    openPaperdoll(ctx, mobile, target);
    return;
  }
  const name = behaviourOf(ctx, target);
  const behaviour = name === null ? undefined : behaviours[name];
  if (behaviour === undefined) return;
  const reason = whyNotUse(ctx, mobile, target);
  if (reason !== null) refuse(ctx, mobile, reason);
  else behaviour(ctx, mobile, target, templateOf(ctx, target)?.params ?? {});
}

/** What a thing does when it is used: the name of a behaviour; null for nothing, and for what is not in the world. */
export function behaviourOf(ctx: Context, target: number): string | null {
  if (!ctx.world.has(target, Item) || ctx.world.placement(target) === undefined) return null;
  return templateOf(ctx, target)?.use ?? (ctx.world.has(target, Door) ? 'door' : null);
}

/** Why a person may not use a thing that can be used; null when it may. */
export function whyNotUse(ctx: Context, mobile: number, target: number): Refusal | null {
  if (isGhost(ctx, mobile)) return 'ghost';
  if (isJailed(ctx, mobile)) return 'jailed';
  const reach = outOfReach(ctx, mobile, target);
  if (reach !== null) return reach;
  const box = boxAround(ctx.world, target);
  if (box !== 0) return mayLookInto(ctx, mobile, target, box) ? null : 'in-trade';
  return isOthers(ctx, mobile, target) ? 'not-yours' : null;
}

/** The two who trade see what is in the bags that they offer each other. */
function mayLookInto(ctx: Context, mobile: number, target: number, box: number): boolean {
  return templateOf(ctx, target)?.use === 'open-container' && isPartyTo(ctx.world, mobile, box);
}

function openPaperdoll(ctx: Context, mobile: number, of: number): void {
  if (maySeePaperdoll(ctx, mobile, of)) ctx.emit({ kind: 'paperdoll-opened', mobile, of });
}

export function maySeePaperdoll(ctx: Context, mobile: number, of: number): boolean {
  const here = placeOf(ctx.world, mobile);
  const there = placeOf(ctx.world, of);
  if (here === null || there === null || !notices(ctx.world, mobile, of)) return false;
  return distance(here, there) <= PAPERDOLL_TILES;
}
