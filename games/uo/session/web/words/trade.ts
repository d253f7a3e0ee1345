import type { Context } from '../../../rules/context.ts';
import { Mobile } from '../../../rules/mobiles/mobile.ts';
import { SYSTEM_HUE } from '../../../rules/refusals.ts';
import { TradeBox } from '../../../rules/trade/trade-box.ts';
import * as web from '../../../web/index.ts';
import { shortText } from '../../../web/short-text.ts';
import type { TradeWords } from '../../dialect.ts';
import type { Session } from '../../session.ts';
import { speechWords } from './speech.ts';

/** A client of the first version has no window for trades: it is told of them in words. */
export function tradeWords(ctx: Context): TradeWords {
  const { world } = ctx;
  const { told } = speechWords(ctx);
  const tell = (to: Session, text: string): void =>
    told(to, { kind: 'told', mobile: to.mobile, text, hue: SYSTEM_HUE, over: null, label: false });
  const hasWindow = ({ version }: Session): boolean => version >= web.TRADES_VERSION;

  return {
    tradeOpened(to, own, other, partner) {
      const { name } = world.require(partner, Mobile);
      if (hasWindow(to)) to.send(web.encodeTradeOpened, { own, other, partner, name: shortText(name) });
      else tell(to, `You and ${name} begin to trade, but you have no window for it. Walk away to end it.`);
    },

    tradeMarked(to, own) {
      if (!hasWindow(to)) return;
      const { accepted, other } = world.require(own, TradeBox);
      const otherAccepted = world.get(other, TradeBox)?.accepted ? 1 : 0;
      to.send(web.encodeTradeMarked, { own, accepted: accepted ? 1 : 0, otherAccepted });
    },

    tradeClosed(to, own, _other, completed) {
      if (hasWindow(to)) to.send(web.encodeTradeClosed, { own, completed: completed ? 1 : 0 });
      else tell(to, 'The trade is over.');
    },
  };
}
