import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { glob, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PLAY = fileURLToPath(new URL('../../../../../play', import.meta.url));
/** Where the build of the client in a browser is. */
export const BUILT = join(PLAY, 'dist');
/** What the build is made of; the rules of walking come with it. */
const SOURCES = [
  'apps/play/{src/**,index.html,vite.config.ts,package.json}',
  'games/uo/{web,rules/movement}/**/*.ts',
];

/**
 * Builds the client in a browser when there is no build yet, or when it is older than its sources: some seconds in a process
 * of its own. Rejects when it cannot be built; the shard can do without.
 */
export async function buildClient(): Promise<void> {
  if (await isFresh()) return;
  const vite = fileURLToPath(new URL('../../../../../../node_modules/vite/bin/vite.js', import.meta.url));
  // Whoever builds at the same time must not find half a build.
  const fresh = join(PLAY, `dist-${process.pid}`);
  try {
    const args = [vite, 'build', '--logLevel', 'error', '--outDir', fresh];
    await promisify(execFile)(process.execPath, args, { cwd: PLAY });
    await rm(BUILT, { recursive: true, force: true });
    await rename(fresh, BUILT).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function isFresh(): Promise<boolean> {
  const index = join(BUILT, 'index.html');
  if (!existsSync(index)) return false;
  const { mtimeMs } = await stat(index);
  const root = join(PLAY, '../..');
  for await (const file of glob(SOURCES, { cwd: root })) {
    if ((await stat(join(root, file))).mtimeMs > mtimeMs) return false;
  }
  return true;
}
