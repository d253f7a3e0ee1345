import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '@gommog/store';
import type { GameModule } from './games/game-module.ts';
import { gameNamed } from './games/index.ts';
import { Refusal } from './refusal.ts';

/** Says whose world a data folder holds, so that no other game opens it. */
const FILE = 'game.json';
/** The one that folders without the file are of: they were made when there was no other. */
const FIRST_GAME = 'uo';

/** Takes a folder for a game at its first start. Throws Refusal when it is another one's. */
export async function claimDataFolder(data: string, game: string): Promise<void> {
  const owner = await ownerOf(data);
  if (owner === null) await replaceFile(join(data, FILE), `${JSON.stringify({ game })}\n`);
  else if (owner !== game) {
    throw new Refusal(
      `${data} holds a world of '${owner}', not of '${game}': choose another folder with --data`,
    );
  }
}

/** The game whose world a folder holds. Throws Refusal when it holds none. */
export async function gameOfDataFolder(data: string): Promise<GameModule> {
  const owner = await ownerOf(data);
  if (owner === null) throw new Refusal(`${data}: there is no saved world`);
  return gameNamed(owner);
}

async function ownerOf(data: string): Promise<string | null> {
  const file = join(data, FILE);
  if (!existsSync(file)) return existsSync(join(data, 'log')) ? FIRST_GAME : null;
  const text = await readFile(file, 'utf8');
  try {
    return (JSON.parse(text) as { game: string }).game;
  } catch {
    throw new Refusal(`${file}: not JSON with a 'game', such as {"game":"${FIRST_GAME}"}`);
  }
}
