import type { Image, RecordBatches } from './image.ts';
import { type ImageBatch, RecordFold } from './image-batch.ts';
import { BATCH_RECORDS } from './recovery.ts';

/** How much of a run is folded in memory before it is written, in bytes. */
export interface FoldLimits {
  /** Into an image that has nothing: most worlds fit, and are then written once. */
  readonly fillBytes: number;
  /** Into one that has something: it is one batch, which a server has to take in the time of one operation. */
  readonly batchBytes: number;
}

export const FOLD_LIMITS: FoldLimits = { fillBytes: 128 * 1024 * 1024, batchBytes: 8 * 1024 * 1024 };

/** An image, and how it takes a batch that follows its position. */
export interface FoldTarget {
  readonly image: Pick<Image, 'position' | 'reach' | 'replace'>;
  write(batch: ImageBatch): Promise<void>;
}

/**
 * Brings an image to the end of a long run of records, as `Image.catchUp` says: writes what they come to and not each of them, as
 * much at a time as memory allows.
 */
export async function catchUp(
  target: FoldTarget,
  batches: RecordBatches,
  limits: FoldLimits = FOLD_LIMITS,
): Promise<void> {
  const { image } = target;
  const next = () => new RecordFold(image.position, { isKept: true, isWhole: image.position.sequence === 0 });
  let fold = next();
  for await (const batch of batches) {
    for (const encoded of batch) fold.add(encoded);
    if (fold.bytes < (fold.isWhole ? limits.fillBytes : limits.batchBytes)) continue;
    await write(target, fold);
    fold = next();
  }
  if (fold.records > 0) await write(target, fold);
}

async function write({ image, write }: FoldTarget, fold: RecordFold): Promise<void> {
  // What fits into one batch needs no filling, which a crash may leave unfinished; but a batch that was cut off may have left states
  // that the fold does not know to be removed.
  const isFilled = fold.isWhole && (fold.records > BATCH_RECORDS || image.reach > 0);
  if (isFilled) await image.replace(fold.position, fold.components());
  else await write(fold);
}
