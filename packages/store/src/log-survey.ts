import { join } from 'node:path';
import type { DatedEntry } from './commit-log.ts';
import type { LogDisk, LogFileInfo } from './log-disk.ts';
import {
  decodeHeader,
  frameAt,
  HEADER_BYTES,
  type SegmentHeader,
  wasDurable,
  worldTimeOf,
} from './segment.ts';
import { StoreError } from './store-error.ts';

/**
 * A segment file. It holds the records from `first` up to the one before the next segment's `first`; whatever else follows in it
 * was never durable: it is the leftover of a refused write or a torn tail, and is written again in the next segment, or gone.
 */
export interface Segment extends SegmentHeader {
  readonly name: string;
  readonly ordinal: number;
  size: number;
}

export interface Survey {
  readonly segments: Segment[];
  /** Sequence of the last sound record. */
  readonly last: number;
  /** How many bytes of the last segment are sound. */
  readonly end: number;
  /** Segment files whose creation was cut off: they never held a record. */
  readonly unfinished: readonly string[];
  /** Ordinal for the next segment file. */
  readonly nextOrdinal: number;
}

const SEGMENT_NAME = /^(\d{8})\.log$/;

export function segmentName(ordinal: number): string {
  return `${String(ordinal).padStart(8, '0')}.log`;
}

/**
 * Looks at a log's files without changing any: all headers, and every record of the last segment. Older segments are checked
 * when they are read.
 * @throws GMG_STORE_CORRUPT when something that was durable is damaged, GMG_STORE_FORMAT when a newer program wrote it.
 */
export async function surveyLog(disk: LogDisk): Promise<Survey> {
  const files = await listFiles(disk);
  const segments: Segment[] = [];
  const unfinished: string[] = [];
  for (const file of files) {
    const segment = await readSegment(disk, file);
    if (segment === null) {
      unfinished.push(file.name);
      continue;
    }
    const before = segments.at(-1);
    if (before !== undefined && (segment.first < before.first || segment.epoch < before.epoch)) {
      throw corrupt(disk, file.name, 0, 'the segment is older than the one before it');
    }
    segments.push(segment);
  }
  const newest = segments.at(-1);
  const { last, end } = newest === undefined ? { last: 0, end: 0 } : await scanTail(disk, newest);
  const nextOrdinal = files.length === 0 ? 1 : ordinalOf(files.at(-1)!.name) + 1;
  return { segments, last, end, unfinished, nextOrdinal };
}

async function listFiles(disk: LogDisk): Promise<LogFileInfo[]> {
  return (await disk.list())
    .filter(({ name }) => SEGMENT_NAME.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The segments of a log that may be damaged, and the names of files that have no sound header. Reads no records. */
export async function listSegments(disk: LogDisk): Promise<{ segments: Segment[]; damaged: string[] }> {
  const segments: Segment[] = [];
  const damaged: string[] = [];
  for (const file of await listFiles(disk)) {
    const segment = await readSegment(disk, file).catch((error: StoreError) => {
      if (error.code !== 'GMG_STORE_CORRUPT') throw error;
      damaged.push(file.name);
      return null;
    });
    if (segment !== null) segments.push(segment);
  }
  return { segments, damaged };
}

function ordinalOf(name: string): number {
  return Number(SEGMENT_NAME.exec(name)![1]);
}

async function readSegment(disk: LogDisk, { name, size }: LogFileInfo): Promise<Segment | null> {
  const header = decodeHeader(await disk.read(name, HEADER_BYTES));
  if (header === null) {
    // A header is durable before the first record is written: what is no header but has something behind it was damaged.
    if (size > HEADER_BYTES) throw corrupt(disk, name, 0, 'the header of the segment is damaged');
    return null;
  }
  if ('unknownFormat' in header) {
    throw new StoreError(
      'GMG_STORE_FORMAT',
      `${join(disk.path, name)} has log format ${header.unknownFormat}`,
    );
  }
  return { ...header, name, ordinal: ordinalOf(name), size };
}

async function scanTail(disk: LogDisk, segment: Segment): Promise<{ last: number; end: number }> {
  const bytes = await disk.read(segment.name);
  let last = segment.first - 1;
  let end = HEADER_BYTES;
  for (const frame of framesOf(bytes, segment)) {
    last = frame.sequence;
    end = frame.end;
  }
  if (end < bytes.length && wasDurable(bytes, end, segment, last + 1)) {
    throw corrupt(disk, segment.name, end, `record ${last + 1} is damaged, and sound records follow it`);
  }
  return { last, end };
}

/**
 * Sound frames from the beginning of a segment, in sequence. Where the format holds no wall time, it follows from the segment's
 * and from world time: both run alike while a shard does.
 */
function* framesOf(bytes: Buffer, segment: Segment): Generator<DatedEntry & { readonly end: number }> {
  let bornMs: number | null = null;
  let expected = segment.first;
  let at = HEADER_BYTES;
  for (;;) {
    const frame = frameAt(bytes, at, segment);
    if (frame === null || frame.sequence !== expected || frame.epoch !== segment.epoch) return;
    if (segment.format === 1) {
      const timeMs = worldTimeOf(frame.encoded) ?? 0;
      bornMs ??= timeMs;
      yield { ...frame, wallMs: segment.createdMs + Math.max(0, timeMs - bornMs) };
    } else yield frame;
    expected++;
    at = frame.end;
  }
}

/**
 * Records `from` to `through`, both included, of segments that hold them.
 * @throws GMG_STORE_CORRUPT with file and offset when one is damaged or missing.
 */
export async function* readSegments(
  disk: LogDisk,
  segments: readonly Segment[],
  from: number,
  through: number,
): AsyncGenerator<DatedEntry> {
  for (const [index, segment] of segments.entries()) {
    const last = Math.min(through, (segments[index + 1]?.first ?? Number.POSITIVE_INFINITY) - 1);
    if (last < from || last < segment.first) continue;
    const bytes = await disk.read(segment.name);
    let end = HEADER_BYTES;
    let reached = segment.first - 1;
    for (const frame of framesOf(bytes, segment)) {
      if (frame.sequence > last) break;
      ({ end, sequence: reached } = frame);
      if (frame.sequence >= from) yield frame;
    }
    if (reached < last) throw corrupt(disk, segment.name, end, `record ${reached + 1} is damaged`);
  }
}

function corrupt(disk: LogDisk, name: string, offset: number, problem: string): StoreError {
  const file = join(disk.path, name);
  return new StoreError('GMG_STORE_CORRUPT', `${file} at byte ${offset}: ${problem}`, { file, offset });
}
