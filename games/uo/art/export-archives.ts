import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writer } from '@gommog/wire';
import type { IndexedFile } from '../files/indexed-file.ts';
import { legacyPath, writeUop } from '../files/write-uop.ts';

const BLOCK_BYTES = 196;
const BLOCKS_IN_CHUNK = 4096;

/** The same contents as mul files, in the archives that clients from 7.0.24 on look for first. */
export interface Archives {
  readonly art: IndexedFile;
  readonly gumps: IndexedFile;
  readonly sounds: IndexedFile;
}

/** Writes artLegacyMUL.uop, gumpartLegacyMUL.uop, soundLegacyMUL.uop and map0LegacyMUL.uop into `dir`, beside map0.mul. */
export async function writeArchives(dir: string, { art, gumps, sounds }: Archives): Promise<void> {
  await writeUop(
    join(dir, 'artLegacyMUL.uop'),
    [...art.entries()].map(([number, bytes]) => [legacyPath('artlegacymul', number, 'tga'), bytes]),
  );
  await writeUop(
    join(dir, 'gumpartLegacyMUL.uop'),
    [...gumps.entries()].map(([number, bytes, size]) => {
      // Without an index, a gump's size stands before it.
      const w = new Writer(bytes.length + 8);
      w.u4le(size >>> 16);
      w.u4le(size & 0xffff);
      w.raw(bytes);
      return [legacyPath('gumpartlegacymul', number, 'tga'), w.bytes()];
    }),
  );
  await writeUop(
    join(dir, 'soundLegacyMUL.uop'),
    [...sounds.entries()].map(([number, bytes]) => [legacyPath('soundlegacymul', number, 'dat'), bytes]),
  );
  const map = await readFile(join(dir, 'map0.mul'));
  const chunk = BLOCK_BYTES * BLOCKS_IN_CHUNK;
  await writeUop(
    join(dir, 'map0LegacyMUL.uop'),
    Array.from({ length: Math.ceil(map.length / chunk) }, (_, i) => [
      legacyPath('map0legacymul', i, 'dat'),
      map.subarray(i * chunk, (i + 1) * chunk),
    ]),
  );
}
