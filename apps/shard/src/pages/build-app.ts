import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { glob, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js');
/** What every app is built with. */
const SHARED = 'packages/browser-app/src/*';

/** An app for browsers in `apps/`. */
export interface BrowserApp {
  /** Of its folder. */
  readonly name: string;
  /** What it is made of besides its own folder, as patterns from the root. */
  readonly sources: readonly string[];
}

/** The game in a browser; the rules of walking come with it. */
export const play: BrowserApp = { name: 'play', sources: ['games/uo/{web,rules/movement}/**/*.ts'] };
/** The operator's dashboard. */
export const ops: BrowserApp = {
  name: 'ops',
  sources: ['packages/staff-api/src/*.ts'],
};

/** Where the build of an app is. */
export function builtFolder({ name }: BrowserApp): string {
  return join(ROOT, 'apps', name, 'dist');
}

/**
 * Builds an app when there is no build yet, or when it is older than its sources: some seconds in a process of its own. Rejects
 * when it cannot be built; the shard can do without.
 */
export async function buildApp(app: BrowserApp): Promise<void> {
  if (await isFresh(app)) return;
  const folder = join(ROOT, 'apps', app.name);
  // Whoever builds at the same time must not find half a build.
  const fresh = join(folder, `dist-${process.pid}`);
  try {
    const args = [VITE, 'build', '--logLevel', 'error', '--outDir', fresh];
    await promisify(execFile)(process.execPath, args, { cwd: folder });
    await rm(builtFolder(app), { recursive: true, force: true });
    await rename(fresh, builtFolder(app)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function isFresh(app: BrowserApp): Promise<boolean> {
  const index = join(builtFolder(app), 'index.html');
  if (!existsSync(index)) return false;
  const { mtimeMs } = await stat(index);
  const own = `apps/${app.name}/{src/**,index.html,vite.config.ts,package.json}`;
  for await (const file of glob([own, SHARED, ...app.sources], { cwd: ROOT })) {
    if ((await stat(join(ROOT, file))).mtimeMs > mtimeMs) return false;
  }
  return true;
}
