import { join } from 'node:path';
import { faultyDisk, reachOf, type StoreFaults } from './faults.ts';
import { FileLog } from './file-log.ts';
import { LmdbImage } from './lmdb-image.ts';
import { NodeDisk } from './log-disk.ts';
import type { PersistenceSettings } from './persistence.ts';
import type { Medium } from './persistence-port.ts';

/** What the persistence thread must know of a data folder, as plain data. */
export interface FolderSettings extends PersistenceSettings {
  readonly dir: string;
  readonly segmentBytes: number;
  /** Whether the thread may wait for the disk. */
  readonly isBlocking: boolean;
  readonly faults: StoreFaults | null;
}

export function logPath(dir: string): string {
  return join(dir, 'log');
}

export function imagePath(dir: string): string {
  return join(dir, 'image');
}

/** The log and the image of a data folder, whose lock the caller holds. */
export async function openFolder({ dir, segmentBytes, isBlocking, faults }: FolderSettings): Promise<Medium> {
  const disk = new NodeDisk(logPath(dir), { isBlocking });
  const image = await LmdbImage.open({ path: imagePath(dir) });
  try {
    if (faults === null) return { image, log: await FileLog.open({ disk, segmentBytes }) };
    const reach = reachOf(faults);
    return { image, log: await FileLog.open({ disk: faultyDisk(disk, reach, faults), segmentBytes }), reach };
  } catch (error) {
    await image.close();
    throw error;
  }
}
