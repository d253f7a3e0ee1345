import * as packets from '../../../protocol/index.ts';
import type { Context } from '../../../rules/context.ts';
import { Book } from '../../../rules/things/item.ts';
import { isOthers, outOfReach } from '../../../rules/things/reach.ts';
import type { Session } from '../../session.ts';

/** From here on a book opens with the header of variable length. */
const LONG_HEADER = 0x05000000;

/** Opens a book on the client: its header, then all pages. */
export function sendBook(ctx: Context, session: Session, serial: number): void {
  const book = ctx.world.get(serial, Book);
  if (book === undefined) return;
  const header = {
    serial,
    writable: book.writable ? 1 : 0,
    numPages: book.pages.length,
    title: book.title,
    author: book.author,
  };
  if (session.version >= LONG_HEADER) session.send(packets.encodeBookHeader, header);
  else session.send(packets.encodeBookHeaderOld, header);
  session.send(packets.encodeBookPages, { serial, pages: book.pages.map((lines, i) => page(lines, i + 1)) });
}

/** Answers the question for one page of a book within reach. */
export function sendBookPage(ctx: Context, session: Session, serial: number, number: number): void {
  const lines = ctx.world.get(serial, Book)?.pages[number - 1];
  if (lines === undefined || outOfReach(ctx, session.mobile, serial) !== null) return;
  if (isOthers(ctx, session.mobile, serial)) return;
  session.send(packets.encodeBookPages, { serial, pages: [page(lines, number)] });
}

function page(lines: readonly string[], number: number): packets.BookPageIn {
  return { number, lines: lines.map((text) => ({ text })) };
}
