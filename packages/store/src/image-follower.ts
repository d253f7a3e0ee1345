import { setTimeout as sleep } from 'node:timers/promises';
import { type Beginning, remake } from './beginning.ts';
import type { CommitLog } from './commit-log.ts';
import type { Reach } from './faults.ts';
import { type ComponentBatches, type Image, type ImageSource, START } from './image.ts';
import { claim, fitOf } from './image-fit.ts';
import type { LogTail } from './log-tail.ts';
import { BATCH_RECORDS } from './recovery.ts';
import { asStoreError, StoreError, type StoreErrorCode } from './store-error.ts';

/** `down`: it cannot be reached or does not take what it is given. `stuck`: it waits for a person. */
export type ImageState = 'following' | 'rebuilding' | 'down' | 'stuck';

/** What a follower needs of the persistence it is part of. */
export interface Feed {
  readonly log: CommitLog;
  readonly tail: LogTail;
  readonly identity: string;
  readonly imageDelayMs: number;
  readonly reach: Reach;
  /** Another image of the store, from which one can be made anew. */
  donor(): Image | null;
  /** Where an image can begin when there is none, the best first. */
  beginnings(): readonly Beginning[];
  /** Called when the follower applied something, failed, or works again. */
  changed(): void;
}

const RETRY_MS = 1000;
/** So long an image on a server may take to apply the last records when the store is closed. */
const REMOTE_CLOSE_MS = 5000;
const NEEDS_A_PERSON: ReadonlySet<StoreErrorCode> = new Set([
  'GMG_STORE_FOREIGN',
  'GMG_STORE_FORMAT',
  'GMG_STORE_GAP',
  'GMG_STORE_SETUP',
]);

/**
 * One image on its way behind the log, at its own pace: what is durable there is applied here. When it cannot be reached it is
 * tried again; when it cannot follow any more it is made anew, from another image or as `remake` does.
 * Nothing of that holds up the log.
 */
export class ImageFollower {
  readonly source: ImageSource;
  readonly #feed: Feed;
  #image: Image | null;
  #hasFit: boolean;
  #state: ImageState;
  #failure: StoreError | null;
  #applied: number;
  #floor: number;
  #timer: NodeJS.Timeout | null = null;
  #working: Promise<void> | null = null;
  #isUrgent = false;
  #closed = false;

  /** `image` is null when it could not be opened, for `failure`; `isCurrent` when it is the one that was recovered. */
  constructor(
    source: ImageSource,
    image: Image | null,
    failure: StoreError | null,
    isCurrent: boolean,
    feed: Feed,
  ) {
    this.source = source;
    this.#image = image;
    this.#failure = failure;
    this.#feed = feed;
    this.#hasFit = isCurrent;
    this.#state = image === null ? 'down' : 'following';
    this.#applied = image?.position.sequence ?? 0;
    // What an image that is out of reach has is not known: until it is, the log keeps what it has.
    this.#floor = image?.settled ?? (feed.log.range?.first ?? 1) - 1;
  }

  get state(): ImageState {
    return this.#state;
  }

  /** Why it does not follow, or null. */
  get failure(): StoreError | null {
    return this.#failure;
  }

  /** Newest record that it has, as far as is known. */
  get applied(): number {
    return this.#applied;
  }

  /** The image needs the log after this sequence. */
  get floor(): number {
    return this.#floor;
  }

  /** The image, while it is whole and works. */
  get image(): Image | null {
    return this.#state === 'following' && this.#hasFit ? this.#image : null;
  }

