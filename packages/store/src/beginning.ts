import type { CommitLog } from './commit-log.ts';
import { type ComponentBatches, type Image, noComponents, type Position, START } from './image.ts';
import { fitOf } from './image-fit.ts';
import { asStoreError } from './store-error.ts';

/** A state of the world from which the log goes on. */
export interface Beginning {
  readonly position: Position;
  components(): ComponentBatches;
}

/** A log that begins at the beginning is the whole world. */
const ORIGIN: Beginning = { position: START, components: noComponents };

/**
 * Makes an image anew without another one: from the first of `beginnings`, the best first, that is sound and that the log goes on from,
 * else from nothing when the log has all there ever was. False when there is neither.
 */
export async function remake(
  log: CommitLog,
  image: Pick<Image, 'replace'>,
  beginnings: readonly Beginning[],
): Promise<boolean> {
  // Without a log nobody knows what came after them.
  if (log.range === null) return false;
  for (const { components, position } of [...beginnings, ORIGIN]) {
    const fit = await fitOf(log, 'checkpoint', { position, reach: position.sequence, damage: null });
    if (fit.state !== 'fits') continue;
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
