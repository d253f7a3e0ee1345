import type { ChildProcess } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { runChild } from './gommog-child.ts';

export interface Job {
  readonly id: number;
  readonly kind: 'backup' | 'restore';
  readonly by: string;
  readonly state: 'running' | 'done' | 'failed';
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** Folder that it writes. */
  readonly target: string;
  /** Bytes that lie there so far. */
  readonly writtenBytes: number;
  /** What it said. */
  readonly lines: readonly string[];
}

const KEPT = 50;
const KEPT_LINES = 200;
const LOOK_MS = 1_000;

/** Long works for operators, one at a time, each a command of `gommog` in a process of its own. */
export class Jobs {
  #jobs: Job[] = [];
  #nextId = 1;
  #child: ChildProcess | null = null;

  /** Newest first. */
  list(): readonly Job[] {
    return this.#jobs.toReversed();
  }

  get(id: number): Job | null {
    return this.#jobs.find((job) => job.id === id) ?? null;
  }

  /** Null when another one runs. `onDone` is called when it succeeded. */
  start(
    { by, kind, target }: Pick<Job, 'by' | 'kind' | 'target'>,
    args: readonly string[],
    onDone: (job: Job) => Promise<void>,
  ): Job | null {
    if (this.#child !== null) return null;
    const id = this.#nextId++;
    const startedAt = Date.now();
    const job: Job = {
      id,
      kind,
      by,
      state: 'running',
      startedAt,
      endedAt: null,
      target,
      writtenBytes: 0,
      lines: [],
    };
    this.#jobs = [...this.#jobs.slice(1 - KEPT), job];
    const { ended, process } = runChild(args, (line) =>
      this.#change(id, { lines: [...(this.get(id)?.lines ?? []), line].slice(-KEPT_LINES) }),
    );
    this.#child = process;
    const timer = setInterval(() => void this.#look(id, target), LOOK_MS);
    void ended.then(async (outcome) => {
      clearInterval(timer);
      this.#child = null;
      await this.#look(id, target);
      if (outcome === 0) await onDone(this.get(id)!).catch(() => {});
      this.#change(id, { state: outcome === 0 ? 'done' : 'failed', endedAt: Date.now() });
    });
    return job;
  }

  /** Ends the one that runs. What it has written so far is left, and is no whole copy. */
  stop(): void {
    this.#child?.kill();
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
