import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from './store-error.ts';

/** Whose images are a store's own, as the store itself remembers it: images may be emptied, or out of reach. */
export interface StoreMark {
  /** Null when nothing was ever noted. */
  read(): Promise<string | null>;
  write(identity: string): Promise<void>;
}

const FILE = 'store.json';

/** The mark of a data folder, whose lock the caller holds. Throws GMG_STORE_IO; GMG_STORE_FORMAT when it cannot be understood. */
export function folderMark(dir: string): StoreMark {
  const path = join(dir, FILE);
  return {
    async read() {
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw new StoreError('GMG_STORE_IO', `${path} cannot be read`, { cause: error });
      });
      if (text === null) return null;
      const [, identity] = /^\{"store":"([0-9a-f-]{36})"\}\n$/.exec(text) ?? [];
      if (identity !== undefined) return identity;
      throw new StoreError(
        'GMG_STORE_FORMAT',
        `${path} does not say which store this is: remove it, and the images will tell`,
      );
    },
    async write(identity) {
      try {
        await writeFile(`${path}.new`, `{"store":"${identity}"}\n`, { flush: true });
        await rename(`${path}.new`, path);
      } catch (error) {
        throw new StoreError('GMG_STORE_IO', `${path} cannot be written`, { cause: error });
      }
    },
  };
}
