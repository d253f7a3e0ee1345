import type { ChildProcess } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Job } from '@gommog/staff-api';
import { runChild } from './gommog-child.ts';

export interface JobOptions {
  /** Those of before, oldest first. */
  readonly past: readonly Job[];
  /** All that are kept, oldest first, after each that began or ended. */
  readonly keep: (jobs: readonly Job[]) => void;
}

export interface JobWish extends Pick<Job, 'by' | 'kind' | 'target'> {
  /** Of the command of `gommog`. */
  readonly args: readonly string[];
  /** Called before it counts as ended; what it left is cleared away here when it is not done. */
  readonly onEnd: (isDone: boolean) => Promise<void>;
}

const KEPT = 50;
const KEPT_LINES = 200;
const LOOK_MS = 1_000;
const ENDED_MEANWHILE = 'the shard ended meanwhile';
/** Before this nothing can be said about how long it will take. */
const LEAST_PERCENT = 3;

/** Long works for operators, one at a time, each a command of `gommog` in a process of its own. */
export class Jobs {
  readonly #keep: JobOptions['keep'];
  #jobs: Job[];
  #nextId: number;
  #child: ChildProcess | null = null;
  /** Why the one that runs is ended from here; null: it is not. */
  #ending: Partial<Job> | null = null;
  #ended: Promise<void> = Promise.resolve();

  constructor({ keep, past }: JobOptions) {
    this.#keep = keep;
    this.#jobs = past.map((job) =>
      job.state === 'running'
        ? {
            ...job,
            state: 'failed',
            problem: ENDED_MEANWHILE,
            endedAt: job.startedAt,
            secondsLeft: null,
          }
        : job,
    );
    this.#nextId = Math.max(0, ...past.map(({ id }) => id)) + 1;
  }

  /** Newest first. */
  list(): readonly Job[] {
    return this.#jobs.toReversed();
  }

  get(id: number): Job | null {
    return this.#jobs.find((job) => job.id === id) ?? null;
  }

  /** Null when another one runs. */
  start({ args, by, kind, onEnd, target }: JobWish): Job | null {
    if (this.#child !== null) return null;
    const id = this.#nextId++;
    const job: Job = {
      id,
      kind,
      by,
      state: 'running',
      problem: null,
      startedAt: Date.now(),
      endedAt: null,
      percent: null,
      doing: '',
      secondsLeft: null,
      target,
      writtenBytes: 0,
      lines: [],
    };
    this.#jobs = [...this.#jobs.slice(1 - KEPT), job];
    this.#keep(this.#jobs);
    const { ended, process } = runChild(
      args,
      (line) => this.#change(id, { lines: [...(this.get(id)?.lines ?? []), line].slice(-KEPT_LINES) }),
      ({ percent, what }) => this.#change(id, { percent, doing: what, secondsLeft: this.#left(id, percent) }),
    );
    this.#child = process;
    this.#ending = null;
    const timer = setInterval(() => void this.#look(id, target), LOOK_MS);
    this.#ended = ended.then(async (outcome) => {
      clearInterval(timer);
      await this.#look(id, target);
      await onEnd(outcome === 0).catch(() => {});
      this.#change(id, { ...this.#verdict(id, outcome), endedAt: Date.now(), secondsLeft: null, doing: '' });
      this.#child = null;
      this.#keep(this.#jobs);
    });
    return job;
  }

  /** Ends one that runs; null when it does not. */
  cancel(id: number, by: string): Job | null {
    const job = this.get(id);
    if (job === null || job.state !== 'running' || this.#child === null) return null;
    this.#ending = { state: 'cancelled', problem: `cancelled by ${by}` };
    this.#child.kill();
    return job;
  }

  /** Ends the one that runs, with the shard. Resolves when what it left is cleared away. */
  stop(): Promise<void> {
    this.#ending ??= { state: 'failed', problem: ENDED_MEANWHILE };
    this.#child?.kill();
    return this.#ended;
  }

  #verdict(id: number, outcome: number | string): Partial<Job> {
    if (outcome === 0) return { state: 'done', percent: 100 };
    if (this.#ending !== null) return this.#ending;
    const said = this.get(id)?.lines.findLast((line) => line.trim() !== '');
    return { state: 'failed', problem: said ?? `it ended with ${outcome}, and said nothing` };
  }

  /** Seconds that are left when it goes on as it went so far; null: it is too early to say. */
  #left(id: number, percent: number): number | null {
    const job = this.get(id);
    if (job === null || percent < LEAST_PERCENT) return null;
    return Math.ceil(((Date.now() - job.startedAt) / 1000 / percent) * (100 - percent));
  }

  #change(id: number, change: Partial<Job>): void {
    this.#jobs = this.#jobs.map((job) => (job.id === id ? { ...job, ...change } : job));
  }

  async #look(id: number, target: string): Promise<void> {
    this.#change(id, { writtenBytes: await bytesIn(target) });
  }
}

/** Bytes of all files in a folder; what comes and goes meanwhile does not count. */
async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  let bytes = 0;
  for (const entry of entries) {
    if (entry.isFile())
      bytes += (await stat(join(entry.parentPath, entry.name)).catch(() => null))?.size ?? 0;
  }
  return bytes;
}
