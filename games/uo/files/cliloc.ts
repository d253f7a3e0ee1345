import { WireError } from '@gommog/wire';
import { readClilocEntry } from '../protocol/generated/data.ts';
import { ClientFileError, COPY_AGAIN } from './client-file-error.ts';
import type { ClientFolder } from './client-folder.ts';
import { unpackMythic } from './mythic-packing.ts';
import { MOST_UNPACKED } from './packing.ts';
import { readRecord } from './record.ts';

/** The client's own texts by number. */
export interface Cliloc {
  /** With its places for arguments, such as `~1_NAME~`; undefined if there is none. */
  get(number: number): string | undefined;
  readonly size: number;
}

const HEADER_BYTES = 6;
const ENTRY_HEAD_BYTES = 7;
/** What tells a file that is packed as clients from 7.0.104 on do it: the masked length of one that is not absurdly long. */
const PACKED_MARK = { at: 3, byte: 0x8e } as const;

/** Reads cliloc.{language}, for example `enu`, packed or not. Throws ClientFileError when it is missing or damaged. */
export async function loadCliloc(folder: ClientFolder, language: string): Promise<Cliloc> {
  const name = `cliloc.${language}`;
  const file = folder.pathOf(name);
  const bytes = plain(file, await folder.readAll(name));
  const texts = new Map<number, string>();
  readRecord({ file, what: 'head' }, bytes, 0, HEADER_BYTES, (r) => r.raw(HEADER_BYTES));
  for (let at = HEADER_BYTES; at < bytes.length; ) {
    const place = { file, what: `text ${texts.size}` };
    const head = Math.min(ENTRY_HEAD_BYTES, bytes.length - at);
    const length = readRecord(place, bytes, at, head, (r) => {
      r.raw(ENTRY_HEAD_BYTES - 2);
      return ENTRY_HEAD_BYTES + r.u2le();
    });
    const { number, text } = readRecord(place, bytes, at, length, readClilocEntry);
    texts.set(number, text);
    at += length;
  }
  return texts;
}

function plain(file: string, bytes: Uint8Array): Uint8Array {
  if (bytes[PACKED_MARK.at] !== PACKED_MARK.byte) return bytes;
  try {
    return unpackMythic(bytes, MOST_UNPACKED);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    throw new ClientFileError({
      file,
      offset: 0,
      problem: `the texts are packed, as by clients from 7.0.104 on, but ${error.message}`,
      expected: 'texts that can be unpacked',
      suggestion: COPY_AGAIN,
    });
  }
}
