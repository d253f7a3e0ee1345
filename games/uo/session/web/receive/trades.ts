import type * as web from '../../../web/index.ts';
import { inWorld } from '../../receive/handler.ts';

export const tradeMarkRequest = inWorld<web.TradeMarkRequest>(
  10,
  20,
  ({ offer }, session, { accepted, own: box }) => {
    offer({ kind: 'accept-trade', mobile: session.mobile, box, accepted: accepted !== 0 });
  },
);

export const tradeCancelRequest = inWorld<web.TradeCancelRequest>(10, 20, ({ offer }, session, { own }) => {
  offer({ kind: 'cancel-trade', mobile: session.mobile, box: own });
});
