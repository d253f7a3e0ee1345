import type * as packets from '../../../protocol/index.ts';
import { inWorld } from '../../receive/handler.ts';

const CANCEL = 1;
const ACCEPT = 2;

/** Offers of gold from an account (3) are not taken: no account of this shard has any, as its clients show. */
export const tradeRequest = inWorld<packets.TradeRequest>(10, 20, ({ offer }, session, body) => {
  const { action, container: box } = body;
  const { mobile } = session;
  if (action === CANCEL) offer({ kind: 'cancel-trade', mobile, box });
  else if (action === ACCEPT) {
    const { accepted } = body.body as packets.TradeAcceptanceRequest;
    offer({ kind: 'accept-trade', mobile, box, accepted: accepted !== 0 });
  }
});
