import { StateHash } from '@gommog/core';
import type { CommitLog } from './commit-log.ts';
import type { ComponentBatches, Image, Position } from './image.ts';
import { claim, newIdentity } from './image-fit.ts';
import { closeImages, openImages } from './open-images.ts';
import type { Medium } from './persistence-port.ts';
import { BATCH_RECORDS, recordBatches } from './recovery.ts';
import { StoreError } from './store-error.ts';

export interface CopyOptions {
  readonly from: Medium;
  readonly to: Medium;
  /** Throw away what the images of the target have. A log is never thrown away. */
  readonly overwrite?: boolean;
  readonly onProgress?: (progress: CopyProgress) => void;
}

export interface CopyProgress {
  /** What is being done: an image's name, or `log`. */
  readonly part: string;
  readonly action: 'copy' | 'verify';
  /** Components, or records. */
  readonly done: number;
}

export interface Copied {
  readonly position: Position;
  readonly components: number;
  /** Hash over all states, the same in the source and in each image of the target. */
  readonly hash: string;
  /** Records of the log: all that the source still had. */
  readonly records: number;
}

const PROGRESS_EVERY = 20_000;

/**
 * Copies a whole store: the state, where it stands, and all records that the log still has. Then everything is read back and
 * compared. The source is brought up to the end of its own log, as a start would do, and not changed otherwise.
 * @throws GMG_STORE_FULL when the target is not empty; GMG_STORE_CORRUPT when what was read back differs; and what opening the
 * source throws. Closes nothing: who opened the logs closes them; the images are closed.
 */
export async function copyStore({ from, to, overwrite = false, onProgress }: CopyOptions): Promise<Copied> {
  const tell = onProgress ?? (() => {});
  const source = await openImages(from.log, from.images);
  const targets: { name: string; image: Image }[] = [];
  try {
    for (const { name, open } of to.images) targets.push({ name, image: await open() });
    checkEmpty(to.log, targets, overwrite);
    await source.base.catchUp(recordBatches(from.log, source.base.position.sequence + 1));
    const { position } = source.base;
    const state = new Tally();
    // Two stores that live on need two marks: each must refuse the images of the other.
    const identity = newIdentity();
    await to.mark?.write(identity);
    for (const { name, image } of targets) {
      if (overwrite) await image.setMeta('store', identity);
      else await claim(image, name, identity);
      const reading = new Tally();
      await image.replace(position, reading.watch(source.base.components(), name, 'copy', tell));
      state.takeOver(reading);
    }
    const records = await copyLog(from.log, to.log, position, tell);
    for (const { name, image } of targets) await verify(name, image, position, state, tell);
    return { position, components: state.count, hash: state.digest(), records };
  } finally {
    await closeImages(source.all);
    for (const { image } of targets) await image.close();
  }
}

function checkEmpty(
  log: CommitLog,
  images: readonly { name: string; image: Image }[],
  overwrite: boolean,
): void {
  if (log.range !== null) {
    throw new StoreError('GMG_STORE_FULL', 'the log of the target has records: give it another place');
  }
  if (overwrite) return;
  const full = images.find(({ image }) => image.position.sequence > 0 || image.damage !== null);
  if (full === undefined) return;
  throw new StoreError(
    'GMG_STORE_FULL',
    `the image ${full.name} of the target is not empty: give it another place, or say that it may be overwritten`,
  );
}

/** Every record keeps the epoch it was written in; so the new log begins each of them in turn. */
async function copyLog(
  from: CommitLog,
  to: CommitLog,
  position: Position,
  tell: (progress: CopyProgress) => void,
): Promise<number> {
  let records = 0;
  let epoch = 0;
  for await (const entry of from.read(from.range?.first ?? 1)) {
    if (entry.epoch !== epoch) {
      await untilDurable(to, entry.sequence - 1);
      await to.begin(entry.epoch, entry.sequence);
      epoch = entry.epoch;
    }
    // The source may use its buffer again.
    to.append(entry.encoded.slice(), entry.epoch, entry.sequence);
    records++;
    if (records % BATCH_RECORDS !== 0) continue;
    await untilDurable(to, entry.sequence);
    tell({ part: 'log', action: 'copy', done: records });
  }
  if (records > 0) await untilDurable(to, position.sequence);
  tell({ part: 'log', action: 'copy', done: records });
  return records;
}

async function untilDurable(log: CommitLog, sequence: number): Promise<void> {
  if (log.range === null) return;
  while (log.durable < sequence) {
    if (log.failure !== null) throw log.failure;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

async function verify(
  name: string,
  image: Image,
  { epoch, sequence }: Position,
  expected: Tally,
  tell: (progress: CopyProgress) => void,
): Promise<void> {
  const found = new Tally();
  for await (const _ of found.watch(image.components(), name, 'verify', tell));
  const isSame =
    found.count === expected.count &&
    found.digest() === expected.digest() &&
    image.position.epoch === epoch &&
    image.position.sequence === sequence;
  if (isSame) return;
  throw new StoreError(
    'GMG_STORE_CORRUPT',
    `the image ${name} of the target has ${found.count} components with hash ${found.digest()}, ` +
      `the source ${expected.count} with ${expected.digest()}`,
  );
}

/** Counts components, and hashes them. */
class Tally {
  #hash = new StateHash();
  count = 0;

  digest(): string {
    return this.#hash.digest();
  }

  takeOver(other: Tally): void {
    this.#hash = other.#hash;
    this.count = other.count;
  }

  async *watch(
    batches: ComponentBatches,
    part: string,
    action: CopyProgress['action'],
    tell: (progress: CopyProgress) => void,
  ): ComponentBatches {
    let told = 0;
    for await (const batch of batches) {
      for (const { serial, component, version, data } of batch)
        this.#hash.add(serial, component, version, data);
      this.count += batch.length;
      if (this.count - told >= PROGRESS_EVERY) {
        told = this.count;
        tell({ part, action, done: told });
      }
      yield batch;
    }
    tell({ part, action, done: this.count });
  }
}
