import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Folder of a backup in which earlier histories are kept. */
export const SET_ASIDE = 'earlier';

/** What a data folder holds of its own accord; the rest is its owner's: the land, the staff's log, whose world it is. */
const STORES = /^(log|image|checkpoints|lock|store|earlier)(\.|$)/;

/** Copies what lies in a data folder beside the store, as far as the copy lacks it or it has changed since. */
export async function copyBeside(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) {
    if (STORES.test(name)) continue;
    await cp(join(from, name), join(to, name), { recursive: true, preserveTimestamps: true });
  }
}
