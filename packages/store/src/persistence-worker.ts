/** The persistence thread: all that the save queue needs of a disk happens here. */
import { parentPort, workerData } from 'node:worker_threads';
import { type FolderSettings, openFolder } from './data-folder.ts';
import { servePersistence } from './persistence-port.ts';

/** What the thread is started with. */
export interface PersistenceWorkerData {
  readonly settings: FolderSettings;
  readonly progress: BigInt64Array<SharedArrayBuffer>;
  readonly epoch: number | null;
}

const { settings, progress, epoch } = workerData as PersistenceWorkerData;
await servePersistence(parentPort!, () => openFolder(settings), settings, progress, epoch ?? undefined);
