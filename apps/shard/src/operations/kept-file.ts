import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { replaceFile } from '@gommog/store';
import type { z } from 'zod';
import { parsedJson } from '../parsed-json.ts';

/**
 * A small value in a JSON file, which outlives the process and the loss of power. A change is on the disk soon after, and never
 * half: a new file takes the place of the old one. Nothing waits for the disk.
 */
export class KeptFile<T> {
  readonly #file: string;
  readonly #onProblem: (problem: string) => void;
  #value: T;
  #writing: Promise<void> = Promise.resolve();
  #isWaiting = false;

  /** `initial` when there is no file, or none that fits; one that does not fit is set aside, and told to `onProblem`. */
  static async open<T>(
    file: string,
    schema: z.ZodType<T>,
    initial: T,
    onProblem: (problem: string) => void,
  ): Promise<KeptFile<T>> {
    const text = await readFile(file, 'utf8').catch(() => null);
    const parsed = text === null ? null : schema.safeParse(parsedJson(text));
    if (parsed?.success === false) {
      await rename(file, `${file}.damaged`);
      onProblem(`${file} is damaged: it is set aside as ${file}.damaged`);
    }
    return new KeptFile(file, parsed?.success ? parsed.data : initial, onProblem);
  }

  private constructor(file: string, value: T, onProblem: (problem: string) => void) {
    this.#file = file;
    this.#value = value;
    this.#onProblem = onProblem;
  }

  get value(): T {
    return this.#value;
  }

  set value(value: T) {
    this.#value = value;
    // Changes that come while one is written share the next writing, and its flush.
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    this.#writing = this.#writing.then(() => this.#write());
  }

  /** Resolves when what was set is on the disk. */
  settled(): Promise<void> {
    return this.#writing;
  }

  async #write(): Promise<void> {
    this.#isWaiting = false;
    try {
      await mkdir(dirname(this.#file), { recursive: true, mode: 0o700 });
      await replaceFile(this.#file, `${JSON.stringify(this.#value)}\n`, 0o600);
    } catch (error) {
      this.#onProblem(`${this.#file} cannot be written: ${(error as Error).message}`);
    }
  }
}
