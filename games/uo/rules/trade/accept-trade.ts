import type { Context } from '../context.ts';
import type { AcceptTrade } from '../intents.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { Item, Layer } from '../things/item.ts';
import { templateOf } from '../things/template.ts';
import { contentsWeight } from '../things/weight.ts';
import { wornOn } from '../things/worn.ts';
import { endTrade } from './end-trade.ts';
import { whyNoTrade } from './may-trade.ts';
import { contentsOf, partnerOf, TradeBox, unmark } from './trade-box.ts';

/** Sets or takes back a person's mark under an offer. When both have marked the same offer, it is sealed. */
export function acceptTrade(ctx: Context, { mobile, box, accepted }: AcceptTrade): void {
  const { world } = ctx;
  const own = world.get(box, TradeBox);
  // A click on a window that is gone, or on somebody else's, means nothing.
  if (own === undefined || own.owner !== mobile) return;
  const reason = own.sealed ? 'trade-sealed' : accepted ? whyNotAccept(ctx, own) : null;
  if (reason !== null) refuse(ctx, mobile, reason);
  else if (whyNoTrade(ctx, mobile, partnerOf(world, box)) !== null) return endTrade(ctx, box);
  else {
    own.accepted = accepted;
    if (accepted) own.acceptedContents = contentsOf(ctx, box);
    if (isAgreed(ctx, own)) return seal(ctx, box);
  }
  // After a refusal too: the client has set its mark by itself.
  ctx.emit({ kind: 'trade-marked', box });
}

function whyNotAccept(ctx: Context, own: TradeBox): Refusal | null {
  // What is done must be durable before it is shown: while nothing gets durable, nothing is begun.
  if (ctx.pressure === 'critical') return 'cannot-save';
  const changedMs = ctx.world.get(own.other, TradeBox)?.changedMs ?? 0;
  return ctx.nowMs - changedMs < ctx.ruleset.tradeLookMs ? 'trade-changed' : null;
}

function isAgreed({ world }: Context, own: TradeBox): boolean {
  const other = world.get(own.other, TradeBox);
  return (
    other !== undefined && own.accepted && other.accepted && own.acceptedContents === other.acceptedContents
  );
}

/** Both have accepted: if each has room for what it gets, the boxes change places and are closed to everybody. */
function seal(ctx: Context, box: number): void {
  const { world } = ctx;
  const own = world.require(box, TradeBox);
  const other = world.require(own.other, TradeBox);
  if (isRefused(ctx, own.owner, own.other, other.owner) || isRefused(ctx, other.owner, box, own.owner)) {
    unmark(ctx, box);
    return;
  }
  own.sealed = true;
  other.sealed = true;
  // This is the transfer, both sides in one commit record.
  world.contain(box, other.owner, 0, 0, Layer.trade);
  world.contain(own.other, own.owner, 0, 0, Layer.trade);
  ctx.emit({ kind: 'trade-marked', box });
  ctx.emit({ kind: 'trade-sealed', box });
}

/** Has a person no room for what it is to get from its partner? Both are told. */
function isRefused(ctx: Context, mobile: number, incoming: number, partner: number): boolean {
  const lack = whatLacks(ctx, mobile, incoming);
  if (lack === null) return false;
  refuse(ctx, mobile, lack === 'room' ? 'trade-no-room' : 'trade-too-heavy');
  refuse(ctx, partner, lack === 'room' ? 'trade-partner-no-room' : 'trade-partner-too-heavy');
  return true;
}

/** Does a backpack take everything in a box, as separate things? */
function whatLacks(ctx: Context, mobile: number, incoming: number): 'room' | 'strength' | null {
  const { world } = ctx;
  const backpack = wornOn(world, mobile, Layer.backpack);
  const shape =
    backpack === 0 || !world.has(backpack, Item) ? undefined : templateOf(ctx, backpack)?.container;
  if (shape === undefined) return 'room';
  const count = world.closureOf(incoming).length + world.closureOf(backpack).length - 2;
  if (count > shape.maxItems) return 'room';
  const weight = contentsWeight(ctx, incoming) + contentsWeight(ctx, backpack);
  return weight > shape.maxWeight ? 'strength' : null;
}
