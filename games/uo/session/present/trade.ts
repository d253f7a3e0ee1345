import type * as events from '../../rules/events.ts';
import { TradeBox } from '../../rules/trade/trade-box.ts';
import type { Stage } from './presenter.ts';

/** Both windows open. */
export function tradeOpened(stage: Stage, { box, other, owner, partner }: events.TradeOpened): void {
  open(stage, owner, box, partner, other);
  open(stage, partner, other, owner, box);
}

function open(stage: Stage, mobile: number, own: number, partner: number, other: number): void {
  const { world } = stage.ctx;
  const session = stage.own(mobile);
  // It may be over within the same step.
  if (session === undefined || !world.has(own, TradeBox) || !world.has(other, TradeBox)) return;
  session.opened.add(own);
  session.opened.add(other);
  session.dialect.tradeOpened(session, own, other, partner);
}

export function tradeMarked(stage: Stage, { box }: events.TradeMarked): void {
  const { world } = stage.ctx;
  const other = world.get(box, TradeBox)?.other ?? 0;
  for (const side of [box, other]) {
    const owner = world.get(side, TradeBox)?.owner;
    const session = owner === undefined ? undefined : stage.own(owner);
    if (session?.opened.has(side)) session.dialect.tradeMarked(session, side);
  }
}

/** The agreement is durable. Only now may it take effect, and be seen to. */
export function tradeSealed({ desk }: Stage, { box }: events.TradeSealed): void {
  desk.offer({ kind: 'settle-trade', box });
}

export function tradeClosed(stage: Stage, event: events.TradeClosed): void {
  const { box, completed, mobile, other } = event;
  const session = stage.own(mobile);
  // A client that came later was never shown this window.
  if (session === undefined || !session.opened.has(box)) return;
  session.opened.delete(box);
  session.opened.delete(other);
  session.dialect.tradeClosed(session, box, other, completed);
  stage.view.forgetOthersBags(session);
}
