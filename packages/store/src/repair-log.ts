import { rename } from 'node:fs/promises';
import { scanLog } from './check-folder.ts';
import type { DatedEntry } from './commit-log.ts';
import { logPath } from './data-folder.ts';
import { FileLog } from './file-log.ts';
import { FolderLock } from './folder-lock.ts';
import { NodeDisk } from './log-disk.ts';
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
 * @throws GMG_STORE_LOCKED while the shard runs; GMG_STORE_GAP when the choice does not make a whole of log and image.
 */
export async function repairLog(dir: string, sacrifice: Sacrifice): Promise<Repaired> {
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
    await rewrite(dir, kept, sequence + 1, Math.max(scan.epoch, epoch));
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

/** A new log with the same records, epochs and wall times. */
async function rewrite(
  dir: string,
  kept: readonly DatedEntry[],
  next: number,
  newestEpoch: number,
): Promise<void> {
  let wallMs = Date.now();
  const log = await FileLog.open({ disk: new NodeDisk(logPath(dir)), wallClock: () => wallMs });
  for (const entry of kept) {
    wallMs = entry.wallMs;
    if (entry.epoch > log.lastEpoch) {
      await settled(log);
      await log.begin(entry.epoch, entry.sequence);
    }
    log.append(entry.encoded, entry.epoch, entry.sequence);
  }
  await settled(log);
  if (newestEpoch > log.lastEpoch) await log.begin(newestEpoch, (kept.at(-1)?.sequence ?? next - 1) + 1);
  await log.close();
}

function settled(log: FileLog): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (log.isIdle) resolve();
    };
    log.onDurable = look;
    log.onFailure = (failure) => failure !== null && reject(failure);
    look();
  });
}
