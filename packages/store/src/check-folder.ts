import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { scanPartition } from './check-partition.ts';
import type { DatedEntry } from './commit-log.ts';
import { imagePath, logPath } from './data-folder.ts';
import { isHeld } from './folder-lock.ts';
import { listCheckpoints, readCheckpoint } from './history/checkpoint.ts';
import { aheadOf } from './image-fit.ts';
import { NodeDisk } from './log-disk.ts';
import { logPlaceOf } from './log-place.ts';
import { listSegments, type Segment } from './log-survey.ts';
import { readImage } from './read-store.ts';
import { frameAt, HEADER_BYTES, nextFrame, suspectedSerials } from './segment.ts';
import { asStoreError, StoreError } from './store-error.ts';

/** Something in a data folder that is not what was written. */
export interface Damage {
  readonly file: string;
  /** Byte at which it begins. */
  readonly offset: number;
  readonly problem: string;
  /** Records that cannot be read, both included; null when it is not the log, or nobody knows. */
  readonly records: { readonly first: number; readonly last: number } | null;
  /** Serials of entities that the damaged bytes seem to speak of. */
  readonly entities: readonly number[];
}

export interface FolderCheck {
  readonly damages: readonly Damage[];
  /** Bytes at the log's end of a record that was never durable: the next start cuts them off. */
  readonly tornBytes: number;
  /** First and last sequence of the log's records; null when it holds none. */
  readonly log: { readonly first: number; readonly last: number } | null;
  /** Sequence of the newest record that the image has; null when it cannot be read. */
  readonly image: number | null;
  readonly components: number;
}

/** Reads everything in a data folder, changes nothing and stops at nothing. A shard may be running over it, but then it may err. */
export async function checkFolder(dir: string): Promise<FolderCheck> {
  const damages: Damage[] = [];
  const place = await logPlaceOf(dir);
  const scan =
    place.kind === 'kafka' ? { ...(await scanPartition(place)), tornBytes: 0 } : await scanLog(dir);
  damages.push(...scan.damages);
  for (const checkpoint of await listCheckpoints(dir)) {
    try {
      for await (const _ of readCheckpoint(checkpoint));
    } catch (error) {
      damages.push(damageOf(error, checkpoint.path));
    }
  }
  let image: number | null = null;
  let components = 0;
  try {
    // Where another server keeps the image, there is none to look at.
    if (!existsSync(imagePath(dir)))
      return { damages, tornBytes: scan.tornBytes, log: scan.range, image, components };
    const reading = await readImage(dir);
    if (reading.damage !== null) {
      await reading.close();
      throw new StoreError('GMG_STORE_CORRUPT', reading.damage);
    }
    image = reading.position.sequence;
    for await (const batch of reading.components()) components += batch.length;
    await reading.close();
    // Beside a running shard the log may have grown between the two.
    if (scan.range !== null && image > scan.range.last && !(await isHeld(dir)))
      damages.push(lostEnd(dir, scan.range.last, image));
  } catch (error) {
    damages.push(damageOf(error, join(dir, 'image')));
  }
  return { damages, tornBytes: scan.tornBytes, log: scan.range, image, components };
}

function lostEnd(dir: string, last: number, image: number): Damage {
  const problem = aheadOf(last, 'lmdb', image);
  return { file: logPath(dir), offset: 0, problem, records: { first: last + 1, last: image }, entities: [] };
}

function damageOf(error: unknown, path: string): Damage {
  const { file, message, offset } = asStoreError(error);
  return { file: file ?? path, offset: offset ?? 0, problem: message, records: null, entities: [] };
}

/** All of a log that can be read, whatever lies between. */
export interface LogScan {
  readonly damages: readonly Damage[];
  readonly tornBytes: number;
  readonly range: { readonly first: number; readonly last: number } | null;
  /** Newest epoch that was begun. */
  readonly epoch: number;
  /** The sound records, oldest first. */
  entries(): AsyncGenerator<DatedEntry>;
}

export async function scanLog(dir: string): Promise<LogScan> {
  const disk = new NodeDisk(logPath(dir));
  const damages: Damage[] = [];
  const { damaged, segments } = await listSegments(disk);
  for (const name of damaged) {
    const file = join(disk.path, name);
    const problem = 'the header of the segment is damaged';
    damages.push({ file, offset: 0, problem, records: null, entities: [] });
  }
  let tornBytes = 0;
  let last = (segments[0]?.first ?? 1) - 1;
  for (const [index, segment] of segments.entries()) {
    if (segment.first > last + 1) {
      const records = { first: last + 1, last: segment.first - 1 };
      const file = join(disk.path, segment.name);
      damages.push({
        file,
        offset: 0,
        problem: 'records before this segment are gone',
        records,
        entities: [],
      });
    }
    const until = segments[index + 1]?.first ?? null;
    const found = scanSegment(await disk.read(segment.name), segment, until);
    for (const each of found.damages) damages.push({ ...each, file: join(disk.path, segment.name) });
    tornBytes = found.tornBytes;
    last = until === null ? found.last : until - 1;
  }
  const first = segments[0]?.first;
  return {
    damages,
    tornBytes,
    range: first === undefined || last < first ? null : { first, last },
    epoch: segments.at(-1)?.epoch ?? 0,
    async *entries() {
      for (const [index, segment] of segments.entries()) {
        const until = segments[index + 1]?.first ?? null;
        yield* scanSegment(await disk.read(segment.name), segment, until).entries;
      }
    },
  };
}

interface SegmentScan {
  readonly entries: readonly DatedEntry[];
  readonly damages: readonly Omit<Damage, 'file'>[];
  readonly tornBytes: number;
  readonly last: number;
}

/** Reads a segment over its damages. `until` is the first record of the next one, null in the last segment. */
function scanSegment(bytes: Buffer, segment: Segment, until: number | null): SegmentScan {
  const entries: DatedEntry[] = [];
  const damages: Omit<Damage, 'file'>[] = [];
  let at = HEADER_BYTES;
  let expected = segment.first;
  while (until === null || expected < until) {
    const frame = frameAt(bytes, at, segment);
    if (frame !== null && frame.sequence >= expected && frame.epoch === segment.epoch) {
      if (frame.sequence > expected) damages.push(gap(bytes, at, at, expected, frame.sequence - 1));
      entries.push(frame);
      expected = frame.sequence + 1;
      at = frame.end;
      continue;
    }
    const next = nextFrame(bytes, at + 1, segment, expected + 1);
    if (next === null) {
      // Behind the last sound record of the log only what was never durable can be; in an older segment records are missing.
      if (until === null) return { entries, damages, tornBytes: lengthOf(bytes, at), last: expected - 1 };
      damages.push(gap(bytes, at, bytes.length, expected, until - 1));
      break;
    }
    damages.push(gap(bytes, at, next.at, expected, next.frame.sequence - 1));
    expected = next.frame.sequence;
    at = next.at;
  }
  return { entries, damages, tornBytes: 0, last: expected - 1 };
}

function gap(bytes: Buffer, from: number, to: number, first: number, last: number): Omit<Damage, 'file'> {
  const problem = first === last ? `record ${first} is damaged` : `records ${first} to ${last} are damaged`;
  return {
    offset: from,
    problem,
    records: { first, last },
    entities: suspectedSerials(bytes.subarray(from, to)),
  };
}

/** Without the zeros that a file was grown by. */
function lengthOf(bytes: Buffer, from: number): number {
  let end = bytes.length;
  while (end > from && bytes[end - 1] === 0) end--;
  return end - from;
}
