import { ClientFileError, COPY_AGAIN } from './client-file-error.ts';
import type { ClientFolder } from './client-folder.ts';

/** Colours of items follow those of the land. */
export const LAND_COLOURS = 0x4000;

/** Reads radarcol.mul: 15-bit colours of 0x4000 land tiles, then of the items. Throws ClientFileError. */
export async function loadRadarColours(folder: ClientFolder): Promise<Uint16Array> {
  const file = folder.pathOf('radarcol.mul');
  const bytes = await folder.readAll('radarcol.mul');
  if (bytes.length <= LAND_COLOURS * 2 || bytes.length % 2 !== 0) {
    throw new ClientFileError({
      file,
      offset: null,
      problem: `the file has ${bytes.length} bytes`,
      expected: `two bytes for each colour, usually 131072`,
      suggestion: COPY_AGAIN,
    });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint16Array.from({ length: bytes.length / 2 }, (_, i) => view.getUint16(i * 2, true));
}
