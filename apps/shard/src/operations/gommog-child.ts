import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

export interface ChildRun {
  readonly process: ChildProcess;
  /** Resolves with the exit code, or the signal; never rejects. */
  readonly ended: Promise<number | string>;
}

/** Runs a command of `gommog` in a process of its own: what takes long must not share the simulation's. */
export function runChild(args: readonly string[], onLine: (line: string) => void): ChildRun {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', onLine);
  const ended = new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code ?? signal ?? 1));
  });
  return { process: child, ended };
}
