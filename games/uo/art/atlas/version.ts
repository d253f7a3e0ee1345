import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArtFrom } from './store.ts';

/** Folders whose files decide what the art looks like. */
const SOURCES = ['../', '../../worldgen/data/', '../../files/'];
/** Files of a made world that say what is used of it. */
const MADE_WORLD = ['map0.mul', 'statics0.mul'];
/** Files of a client that art is read from, and its land. */
const CLIENT_FILES = /\.(mul|idx|uop|def)$|^mobtypes\.txt$/i;

/** A digest of the code that draws, and of the world that is drawn or the files that are drawn from. */
export async function versionOf(world: string, from: ArtFrom): Promise<string> {
  const hash = createHash('sha256').update(from);
  for (const source of SOURCES) {
    const folder = new URL(source, import.meta.url);
    const names = await readdir(folder, { recursive: true });
    for (const name of names.sort()) {
      if (!/\.(ts|yaml)$/.test(name) || name.endsWith('.test.ts')) continue;
      hash.update(name).update(await readFile(new URL(name, folder)));
    }
  }
  const names = (await readdir(world)).sort();
  if (from === 'drawn' && names.includes('world.yaml')) {
    for (const name of MADE_WORLD) hash.update(await readFile(join(world, name)));
    return hash.digest('hex').slice(0, 16);
  }
  // Gigabytes would take long to read: what a file is called, how long it is and when it was written tells it from another.
  for (const name of names) {
    if (!CLIENT_FILES.test(name)) continue;
    const { mtimeMs, size } = await stat(join(world, name));
    hash.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}
