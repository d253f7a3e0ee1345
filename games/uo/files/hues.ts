import { readHueGroup } from '../protocol/generated/data.ts';
import { ClientFileError, COPY_AGAIN } from './client-file-error.ts';
import type { ClientFolder } from './client-folder.ts';
import { readRecord } from './record.ts';
import type { Patch } from './verdata.ts';

/** A ramp of colours that things can be dyed with. */
export interface Hue {
  /** 32 colours of 15 bits, from dark to bright. */
  readonly colours: Uint16Array;
  /** First and last colour of the range. */
  readonly first: number;
  readonly last: number;
  readonly name: string;
}

const GROUP_BYTES = 708;
const HUES_PER_GROUP = 8;

/**
 * Reads hues.mul; hue n is element n - 1. Patches are those of verdata.mul, by group of 8. Throws ClientFileError.
 */
export async function loadHues(
  folder: ClientFolder,
  patches: readonly Patch[] = [],
): Promise<readonly Hue[]> {
  const file = folder.pathOf('hues.mul');
  const bytes = await folder.readAll('hues.mul');
  if (bytes.length === 0 || bytes.length % GROUP_BYTES !== 0) {
    throw new ClientFileError({
      file,
      offset: null,
      problem: `${bytes.length} bytes are no whole number of hues`,
      expected: `a multiple of ${GROUP_BYTES} bytes, usually 265500`,
      suggestion: COPY_AGAIN,
    });
  }
  const hues: Hue[] = [];
  for (let group = 0; group < bytes.length / GROUP_BYTES; group++) {
    hues.push(
      ...readGroup({ file, what: `hues ${group * HUES_PER_GROUP + 1} ff.` }, bytes, group * GROUP_BYTES),
    );
  }
  for (const { file: from, offset, index, bytes: record } of patches) {
    const group = readGroup({ file: from, what: `hue group ${index}`, base: offset }, record, 0);
    if (index * HUES_PER_GROUP < hues.length) hues.splice(index * HUES_PER_GROUP, HUES_PER_GROUP, ...group);
  }
  return hues;
}

function readGroup(
  place: { file: string; what: string; base?: number },
  bytes: Uint8Array,
  at: number,
): Hue[] {
  const { hues } = readRecord(place, bytes, at, GROUP_BYTES, readHueGroup);
  return hues.map(({ colors, first, last, name }) => ({
    colours: Uint16Array.from(colors),
    first,
    last,
    name,
  }));
}
