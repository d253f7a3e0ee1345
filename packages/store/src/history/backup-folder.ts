import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { chunksOf } from '../component-chunks.ts';
import { logPath } from '../data-folder.ts';
import type { Survey } from '../log-survey.ts';
import { copyBeside, SET_ASIDE } from './beside.ts';
import { checkpointsPath, listCheckpoints, writeCheckpoint } from './checkpoint.ts';
import { type LogReading, wallOf } from './log-reading.ts';
import { type Report, reported } from './report.ts';
import { worldNow } from './world-at.ts';

/** The last record that a backup can restore; null when it has nothing that hangs together. */
export async function reachOf(out: string, { last, segments }: Survey): Promise<number | null> {
  const newest = (await listCheckpoints(out)).at(-1);
  const first = segments[0]?.first;
  if (first === undefined) return null;
  if (newest === undefined) return first === 1 ? last : null;
  return first <= newest.sequence + 1 ? Math.max(last, newest.sequence) : null;
}

/** Moves what the new copies do not follow into a folder of its own, from which it can still be restored. */
export async function setAside(out: string, last: number): Promise<void> {
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

/** How much of copying a world and its log the world is. */
export const WORLD_PART = 0.6;

/** A whole copy of the world of a data folder, as a checkpoint of the backup. */
export async function copyWorld(dir: string, out: string, log: LogReading, report: Report): Promise<void> {
  const world = await worldNow(dir);
  try {
    const { moment } = world;
    if (moment.sequence === 0) return;
    const components = reported(world.components(), world.about, report, 'copies the world');
    const wallMs = await wallOf(log, moment.sequence);
    await writeCheckpoint(out, { ...moment, wallMs }, chunksOf(components));
  } finally {
    await world.close();
  }
}
