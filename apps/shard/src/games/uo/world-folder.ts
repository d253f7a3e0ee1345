import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type ClientFiles, loadClientFiles } from '@gommog/uo/files';
import { generateWorld } from '@gommog/uo/worldgen';
import { Progress } from '../../progress.ts';
import { Refusal } from '../../refusal.ts';
import type { UoSettings } from './settings.ts';

/** Where the land comes from: the operator's own client files, or a world that is made once and kept with the data. */
export async function openWorldFolder(
  { files: own, worldSize }: UoSettings,
  seed: number,
  data: string,
): Promise<{ files: ClientFiles; folder: string; isOwn: boolean }> {
  const folder = own ?? join(data, 'world');
  if (own === null && !(await exists(join(folder, 'world.yaml')))) await makeWorld(seed, worldSize, folder);
  const progress = new Progress('reading the world');
  try {
    const files = await loadClientFiles(folder, { onProgress: progress.update });
    return { files, folder, isOwn: own === null };
  } catch (error) {
    throw new Refusal((error as Error).message);
  } finally {
    progress.done();
  }
}

async function makeWorld(seed: number, size: number, dir: string): Promise<void> {
  const progress = new Progress('making a world');
  await generateWorld({ seed, dir, size, onProgress: progress.update });
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
