import type { Context } from '../../context.ts';
import type { Use } from '../../intents.ts';
import { isMobile } from '../../kinds.ts';
import { refuse } from '../../refusals.ts';
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
  if (!ctx.world.has(target, Item) || ctx.world.placement(target) === undefined) return;
  const template = templateOf(ctx, target);
  const behaviour = behaviours[template?.use ?? (ctx.world.has(target, Door) ? 'door' : '')];
  if (behaviour === undefined) return;
  if (isGhost(ctx, mobile)) {
    refuse(ctx, mobile, 'ghost');
    return;
  }
  if (isJailed(ctx, mobile)) {
    refuse(ctx, mobile, 'jailed');
    return;
  }
  const reach = outOfReach(ctx, mobile, target);
  if (reach !== null) {
    refuse(ctx, mobile, reach);
    return;
  }
  const box = boxAround(ctx.world, target);
  if (box !== 0 ? !mayLookInto(ctx, mobile, target, box) : isOthers(ctx, mobile, target)) {
    refuse(ctx, mobile, box === 0 ? 'not-yours' : 'in-trade');
    return;
  }
  behaviour(ctx, mobile, target, template?.params ?? {});
}

/** The two who trade see what is in the bags that they offer each other. */
function mayLookInto(ctx: Context, mobile: number, target: number, box: number): boolean {
  return templateOf(ctx, target)?.use === 'open-container' && isPartyTo(ctx.world, mobile, box);
}

function openPaperdoll(ctx: Context, mobile: number, of: number): void {
  const here = placeOf(ctx.world, mobile);
  const there = placeOf(ctx.world, of);
  if (
    here === null ||
    there === null ||
    !notices(ctx.world, mobile, of) ||
    distance(here, there) > PAPERDOLL_TILES
  )
    return;
  ctx.emit({ kind: 'paperdoll-opened', mobile, of });
}
