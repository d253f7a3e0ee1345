import type { Context } from '../../../rules/context.ts';
import { Mobile } from '../../../rules/mobiles/mobile.ts';
import { SYSTEM_HUE } from '../../../rules/refusals.ts';
import type { TradeWords } from '../../dialect.ts';
import type { Session } from '../../session.ts';
import { speechWords } from './speech.ts';

/** A client in a browser has no window for trades yet: it is told of them in words. */
export function tradeWords(ctx: Context): TradeWords {
  const { told } = speechWords(ctx);
  const tell = (to: Session, text: string): void =>
    told(to, { kind: 'told', mobile: to.mobile, text, hue: SYSTEM_HUE, over: null, label: false });
  return {
    tradeOpened(to, _own, _other, partner) {
      const { name } = ctx.world.require(partner, Mobile);
      tell(to, `You and ${name} begin to trade, but you have no window for it. Walk away to end it.`);
    },

    tradeMarked() {},

    tradeClosed: (to) => tell(to, 'The trade is over.'),
  };
}
