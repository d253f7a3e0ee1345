import { mkdir, open, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { logPath } from '../data-folder.ts';
import { NodeDisk, syncDirectory } from '../log-disk.ts';
import { readSegments, type Survey } from '../log-survey.ts';
import { StoreError } from '../store-error.ts';
import { copyBeside, SET_ASIDE } from './beside.ts';
import { checkpointsPath, listCheckpoints, writeCheckpoint } from './checkpoint.ts';
import { surveyLive } from './log-reading.ts';
import { partOf, type Report, reported } from './report.ts';
import { worldNow } from './world-at.ts';

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

/**
 * Copies the world of a data folder and its history into a backup folder, beside a running shard and without asking it anything.
 * The first time a whole copy (a checkpoint), then only what the log has more. A backup is a folder to restore from, as a data
 * folder is.
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
  const source = new NodeDisk(logPath(dir));
  const target = new NodeDisk(logPath(out));
  const there = await surveyLive(target);
  const reach = await reachOf(out, there);
  const fits = reach !== null && (await follows(source, there, reach));
  if (!fits) await setAside(out, there.last);
  const isFull = full || !fits;
  const afterWorld = isFull ? 0.6 : 0;
  if (isFull) await copyWorld(dir, out, partOf(report, 0, afterWorld));
  const survey = await surveyLive(source);
  const logBytes = await copyLog(source, target, survey, partOf(report, afterWorld, 0.95));
  const reached = await reachOf(out, await surveyLive(target));
  if (reached === null || reached < survey.last)
    throw new StoreError('GMG_STORE_GAP', `${dir} gave up history while it was copied: try again`);
  report?.(0.95, 'copies what lies beside');
  await copyBeside(dir, out);
  return { sequence: reached, wallMs: await wallOf(source, survey, reached), logBytes, isFull };
}

/** The last record that a backup can restore; null when it has nothing that hangs together. */
async function reachOf(out: string, { last, segments }: Survey): Promise<number | null> {
  const newest = (await listCheckpoints(out)).at(-1);
  const first = segments[0]?.first;
  if (first === undefined) return null;
  if (newest === undefined) return first === 1 ? last : null;
  return first <= newest.sequence + 1 ? Math.max(last, newest.sequence) : null;
}

/** Does the source go on where the backup ends? Segments of one name that are not the same are of two histories. */
async function follows(source: NodeDisk, there: Survey, reach: number): Promise<boolean> {
  const { segments } = await surveyLive(source);
  const copied = new Map(there.segments.map(({ name, salt }) => [name, salt]));
  const isSame = segments.every(({ name, salt }) => (copied.get(name) ?? salt) === salt);
  return isSame && (segments[0]?.first ?? 1) <= reach + 1;
}

/** Moves what the new copies do not follow into a folder of its own, from which it can still be restored. */
async function setAside(out: string, last: number): Promise<void> {
  const checkpoints = await listCheckpoints(out);
  const hasLog = (await readdir(logPath(out))).length > 0;
  if (checkpoints.length === 0 && !hasLog) return;
  const name = `until-record-${Math.max(last, checkpoints.at(-1)?.sequence ?? 0)}`;
  const aside = join(out, SET_ASIDE, name);
  await mkdir(aside, { recursive: true });
  await rename(logPath(out), logPath(aside));
  if (checkpoints.length > 0) await rename(checkpointsPath(out), checkpointsPath(aside));
  await copyBeside(out, aside);
  await mkdir(logPath(out));
}

async function copyWorld(dir: string, out: string, report: Report): Promise<void> {
  const world = await worldNow(dir);
  try {
    const { moment } = world;
    if (moment.sequence === 0) return;
    const source = new NodeDisk(logPath(dir));
    const wallMs = await wallOf(source, await surveyLive(source), moment.sequence);
    const components = reported(world.components(), world.about, report, 'copies the world');
    await writeCheckpoint(out, { ...moment, wallMs }, components);
  } finally {
    await world.close();
  }
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
    await handle.write(bytes, 0, bytes.length, at);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function wallOf(source: NodeDisk, { last, segments }: Survey, sequence: number): Promise<number> {
  if (sequence < (segments[0]?.first ?? 1) || sequence > last) return Date.now();
  for await (const { wallMs } of readSegments(source, segments, sequence, sequence)) return wallMs;
  return Date.now();
}
