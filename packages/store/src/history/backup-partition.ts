import { appendEntries } from '../append-entries.ts';
import type { DatedEntry } from '../commit-log.ts';
import { logPath } from '../data-folder.ts';
import { NodeDisk } from '../log-disk.ts';
import { readSegments, type Survey } from '../log-survey.ts';
import { StoreError } from '../store-error.ts';
import { copyWorld, reachOf, setAside, WORLD_PART } from './backup-folder.ts';
import { type LogReading, logOf, surveyLive } from './log-reading.ts';
import { partOf, type Report } from './report.ts';

/**
 * The log of a backup, from one that is not in files: what the backup lacks is read and written into log files of its own, so that
 * a restore needs nobody but the backup. Resolves with what was copied.
 * @throws GMG_STORE_GAP when the log gave up records while they were copied.
 */
export async function copyPartition(
  dir: string,
  out: string,
  full: boolean,
  report: Report,
): Promise<{ readonly sequence: number; readonly logBytes: number; readonly isFull: boolean }> {
  const target = new NodeDisk(logPath(out));
  const there = await surveyLive(target);
  const reach = await reachOf(out, there);
  const before = await logOf(dir);
  const fits = reach !== null && (await follows(before, there, target));
  if (!fits) await setAside(out, there.last);
  const isFull = full || !fits;
  try {
    if (isFull) await copyWorld(dir, out, before, partOf(report, 0, WORLD_PART));
  } finally {
    await before.close();
  }
  // Opened after the world was copied: it holds at least what that needs.
  const log = await logOf(dir);
  try {
    const from = fits ? there.last + 1 : log.first;
    report(isFull ? WORLD_PART : 0, 'copies the log');
    const { bytes, log: copy } = await appendEntries(target.path, from > log.last ? [] : log.read(from));
    await copy.close();
    const sequence = await reachOf(out, await surveyLive(target));
    if (sequence === null || sequence < log.last)
      throw new StoreError(
        'GMG_STORE_GAP',
        `the log of ${dir} gave up history while it was copied: try again`,
      );
    return { sequence, logBytes: bytes, isFull };
  } finally {
    await log.close();
  }
}

/** Does the log go on where the backup's ends? It does when it still has the backup's last record, and that is the same. */
async function follows(log: LogReading, there: Survey, target: NodeDisk): Promise<boolean> {
  const { last, segments } = there;
  if (last < log.first || last > log.last) return false;
  const [ours] = await firstOf(readSegments(target, segments, last, last));
  const [theirs] = await firstOf(log.read(last));
  return (
    ours !== undefined &&
    theirs !== undefined &&
    ours.epoch === theirs.epoch &&
    Buffer.compare(ours.encoded, theirs.encoded) === 0
  );
}

async function firstOf(entries: AsyncIterable<DatedEntry>): Promise<DatedEntry[]> {
  for await (const entry of entries) return [entry];
  return [];
}
