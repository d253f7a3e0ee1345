import { rm } from 'node:fs/promises';
import type { Beginning } from '../beginning.ts';
import type { CommitLog } from '../commit-log.ts';
import { type ComponentChunks, chunksOf } from '../component-chunks.ts';
import type { Image } from '../image.ts';
import { StoreError } from '../store-error.ts';
import { type Checkpoint, listCheckpoints, readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { worldAt } from './world-at.ts';

/** How much of the past a data folder keeps. */
export interface Retention {
  /** Bytes of log to keep; older history is given up. */
  readonly keepBytes: number;
  /** Age in days from which history is given up; null: only by its size. */
  readonly keepDays: number | null;
  /** A checkpoint is made so often, in hours of wall time; null: only when the log has grown by half of `keepBytes`. */
  readonly checkpointHours: number | null;
}

/** A log that says how large it is. */
export interface SizedLog extends CommitLog {
  /** Bytes of the records above `sequence`, to the size of a segment. */
  bytesAfter(sequence: number): number;
  /** Finds out what `bytesAfter` cannot know without asking others. */
  locate?(sequence: number): Promise<void>;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * Makes checkpoints and gives up old history, so that the log always begins at a checkpoint or at the world's first record: every
 * moment that the log holds can be restored.
 */
export class HistoryKeeper {
  readonly #dir: string;
  readonly #log: SizedLog;
  readonly #retention: Retention;
  readonly #wallClock: () => number;
  readonly #checkpoints: Checkpoint[];
  /** A world without a checkpoint counts as this old. */
  readonly #openedMs: number;
  #isStopped = false;

  static async open(
    dir: string,
    log: SizedLog,
    retention: Retention,
    wallClock: () => number = Date.now,
  ): Promise<HistoryKeeper> {
    const checkpoints = await listCheckpoints(dir);
    for (const { sequence } of checkpoints) await log.locate?.(sequence);
    return new HistoryKeeper(dir, log, retention, wallClock, checkpoints);
  }

  private constructor(
    dir: string,
    log: SizedLog,
    retention: Retention,
    wallClock: () => number,
    checkpoints: Checkpoint[],
  ) {
    this.#dir = dir;
    this.#log = log;
    this.#retention = retention;
    this.#wallClock = wallClock;
    this.#checkpoints = checkpoints;
    this.#openedMs = wallClock();
  }

  /** The checkpoints, newest first. */
  beginnings(): Beginning[] {
    return this.#checkpoints
      .map((checkpoint) => ({ position: checkpoint, components: () => readCheckpoint(checkpoint) }))
      .reverse();
  }

  /**
   * To be called when images have followed the log, so that nothing above `through` may be forgotten; not again before it has
   * resolved. `image` is read for a checkpoint, if there is one that can be read as of one record; else the log is. Rejects when
   * the disk refuses.
   */
  async keep(through: number, image: Image | null): Promise<void> {
    if (this.#isDue(image)) await this.#make(image);
    const begin = this.#log.range?.first ?? 1;
    // Where a restore can begin: at the world's own beginning while the log goes back to it, and at each checkpoint.
    const starts = begin === 1 ? [0] : [];
    starts.push(...this.#checkpoints.map(({ sequence }) => sequence));
    while (starts.length > 1 && this.#isEnough(starts[0]!, starts[1]!)) await this.#forget(starts.shift()!);
    await this.#log.release(Math.min(starts[0] ?? 0, through), 0);
  }

  /** No more checkpoints; one that is being made is given up. */
  stop(): void {
    this.#isStopped = true;
  }

  #isDue(image: Image | null): boolean {
    if (this.#isStopped) return false;
    const { checkpointHours, keepBytes } = this.#retention;
    const sequence = image?.position.sequence ?? this.#log.durable;
    const newest = this.#checkpoints.at(-1);
    if (sequence <= (newest?.sequence ?? 0)) return false;
    if (this.#log.bytesAfter(newest?.sequence ?? 0) > keepBytes / 2) return true;
    if (checkpointHours === null) return false;
    return this.#wallClock() - (newest?.wallMs ?? this.#openedMs) >= checkpointHours * HOUR_MS;
  }

  async #make(image: Image | null): Promise<void> {
    try {
      await (image === null ? this.#fromHistory() : this.#fromImage(image));
    } catch (error) {
      if (!this.#isStopped) throw error;
    }
  }

  async #fromImage(image: Image): Promise<void> {
    const { chunks, close, position } = await image.snapshot!();
    try {
      const moment = { ...position, wallMs: await this.#wallOf(position.sequence) };
      this.#checkpoints.push(await writeCheckpoint(this.#dir, moment, this.#untilStopped(chunks)));
    } finally {
      await close();
    }
  }

  async #fromHistory(): Promise<void> {
    const { components, moment } = await worldAt(this.#dir, { wallMs: Number.POSITIVE_INFINITY });
    this.#checkpoints.push(
      await writeCheckpoint(this.#dir, moment, this.#untilStopped(chunksOf(components()))),
    );
  }

  async *#untilStopped(chunks: ComponentChunks): ComponentChunks {
    for await (const chunk of chunks) {
      if (this.#isStopped) throw new StoreError('GMG_STORE_CLOSED', 'the store was closed');
      yield chunk;
    }
  }

  async #wallOf(sequence: number): Promise<number> {
    const { range } = this.#log;
    if (range !== null && sequence >= range.first) {
      for await (const { wallMs } of this.#log.read(sequence)) return wallMs ?? this.#wallClock();
    }
    return this.#wallClock();
  }

  /** Is what follows `next` all that has to be kept? */
  #isEnough(first: number, next: number): boolean {
    const { keepBytes, keepDays } = this.#retention;
    if (this.#log.bytesAfter(first) > keepBytes) return true;
    if (keepDays === null) return false;
    const since = this.#checkpoints.find(({ sequence }) => sequence === next)!.wallMs;
    return since < this.#wallClock() - keepDays * DAY_MS;
  }

  async #forget(start: number): Promise<void> {
    const index = this.#checkpoints.findIndex(({ sequence }) => sequence === start);
    if (index < 0) return;
    await rm(this.#checkpoints[index]!.path, { force: true });
    this.#checkpoints.splice(index, 1);
  }
}
