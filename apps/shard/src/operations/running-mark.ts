import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** A file that is there while a shard runs: one that finds it at its start comes after a crash. */
export class RunningMark {
  readonly #data: string;
  readonly #file: string;

  constructor(data: string) {
    this.#data = resolve(data);
    this.#file = join(data, 'running');
  }

  /** Did the shard before not end as it should? A copy of its folder does not count. */
  async wasLeft(): Promise<boolean> {
    const text = await readFile(this.#file, 'utf8').catch(() => '');
    return text.startsWith(`${this.#data}\n`);
  }

  async set(): Promise<void> {
    await writeFile(this.#file, `${this.#data}\n${new Date().toISOString()}\n`);
  }

  async clear(): Promise<void> {
    await rm(this.#file, { force: true });
  }
}
