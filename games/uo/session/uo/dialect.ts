import type { Context } from '../../rules/context.ts';
import type { Dialect } from '../dialect.ts';
import { type LobbyOffer, lobbyWords } from './words/lobby.ts';
import { peopleWords } from './words/people.ts';
import { speechWords } from './words/speech.ts';
import { thingWords } from './words/things.ts';
import { tradeWords } from './words/trade.ts';
import { windowWords } from './words/windows.ts';

/** The words of UO clients. */
export function uoDialect(ctx: Context, offer: LobbyOffer): Dialect {
  return {
    index: 0,
    name: 'uo',
    ...lobbyWords(ctx, offer),
    ...peopleWords(ctx),
    ...thingWords(ctx),
    ...tradeWords(ctx),
    ...speechWords(ctx),
    ...windowWords(),
  };
}
