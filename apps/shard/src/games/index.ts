import { nearestWord } from '@gommog/uo';
import { Refusal } from '../refusal.ts';
import { classic } from './classic/module.ts';
import type { GameModule } from './game-module.ts';
import { uo } from './uo/module.ts';

/** Every game that can be hosted. */
export const games: readonly GameModule[] = [uo, classic];

/** The game of that name. Throws Refusal when there is none. */
export function gameNamed(name: string): GameModule {
  const found = games.find((game) => game.name === name);
  if (found !== undefined) return found;
  const names = games.map((game) => game.name);
  const meant = nearestWord(name, names);
  throw new Refusal(
    `there is no game '${name}'; ${meant === undefined ? `games: ${names.join(', ')}` : `did you mean '${meant}'?`}`,
  );
}
