import type { CommitLog } from './commit-log.ts';
import { type ComponentChunks, chunksOf } from './component-chunks.ts';
import type { Reach } from './faults.ts';
import type { HistoryKeeper } from './history/keeper.ts';
import type { Image } from './image.ts';
import { ImageFollower } from './image-follower.ts';
import { LogTail } from './log-tail.ts';
import type { StartImages } from './open-images.ts';
import { asStoreError, type StoreError } from './store-error.ts';

export interface PersistenceSettings {
  /** Images follow the log after this many milliseconds: what changes often is then written once. */
  readonly imageDelayMs: number;
  /** Bytes of log to keep as history, besides what the images do not have yet. */
  readonly keepBytes: number;
  /** Bytes of records to keep in memory for the images; beyond that they read them from the log again. */
  readonly backlogBytes: number;
  /**
   * The log keeps what an image lacks up to so many bytes while another one is ahead of it. An image that lags further is made
   * anew when it can be reached again.
   */
  readonly imageLagBytes: number;
  /**
   * Somebody besides the images follows the log and says how far (`followed`): the log keeps what comes after, up to so many bytes.
   * Null: nobody does.
   */
  readonly followerLagBytes: number | null;
}

/** What persistence is made of. */
export interface PersistenceParts {
  readonly log: CommitLog;
  readonly images: StartImages;
  readonly settings: PersistenceSettings;
  readonly reach?: Reach | undefined;
  readonly history?: HistoryKeeper | undefined;
}

interface Drain {
  readonly sequence: number;
  readonly resolve: () => void;
}

/**
 * What runs behind the save queue, in whichever thread: records go into the log, and what is durable there goes into each image;
 * then the log may forget it. No image is ever ahead of the durable log.
 */
export class Persistence {
  readonly #log: CommitLog;
  readonly #tail: LogTail;
  readonly #base: Image;
  readonly #settings: PersistenceSettings;
  readonly #epoch: number;
  readonly #history: HistoryKeeper | undefined;
  readonly followers: readonly ImageFollower[];
  #last: number;
  /** What the follower besides the images does not need any more. */
  #followed = 0;
  #releasing: Promise<void> | null = null;
  #releaseFailure: StoreError | null = null;
  #closed = false;
  #drains: Drain[] = [];
  /** Called when something became durable, was applied, failed, or works again. */
  onChange: (() => void) | null = null;

  /** `log` and the base of `images` have been through `recover`. */
  constructor({ history, images, log, settings, reach = () => {} }: PersistenceParts) {
    this.#log = log;
    this.#history = history;
    this.#base = images.base;
    this.#settings = settings;
    this.#epoch = log.lastEpoch;
    this.#last = images.base.position.sequence;
    this.#tail = new LogTail(log, settings.backlogBytes);
    this.followers = images.all.map(({ source, image, failure }) => {
      const feed = {
        log,
        tail: this.#tail,
        identity: images.identity,
        imageDelayMs: settings.imageDelayMs,
        reach,
        donor: () => this.#donor(),
        beginnings: () => history?.beginnings() ?? [],
        changed: () => this.#onImage(),
      };
      return new ImageFollower(source, image, failure, image === images.base, feed);
    });
    log.onDurable = () => {
      this.#wake(this.#drains.length > 0 ? 0 : settings.imageDelayMs);
      this.onChange?.();
    };
    log.onFailure = () => this.onChange?.();
    // The others begin at once to catch up with the base.
    this.#wake(settings.imageDelayMs);
  }

  get durable(): number {
    return this.#log.durable;
  }

  /** Newest record that is in an image: a start now would have to read the log from there. */
  get applied(): number {
    return Math.max(...this.followers.map(({ applied }) => applied));
  }

  get bytesWritten(): number {
    return this.#log.bytesWritten;
  }

  get lastSyncMs(): number {
    return this.#log.lastSyncMs;
  }

  /** Why records do not become durable, if they do not. */
  get failure(): StoreError | null {
    return this.#log.failure;
  }

