import { rename } from 'node:fs/promises';
import { appendEntries } from './append-entries.ts';
import { scanLog } from './check-folder.ts';
import type { DatedEntry } from './commit-log.ts';
import { logPath } from './data-folder.ts';
import { FolderLock } from './folder-lock.ts';
import { logPlaceOf } from './log-place.ts';
import { readImage } from './read-store.ts';
import { StoreError } from './store-error.ts';

/**
 * What to give up of a damaged log. `before`: this record and all that came after it; the world goes back to what it was before.
 * `image`: only history, namely all that the image has already; it takes a damage that lies there.
 */
export type Sacrifice = { readonly before: number } | 'image';

export interface Repaired {
  /** Sequences of the records that the log has now; null: none. */
  readonly log: { readonly first: number; readonly last: number } | null;
  /** Records that were given up, sound ones among them. */
  readonly given: number;
  /** Where the old log lies, untouched. */
  readonly aside: string;
}

/**
 * Writes a data folder's log anew without what is damaged. Only by an operator's choice: something is given up. The old log stays
 * beside the new one.
 * @throws GMG_STORE_LOCKED while the shard runs; GMG_STORE_SETUP when the log is in Kafka; GMG_STORE_GAP when the choice does not make a whole of log and image.
 */
export async function repairLog(dir: string, sacrifice: Sacrifice): Promise<Repaired> {
  const place = await logPlaceOf(dir);
  if (place.kind === 'kafka') {
    const advice =
      'its replicas are what mends it; or restore from a backup or a checkpoint (gommog restore)';
    throw new StoreError('GMG_STORE_SETUP', `the log of ${dir} is in Kafka, topic ${place.topic}: ${advice}`);
  }
  const lock = await FolderLock.acquire(dir);
  try {
    const scan = await scanLog(dir);
    const image = await readImage(dir);
    const { epoch, sequence } = image.position;
    await image.close();
    if (sacrifice !== 'image' && sacrifice.before <= sequence) {
      throw new StoreError(
        'GMG_STORE_GAP',
        `the image has record ${sequence} already and cannot go back before ${sacrifice.before}: ` +
          'keep what it has, or restore from a backup',
      );
    }
    const first = sacrifice === 'image' ? sequence + 1 : 0;
    const last = sacrifice === 'image' ? Number.POSITIVE_INFINITY : sacrifice.before - 1;
    const kept: DatedEntry[] = [];
    for await (const entry of scan.entries()) {
      if (entry.sequence >= first && entry.sequence <= last)
        kept.push({ ...entry, encoded: new Uint8Array(entry.encoded) });
    }
    checkWhole(kept, sequence, sacrifice);
    const aside = `${logPath(dir)}.damaged-${Date.now()}`;
    await rename(logPath(dir), aside);
    const { log } = await appendEntries(logPath(dir), kept);
    const newest = Math.max(scan.epoch, epoch);
    if (newest > log.lastEpoch) await log.begin(newest, (kept.at(-1)?.sequence ?? sequence) + 1);
    await log.close();
    const range = kept.length === 0 ? null : { first: kept[0]!.sequence, last: kept.at(-1)!.sequence };
    const total = scan.range === null ? 0 : scan.range.last - scan.range.first + 1;
    return { log: range, given: total - kept.length, aside };
  } finally {
    await lock.release();
  }
}

function checkWhole(kept: readonly DatedEntry[], image: number, sacrifice: Sacrifice): void {
  const begin = kept[0]?.sequence ?? image + 1;
  if (begin > image + 1)
    throw new StoreError('GMG_STORE_GAP', `the log would begin at ${begin}, but the image ends at ${image}`);
  for (const [index, { sequence }] of kept.entries()) {
    if (sequence === begin + index) continue;
    const choice = sacrifice === 'image' ? 'the image lacks it' : 'choose an earlier one';
    throw new StoreError('GMG_STORE_GAP', `record ${begin + index} is damaged too: ${choice}`);
  }
  const last = kept.at(-1)?.sequence ?? image;
  if (last < image)
    throw new StoreError('GMG_STORE_GAP', `the log would end at ${last}, before the image at ${image}`);
}
