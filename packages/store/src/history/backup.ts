import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { logPath } from '../data-folder.ts';
import { NodeDisk, syncDirectory } from '../log-disk.ts';
import { logPlaceOf } from '../log-place.ts';
import type { Survey } from '../log-survey.ts';
import { StoreError } from '../store-error.ts';
import { copyWorld, reachOf, setAside, WORLD_PART } from './backup-folder.ts';
import { copyPartition } from './backup-partition.ts';
import { copyBeside } from './beside.ts';
import { logOf, surveyLive, wallOf } from './log-reading.ts';
import { partOf, type Report } from './report.ts';

export interface Backup {
  /** The newest record that the backup holds, and when it was taken (ms since 1970). */
  readonly sequence: number;
  readonly wallMs: number;
  /** Bytes that were copied from the log. */
  readonly logBytes: number;
  /** A whole copy of the world was made: there was none, or the log no longer reaches back to it. */
  readonly isFull: boolean;
}

export interface BackupOptions {
  /** Make a whole copy even if the one that is there would do: a restore is then quicker. */
  readonly full?: boolean;
  readonly report?: Report;
}

/** How much of a backup is done when world and log are copied. */
const COPIED = 0.95;

/**
 * Copies the world of a data folder and its history into a backup folder, beside a running shard and without asking it anything.
 * The first time a whole copy (a checkpoint), then only what the log has more. A backup is a folder to restore from, as a data
 * folder is.
 * The log of a backup is in files, wherever that of the data folder is.
 * @throws GMG_STORE_CORRUPT when the log is damaged, GMG_STORE_GAP when the shard's log gave up records while they were copied.
 */
export async function backUp(
  dir: string,
  out: string,
  { full = false, report }: BackupOptions = {},
): Promise<Backup> {
  // All accounts' password hashes are in it.
  await mkdir(out, { recursive: true, mode: 0o700 });
  await mkdir(logPath(out), { recursive: true });
  const { kind } = await logPlaceOf(dir);
  const copied = await (kind === 'kafka' ? copyPartition : copyFiles)(
    dir,
    out,
    full,
    partOf(report, 0, COPIED),
  );
  report?.(COPIED, 'copies what lies beside');
  await copyBeside(dir, out);
  const log = await logOf(out);
  return { ...copied, wallMs: await wallOf(log, copied.sequence) };
}

async function copyFiles(
  dir: string,
  out: string,
  full: boolean,
  report: Report,
): Promise<Omit<Backup, 'wallMs'>> {
  const source = new NodeDisk(logPath(dir));
  const target = new NodeDisk(logPath(out));
  const there = await surveyLive(target);
  const reach = await reachOf(out, there);
  const fits = reach !== null && (await follows(source, there, reach));
  if (!fits) await setAside(out, there.last);
  const isFull = full || !fits;
  const afterWorld = isFull ? WORLD_PART : 0;
  if (isFull) await copyWorld(dir, out, await logOf(dir), partOf(report, 0, afterWorld));
  const survey = await surveyLive(source);
  const logBytes = await copyLog(source, target, survey, partOf(report, afterWorld, 1));
  const sequence = await reachOf(out, await surveyLive(target));
  if (sequence === null || sequence < survey.last)
    throw new StoreError('GMG_STORE_GAP', `${dir} gave up history while it was copied: try again`);
  return { sequence, logBytes, isFull };
}

/** Does the source go on where the backup ends? Segments of one name that are not the same are of two histories. */
async function follows(source: NodeDisk, there: Survey, reach: number): Promise<boolean> {
  const { segments } = await surveyLive(source);
  const copied = new Map(there.segments.map(({ name, salt }) => [name, salt]));
  const isSame = segments.every(({ name, salt }) => (copied.get(name) ?? salt) === salt);
  return isSame && (segments[0]?.first ?? 1) <= reach + 1;
}

/** Copies each segment as far as its records go. A segment only grows, so what is there already is not copied again. */
async function copyLog(
  source: NodeDisk,
  target: NodeDisk,
  { end, segments }: Survey,
  report: Report,
): Promise<number> {
  let copied = 0;
  const there = await surveyLive(target);
  const sizes = new Map(there.segments.map(({ name, size }) => [name, size]));
  const growing = there.segments.at(-1);
  // Behind the last record of a copy that was broken off may be anything.
  if (growing !== undefined) sizes.set(growing.name, there.end);
  for (const [index, { name }] of segments.entries()) {
    report(index / segments.length, 'copies the history');
    const from = sizes.get(name) ?? 0;
    if (from > 0 && name !== growing?.name) continue;
    const bytes = await source.read(name, index === segments.length - 1 ? end : Number.POSITIVE_INFINITY);
    if (bytes.length <= from) continue;
    await append(join(target.path, name), bytes.subarray(from), from);
    copied += bytes.length - from;
  }
  if (copied > 0) await syncDirectory(target.path);
  return copied;
}

async function append(file: string, bytes: Uint8Array, at: number): Promise<void> {
  const handle = await open(file, at === 0 ? 'w' : 'r+');
  try {
    let done = 0;
    while (done < bytes.length) {
      const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done);
      done += bytesWritten;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}
