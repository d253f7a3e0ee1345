import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

/** How far a command says that it is. */
export interface ChildProgress {
  readonly percent: number;
  readonly what: string;
}

export interface ChildRun {
  readonly process: ChildProcess;
  /** Resolves with the exit code, or the signal; never rejects. */
  readonly ended: Promise<number | string>;
}

/** Runs a command of `gommog` in a process of its own: what takes long must not share the simulation's. */
export function runChild(
  args: readonly string[],
  onLine: (line: string) => void,
  onProgress: (progress: ChildProgress) => void = () => {},
): ChildRun {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  for (const stream of [child.stdout!, child.stderr!]) createInterface(stream).on('line', onLine);
  child.on('message', (message) => onProgress(message as ChildProgress));
  const ended = new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code ?? signal ?? 1));
  });
  return { process: child, ended };
}