  /** Applies what is durable in `delayMs`, or earlier when that was planned. */
  wake(delayMs: number): void {
    if (delayMs === 0) this.#isUrgent = true;
    if (this.#closed || this.#working !== null) return;
    if (this.#timer !== null) {
      if (delayMs > 0 || this.#state !== 'following') return;
      clearTimeout(this.#timer);
    }
    this.#timer = setTimeout(() => this.#start(), delayMs);
  }

  /** Applies what is durable now, if it works, and closes. A server that is slow is not waited for long: all of it is in the log. */
  async close(beforeLast: Promise<unknown>): Promise<void> {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    const closed = this.#applyLast(beforeLast);
    if (!this.source.isRemote) return closed;
    await beforeLast;
    const isLate = await Promise.race([closed, sleep(REMOTE_CLOSE_MS, true, { ref: false })]);
    if (isLate !== true) return;
    await this.#image?.abandon?.();
  }

  async #applyLast(beforeLast: Promise<unknown>): Promise<void> {
    await this.#working;
    await beforeLast;
    if (this.#image !== null && this.#hasFit) await this.#work();
    await this.#image?.close().catch(() => {});
    this.#image = null;
  }

  #start(): void {
    this.#timer = null;
    this.#isUrgent = false;
    this.#working = this.#work().finally(() => {
      this.#working = null;
      this.#feed.changed();
      if (this.#failure !== null) this.wake(RETRY_MS);
      else if (this.#applied < this.#feed.log.durable)
        this.wake(this.#isUrgent ? 0 : this.#feed.imageDelayMs);
    });
  }

  /** Never throws. */
  async #work(): Promise<void> {
    try {
      this.#image ??= await this.source.open();
      if (!this.#hasFit) await this.#makeFit(this.#image);
      await this.#follow(this.#image);
      this.#state = 'following';
      this.#failure = null;
    } catch (error) {
      await this.#fail(asStoreError(error));
    }
  }

  async #fail(error: StoreError): Promise<void> {
    this.#failure = error;
    this.#state = NEEDS_A_PERSON.has(error.code) ? 'stuck' : 'down';
    if (error.code === 'GMG_STORE_GAP' || error.code === 'GMG_STORE_EPOCH') this.#hasFit = false;
    // Nothing is at the other end any more.
    const isGone = error.code === 'GMG_STORE_CLOSED';
    if (!this.source.isRemote && !isGone) return;
    const image = this.#image;
    this.#image = null;
    this.#hasFit = false;
    await image?.close().catch(() => {});
  }

  async #makeFit(image: Image): Promise<void> {
    const { log, identity } = this.#feed;
    const { name } = this.source;
    await claim(image, name, identity);
    const fit = await fitOf(log, name, image);
    if (fit.state === 'ahead') throw new StoreError('GMG_STORE_GAP', fit.reason);
    if (fit.state === 'stale') await this.#rebuild(image, fit.reason);
    else if (this.#isBetterCopied(image)) await this.#rebuild(image, `the image ${name} has nothing yet`);
    this.#state = 'following';
    this.#hasFit = true;
    this.#floor = image.settled;
  }

  /** A copy of another image is all that an empty one lacks, however long the log is. */
  #isBetterCopied({ reach }: Image): boolean {
    return reach === 0 && (this.#feed.donor()?.position.sequence ?? 0) > BATCH_RECORDS;
  }

  async #rebuild(image: Image, reason: string): Promise<void> {
    const { log } = this.#feed;
    const donor = this.#feed.donor();
    this.#state = 'rebuilding';
    this.#failure = new StoreError('GMG_STORE_GAP', `${reason}; it is being made anew`);
    // Both before the first await: the log must keep what comes after it from now on.
    const position = donor?.position ?? START;
    this.#floor = position.sequence;
    this.#applied = 0;
    this.#feed.changed();
    if (donor !== null) return image.replace(position, this.#untilClosed(donor.components()));
    const beginnings = this.#feed.beginnings().map((each) => ({
      position: each.position,
      components: () => this.#untilClosed(each.components()),
    }));
    if (await remake(log, image, beginnings)) return;
    const problem = 'neither another image nor a checkpoint is there to make it from';
    throw new StoreError('GMG_STORE_GAP', `${reason}; and ${problem}`);
  }

  /** A store that closes does not wait for a whole world to be copied. */
  async *#untilClosed(components: ComponentBatches): ComponentBatches {
    for await (const batch of components) {
      if (this.#closed) throw new StoreError('GMG_STORE_CLOSED', 'the store was closed');
      yield batch;
    }
  }

  async #follow(image: Image): Promise<void> {
    const { log, tail, reach } = this.#feed;
    const until = log.durable;
    this.#applied = image.position.sequence;
    while (this.#applied < until) {
      reach('image.apply');
      const next = this.#applied + 1;
      if (until - this.#applied > BATCH_RECORDS) await image.catchUp(tail.batches(next, until));
      else await image.apply(await tail.batch(next, until));
      reach('image.applied');
      this.#applied = image.position.sequence;
      this.#floor = image.settled;
      this.#feed.changed();
      // Records that came meanwhile go to the log first.
      await new Promise(setImmediate);
    }
    this.#floor = image.settled;
  }
}
