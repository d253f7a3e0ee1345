import { appendFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parsedJson } from '../parsed-json.ts';
import type { Values } from './figure-list.ts';

export interface KeptMinute {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly values: Values;
}

const minute = z.object({ at: z.number(), values: z.record(z.string(), z.number()) });
const NAME = /^figures-(\d{4}-\d{2}-\d{2})\.jsonl$/;
/** Days that are kept, and the one that runs: about a megabyte each. */
const DAYS = 8;

/** The figures of each minute in a file for each day, so that charts go on over a restart. */
export class FigureHistory {
  readonly #folder: string;
  readonly #onProblem: (problem: string) => void;
  #writing: Promise<void> = Promise.resolve();
  #day = '';
  /** A kill may have left half a line, which the next one must not run into. */
  #mayBeTorn = true;

  constructor(folder: string, onProblem: (problem: string) => void) {
    this.#folder = folder;
    this.#onProblem = onProblem;
  }

  /** The minutes of the days that are kept, oldest first. A line that is torn is passed over. */
  async read(): Promise<KeptMinute[]> {
    const minutes: KeptMinute[] = [];
    for (const name of await this.#files()) {
      const text = await readFile(join(this.#folder, name), 'utf8');
      for (const line of text.split('\n')) {
        const parsed = line === '' ? null : minute.safeParse(parsedJson(line));
        if (parsed?.success && parsed.data.at > (minutes.at(-1)?.at ?? 0)) minutes.push(parsed.data);
      }
    }
    return minutes;
  }

  /** Takes down a minute, and forgets the oldest day with the first of a new one. */
  add({ at, values }: KeptMinute): void {
    const rounded = Object.entries(values).map(([name, value]) => [name, Math.round(value * 1000) / 1000]);
    const day = new Date(at).toISOString().slice(0, 10);
    const line = `${JSON.stringify({ at, values: Object.fromEntries(rounded) })}\n`;
    this.#writing = this.#writing
      .then(() => this.#append(day, line))
      .catch((error: Error) => this.#onProblem(`figures are not kept: ${error.message}`));
  }

  settled(): Promise<void> {
    return this.#writing;
  }

  async #append(day: string, line: string): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const text = this.#mayBeTorn ? `\n${line}` : line;
    this.#mayBeTorn = true;
    await appendFile(join(this.#folder, `figures-${day}.jsonl`), text, { mode: 0o600 });
    this.#mayBeTorn = false;
    if (day === this.#day) return;
    this.#day = day;
    const files = await this.#files();
    for (const name of files.slice(0, -DAYS)) await rm(join(this.#folder, name));
  }

  async #files(): Promise<string[]> {
    const names = await readdir(this.#folder).catch(() => []);
    return names.filter((name) => NAME.test(name)).sort();
  }
}
