import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { eachChange, type WorldSchema } from '@gommog/core';
import { receiveChunks } from './chunk-port.ts';
import { type FolderSettings, openFolder } from './data-folder.ts';
import type { StoreFaults } from './faults.ts';
import { FolderLock } from './folder-lock.ts';
import type { PersistenceSettings } from './persistence.ts';
import {
  type Answer,
  type Medium,
  newProgress,
  type Opened,
  type Order,
  servePersistence,
} from './persistence-port.ts';
import type { PersistenceWorkerData } from './persistence-worker.ts';
import type { Recovered } from './recovery.ts';
import { SaveQueue, type SaveQueueLimits } from './save-queue.ts';
import { asStoreError, fromPortable, StoreError } from './store-error.ts';
import { DEFAULT_IMAGES, DEFAULT_LOG, type ImageSettings, type LogSettings } from './store-settings.ts';
import { THREAD_MEMORY } from './thread-memory.ts';

/** Takes the state of one component. `data` is a view: copy what shall stay. */
export type ComponentSink = (serial: number, component: number, version: number, data: Uint8Array) => void;

interface CommonOptions {
  /** Gets every component of the world as it was last durable, by serial. */
  readonly load: ComponentSink;
  /** Epoch of this start when somebody else counts them; default: one more than the newest. */
  readonly epoch?: number;
  /** Images follow the log after so many milliseconds; default 1000. */
  readonly imageDelayMs?: number;
  /** History to keep in the log, in bytes; default 1 GiB. */
  readonly keepBytes?: number;
  /** Memory for records that an image does not have yet, in bytes; default 64 MiB. */
  readonly backlogBytes?: number;
  /** Bytes of log to keep for an image that is behind another one; default 4 GiB. */
  readonly imageLagBytes?: number;
  /** Bytes of log to keep for somebody besides the images who follows it (`SaveQueue.followed`); default: nobody does. */
  readonly followerLagBytes?: number | null;
  readonly limits?: Partial<SaveQueueLimits>;
  /** Milliseconds that never go back; default: the process's own. */
  readonly now?: () => number;
}

export interface StoreOptions extends CommonOptions {
  /** The data folder: `log/`, `image/` and a lock. It is made when missing. */
  readonly dir: string;
  /** Where the commit log is; default: in the data folder. */
  readonly log?: LogSettings;
  /** Where the world is kept besides the log; a start prefers the first among equals. Default: LMDB in the data folder. */
  readonly images?: readonly ImageSettings[];
  /** What the states are made of, for images that people read. */
  readonly schema?: WorldSchema;
  /** The log in a thread of its own, and each image in another one; default true. */
  readonly inWorker?: boolean;
  /** A log segment that has grown past so many bytes is followed by a new one; default 32 MiB. */
  readonly segmentBytes?: number;
  /** History that is older is given up, in days; default: only its size counts. */
  readonly keepDays?: number | null;
  /** A checkpoint of the world is made so often, in hours; default: when the log has grown by half of `keepBytes`. */
  readonly checkpointHours?: number | null;
  /** Only for tests. */
  readonly faults?: StoreFaults;
}

export interface MediumOptions extends CommonOptions {
  readonly medium: Medium;
}

export interface Store {
  readonly recovered: Recovered;
  readonly queue: SaveQueue;
}

const DEFAULT_KEEP_BYTES = 1024 * 1024 * 1024;
const DEFAULT_LIMITS: SaveQueueLimits = { lagMs: [1000, 5000], pendingBytes: 256 * 1024 * 1024 };

/**
 * Opens a data folder: recovers the newest durable world into `load`, begins a new epoch, and takes records.
 * @throws GMG_STORE_LOCKED when another process has it, GMG_STORE_CORRUPT, GMG_STORE_GAP, GMG_STORE_EPOCH, GMG_STORE_FORMAT, GMG_STORE_FOREIGN,
 * GMG_STORE_SETUP, GMG_STORE_IO;
 * and whatever `load` throws. Then the folder is free again.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { inWorker = true } = options;
  const lock = await FolderLock.acquire(options.dir);
  const settings: FolderSettings = {
    ...settingsOf(options),
    dir: options.dir,
    segmentBytes: options.segmentBytes ?? 32 * 1024 * 1024,
    log: options.log ?? DEFAULT_LOG,
    images: options.images ?? DEFAULT_IMAGES,
    schema: options.schema ?? null,
    imagesInThreads: inWorker,
    isBlocking: inWorker,
    faults: options.faults ?? null,
    retention: {
      keepBytes: options.keepBytes ?? DEFAULT_KEEP_BYTES,
      keepDays: options.keepDays ?? null,
      checkpointHours: options.checkpointHours ?? null,
    },
  };
  const progress = newProgress();
  const thread = inWorker
    ? startWorker({ settings, progress, epoch: options.epoch ?? null })
    : serveHere(() => openFolder(settings), settings, progress, options.epoch);
  const ended = async () => {
    await thread.ended;
    await lock.release();
  };
  return connect(options, { ...thread, ended }, progress);
}

/** The same over any log and images, in this thread: for tests and for stores that are no folder. */
export async function openStoreOver(options: MediumOptions): Promise<Store> {
  const progress = newProgress();
  const thread = serveHere(async () => options.medium, settingsOf(options), progress, options.epoch);
  return connect(options, { ...thread, ended: () => thread.ended }, progress);
}

