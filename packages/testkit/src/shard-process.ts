import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

export interface ShardProcessOptions {
  /** Data folder; made when it is not there. */
  readonly data: string;
  /** The game that it runs; default: the shard's own default. */
  readonly game?: string;
  /** Ports of its game and of HTTP, as of one that ran before; default: free ones. */
  readonly ports?: { readonly game: number; readonly http: number };
  /** Settings by environment, such as `GOMMOG_LOG_LEVEL`. */
  readonly env?: Readonly<Record<string, string>>;
  /** The first start makes a world and may take its time, in milliseconds. Default 120,000. */
  readonly readyMs?: number;
  /** Gets every line that it logs. */
  readonly onLog?: (line: string) => void;
}

const MAIN = join(import.meta.dirname, '../../../apps/shard/src/main.ts');
/** Characters of the log that are kept for a failure's message. */
const LOG_TAIL = 20_000;
/** Linux counts processor time in hundredths of a second for every process. */
const TICKS_PER_SECOND = 100;

/** Runs `gommog` with arguments to its end and returns what it printed. Rejects when it fails. */
export async function runGommog(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [MAIN, ...args], { maxBuffer: 1 << 26 });
  return stdout;
}

/** Starts `gommog` with arguments and leaves it running, its output piped. */
export function spawnGommog(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return spawn(process.execPath, [MAIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
}

/** The real shard as a child process: started, measured, stopped politely or killed. */
export class ShardProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  #logTail = '';
  readonly #printed: string[] = [];
  readonly #ready = Promise.withResolvers<void>();
  #readyLine = '';

  /** Launches it and waits until it is ready. Rejects, with the end of its log, when it ends before. */
  static async start(options: ShardProcessOptions): Promise<ShardProcess> {
    const shard = ShardProcess.launch(options);
    const timer = setTimeout(() => shard.#child.kill('SIGKILL'), options.readyMs ?? 120_000);
    await shard.ready.finally(() => clearTimeout(timer));
    return shard;
  }

  /** Begins to start it, and does not wait: see `ready`. */
  static launch({ data, env, game, onLog, ports = { game: 0, http: 0 } }: ShardProcessOptions): ShardProcess {
    const listening = ['--host', '127.0.0.1', '--port', `${ports.game}`, '--http-port', `${ports.http}`];
    const args = ['--data', data, ...listening];
    const child = spawnGommog(['start', ...(game === undefined ? [] : ['--game', game]), ...args], env);
    const shard = new ShardProcess(child);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      shard.#logTail = (shard.#logTail + text).slice(-LOG_TAIL);
    });
    if (onLog !== undefined) createInterface(child.stderr).on('line', onLog);
    createInterface(child.stdout).on('line', (line) => {
      shard.#printed.push(line);
      if (!line.startsWith('ready ')) return;
      shard.#readyLine = line;
      shard.#ready.resolve();
    });
    void shard.#ended.then(() =>
      shard.#ready.reject(new Error(`the shard ended with ${shard.outcome} at its start:\n${shard.log}`)),
    );
    return shard;
  }

  private constructor(child: ChildProcess) {
    this.#child = child;
    // Who launches it need not wait for it.
    this.#ready.promise.catch(() => {});
    // Not 'exit': by then its last words may not have come.
    this.#ended = once(child, 'close');
    // Nobody else would end it if this process failed.
    const end = (): void => void child.kill('SIGKILL');
    process.once('exit', end);
    child.once('exit', () => process.off('exit', end));
  }

  /** The port that it listens on under a name: that of a game, `http` and others. Throws when there is none. */
  port(name: string): number {
    const port = new RegExp(`\\b${name}=\\S*?:(\\d+)`).exec(this.#readyLine)?.[1];
    if (port === undefined) throw new Error(`no ${name} port in: ${this.#readyLine}`);
    return Number(port);
  }

  /** Resolves once it prints that it is ready. Rejects, with the end of its log, when it ends before. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  get pid(): number {
    return this.#child.pid!;
  }

  get isRunning(): boolean {
    return this.outcome === null;
  }

  /** Resolves when it has ended, however. */
  get ended(): Promise<unknown> {
    return this.#ended;
  }

  /** Exit code, or the signal that ended it; null while it runs. */
  get outcome(): number | string | null {
    return this.#child.exitCode ?? this.#child.signalCode;
  }

  /** What it printed up to now, such as the first administrator's password. */
  get printed(): readonly string[] {
    return this.#printed;
  }

  /** The end of what it logged. */
  get log(): string {
    return this.#logTail;
  }

  /** Processor time that it has used, in user and system mode together, in seconds. */
  cpuSeconds(): number {
    const stat = readFileSync(`/proc/${this.pid}/stat`, 'utf8');
    // The second field is the name in brackets, which may hold spaces; utime and stime are the fields 14 and 15.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  }

  /** Resident memory in bytes. */
  rssBytes(): number {
    const status = readFileSync(`/proc/${this.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
  }

  /** Resident memory in bytes without files that are only mapped, such as an image. */
  anonymousBytes(): number {
    const status = readFileSync(`/proc/${this.pid}/status`, 'utf8');
    const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024;
    return of('RssAnon') + of('RssShmem');
  }

  /** Tells it to end and waits until it has. Rejects when it ends with an error. */
  async stop(): Promise<void> {
    if (this.isRunning) this.#child.kill('SIGTERM');
    await this.#ended;
    if (this.#child.exitCode !== 0) {
      throw new Error(`the shard ended with ${this.outcome}:\n${this.log}`);
    }
  }

  /** Ends it at once, as a crash or a power cut of the process would. */
  async kill9(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }
}
