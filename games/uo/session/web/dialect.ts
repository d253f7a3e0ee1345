import type { Context } from '../../rules/context.ts';
import type { Dialect } from '../dialect.ts';
import type { Tokens } from './tokens.ts';
import { lobbyWords } from './words/lobby.ts';
import { peopleWords } from './words/people.ts';
import { speechWords } from './words/speech.ts';
import { thingWords } from './words/things.ts';
import { tradeWords } from './words/trade.ts';
import { windowWords } from './words/windows.ts';

/** The words of clients in a browser. */
export function webDialect(ctx: Context, tokens: Tokens): Dialect {
  return {
    index: 1,
    name: 'web',
    ...lobbyWords(ctx, tokens),
    ...peopleWords(ctx),
    ...thingWords(ctx),
    ...tradeWords(ctx),
    ...speechWords(ctx),
    ...windowWords(),
  };
}
