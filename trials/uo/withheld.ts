import { readdirSync, readFileSync } from 'node:fs';

const SAMPLE_MS = 100;
/** What happened longer ago does not count, in milliseconds. */
const WINDOW_MS = 1_000;

interface Sample {
  readonly at: number;
  readonly waitedMs: number;
}

/**
 * How long the threads of a process were ready to run and got no processor lately, as Linux counts it. Nobody can keep a promise
 * about time in time that the machine gave to others.
 */
export class Withheld {
  readonly #pid: number;
  readonly #timer: NodeJS.Timeout;
  /** What each had waited by the last look. One that has ended is counted no more. */
  #threads: ReadonlyMap<string, number> = new Map();
  #samples: Sample[] = [];

  constructor(pid: number) {
    this.#pid = pid;
    this.#timer = setInterval(() => this.sample(), SAMPLE_MS);
  }

  /** Looks once more, while the process still lives. */
  sample(): void {
    const threads = waitedBy(this.#pid);
    if (threads === null) return;
    let more = 0;
    for (const [thread, waited] of threads) more += waited - (this.#threads.get(thread) ?? 0);
    this.#threads = threads;
    // While it stands still, so does its time.
    if (more === 0) return;
    const at = performance.now();
    this.#samples.push({ at, waitedMs: (this.#samples.at(-1)?.waitedMs ?? 0) + more });
    while (this.#samples.length > 2 && this.#samples[1]!.at < at - WINDOW_MS) this.#samples.shift();
  }

  /** Of the last second before it was looked at last, all threads together, in milliseconds. */
  get ms(): number {
    return (this.#samples.at(-1)?.waitedMs ?? 0) - (this.#samples[0]?.waitedMs ?? 0);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

/** Of each thread, in milliseconds; null when there is no such process. The second field of schedstat is in nanoseconds. */
function waitedBy(pid: number): ReadonlyMap<string, number> | null {
  const waited = new Map<string, number>();
  try {
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      const [, nanoseconds] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
      waited.set(thread, Number(nanoseconds) / 1e6);
    }
  } catch {
    return null;
  }
  return waited;
}
