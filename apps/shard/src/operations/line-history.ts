import { appendFile, mkdir, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type LogLine, logLine } from '@gommog/staff-api';
import { renameFlushed } from '@gommog/store';
import { parsedJson } from '../parsed-json.ts';

/** Lines that are made into text at a time: it is done between the steps of the simulation. */
const AT_ONCE = 256;

export interface LineHistoryOptions {
  /** The older lines lie beside it, with `.old` at the end. */
  readonly file: string;
  /** So many of the newest are kept, and at most twice as many lie on the disk. */
  readonly most: number;
  /** A file that has reached this is full, however few its lines. */
  readonly mostBytes: number;
  readonly onProblem: (problem: string) => void;
}

/**
 * The newest lines of the log in two files, so that they outlive the process: the newer one is only ever appended to, and takes
 * the place of the older one when it is full.
 */
export class LineHistory {
  readonly #options: LineHistoryOptions;
  #waiting: LogLine[] = [];
  #writing: Promise<void> | null = null;
  #lines = 0;
  #bytes = 0;
  /** A kill may have left half a line, which what comes next must not run into. */
  #mayBeTorn = true;
  #isFailing = false;

  constructor(options: LineHistoryOptions) {
    this.#options = options;
  }

  /** The newest lines that are kept, oldest first. A line that is torn is passed over. To be called once, before `add`. */
  async read(): Promise<LogLine[]> {
    const { file, most } = this.#options;
    const older = await linesIn(`${file}.old`);
    const newer = await linesIn(file);
    this.#lines = newer.length;
    this.#bytes = (await stat(file).catch(() => null))?.size ?? 0;
    return [...older, ...newer].slice(-most);
  }

  /** Takes down a line soon, and waits for nothing. When the disk is slow only the newest wait: others would not be kept anyway. */
  add(line: LogLine): void {
    this.#waiting.push(line);
    if (this.#waiting.length > this.#options.most) this.#waiting.shift();
    this.#writing ??= this.#write();
  }

  /** Resolves when what was added is on the disk, or could not be put there. */
  async settled(): Promise<void> {
    while (this.#writing !== null) await this.#writing;
  }

  async #write(): Promise<void> {
    const { file, most, mostBytes, onProblem } = this.#options;
    try {
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      while (this.#waiting.length > 0) {
        if (this.#lines >= most || this.#bytes >= mostBytes) await this.#rotate();
        const lines = this.#waiting.splice(0, Math.min(AT_ONCE, most - this.#lines));
        const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
        const batch = Buffer.from(this.#mayBeTorn ? `\n${text}` : text);
        this.#mayBeTorn = true;
        await appendFile(file, batch, { mode: 0o600 });
        this.#mayBeTorn = false;
        this.#lines += lines.length;
        this.#bytes += batch.length;
      }
      this.#isFailing = false;
    } catch (error) {
      // To say so makes a line, too: once is enough.
      const isNew = !this.#isFailing;
      this.#isFailing = true;
      if (isNew) onProblem(`lines of the log are not kept: ${(error as Error).message}`);
    } finally {
      this.#writing = null;
    }
  }

  async #rotate(): Promise<void> {
    this.#lines = 0;
    this.#bytes = 0;
    // It takes the place of lines that were on the disk.
    await renameFlushed(this.#options.file, `${this.#options.file}.old`);
  }
}

async function linesIn(file: string): Promise<LogLine[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const parsed = line === '' ? null : logLine.safeParse(parsedJson(line));
    return parsed?.success ? [parsed.data] : [];
  });
}
