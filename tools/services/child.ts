import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningService } from './service.ts';

export interface ChildOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Everything it prints goes here, after what is there. */
  readonly log: string;
  readonly url: string;
  /** Asked again and again until it says true, with what the child has printed since it was started. */
  readonly isReady: (printed: string) => Promise<boolean> | boolean;
}

const READY_MS = 120_000;
/** So long may a child take to end before it is killed. */
const STOP_MS = 30_000;

/**
 * Starts a program and waits until it is ready.
 * @throws with the end of what it printed when it ends instead, or is not ready after two minutes.
 */
export async function startChild(options: ChildOptions): Promise<RunningService> {
  const log = openSync(options.log, 'w');
  const child = spawn(options.command, [...options.args], {
    stdio: ['ignore', log, log],
    // A Ctrl-C is for whoever started it, and ends it when its time has come.
    detached: true,
    env: options.env ?? process.env,
  });
  closeSync(log);
  let trouble: string | null = null;
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      trouble = error.message;
      resolve();
    });
    child.once('exit', (code, signal) => {
      trouble ??= `it ended with ${signal ?? code}`;
      resolve();
    });
  });
  const printed = () => readFile(options.log, 'utf8').catch(() => '');
  const deadline = performance.now() + READY_MS;
  while (!(await options.isReady(await printed()))) {
    if (trouble === null && performance.now() < deadline) {
      await Promise.race([sleep(100), ended]);
      continue;
    }
    child.kill('SIGKILL');
    const end = (await printed()).split('\n').slice(-15).join('\n');
    throw new Error(`${options.command} did not start: ${trouble ?? 'it is not ready'}\n${end}`);
  }
  return { url: options.url, pid: child.pid!, ...endings(child, ended) };
}

function endings(child: ChildProcess, ended: Promise<void>): Pick<RunningService, 'stop' | 'kill9'> {
  const signal = async (name: NodeJS.Signals) => {
    child.kill(name);
    await ended;
  };
  return {
    kill9: () => signal('SIGKILL'),
    stop: async () => {
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await signal('SIGTERM').finally(() => clearTimeout(timer));
    },
  };
}

/** Runs a program to its end. @throws with the end of what it printed when it fails. */
export async function runChild(command: string, args: readonly string[]): Promise<string> {
  const child = spawn(command, [...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  child.stderr.on('data', (chunk) => {
    printed += chunk;
  });
  const code = await new Promise<number | string | null>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', resolve);
  });
  if (code === 0) return printed;
  throw new Error(
    `${command} ${args[0] ?? ''} failed (${code}):\n${printed.split('\n').slice(-20).join('\n')}`,
  );
}

/** A port of 127.0.0.1 that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
