import { randomUUID } from 'node:crypto';
import type { CommitLog } from './commit-log.ts';
import type { Image } from './image.ts';
import { StoreError } from './store-error.ts';

/** How an image stands to the log. */
export type Fit =
  /** It can follow the log. */
  | { readonly state: 'fits' }
  /** It cannot; but it is a view, and may be made anew. */
  | { readonly state: 'stale'; readonly reason: string }
  /** It has what the log does not have. Nobody but a person may decide what is true. */
  | { readonly state: 'ahead'; readonly reason: string };

/** Compares an image with the log. A log that was never written to fits every image: somebody made room, and knew what he did. */
export async function fitOf(
  log: CommitLog,
  name: string,
  image: Pick<Image, 'damage' | 'position' | 'reach'>,
): Promise<Fit> {
  if (image.damage !== null)
    return { state: 'stale', reason: `the image ${name} is damaged: ${image.damage}` };
  const { range } = log;
  const { position, reach } = image;
  if (range === null) return { state: 'fits' };
  if (range.last < reach) {
    return {
      state: 'ahead',
      reason: aheadOf(range.last, name, reach),
    };
  }
  if (range.first > position.sequence + 1) {
    return {
      state: 'stale',
      reason: `the log begins at record ${range.first}, but the image ${name} ends at record ${position.sequence}`,
    };
  }
  if (position.sequence >= range.first) {
    for await (const { epoch } of log.read(position.sequence)) {
      if (epoch === position.epoch) break;
      return {
        state: 'stale',
        reason:
          `record ${position.sequence} is of epoch ${epoch} in the log, but of epoch ${position.epoch} ` +
          `in the image ${name}: it is of another history`,
      };
    }
  }
  return { state: 'fits' };
}

/** What it means that an image has record `reach`, and the log ends before, at record `last`. */
export function aheadOf(last: number, name: string, reach: number): string {
  return (
    `the log ends at record ${last}, but the image ${name} has record ${reach}: ` +
    'the log lost its end, or the image is of another time'
  );
}

const IDENTITY = 'store';

/** Whose image this is: null when nobody has marked it. */
export function identityOf(image: Image): Promise<string | null> {
  return image.meta(IDENTITY);
}

export function newIdentity(): string {
  return randomUUID();
}

/**
 * Marks an image as one of the store `identity`.
 * @throws GMG_STORE_FOREIGN when it is another's: a wrong address must not cost somebody else's world.
 */
export async function claim(image: Image, name: string, identity: string): Promise<void> {
  const owner = await identityOf(image);
  if (owner === identity) return;
  if (owner !== null) {
    throw new StoreError(
      'GMG_STORE_FOREIGN',
      `the image ${name} belongs to another store: give this one a place of its own`,
    );
  }
  await image.setMeta(IDENTITY, identity);
}
