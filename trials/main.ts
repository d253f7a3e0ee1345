/**
 * `npm run sim|torture|fuzz -- [--game NAME] …`: long proofs that a game keeps its promises. Each is a file of that name in
 * the folder of the game, and says itself which options it takes.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '@gommog/command-line';

const [trial = '', ...given] = process.argv.slice(2);
const at = given.indexOf('--game');
const game = at < 0 ? 'uo' : (given[at + 1] ?? '');
const file = join(import.meta.dirname, game, `${trial}.ts`);
if (!/^[a-z]+$/.test(game) || !/^[a-z]+$/.test(trial) || !existsSync(file))
  refuse(`there is no trial '${trial}' of the game '${game}'`);
// The trial reads the rest.
process.argv.splice(2, Number.POSITIVE_INFINITY, ...given);
await import(file);