function settingsOf(options: CommonOptions): PersistenceSettings {
  return {
    imageDelayMs: options.imageDelayMs ?? 1000,
    keepBytes: options.keepBytes ?? DEFAULT_KEEP_BYTES,
    backlogBytes: options.backlogBytes ?? 64 * 1024 * 1024,
    imageLagBytes: options.imageLagBytes ?? 4 * 1024 * 1024 * 1024,
    followerLagBytes: options.followerLagBytes ?? null,
  };
}

/** Persistence somewhere, and what is left to do when it has ended. */
interface Thread {
  readonly port: MessagePort;
  /** Calls back when the thread ends, with what killed it or null. */
  readonly onEnd: (callback: (error: StoreError | null) => void) => void;
  readonly ended: () => Promise<void>;
}

function startWorker(workerData: PersistenceWorkerData): Omit<Thread, 'ended'> & { ended: Promise<void> } {
  const worker = new Worker(new URL('./persistence-worker.ts', import.meta.url), {
    workerData,
    name: 'persistence',
    resourceLimits: THREAD_MEMORY,
  });
  let killer: StoreError | null = null;
  worker.on('error', (error) => {
    killer = asStoreError(error);
  });
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => resolve());
  });
  return {
    port: worker as unknown as MessagePort,
    onEnd: (callback) => void ended.then(() => callback(killer)),
    ended,
  };
}

function serveHere(
  open: () => Promise<Medium>,
  settings: PersistenceSettings,
  progress: BigInt64Array<SharedArrayBuffer>,
  epoch: number | undefined,
): Omit<Thread, 'ended'> & { ended: Promise<void> } {
  const { port1, port2 } = new MessageChannel();
  const ended = new Promise<void>((resolve) => {
    port1.once('close', () => resolve());
  });
  void servePersistence(port2, open, settings, progress, epoch);
  return { port: port1, onEnd: (callback) => void ended.then(() => callback(null)), ended };
}

async function connect(
  options: CommonOptions,
  thread: Thread,
  progress: BigInt64Array<SharedArrayBuffer>,
): Promise<Store> {
  const now = options.now ?? (() => performance.now());
  const startedAt = now();
  const { port } = thread;
  // A port without a listener stops, and would not even tell that it was closed.
  port.on('message', () => {});
  let end: (error: StoreError) => void = () => {};
  const gone = new Promise<never>((_, reject) => {
    end = reject;
  });
  gone.catch(() => {});
  thread.onEnd((error) => end(error ?? new StoreError('GMG_STORE_CLOSED', 'the persistence thread ended')));
  let opened: Opened;
  let components: number;
  try {
    opened = await Promise.race([hearOpened(port), gone]);
    components = await Promise.race([loadComponents(port, options.load), gone]);
  } catch (error) {
    port.postMessage({ type: 'close' } satisfies Order);
    await thread.ended();
    throw error;
  }
  const queue = new SaveQueue({
    port,
    progress,
    epoch: opened.epoch,
    sequence: opened.sequence,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    now,
    ended: thread.ended,
  });
  end = (error) => queue.lose(error);
  return { queue, recovered: { ...opened, components, ms: now() - startedAt } };
}

function hearOpened(port: MessagePort): Promise<Opened> {
  return new Promise((resolve, reject) => {
    port.once('message', (answer: Answer) => {
      if (answer.type === 'opened') resolve(answer.opened);
      else if (answer.type === 'refused') reject(fromPortable(answer.error));
    });
  });
}

/** Gives all components to `sink`, while the next ones are read elsewhere. */
async function loadComponents(port: MessagePort, sink: ComponentSink): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  port.postMessage({ type: 'load', port: port2 } satisfies Order, [port2]);
  let components = 0;
  for await (const { bytes, count } of receiveChunks(port1)) {
    eachChange(bytes, (serial, component, version, data) => sink(serial, component, version, data!));
    components += count;
  }
  return components;
}
