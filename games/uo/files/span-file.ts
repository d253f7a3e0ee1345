import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { WireError } from '@gommog/wire';
import { inflate } from '@gommog/wire/zlib';
import { ClientFileError, COPY_AGAIN } from './client-file-error.ts';

/** Where a record is, packed if `unpacked` says how long it is then. */
export interface Span {
  readonly offset: number;
  readonly length: number;
  readonly unpacked: number | null;
}

/** Largest that a record is taken for: what claims more is damaged. */
const MOST_BYTES = 64 << 20;

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
  read({ length, offset, unpacked }: Span): Uint8Array {
    if (Math.max(length, unpacked ?? 0) > MOST_BYTES)
      throw this.damaged(
        offset,
        `a record claims ${Math.max(length, unpacked ?? 0)} bytes`,
        `at most ${MOST_BYTES}`,
      );
    if (offset + length > this.#size)
      throw this.damaged(
        offset,
        `a record of ${length} bytes ends outside the file`,
        `a file of more than ${this.#size} bytes`,
      );
    const stored = new Uint8Array(length);
    if (readSync(this.#handle, stored, 0, length, offset) !== length)
      throw this.damaged(offset, 'the file has become shorter', `a record of ${length} bytes`);
    if (unpacked === null) return stored;
    const wanted = `zlib data of ${unpacked} bytes`;
    try {
      const bytes = inflate(stored, Math.max(1, unpacked));
      if (bytes.length === unpacked) return bytes;
      throw this.damaged(offset, `a record unpacks to ${bytes.length} bytes`, wanted);
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      throw this.damaged(offset, error.message, wanted);
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
