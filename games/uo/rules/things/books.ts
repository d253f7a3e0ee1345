import type { Context } from '../context.ts';
import type { TitleBook, WriteBook } from '../intents.ts';
import { printable } from '../printable.ts';
import { refuse } from '../refusals.ts';
import { Book } from './item.ts';
import { isOthers, outOfReach } from './reach.ts';

export const LINES_PER_PAGE = 8;
/** Longest line and title that a client sends, with room for letters of several bytes. */
const MAX_LINE = 80;
const MAX_TITLE = 60;
const MAX_AUTHOR = 30;

export function writeBook(ctx: Context, { mobile, book, page, lines }: WriteBook): void {
  const state = writable(ctx, mobile, book);
  if (state === null || page < 1 || page > state.pages.length) return;
  const text = lines.slice(0, LINES_PER_PAGE).map((line) => printable(line).slice(0, MAX_LINE));
  state.pages = state.pages.with(page - 1, text);
}

export function titleBook(ctx: Context, { mobile, book, title, author }: TitleBook): void {
  const state = writable(ctx, mobile, book);
  if (state === null) return;
  state.title = printable(title).slice(0, MAX_TITLE);
  state.author = printable(author).slice(0, MAX_AUTHOR);
}

function writable(ctx: Context, mobile: number, book: number): Book | null {
  const state = ctx.world.get(book, Book);
  if (state === undefined) return null;
  if (!state.writable || outOfReach(ctx, mobile, book) !== null || isOthers(ctx, mobile, book)) {
    refuse(ctx, mobile, 'book-closed');
    return null;
  }
  return state;
}
