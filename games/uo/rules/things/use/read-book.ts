import type { Behaviour } from './behaviour.ts';

export const readBook: Behaviour = (ctx, mobile, book) => {
  ctx.emit({ kind: 'book-opened', mobile, book });
};
