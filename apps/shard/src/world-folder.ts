import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type ClientFiles, loadClientFiles } from '@gommog/uo/files';
import { generateWorld } from '@gommog/uo/worldgen';
import type { Config } from './config/load.ts';
import { Progress } from './progress.ts';
import { Refusal } from './refusal.ts';

/** Where the land comes from: the operator's own client files, or a world that is made once and kept with the data. */
export async function openWorldFolder(
  config: Config,
): Promise<{ files: ClientFiles; folder: string; isOwn: boolean }> {
  const folder = config.uoFiles ?? join(config.data, 'world');
  if (config.uoFiles === null && !(await exists(join(folder, 'world.yaml')))) await makeWorld(config, folder);
  const progress = new Progress('reading the world');
  try {
    const files = await loadClientFiles(folder, { onProgress: progress.update });
    progress.done();
    return { files, folder, isOwn: config.uoFiles === null };
  } catch (error) {
    progress.done();
    throw new Refusal((error as Error).message);
  }
}

async function makeWorld({ seed, worldSize }: Config, dir: string): Promise<void> {
  const progress = new Progress('making a world');
  await generateWorld({ seed, dir, size: worldSize, onProgress: progress.update });
  progress.done();
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
