import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from './json-file.ts';

/** Whose images are a store's own, as the store itself remembers it: images may be emptied, or out of reach. */
export interface StoreMark {
  /** Null when nothing was ever noted. */
  read(): Promise<string | null>;
  write(identity: string): Promise<void>;
}

const FILE = 'store.json';
const REMEDY =
  'It says which store this is: put back what it said, or remove it, and the images will tell at the next start';

const mark = z.object({ store: z.uuid() });

/** The mark of a data folder, whose lock the caller holds. Throws GMG_STORE_IO; GMG_STORE_FORMAT when it cannot be understood. */
export function folderMark(dir: string): StoreMark {
  const path = join(dir, FILE);
  return {
    read: async () => (await readJsonFile(path, mark, REMEDY))?.store ?? null,
    write: (identity) => writeJsonFile(path, { store: identity }),
  };
}
