import { type Beginning, remake } from './beginning.ts';
import type { CommitLog } from './commit-log.ts';
import type { Image, ImageSource } from './image.ts';
import { claim, fitOf, identityOf, newIdentity } from './image-fit.ts';
import { asStoreError, StoreError } from './store-error.ts';
import type { StoreMark } from './store-mark.ts';

/** An image of the store at its start. */
export interface StartImage {
  readonly source: ImageSource;
  /** Null when it could not be opened. */
  readonly image: Image | null;
  readonly failure: StoreError | null;
}

export interface StartImages {
  readonly all: readonly StartImage[];
  /** The one to start from: the newest that can be used. */
  readonly base: Image;
  readonly baseName: string;
  /** Whose images these are. */
  readonly identity: string;
  /** Why the base had to be made anew; null when it had not. */
  readonly remade: string | null;
}

/** What there is of a store besides its log and its images. */
export interface StoreBelongings {
  readonly mark?: StoreMark | undefined;
  /** Where an image can begin that has to be made anew, the best first. Default: at the world's own beginning. */
  readonly beginnings?: (() => readonly Beginning[]) | undefined;
}

/**
 * Opens the images of a store and chooses the one to start from: the newest that the log can bring up to date, the first of the
 * list among equals. One that cannot be reached or used does not hinder the start as long as another can.
 * @throws GMG_STORE_GAP when an image is ahead of the log, or none can be brought up to date; GMG_STORE_FOREIGN when they are of
 * several stores, or of another one than the mark says; GMG_STORE_IO when the one that is out of reach may be the only one that holds the world.
 */
export async function openImages(
  log: CommitLog,
  sources: readonly ImageSource[],
  { beginnings = () => [], mark }: StoreBelongings = {},
): Promise<StartImages> {
  const all = await Promise.all(sources.map(open));
  try {
    const noted = (await mark?.read()) ?? null;
    const identity = (await commonIdentity(all, noted)) ?? noted ?? newIdentity();
    if (identity !== noted) await mark?.write(identity);
    const { image, problems, remade, source } = await choose(log, all);
    if (log.range === null && image.position.sequence === 0) checkNew(beginnings());
    await claim(image, source.name, identity);
    // Not before it is known whose it is.
    if (remade !== null && !(await remake(log, image, beginnings())))
      throw new StoreError('GMG_STORE_GAP', problems);
    return { all, base: image, baseName: source.name, identity, remade };
  } catch (error) {
    await closeImages(all);
    throw error;
  }
}

export async function closeImages(images: readonly StartImage[]): Promise<void> {
  for (const { image } of images) await image?.close().catch(() => {});
}

async function open(source: ImageSource): Promise<StartImage> {
  try {
    return { source, image: await source.open(), failure: null };
  } catch (error) {
    return { source, image: null, failure: asStoreError(error) };
  }
}

/** Null when no image that is within reach is marked. */
async function commonIdentity(images: readonly StartImage[], noted: string | null): Promise<string | null> {
  const known: { id: string; name: string }[] = [];
  for (const { source, image } of images) {
    const id = image === null ? null : await identityOf(image);
    if (id !== null) known.push({ id, name: source.name });
  }
  const other = known.find(({ id }) => id !== known[0]!.id);
  if (other !== undefined) {
    throw new StoreError(
      'GMG_STORE_FOREIGN',
      `the images ${known[0]!.name} and ${other.name} are of different stores: is an address wrong?`,
    );
  }
  if (noted !== null && known[0] !== undefined && known[0].id !== noted) {
    throw new StoreError(
      'GMG_STORE_FOREIGN',
      `the image ${known[0].name} is of another store than the data folder: is an address wrong? ` +
        'If it is the right one, remove store.json from the folder',
    );
  }
  return known[0]?.id ?? null;
}

interface Chosen {
  readonly image: Image;
  readonly source: ImageSource;
  /** Why it has to be made anew first; null when it can be used as it is. */
  readonly remade: string | null;
  /** What is wrong with all of them. */
  readonly problems: string;
}

async function choose(log: CommitLog, images: readonly StartImage[]): Promise<Chosen> {
  let best: { image: Image; source: ImageSource } | null = null;
  const found: string[] = [];
  for (const { source, image, failure } of images) {
    if (image === null) {
      // What a local disk says of its own data is no matter of reach.
      if (!source.isRemote || failure!.code !== 'GMG_STORE_IO') throw failure!;
      found.push(`the image ${source.name}: ${failure!.message}`);
      continue;
    }
    const fit = await fitOf(log, source.name, image);
    if (fit.state === 'ahead') throw new StoreError('GMG_STORE_GAP', fit.reason);
    if (fit.state === 'stale') found.push(fit.reason);
    else if (best === null || image.position.sequence > best.image.position.sequence)
      best = { image, source };
  }
  const problems = found.join('; ');
  if (log.range === null && images.some(({ image }) => image === null)) {
    throw new StoreError(
      'GMG_STORE_IO',
      `without a log only the images tell what the world is, and one cannot be reached: ${problems}`,
    );
  }
  if (best !== null) return { ...best, remade: null, problems };
  // What is damaged or empty has nothing that the log and a checkpoint do not have.
  for (const { image, source } of images) {
    if (image === null || (image.damage === null && image.position.sequence > 0)) continue;
    return { image, source, remade: image.damage ?? 'it was empty', problems };
  }
  throw new StoreError('GMG_STORE_GAP', problems);
}

/** A new world among the checkpoints of an old one would one day be restored from them. */
function checkNew(beginnings: readonly Beginning[]): void {
  const newest = beginnings[0];
  if (newest === undefined) return;
  throw new StoreError(
    'GMG_STORE_GAP',
    'neither log nor image of the world is there, but checkpoints of it up to record ' +
      `${newest.position.sequence}: put the log back, or make a new folder from them ('gommog restore'); for a new world remove checkpoints/`,
  );
}
