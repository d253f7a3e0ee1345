import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** The shard's own least time between two looks at others. */
const FLUSH_MS = 40;

/** Measures the least that delivering moves can cost on this machine. */
export class Floor {
  readonly #program: string;

  /** Null, with a word about it on standard error, when there is no C compiler. */
  static async build(): Promise<Floor | null> {
    const program = join(tmpdir(), `gommog-floor-${process.pid}`);
    try {
      await run('cc', ['-O2', '-o', program, join(import.meta.dirname, 'floor.c')]);
      return new Floor(program);
    } catch (error) {
      process.stderr.write(
        `the floor is not measured: no C compiler (${(error as Error).message.split('\n')[0]})\n`,
      );
      return null;
    }
  }

  private constructor(program: string) {
    this.#program = program;
  }

  /** Microseconds of processor time for each move that is delivered. */
  async microsecondsPerMove(sockets: number, movesPerSecond: number, seconds: number): Promise<number> {
    const args = [sockets, movesPerSecond, FLUSH_MS, seconds].map(String);
    const { stdout } = await run(this.#program, args);
    const { cpuSeconds, moves } = JSON.parse(stdout) as { moves: number; cpuSeconds: number };
    return (cpuSeconds / moves) * 1e6;
  }

  async remove(): Promise<void> {
    await rm(this.#program);
  }
}
