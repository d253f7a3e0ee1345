import type * as packets from '../../../protocol/index.ts';
import { lookAt as askLook } from '../../receive/asks.ts';
import { inWorld } from '../../receive/handler.ts';
import { sendBookPage } from '../words/books.ts';

export const liftItem = inWorld<packets.LiftRequest>(20, 40, ({ offer }, session, { serial, amount }) => {
  offer({ kind: 'lift', mobile: session.mobile, item: serial, amount });
});

export const dropItem = inWorld<packets.DropRequest>(20, 40, ({ offer }, session, body) => {
  const { serial, x, y, z, container } = body;
  offer({
    kind: 'drop',
    mobile: session.mobile,
    item: serial,
    x,
    y,
    z,
    grid: body.grid ?? 0,
    onto: container,
  });
});

export const equipItem = inWorld<packets.EquipRequest>(
  20,
  40,
  ({ offer }, session, { serial, layer, mobile }) => {
    offer({ kind: 'equip', mobile: session.mobile, item: serial, layer, onto: mobile });
  },
);

/** Bit 31 of a double click: the paperdoll, even of somebody who rides. */
const PAPERDOLL_BIT = 0x80000000;

export const useItem = inWorld<packets.UseRequest>(20, 40, (desk, session, { serial }) => {
  // The rules open a paperdoll for any use of a mobile: nobody rides yet.
  const target = serial >= PAPERDOLL_BIT ? (serial & 0x7fffffff) >>> 0 || session.mobile : serial;
  desk.offer({ kind: 'use', mobile: session.mobile, target });
});

export const lookAt = inWorld<packets.LookRequest>(30, 60, (desk, session, { serial }) => {
  askLook(desk, session, serial);
});

/** The number of lines that asks for a page instead of writing it. */
const ASKS_FOR_PAGE = 0xffff;
/** Clients name one or two: a packet must not become a thousand intents. */
const PAGES_AT_ONCE = 4;

export const bookPages = inWorld<packets.BookPageRequest>(10, 40, (desk, session, { serial, pages }) => {
  for (const { number, numLines, lines } of pages.slice(0, PAGES_AT_ONCE)) {
    if (numLines === ASKS_FOR_PAGE) sendBookPage(desk.ctx, session, serial, number);
    else {
      const texts = lines.map((line) => line.text);
      desk.offer({ kind: 'write-book', mobile: session.mobile, book: serial, page: number, lines: texts });
    }
  }
});

export const bookHeader = inWorld<packets.BookHeaderRequest | packets.BookHeaderOldRequest>(
  5,
  10,
  ({ offer }, session, { serial, title, author }) => {
    offer({ kind: 'title-book', mobile: session.mobile, book: serial, title, author });
  },
);
