import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { BackupEntry, Job } from '@gommog/staff-api';
import { listBackups } from '../backup-list.ts';
import { type JobOptions, Jobs } from './jobs.ts';

/** What to bring back: the world as of a time, or of a commit record. */
export interface RestorePoint {
  /** A backup, or the history that the shard itself still has. */
  readonly from: 'backup' | 'data';
  /** Which of the backups that are listed; without it the folder of those that are made from here. */
  readonly backup?: string;
  /** ISO time. */
  readonly at?: string;
  readonly record?: number;
}

const COPY = 'shard';

/**
 * Backups of a running shard, and new folders with the world as it was. The backup is one folder that grows: each run adds what
 * is new, so every moment up to the newest run can be restored from it.
 */
export class Backups {
  readonly #data: string;
  readonly #folder: string;
  readonly #jobs: Jobs;

  /** `folder` null: beside the data folder. */
  constructor(data: string, folder: string | null, jobs: JobOptions) {
    this.#data = resolve(data);
    this.#folder = resolve(folder ?? `${this.#data}-backups`);
    this.#jobs = new Jobs(jobs);
  }

  get folder(): string {
    return this.#folder;
  }

  /** Newest first, whoever made them. */
  async list(): Promise<(BackupEntry & { readonly isThere: boolean })[]> {
    const entries = await listBackups(this.#data);
    return entries.map((each) => ({ ...each, isThere: existsSync(each.folder) }));
  }

  jobs(): readonly Job[] {
    return this.#jobs.list();
  }

  job(id: number): Job | null {
    return this.#jobs.get(id);
  }

  /** Null when it does not run. */
  cancel(id: number, by: string): Job | null {
    return this.#jobs.cancel(id, by);
  }

  /** Null while another job runs. `verify`: restores it on trial, too. */
  async backUp(by: string, verify: boolean): Promise<Job | null> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const target = join(this.#folder, COPY);
    const named = ['--data', this.#data, '--out', target, '--by', by];
    const args = ['backup', ...named, ...(verify ? ['--verify'] : [])];
    // What is copied stays and counts for the next run; a trial that was broken off does not.
    const onEnd = (isDone: boolean): Promise<void> =>
      isDone ? Promise.resolve() : removeBeside(target, '.trial-');
    return this.#jobs.start({ kind: 'backup', by, target, args, onEnd });
  }

  /** Null while another job runs; `gone` when there is no such backup. The running shard is not touched: the world of then goes into a new folder. */
  async restore(by: string, { at, backup, from, record }: RestorePoint): Promise<Job | 'gone' | null> {
    const target = `${this.#data}-restored-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
    const source = from === 'data' ? this.#data : await this.#folderOf(backup);
    if (source === null || !existsSync(source)) return 'gone';
    const when = record === undefined ? ['--at', at ?? ''] : ['--record', String(record)];
    const args = ['restore', ...when, '--data', source, '--out', target];
    const onEnd = async (isDone: boolean): Promise<void> => {
      if (!isDone) await rm(target, { recursive: true, force: true });
    };
    return this.#jobs.start({ kind: 'restore', by, target, args, onEnd });
  }

  stop(): Promise<void> {
    return this.#jobs.stop();
  }

  async #folderOf(id: string | undefined): Promise<string | null> {
    if (id === undefined) return join(this.#folder, COPY);
    return (await listBackups(this.#data)).find((each) => each.id === id)?.folder ?? null;
  }
}

/** Removes what lies beside a path under its name with something more behind it. */
async function removeBeside(path: string, more: string): Promise<void> {
  for (const name of await readdir(dirname(path))) {
    if (name.startsWith(`${basename(path)}${more}`))
      await rm(join(dirname(path), name), { recursive: true, force: true });
  }
}
