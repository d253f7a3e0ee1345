import { existsSync } from 'node:fs';
import { type Change, decodeCommit } from '@gommog/core';
import { imagePath } from '../data-folder.ts';
import { type ComponentBatches, noComponents, type StoredComponent } from '../image.ts';
import { componentKey } from '../image-batch.ts';
import { type ImageReading, readImage } from '../read-store.ts';
import { asStoreError, StoreError } from '../store-error.ts';
import { type Checkpoint, countOf, listCheckpoints, type Moment, readCheckpoint } from './checkpoint.ts';
import { type LogReading, logOf } from './log-reading.ts';
import type { Report } from './report.ts';

/** Which moment is wanted: the last record that was taken at or before a wall time (ms since 1970), or a record by its sequence. */
export type When = { readonly wallMs: number } | { readonly sequence: number };

/** A whole world as it was, to read once. */
export interface WorldAt {
  /** The last record that is in it. */
  readonly moment: Moment;
  /** About how many components it has: what later records took away may be counted. */
  readonly about: number;
  components(): ComponentBatches;
}

const NOTHING: Moment = { epoch: 0, sequence: 0, tick: 0, timeMs: 0, wallMs: 0 };

/**
 * The world of a data or backup folder as of a moment: the newest checkpoint before it, and the log from there on. A shard may be
 * running over it.
 * @throws GMG_STORE_GAP when the history does not reach back to the moment, or has none; GMG_STORE_CORRUPT when it is damaged.
 */
export async function worldAt(dir: string, when: When, report?: Report): Promise<WorldAt> {
  const checkpoints = await listCheckpoints(dir);
  const base = checkpoints.findLast((each) => !isAfter(each, when));
  const log = await logOf(dir);
  try {
    return await worldOver({ dir, log, base, oldest: checkpoints[0], report }, when);
  } finally {
    await log.close();
  }
}

/** What a world of before is made of: the checkpoint that it begins with, if there is one, and the log. */
interface Sources {
  readonly dir: string;
  readonly log: LogReading;
  readonly base: Checkpoint | undefined;
  readonly oldest: Checkpoint | undefined;
  readonly report: Report | undefined;
}

async function worldOver({ base, dir, log, oldest, report }: Sources, when: When): Promise<WorldAt> {
  const from = (base?.sequence ?? 0) + 1;
  if (base === undefined && log.first > 1) throw notHeld(dir, log.firstWallMs, oldest);
  const overlay = new Overlay(base ?? NOTHING);
  const isWhole = log.first <= from;
  const to = 'sequence' in when ? Math.min(when.sequence, log.last) : log.last;
  if (isWhole) {
    for await (const entry of log.read(from)) {
      const record = { ...decodeCommit(entry.encoded), wallMs: entry.wallMs };
      if (isAfter(record, when)) break;
      overlay.add(record, record.changes);
      report?.((record.sequence - from) / Math.max(1, to - from), 'reads the history');
    }
  }
  if (!isWhole && !('sequence' in when && when.sequence === base?.sequence)) {
    throw new StoreError(
      'GMG_STORE_GAP',
      `${dir} has the world as of record ${base?.sequence}, but the log begins at ${log.first}: the records between are gone`,
    );
  }
  if (overlay.moment.sequence === 0) throw notHeld(dir, log.firstWallMs, oldest);
  if ('sequence' in when && overlay.moment.sequence !== when.sequence) {
    throw new StoreError(
      'GMG_STORE_GAP',
      `${dir} has no record ${when.sequence}: nearest is ${overlay.moment.sequence}`,
    );
  }
  return {
    moment: overlay.moment,
    about: (base === undefined ? 0 : await countOf(base)) + overlay.size,
    components: () => overlay.over(base === undefined ? noComponents() : readCheckpoint(base)),
  };
}

/**
 * The newest durable world of a data folder, read beside a running shard: from its image, or, where another server keeps that or it is
 * damaged, from its history. The caller closes it.
 */
export async function worldNow(dir: string): Promise<WorldAt & { close(): Promise<void> }> {
  const image = existsSync(imagePath(dir)) ? await soundImage(dir) : null;
  if (image === null) {
    const world = await worldAt(dir, { wallMs: Number.POSITIVE_INFINITY });
    return { ...world, close: async () => {} };
  }
  try {
    const { position } = image;
    const overlay = new Overlay({ ...position, wallMs: 0 });
    const log = await logOf(dir);
    try {
      if (log.last > position.sequence) {
        for await (const { encoded, wallMs } of log.read(position.sequence + 1)) {
          const record = decodeCommit(encoded);
          overlay.add({ ...record, wallMs }, record.changes);
        }
      }
    } finally {
      await log.close();
    }
    return {
      moment: overlay.moment,
      about: image.count + overlay.size,
      components: () => overlay.over(image.components()),
      close: () => image.close(),
    };
  } catch (error) {
    await image.close();
    throw error;
  }
}

/** Null when it is damaged, or a start was cut off that made it anew. */
async function soundImage(dir: string): Promise<ImageReading | null> {
  try {
    const image = await readImage(dir);
    if (image.damage === null) return image;
    await image.close();
  } catch (error) {
    if (asStoreError(error).code !== 'GMG_STORE_CORRUPT') throw error;
  }
  return null;
}

/** Later states over a base that is too large to hold. */
class Overlay {
  readonly #last = new Map<number, Change>();
  moment: Moment;

  constructor(base: Moment) {
    this.moment = base;
  }

  get size(): number {
    return this.#last.size;
  }

  add(moment: Moment, changes: readonly Change[]): void {
    const { epoch, sequence, tick, timeMs, wallMs } = moment;
    this.moment = { epoch, sequence, tick, timeMs, wallMs };
    for (const { component, data, serial, version } of changes) {
      // A copy: a view would keep the whole segment in memory.
      const copy = data && new Uint8Array(data);
      this.#last.set(componentKey(serial, component), { serial, component, version, data: copy });
    }
  }

  async *over(base: ComponentBatches): ComponentBatches {
    for await (const batch of base) {
      yield batch.filter(({ component, serial }) => !this.#last.has(componentKey(serial, component)));
    }
    const later: StoredComponent[] = [];
    for (const { serial, component, version, data } of this.#last.values()) {
      if (data !== null) later.push({ serial, component, version, data });
    }
    yield later;
  }
}

function isAfter({ sequence, wallMs }: Moment, when: When): boolean {
  return 'sequence' in when ? sequence > when.sequence : wallMs > when.wallMs;
}

function notHeld(dir: string, logMs: number | null, oldest: Checkpoint | undefined): StoreError {
  const begins = oldest?.wallMs ?? logMs;
  const since =
    begins === null ? 'it has no history' : `its history begins at ${new Date(begins).toISOString()}`;
  return new StoreError('GMG_STORE_GAP', `${dir} cannot say how the world was then: ${since}`);
}
