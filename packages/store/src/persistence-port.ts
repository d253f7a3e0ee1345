import type { MessagePort } from 'node:worker_threads';
import type { CommitLog } from './commit-log.ts';
import type { Reach } from './faults.ts';
import type { HistoryKeeper } from './history/keeper.ts';
import type { ImageSource } from './image.ts';
import type { ImageState } from './image-follower.ts';
import { closeImages, openImages, type StartImages } from './open-images.ts';
import { Persistence, type PersistenceSettings } from './persistence.ts';
import { recover } from './recovery.ts';
import { type PortableError, toPortable } from './store-error.ts';

/** The slot of the shared memory in which the save queue sees, without a message, up to which sequence records are durable. */
export const DURABLE = 0;

export function newProgress(): BigInt64Array<SharedArrayBuffer> {
  return new BigInt64Array(new SharedArrayBuffer(8));
}

/** What the save queue says to persistence. */
export type Order =
  /** The next chunk of components, please. */
  | { readonly type: 'load' }
  /** Records in order; each is a u32 length, little-endian, and its bytes. The buffer is transferred. */
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
  /** Null after the last one. */
  | { readonly type: 'chunk'; readonly chunk: Uint8Array<ArrayBuffer> | null }
  | { readonly type: 'report'; readonly report: Report }
  | { readonly type: 'drained'; readonly id: number }
  | { readonly type: 'closed'; readonly error: PortableError | null };

export interface Opened {
  readonly epoch: number;
  readonly sequence: number;
  readonly tick: number;
  readonly timeMs: number;
  readonly records: number;
  /** Name of the image that was read. */
  readonly image: string;
}

/** Where log and images come from. */
export interface Medium {
  readonly log: CommitLog;
  /** At least one; the first is preferred among equals. */
  readonly images: readonly ImageSource[];
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
  const say = (answer: Answer, transfer: ArrayBuffer[] = []) => port.postMessage(answer, transfer);
  let medium: Medium | null = null;
  let images: StartImages | null = null;
  try {
    medium = await open();
    const { alter = null, history, log, reach } = medium;
    images = await openImages(log, medium.images);
    const records = await recover(log, images.base, epoch);
    const { sequence, tick, timeMs } = images.base.position;
    const persistence = new Persistence({ log, images, settings, reach, history });
    Atomics.store(progress, DURABLE, BigInt(sequence));
    serve(port, persistence, progress, say, alter);
    say({
      type: 'opened',
      opened: { epoch: log.lastEpoch, sequence, tick, timeMs, records, image: images.baseName },
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
  say: (answer: Answer, transfer?: ArrayBuffer[]) => void,
  alter: Medium['alter'],
): void {
  let chunks: AsyncGenerator<Uint8Array<ArrayBuffer>> | null = null;
  persistence.onChange = () => {
    Atomics.store(progress, DURABLE, BigInt(persistence.durable));
    say({ type: 'report', report: reportOf(persistence) });
  };
  port.on('message', (order: Order) => {
    switch (order.type) {
      case 'load': {
        chunks ??= persistence.components();
        void chunks.next().then(
          ({ value }) => {
            const chunk = value ?? null;
            say({ type: 'chunk', chunk }, chunk === null ? [] : [chunk.buffer]);
          },
          (error: unknown) => say({ type: 'refused', error: toPortable(error) }),
        );
        return;
      }
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
  const view = new DataView(batch.buffer, batch.byteOffset, batch.byteLength);
  for (let at = 0; at < batch.length; ) {
    const start = at + 4;
    at = start + view.getUint32(at, true);
    const encoded = batch.subarray(start, at);
    persistence.append(alter ? alter(encoded) : encoded);
  }
}

/** Records as one buffer for an order of type `records`. */
export function encodeBatch(records: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  let length = 0;
  for (const { length: size } of records) length += size + 4;
  const batch = new Uint8Array(length);
  const view = new DataView(batch.buffer);
  let at = 0;
  for (const encoded of records) {
    view.setUint32(at, encoded.length, true);
    batch.set(encoded, at + 4);
    at += encoded.length + 4;
  }
  return batch;
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
