import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { WireError } from '@gommog/wire';
import { ClientFileError, COPY_AGAIN } from './client-file-error.ts';
import { MOST_UNPACKED, type Packing, unpack } from './packing.ts';

/** Where a record is, how it is packed, and how long it is when zlib has unpacked it. */
export interface Span {
  readonly offset: number;
  readonly length: number;
  readonly packing: Packing;
  readonly unpacked: number;
}

/** A file that stays open and is read while the caller waits: for a thread of its own. */
export class SpanFile {
  readonly path: string;
  readonly #handle: number;
  readonly #size: number;

  /** Throws what the file system throws. */
  constructor(path: string) {
    this.path = path;
    this.#handle = openSync(path, 'r');
    this.#size = fstatSync(this.#handle).size;
  }

  /** The bytes of a span, unpacked. Throws ClientFileError when they are not there or damaged. */
  read({ length, offset, packing, unpacked }: Span): Uint8Array {
    if (length > MOST_UNPACKED)
      throw this.damaged(offset, `a record claims ${length} bytes`, `at most ${MOST_UNPACKED}`);
    if (offset + length > this.#size)
      throw this.damaged(
        offset,
        `a record of ${length} bytes ends outside the file`,
        `a file of more than ${this.#size} bytes`,
      );
    const stored = new Uint8Array(length);
    if (readSync(this.#handle, stored, 0, length, offset) !== length)
      throw this.damaged(offset, 'the file has become shorter', `a record of ${length} bytes`);
    try {
      return unpack(stored, packing, unpacked);
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      throw this.damaged(offset, error.message, 'a record that can be unpacked');
    }
  }

  /** What is wrong with a record at a place in this file. */
  damaged(offset: number, problem: string, expected: string): ClientFileError {
    return new ClientFileError({ file: this.path, offset, problem, expected, suggestion: COPY_AGAIN });
  }

  close(): void {
    closeSync(this.#handle);
  }
}
