import type { MessagePort } from 'node:worker_threads';
import { sendChunks } from './chunk-port.ts';
import type { CommitLog } from './commit-log.ts';
import type { Reach } from './faults.ts';
import type { HistoryKeeper } from './history/keeper.ts';
import type { ImageSource } from './image.ts';
import type { ImageState } from './image-follower.ts';
import { closeImages, openImages, type StartImages } from './open-images.ts';
import { Persistence, type PersistenceSettings } from './persistence.ts';
import { splitRecords } from './record-batch.ts';
import { recover } from './recovery.ts';
import { type PortableError, toPortable } from './store-error.ts';
import type { StoreMark } from './store-mark.ts';

/** The slot of the shared memory in which the save queue sees, without a message, up to which sequence records are durable. */
export const DURABLE = 0;

export function newProgress(): BigInt64Array<SharedArrayBuffer> {
  return new BigInt64Array(new SharedArrayBuffer(8));
}

/** What the save queue says to persistence. */
export type Order =
  /** All components, please, over a port of their own. */
  | { readonly type: 'load'; readonly port: MessagePort }
  /** Records in order, as `joinRecords` puts them together. The buffer is transferred. */
  | { readonly type: 'records'; readonly batch: Uint8Array<ArrayBuffer> }
  | { readonly type: 'drain'; readonly id: number }
  /** Whoever follows the log besides the images needs nothing up to this record any more. */
  | { readonly type: 'followed'; readonly through: number }
  | { readonly type: 'close' };

export interface Report {
  readonly durable: number;
  readonly applied: number;
  readonly bytesWritten: number;
  readonly lastSyncMs: number;
  readonly failure: PortableError | null;
  /** Why the log cannot give up old records. */
  readonly releaseFailure: PortableError | null;
  readonly images: readonly ImageReport[];
}

export interface ImageReport {
  readonly name: string;
  readonly state: ImageState;
  readonly applied: number;
  readonly failure: PortableError | null;
}

/** What persistence says to the save queue. */
export type Answer =
  | { readonly type: 'opened'; readonly opened: Opened }
  /** It did not open, or it had to end. */
  | { readonly type: 'refused'; readonly error: PortableError }
  | { readonly type: 'report'; readonly report: Report }
  | { readonly type: 'drained'; readonly id: number }
  | { readonly type: 'closed'; readonly error: PortableError | null };

export interface Opened {
  readonly epoch: number;
  readonly sequence: number;
  readonly tick: number;
  readonly timeMs: number;
  readonly records: number;
  /** Name of the image that was read, and why it had to be made anew; null when it had not. */
  readonly image: string;
  readonly remade: string | null;
}

/** Where log and images come from. */
export interface Medium {
  readonly log: CommitLog;
  /** At least one; the first is preferred among equals. */
  readonly images: readonly ImageSource[];
  readonly mark?: StoreMark;
  readonly reach?: Reach;
  /** Only tests: changes each record before it is written. */
  readonly alter?: ((encoded: Uint8Array) => Uint8Array) | null;
  /** Makes checkpoints, and so decides what the log may forget. */
  readonly history?: HistoryKeeper;
}

/** Opens, recovers, and serves one save queue over a port until it says close. Never throws: the port hears of every error. */
export async function servePersistence(
  port: MessagePort,
  open: () => Promise<Medium>,
  settings: PersistenceSettings,
  progress: BigInt64Array<SharedArrayBuffer>,
  epoch?: number,
): Promise<void> {
  const say = (answer: Answer) => port.postMessage(answer);
  let medium: Medium | null = null;
  let images: StartImages | null = null;
  try {
    medium = await open();
    const { alter = null, history, log, mark, reach } = medium;
    const beginnings = history === undefined ? undefined : () => history.beginnings();
    images = await openImages(log, medium.images, { mark, beginnings });
    const records = await recover(log, images.base, epoch);
    const { sequence, tick, timeMs } = images.base.position;
    const persistence = new Persistence({ log, images, settings, reach, history });
    Atomics.store(progress, DURABLE, BigInt(sequence));
    serve(port, persistence, progress, say, alter);
    const { baseName: image, remade } = images;
    say({
      type: 'opened',
      opened: { epoch: log.lastEpoch, sequence, tick, timeMs, records, image, remade },
    });
  } catch (error) {
    if (images !== null) await closeImages(images.all);
    await medium?.log.close().catch(() => {});
    say({ type: 'refused', error: toPortable(error) });
    port.close();
  }
}

function serve(
  port: MessagePort,
  persistence: Persistence,
  progress: BigInt64Array<SharedArrayBuffer>,
  say: (answer: Answer) => void,
  alter: Medium['alter'],
): void {
  persistence.onChange = () => {
    Atomics.store(progress, DURABLE, BigInt(persistence.durable));
    say({ type: 'report', report: reportOf(persistence) });
  };
  port.on('message', (order: Order) => {
    switch (order.type) {
      case 'load':
        void sendChunks(order.port, persistence.chunks());
        return;
      case 'records':
        appendBatch(persistence, order.batch, alter);
        return;
      case 'followed':
        persistence.followed(order.through);
        return;
      case 'drain':
        void persistence.drain().then(() => say({ type: 'drained', id: order.id }));
        return;
      case 'close':
        void persistence
          .close()
          .then(
            () => say({ type: 'closed', error: null }),
            (error: unknown) => say({ type: 'closed', error: toPortable(error) }),
          )
          .then(() => port.close());
    }
  });
}

function appendBatch(persistence: Persistence, batch: Uint8Array<ArrayBuffer>, alter: Medium['alter']): void {
  for (const encoded of splitRecords(batch)) persistence.append(alter ? alter(encoded) : encoded);
}

function reportOf(persistence: Persistence): Report {
  const { durable, applied, bytesWritten, lastSyncMs, failure, releaseFailure, followers } = persistence;
  return {
    durable,
    applied,
    bytesWritten,
    lastSyncMs,
    failure: failure && toPortable(failure),
    releaseFailure: releaseFailure && toPortable(releaseFailure),
    images: followers.map(({ source, state, applied, failure }) => ({
      name: source.name,
      state,
      applied,
      failure: failure && toPortable(failure),
    })),
  };
}
