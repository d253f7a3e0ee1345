import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type Job, Jobs } from './jobs.ts';

const entry = z.object({
  /** When it was made, ISO. */
  at: z.string(),
  by: z.string(),
  /** The newest record that it holds; null: it did not say. */
  record: z.number().nullable(),
  text: z.string(),
});
export type BackupEntry = z.infer<typeof entry>;

/** What to bring back: the world as of a time, or of a commit record. */
export interface RestorePoint {
  /** The backup, or the history that the shard itself still has. */
  readonly from: 'backup' | 'data';
  /** ISO time. */
  readonly at?: string;
  readonly record?: number;
}

const LIST = 'backups.jsonl';
const COPY = 'shard';
const MOST_LISTED = 500;

/**
 * Backups of a running shard, and new folders with the world as it was. The backup is one folder that grows: each run adds what
 * is new, so every moment up to the newest run can be restored from it.
 */
export class Backups {
  readonly #data: string;
  readonly #folder: string;
  readonly #jobs = new Jobs();

  /** `folder` null: beside the data folder. */
  constructor(data: string, folder: string | null) {
    this.#data = resolve(data);
    this.#folder = resolve(folder ?? `${this.#data}-backups`);
  }

  get folder(): string {
    return this.#folder;
  }

  /** Runs that succeeded, newest first. */
  async list(): Promise<readonly BackupEntry[]> {
    const text = await readFile(join(this.#folder, LIST), 'utf8').catch(() => '');
    const found = text.split('\n').flatMap((line) => {
      const parsed = line === '' ? null : entry.safeParse(jsonOf(line));
      return parsed?.success ? [parsed.data] : [];
    });
    return found.slice(-MOST_LISTED).reverse();
  }

  jobs(): readonly Job[] {
    return this.#jobs.list();
  }

  job(id: number): Job | null {
    return this.#jobs.get(id);
  }

  /** Null while another job runs. `verify`: restores it on trial, too. */
  async backUp(by: string, verify: boolean): Promise<Job | null> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const target = join(this.#folder, COPY);
    const args = ['backup', '--data', this.#data, '--out', target, ...(verify ? ['--verify'] : [])];
    return this.#jobs.start({ kind: 'backup', by, target }, args, ({ lines }) => this.#note(by, lines));
  }

  /** Null while another job runs. The running shard is not touched: the world of then goes into a new folder. */
  restore(by: string, { at, from, record }: RestorePoint): Job | null {
    const target = `${this.#data}-restored-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
    const source = from === 'backup' ? join(this.#folder, COPY) : this.#data;
    const when = record === undefined ? ['--at', at ?? ''] : ['--record', String(record)];
    const args = ['restore', ...when, '--data', source, '--out', target];
    return this.#jobs.start({ kind: 'restore', by, target }, args, async () => {});
  }

  stop(): void {
    this.#jobs.stop();
  }

  async #note(by: string, lines: readonly string[]): Promise<void> {
    const text = lines.join('; ');
    const record = /\(record (\d+)\)/.exec(text)?.[1];
    const made: BackupEntry = {
      at: new Date().toISOString(),
      by,
      record: record === undefined ? null : Number(record),
      text,
    };
    await appendFile(join(this.#folder, LIST), `${JSON.stringify(made)}\n`, { mode: 0o600 });
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