  /** Why the log cannot give up old records, if it cannot. */
  get releaseFailure(): StoreError | null {
    return this.#releaseFailure;
  }

  /** Takes the next record; the bytes belong to it from then on. */
  append(encoded: Uint8Array): void {
    const sequence = this.#last + 1;
    this.#log.append(encoded, this.#epoch, sequence);
    this.#last = sequence;
    this.#tail.push({ epoch: this.#epoch, sequence, encoded });
  }

  /** The follower besides the images needs nothing up to this record any more. */
  followed(through: number): void {
    this.#followed = Math.max(this.#followed, through);
  }

  /**
   * Resolves when everything appended so far is durable, and in every image that works, which is one at least; not while the log
   * or all images fail.
   */
  drain(): Promise<void> {
    return new Promise((resolve) => {
      this.#drains.push({ sequence: this.#last, resolve });
      this.#settleDrains();
      if (this.#drains.length > 0) this.#wake(0);
    });
  }

  /** All components as of now. */
  chunks(): ComponentChunks {
    return this.#base.chunks?.() ?? chunksOf(this.#base.components());
  }

  /**
   * Saves what it can and closes all.
   * @throws GMG_STORE_IO when the log cannot take what was appended.
   */
  async close(): Promise<void> {
    this.#closed = true;
    // A checkpoint reads an image and the log, which must not be closed under it.
    this.#history?.stop();
    await this.#releasing;
    const logClosed = this.#log.close();
    const ended = logClosed.catch(() => {});
    await Promise.all(this.followers.map((follower) => follower.close(ended)));
    this.#settleDrains();
    await logClosed;
  }

  #wake(delayMs: number): void {
    for (const follower of this.followers) follower.wake(delayMs);
  }

  #donor(): Image | null {
    let best: ImageFollower | null = null;
    for (const follower of this.followers) {
      if (follower.image !== null && (best === null || follower.applied > best.applied)) best = follower;
    }
    return best?.image ?? null;
  }

  #onImage(): void {
    const working = this.followers.filter(({ image }) => image !== null);
    if (working.length > 0) this.#tail.forget(Math.min(...working.map(({ applied }) => applied)));
    this.#release();
    this.#settleDrains();
    this.onChange?.();
  }

  /** Lets the log forget what no image needs any more. */
  #release(): void {
    if (this.#closed || this.#releasing !== null) return;
    const bases = this.followers.filter(({ source, image }) => source.isBase && image !== null);
    if (bases.length === 0) return;
    const newest = Math.max(...bases.map(({ floor }) => floor));
    const floors = this.followers
      .map(({ floor }) => floor)
      .filter((floor) => this.#tail.bytesAfter(floor) <= this.#settings.imageLagBytes);
    const { followerLagBytes } = this.#settings;
    const isKept = followerLagBytes !== null && this.#tail.bytesAfter(this.#followed) <= followerLagBytes;
    const through = Math.min(newest, ...floors, ...(isKept ? [this.#followed] : []));
    this.#tail.forgetMarks(through);
    // Only an image that stands still while it is read shows the world as of one record.
    const still = bases.find(({ image }) => image?.snapshot !== undefined)?.image ?? null;
    const released =
      this.#history === undefined
        ? this.#log.release(through, this.#settings.keepBytes)
        : this.#history.keep(through, still);
    this.#releasing = released
      .then(
        () => {
          this.#releaseFailure = null;
        },
        (error: unknown) => {
          this.#releaseFailure = asStoreError(error);
        },
      )
      .finally(() => {
        this.#releasing = null;
      });
  }

  #settleDrains(): void {
    if (this.#drains.length === 0) return;
    const working = this.followers.filter(({ image }) => image !== null);
    const applied = working.length === 0 ? -1 : Math.min(...working.map(({ applied }) => applied));
    this.#drains = this.#drains.filter(({ sequence, resolve }) => {
      if (sequence > applied) return true;
      resolve();
      return false;
    });
  }
}
