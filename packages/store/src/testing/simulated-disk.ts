import { join } from 'node:path';
import type { LogDisk, LogFile, LogFileInfo } from '../log-disk.ts';

const SECTOR = 512;

interface Write {
  readonly position: number;
  readonly bytes: Uint8Array;
}

interface SimulatedFile {
  /** What is on the platter. */
  synced: Buffer;
  /** What the operating system holds and has not written yet, oldest first. */
  unsynced: Write[];
}

function put(content: Buffer, position: number, bytes: Uint8Array): Buffer {
  const size = Math.max(content.length, position + bytes.length);
  const next = Buffer.alloc(size);
  content.copy(next);
  next.set(bytes, position);
  return next;
}

function seen(file: SimulatedFile): Buffer {
  return file.unsynced.reduce((content, { position, bytes }) => put(content, position, bytes), file.synced);
}

/** Operations that can be told to fail. */
export type DiskOperation = 'write' | 'sync' | 'create' | 'settle' | 'remove';

/**
 * A disk in memory that loses power when told to: of what was written since the last sync some sectors stay and some do not, in no
 * order. It can refuse, and it can lie (claim a sync that it did not make), to see that somebody notices.
 */
export class SimulatedDisk implements LogDisk {
  readonly path = '/simulated';
  readonly #files = new Map<string, SimulatedFile>();
  readonly #refusals = new Map<DiskOperation, number>();
  /** While true, `sync` does nothing and says it did. */
  lying = false;
  /** Numbers of operations that were asked for, refused ones too. */
  readonly asked: Record<DiskOperation, number> = { write: 0, sync: 0, create: 0, settle: 0, remove: 0 };

  /** The next `times` operations of a kind fail with ENOSPC, a write after half of its bytes. */
  refuse(operation: DiskOperation, times = 1): void {
    this.#refusals.set(operation, times);
  }

  #ask(operation: DiskOperation): boolean {
    this.asked[operation]++;
    const left = this.#refusals.get(operation) ?? 0;
    if (left > 0) this.#refusals.set(operation, left - 1);
    return left === 0;
  }

  /**
   * The disk as a machine finds it that starts again after a loss of power now. `chance` gives numbers from 0 up to 1. This disk
   * stays with whoever still writes to it.
   */
  afterPowerLoss(chance: () => number): SimulatedDisk {
    const survivor = new SimulatedDisk();
    survivor.lying = this.lying;
    for (const [name, file] of this.#files) {
      let content = file.synced;
      for (const { position, bytes } of file.unsynced) {
        for (let at = 0; at < bytes.length; at += SECTOR) {
          if (chance() < 0.5) content = put(content, position + at, bytes.subarray(at, at + SECTOR));
        }
      }
      survivor.#files.set(name, { synced: Buffer.from(content), unsynced: [] });
    }
    return survivor;
  }

  /** Turns over one bit of a file. */
  flip(name: string, bit: number): void {
    const file = this.#file(name);
    file.synced = Buffer.from(seen(file));
    file.unsynced = [];
    file.synced[bit >> 3]! ^= 1 << (bit & 7);
  }

  #file(name: string): SimulatedFile {
    const file = this.#files.get(name);
    if (file === undefined) throw refusal('ENOENT', 'open', name);
    return file;
  }

  async list(): Promise<LogFileInfo[]> {
    return [...this.#files].map(([name, file]) => ({ name, size: seen(file).length }));
  }

  async read(name: string, limit = Number.POSITIVE_INFINITY): Promise<Buffer> {
    return Buffer.from(seen(this.#file(name)).subarray(0, limit));
  }

  async create(name: string, header: Uint8Array): Promise<LogFile> {
    if (this.#files.has(name)) throw refusal('EEXIST', 'open', name);
    if (!this.#ask('create')) throw refusal('ENOSPC', 'open', name);
    const file: SimulatedFile = { synced: Buffer.from(header), unsynced: [] };
    this.#files.set(name, file);
    return {
      write: async (bytes, position) => {
        const passes = this.#ask('write');
        file.unsynced.push({ position, bytes: bytes.slice(0, passes ? bytes.length : bytes.length >> 1) });
        if (!passes) throw refusal('ENOSPC', 'write', name);
      },
      sync: async () => {
        const passes = this.#ask('sync');
        if (this.lying) return;
        if (passes) file.synced = seen(file);
        // As on Linux: after a failed fsync the pages count as clean, so the next fsync would not write them either.
        file.unsynced = [];
        if (!passes) throw refusal('EIO', 'fdatasync', name);
      },
      close: async () => {},
    };
  }

  async settle(name: string, size: number): Promise<void> {
    if (!this.#ask('settle')) throw refusal('EIO', 'fsync', name);
    const file = this.#file(name);
    file.synced = Buffer.from(seen(file).subarray(0, size));
    file.unsynced = [];
  }

  async remove(name: string): Promise<void> {
    if (!this.#ask('remove')) throw refusal('EIO', 'unlink', name);
    this.#files.delete(name);
  }
}

function refusal(code: string, call: string, name: string): Error {
  return Object.assign(new Error(`${code}: simulated, ${call} '${join('/simulated', name)}'`), { code });
}
