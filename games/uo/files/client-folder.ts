import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ClientFileError, COPY_AGAIN } from './client-file-error.ts';

/** Large files are read in pieces of this size, so that progress shows. */
const PIECE_BYTES = 8 << 20;

/** One open file of a client. */
export class ClientFile {
  readonly path: string;
  readonly size: number;
  readonly #handle: FileHandle;

  constructor(path: string, size: number, handle: FileHandle) {
    this.path = path;
    this.size = size;
    this.#handle = handle;
  }

  /** Fills `target` with the bytes from `position` on. Throws ClientFileError when the file ends before. */
  async readInto(target: Uint8Array, position: number, onBytes?: (count: number) => void): Promise<void> {
    let done = 0;
    while (done < target.length) {
      const wanted = Math.min(PIECE_BYTES, target.length - done);
      const { bytesRead } = await this.#handle.read(target, done, wanted, position + done);
      if (bytesRead === 0) throw this.#ends(position + done, position + target.length);
      done += bytesRead;
      onBytes?.(bytesRead);
    }
  }

  /** `length` bytes from `position` on, as a new array. */
  async read(position: number, length: number): Promise<Uint8Array> {
    // Sizes come from the file itself: nothing is set aside for bytes that are not there.
    if (position + length > this.size) throw this.#ends(this.size, position + length);
    const bytes = new Uint8Array(length);
    await this.readInto(bytes, position);
    return bytes;
  }

  #ends(at: number, wanted: number): ClientFileError {
    return new ClientFileError({
      file: this.path,
      offset: at,
      problem: 'the file ends too early',
      expected: `at least ${wanted} bytes`,
      suggestion: COPY_AGAIN,
    });
  }
}

/**
 * A folder of client files. Names do not depend on case: on Windows they never did, and folders are copied from there.
 */
export class ClientFolder {
  readonly path: string;
  /** Real names by lower-case ones. */
  readonly #names: ReadonlyMap<string, string>;

  private constructor(path: string, names: ReadonlyMap<string, string>) {
    this.path = path;
    this.#names = names;
  }

  /** Throws ClientFileError when there is no such folder, or it cannot be read. */
  static async open(path: string): Promise<ClientFolder> {
    const names = new Map<string, string>();
    try {
      for (const name of (await readdir(path)).sort()) names.set(name.toLowerCase(), name);
    } catch (error) {
      throw new ClientFileError({
        file: path,
        offset: null,
        problem: `the folder cannot be read (${(error as NodeJS.ErrnoException).code ?? error})`,
        expected: 'a folder of Ultima Online client files',
        suggestion: 'name the folder in which the client is installed',
      });
    }
    return new ClientFolder(path, names);
  }

  has(name: string): boolean {
    return this.#names.has(name.toLowerCase());
  }

  /** Path of a file, in the case in which it is there; of a missing one, as it should be named. */
  pathOf(name: string): string {
    return join(this.path, this.#names.get(name.toLowerCase()) ?? name);
  }

  /** Opens a file for `use` and closes it again. Throws ClientFileError when it is missing or cannot be read. */
  async use<T>(name: string, use: (file: ClientFile) => Promise<T>): Promise<T> {
    const path = this.pathOf(name);
    if (!this.has(name)) throw this.missing(name);
    let handle: FileHandle;
    try {
      handle = await open(path);
    } catch (error) {
      throw new ClientFileError({
        file: path,
        offset: null,
        problem: `the file cannot be opened (${(error as NodeJS.ErrnoException).code ?? error})`,
        expected: 'a file that the server may read',
        suggestion: 'give the user that runs the server leave to read it',
      });
    }
    try {
      return await use(new ClientFile(path, (await handle.stat()).size, handle));
    } finally {
      await handle.close();
    }
  }

  /** The whole of a file. */
  async readAll(name: string): Promise<Uint8Array> {
    return await this.use(name, (file) => file.read(0, file.size));
  }

  missing(...names: readonly string[]): ClientFileError {
    return new ClientFileError({
      file: this.pathOf(names[0]!),
      offset: null,
      problem: 'the file is missing',
      expected: names.join(' or '),
      suggestion: 'copy it from the folder in which the client is installed, or name that folder',
    });
  }
}
