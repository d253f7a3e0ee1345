import { readVerdataPatch } from '../protocol/generated/data.ts';
import { ClientFileError, COPY_AGAIN } from './client-file-error.ts';
import type { ClientFolder } from './client-folder.ts';
import { readRecord } from './record.ts';

/** Numbers by which verdata.mul names the files that it patches; of them, the ones that a server reads. */
export const PatchedFile = { map0: 0, statics0: 2, multi: 14, skills: 16, tileData: 30, hues: 32 } as const;

/** A record in place of another. */
export interface Patch {
  /** File that the record itself is in. */
  readonly file: string;
  /** Where in that file it begins. */
  readonly offset: number;
  /** Number of the record that it replaces. */
  readonly index: number;
  readonly bytes: Uint8Array;
}

/** Patches by the number of the file they are for, in the order of verdata.mul. */
export type Patches = ReadonlyMap<number, readonly Patch[]>;

export const NO_PATCHES: Patches = new Map();

const COUNT_BYTES = 4;
const PATCH_BYTES = 20;

/** Reads verdata.mul; there need not be one. Throws ClientFileError when it is damaged. */
export async function loadVerdata(folder: ClientFolder): Promise<Patches> {
  if (!folder.has('verdata.mul')) return NO_PATCHES;
  const file = folder.pathOf('verdata.mul');
  const bytes = await folder.readAll('verdata.mul');
  const count = readRecord({ file, what: 'number of patches' }, bytes, 0, COUNT_BYTES, (r) => r.u4le());
  if (COUNT_BYTES + count * PATCH_BYTES > bytes.length) {
    throw new ClientFileError({
      file,
      offset: 0,
      problem: `${count} patches are listed, which the file is too short for`,
      expected: `at least ${COUNT_BYTES + count * PATCH_BYTES} bytes`,
      suggestion: COPY_AGAIN,
    });
  }
  const patches = new Map<number, Patch[]>();
  for (let i = 0; i < count; i++) {
    const place = { file, what: `patch ${i}` };
    const entry = readRecord(place, bytes, COUNT_BYTES + i * PATCH_BYTES, PATCH_BYTES, readVerdataPatch);
    const record = readRecord(place, bytes, entry.offset, entry.len, (r) => r.rest());
    const list = patches.get(entry.file) ?? [];
    list.push({ file, offset: entry.offset, index: entry.index, bytes: record });
    patches.set(entry.file, list);
  }
  return patches;
}
