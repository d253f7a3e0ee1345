import * as packets from '../../../protocol/index.ts';
import type { Context } from '../../../rules/context.ts';
import { Mobile } from '../../../rules/mobiles/mobile.ts';
import { Item, Layer } from '../../../rules/things/item.ts';
import { TradeBox } from '../../../rules/trade/trade-box.ts';
import type { TradeWords } from '../../dialect.ts';
import type { Session } from '../../session.ts';
import { sendStatus } from './people.ts';

const OPEN = 0;
const CLOSE = 1;
const MARKS = 2;

export function tradeWords(ctx: Context): TradeWords {
  const { world } = ctx;

  /** The client has to know a container, as something that a person wears, before a window shows it. */
  function sendBox(to: Session, serial: number, mobile: number): void {
    const { graphic, hue } = world.require(serial, Item);
    to.send(packets.encodeWornItem, { serial, graphic, layer: Layer.trade, mobile, hue });
  }

  function sendMarks(to: Session, own: number): void {
    const { accepted, other } = world.require(own, TradeBox);
    const body = { own: accepted ? 1 : 0, other: world.get(other, TradeBox)?.accepted ? 1 : 0 };
    to.send(packets.encodeSecureTrade, { action: MARKS, serial: own, body });
  }

  return {
    tradeOpened(to, own, other, partner) {
      sendStatus(ctx, to, partner);
      sendBox(to, own, to.mobile);
      sendBox(to, other, partner);
      const { name } = world.require(partner, Mobile);
      const body = { ownContainer: own, otherContainer: other, name };
      to.send(packets.encodeSecureTrade, { action: OPEN, serial: partner, body });
      sendMarks(to, own);
    },

    tradeMarked: sendMarks,

    tradeClosed(to, own, other) {
      to.send(packets.encodeSecureTrade, { action: CLOSE, serial: own, body: {} });
      for (const serial of [own, other]) to.send(packets.encodeDeleteObject, { serial });
    },
  };
}
