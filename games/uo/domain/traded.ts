import type { Context } from '../rules/context.ts';
import { Character } from '../rules/mobiles/mobile.ts';
import { Item } from '../rules/things/item.ts';
import { templateOf } from '../rules/things/template.ts';
import { TradeBox } from '../rules/trade/trade-box.ts';
import type { DomainEvent } from './domain-events.ts';

type Side = DomainEvent<'trade-completed'>['sides'][number];

/** Who gave what to whom in a trade that has just been sealed; `box` is either of it. `coins` is the template of gold. */
export function tradeOf(ctx: Context, box: number, coins: number): DomainEvent<'trade-completed'> {
  const { other } = ctx.world.require(box, TradeBox);
  return { v: 1, sides: [sideOf(ctx, box, coins), sideOf(ctx, other, coins)] };
}

/** What the owner of a box has put into it, and what lay in that: a container limits how much that can be. */
function sideOf(ctx: Context, box: number, coins: number): Side {
  const { world } = ctx;
  const { owner } = world.require(box, TradeBox);
  let gold = 0;
  const gave = world.closureOf(box).flatMap((item) => {
    const state = world.get(item, Item);
    if (item === box || state === undefined) return [];
    const { amount, graphic, template } = state;
    if (template === coins) gold += amount;
    const parent = world.parentOf(item);
    const holder = parent === box ? 0 : parent;
    return [{ item, holder, template: templateOf(ctx, item)?.id ?? '', graphic, amount }];
  });
  return { character: owner, account: world.get(owner, Character)?.account ?? 0, gold, gave };
}
