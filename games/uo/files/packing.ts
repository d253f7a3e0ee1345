import { WireError } from '@gommog/wire';
import { inflate } from '@gommog/wire/zlib';
import { unpackMythic } from './mythic-packing.ts';

/** How a file of an archive is packed: as it is, by zlib, or by zlib after the way of clients from 7.0.104 on. */
export type Packing = 'stored' | 'zlib' | 'zlib after mythic';

/** What a packed file may become; the largest one of a client is far below. */
export const MOST_UNPACKED = 64 << 20;

/**
 * The bytes of a file of an archive. `length`: what its archive says that zlib makes of it. Throws WireError when it is damaged, or claims
 * more than any real one has.
 */
export function unpack(stored: Uint8Array, packing: Packing, length: number): Uint8Array {
  if (packing === 'stored') return stored;
  if (length > MOST_UNPACKED) throw bad(`more than ${MOST_UNPACKED} bytes are claimed`);
  const bytes = inflate(stored, Math.max(length, 1));
  if (bytes.length !== length) throw bad(`it unpacks to ${bytes.length} bytes, not ${length}`);
  return packing === 'zlib' ? bytes : unpackMythic(bytes, MOST_UNPACKED);
}

function bad(problem: string): WireError {
  return new WireError('GMG_WIRE_BAD_DATA', problem);
}
