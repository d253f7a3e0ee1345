import { Reader, WireError } from '@gommog/wire';
import { ClientFileError, COPY_AGAIN } from './client-file-error.ts';

/** Where the bytes of a record came from. */
export interface RecordPlace {
  readonly file: string;
  /** What it is, for people: 'skill 12'. */
  readonly what: string;
  /** Place in the file of the first of the bytes; 0 when it is left out. */
  readonly base?: number;
}

/**
 * Reads the record that takes `length` bytes from `start` on. Throws ClientFileError when the bytes are not such a record, or
 * are not there.
 */
export function readRecord<T>(
  place: RecordPlace,
  bytes: Uint8Array,
  start: number,
  length: number,
  read: (reader: Reader) => T,
): T {
  if (length < 0 || start + length > bytes.length) {
    throw damaged(place, start, 'it ends outside the file', `a record within ${bytes.length} bytes`);
  }
  const reader = new Reader(bytes, start, start + length);
  try {
    return read(reader);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    throw damaged(place, reader.position, error.message, 'a whole record');
  }
}

function damaged(place: RecordPlace, offset: number, problem: string, expected: string): ClientFileError {
  return new ClientFileError({
    file: place.file,
    offset: (place.base ?? 0) + offset,
    problem: `${place.what}: ${problem}`,
    expected,
    suggestion: COPY_AGAIN,
  });
}

/** An entry of an index file: where its record is, or null where there is none. */
export interface RecordSpan {
  readonly start: number;
  readonly length: number;
}

const INDEX_ENTRY_BYTES = 12;
const NO_RECORD = 0xffffffff;

/** All entries of an index file, by number. A rest of less than an entry is no entry. */
export function readSpans(index: Uint8Array): (RecordSpan | null)[] {
  const view = new DataView(index.buffer, index.byteOffset, index.byteLength);
  const spans: (RecordSpan | null)[] = [];
  for (let at = 0; at + INDEX_ENTRY_BYTES <= index.length; at += INDEX_ENTRY_BYTES) {
    const start = view.getUint32(at, true);
    const length = view.getInt32(at + 4, true);
    spans.push(start === NO_RECORD || length <= 0 ? null : { start, length });
  }
  return spans;
}
