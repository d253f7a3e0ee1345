import type { CommitLog } from './commit-log.ts';
import {
  type ComponentBatches,
  type Image,
  type ImageSource,
  noComponents,
  type Position,
  START,
} from './image.ts';
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

/** A state of the world from which the log goes on. */
export interface Beginning {
  readonly position: Position;
  components(): ComponentBatches;
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
 * several stores; GMG_STORE_IO when the one that is out of reach may be the only one that holds the world.
 */
export async function openImages(
  log: CommitLog,
  sources: readonly ImageSource[],
  { beginnings = () => [], mark }: StoreBelongings = {},
): Promise<StartImages> {
  const all = await Promise.all(sources.map(open));
  try {
    const noted = (await mark?.read()) ?? null;
    const identity = (await commonIdentity(all)) ?? noted ?? newIdentity();
    if (identity !== noted) await mark?.write(identity);
    const { image, remade, source } = await choose(log, all, beginnings);
    await claim(image, source.name, identity);
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
async function commonIdentity(images: readonly StartImage[]): Promise<string | null> {
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
  return known[0]?.id ?? null;
}

async function choose(
  log: CommitLog,
  images: readonly StartImage[],
  beginnings: () => readonly Beginning[],
): Promise<{ image: Image; source: ImageSource; remade: string | null }> {
  let best: { image: Image; source: ImageSource } | null = null;
  const problems: string[] = [];
  for (const { source, image, failure } of images) {
    if (image === null) {
      // What a local disk says of its own data is no matter of reach.
      if (!source.isRemote || failure!.code !== 'GMG_STORE_IO') throw failure!;
      problems.push(`the image ${source.name}: ${failure!.message}`);
      continue;
    }
    const fit = await fitOf(log, source.name, image);
    if (fit.state === 'ahead') throw new StoreError('GMG_STORE_GAP', fit.reason);
    if (fit.state === 'stale') problems.push(fit.reason);
    else if (best === null || image.position.sequence > best.image.position.sequence)
      best = { image, source };
  }
  if (log.range === null && images.some(({ image }) => image === null)) {
    throw new StoreError(
      'GMG_STORE_IO',
      `without a log only the images tell what the world is, and one cannot be reached: ${problems.join('; ')}`,
    );
  }
  if (best !== null) return { ...best, remade: null };
  // What is damaged or empty has nothing that the log and a checkpoint do not have.
  for (const { image, source } of images) {
    if (image === null || (image.damage === null && image.position.sequence > 0)) continue;
    const { damage } = image;
    if (await remake(log, image, beginnings())) return { image, source, remade: damage ?? 'it was empty' };
  }
  throw new StoreError('GMG_STORE_GAP', problems.join('; '));
}

/** False when there is nothing from which the log goes on. */
async function remake(log: CommitLog, image: Image, beginnings: readonly Beginning[]): Promise<boolean> {
  const { range } = log;
  if (range === null) return false;
  // A log that begins at the beginning is the whole world.
  const origin: Beginning = { position: START, components: noComponents };
  for (const { components, position } of [...beginnings, origin]) {
    if (position.sequence < range.first - 1 || position.sequence > range.last) continue;
    try {
      await image.replace(position, components());
      return true;
    } catch (error) {
      // A damaged checkpoint; an older one does as well.
      if (asStoreError(error).code !== 'GMG_STORE_CORRUPT') throw error;
    }
  }
  return false;
}
