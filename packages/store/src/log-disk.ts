import { fdatasyncSync, writeSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** An open segment file. */
export interface LogFile {
  /** Writes all of `bytes` at `position`, or throws; then nobody knows how much of it is there. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  /** When it resolves, what was written survives the loss of power. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface LogFileInfo {
  readonly name: string;
  readonly size: number;
}

/** The few things a commit log asks of a disk. Between them and the operating system a test can put any fault. */
export interface LogDisk {
  /** Where the files are, for messages. */
  readonly path: string;
  list(): Promise<LogFileInfo[]>;
  /** The file's bytes, or its first `limit` ones. */
  read(name: string, limit?: number): Promise<Buffer>;
  /** A new file that begins with `header`; it is there after the loss of power, with its header. */
  create(name: string, header: Uint8Array): Promise<LogFile>;
  /** Cuts a file to `size` bytes and makes those durable. */
  settle(name: string, size: number): Promise<void>;
  /** Deletes a file, durably. */
  remove(name: string): Promise<void>;
}

/** Files grow by so many bytes of zeros ahead of what is written, so that most flushes need not change the file system's own books. */
const GROW_BYTES = 1024 * 1024;
const ZEROS = Buffer.alloc(GROW_BYTES);

abstract class GrowingFile implements LogFile {
  protected readonly handle: FileHandle;
  /** Bytes that are there, and how many of them were asked for. */
  #size = 0;
  #written = 0;

  constructor(handle: FileHandle) {
    this.handle = handle;
  }

  async write(bytes: Uint8Array, position: number): Promise<void> {
    const end = position + bytes.length;
    // The header, which comes first, takes no room ahead: many a segment holds nothing more.
    if (end > this.#size && position > 0) await this.#grow(end);
    await this.put(bytes, position);
    this.#size = Math.max(this.#size, end);
    this.#written = Math.max(this.#written, end);
  }

  async #grow(end: number): Promise<void> {
    try {
      await this.put(ZEROS, end);
      this.#size = end + GROW_BYTES;
    } catch {
      // A disk that has no room ahead may still have some for the records.
    }
  }

  /** Gives back what was taken ahead. */
  async close(): Promise<void> {
    try {
      if (this.#size > this.#written) await this.handle.truncate(this.#written);
    } finally {
      await this.handle.close();
    }
  }

  abstract sync(): Promise<void>;
  protected abstract put(bytes: Uint8Array, position: number): Promise<void>;
}

class NodeFile extends GrowingFile {
  protected async put(bytes: Uint8Array, position: number): Promise<void> {
    let done = 0;
    while (done < bytes.length) {
      const { bytesWritten } = await this.handle.write(bytes, done, bytes.length - done, position + done);
      done += bytesWritten;
    }
  }

  sync(): Promise<void> {
    return this.handle.datasync();
  }
}

/** Holds up its thread, and so does not stand in line with password hashes and the like in the process's one thread pool. */
class BlockingFile extends GrowingFile {
  protected async put(bytes: Uint8Array, position: number): Promise<void> {
    const { fd } = this.handle;
    let done = 0;
    while (done < bytes.length) {
      done += writeSync(fd, bytes, done, bytes.length - done, position + done);
    }
  }

  async sync(): Promise<void> {
    fdatasyncSync(this.handle.fd);
  }
}

export interface NodeDiskOptions {
  /** Writing and syncing hold up the thread: right for a thread that has nothing else to do. Default false. */
  readonly isBlocking?: boolean;
}

/** A directory of the operating system; it is made when missing. */
export class NodeDisk implements LogDisk {
  readonly path: string;
  readonly #isBlocking: boolean;

  constructor(path: string, { isBlocking = false }: NodeDiskOptions = {}) {
    this.path = path;
    this.#isBlocking = isBlocking;
  }

  async list(): Promise<LogFileInfo[]> {
    await mkdir(this.path, { recursive: true });
    const names = await readdir(this.path);
    return Promise.all(names.map(async (name) => ({ name, size: (await stat(join(this.path, name))).size })));
  }

  async read(name: string, limit = Number.POSITIVE_INFINITY): Promise<Buffer> {
    const handle = await open(join(this.path, name), 'r');
    try {
      const wanted = Math.min(limit, (await handle.stat()).size);
      const bytes = Buffer.allocUnsafe(wanted);
      let length = 0;
      while (length < wanted) {
        const { bytesRead } = await handle.read(bytes, length, wanted - length, length);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      return bytes.subarray(0, length);
    } finally {
      await handle.close();
    }
  }

  async create(name: string, header: Uint8Array): Promise<LogFile> {
    const handle = await open(join(this.path, name), 'wx');
    const file = this.#isBlocking ? new BlockingFile(handle) : new NodeFile(handle);
    try {
      await file.write(header, 0);
      await handle.sync();
      await syncDirectory(this.path);
      return file;
    } catch (error) {
      await handle.close();
      await unlink(join(this.path, name)).catch(() => {});
      throw error;
    }
  }

  async settle(name: string, size: number): Promise<void> {
    const handle = await open(join(this.path, name), 'r+');
    try {
      if ((await handle.stat()).size > size) await handle.truncate(size);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  async remove(name: string): Promise<void> {
    await unlink(join(this.path, name));
    await syncDirectory(this.path);
  }
}

/** Makes the names in a directory durable. */
export async function syncDirectory(path: string): Promise<void> {
  // Windows cannot open a directory, and writes its entries in order by itself.
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
