import { readClilocEntry } from '../protocol/generated/data.ts';
import { ClientFileError } from './client-file-error.ts';
import type { ClientFolder } from './client-folder.ts';
import { readRecord } from './record.ts';

/** The client's own texts by number. */
export interface Cliloc {
  /** With its places for arguments, such as `~1_NAME~`; undefined if there is none. */
  get(number: number): string | undefined;
  readonly size: number;
}

const HEADER_BYTES = 6;
const ENTRY_HEAD_BYTES = 7;
/** Fourth byte of a file that is packed as clients from 7.0.104 on do it. */
const PACKED_MARK = 0x8e;

/** Reads cliloc.{language}, for example `enu`. Throws ClientFileError when it is missing, damaged or packed. */
export async function loadCliloc(folder: ClientFolder, language: string): Promise<Cliloc> {
  const name = `cliloc.${language}`;
  const file = folder.pathOf(name);
  const bytes = await folder.readAll(name);
  if (bytes[3] === PACKED_MARK) {
    throw new ClientFileError({
      file,
      offset: 3,
      problem: 'the texts are packed, as by clients from 7.0.104 on',
      expected: 'a plain file of texts',
      suggestion: `put the ${name} of a client before 7.0.104 in its place`,
    });
  }
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
