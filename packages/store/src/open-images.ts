import type { CommitLog } from './commit-log.ts';
import { type Image, type ImageSource, noComponents, START } from './image.ts';
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
  mark: StoreMark | null = null,
): Promise<StartImages> {
  const all = await Promise.all(sources.map(open));
  try {
    const noted = (await mark?.read()) ?? null;
    const identity = (await commonIdentity(all)) ?? noted ?? newIdentity();
    if (identity !== noted) await mark?.write(identity);
    const { image, source } = await choose(log, all);
    await claim(image, source.name, identity);
    return { all, base: image, baseName: source.name, identity };
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
): Promise<{ image: Image; source: ImageSource }> {
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
  if (best !== null) return best;
  // A log that begins at the beginning is the whole world.
  const empty = images.find(({ image }) => image !== null && image.damage !== null);
  if (empty !== undefined && log.range?.first === 1) {
    await empty.image!.replace(START, noComponents());
    return { image: empty.image!, source: empty.source };
  }
  throw new StoreError('GMG_STORE_GAP', problems.join('; '));
}
