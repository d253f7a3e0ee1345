import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, stat, unlink, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { StoreError } from './store-error.ts';

/** Who holds a data folder. */
interface Holder {
  readonly token: string;
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the kernel counts it; tells a process from a later one with the same number. Empty if unknown. */
  readonly began: string;
}

/** The holder renews the file this often; on another machine, silence for `SILENT_MS` means that it is gone. */
const RENEW_MS = 2000;
const SILENT_MS = 10_000;
const FILE = 'lock';

/** Folders that this process holds: its own number in a file says nothing about them after a restart in a container. */
const heldHere = new Set<string>();

/** Keeps a second process out of a data folder. Release it last of all. */
export class FolderLock {
  readonly #path: string;
  readonly #token: string;
  readonly #timer: NodeJS.Timeout;

  /** @throws GMG_STORE_LOCKED when a living process holds the folder; the message says which. */
  static async acquire(dir: string): Promise<FolderLock> {
    await mkdir(dir, { recursive: true });
    const path = join(dir, FILE);
    const holder: Holder = {
      token: randomUUID(),
      pid: process.pid,
      host: hostname(),
      began: await beganOf(process.pid),
    };
    // Three tries: the holder may go, or another starter may be quicker, between looking and taking.
    for (let attempt = 0; attempt < 3; attempt++) {
      if (await create(path, holder)) {
        heldHere.add(holder.token);
        return new FolderLock(path, holder.token);
      }
      const present = await readHolder(path);
      if (present !== null && (await isAlive(path, present))) throw locked(dir, present);
      await setAside(path, present);
    }
    throw locked(dir, await readHolder(path));
  }

  private constructor(path: string, token: string) {
    this.#path = path;
    this.#token = token;
    this.#timer = setInterval(() => {
      const now = new Date();
      utimes(path, now, now).catch(() => {});
    }, RENEW_MS);
    this.#timer.unref();
  }

  async release(): Promise<void> {
    clearInterval(this.#timer);
    const present = await readHolder(this.#path);
    if (present?.token === this.#token) await unlink(this.#path);
    heldHere.delete(this.#token);
  }
}

/** Whether a living process, this one or another, has a folder. */
export async function isHeld(dir: string): Promise<boolean> {
  const path = join(dir, FILE);
  const holder = await readHolder(path);
  return holder !== null && (await isAlive(path, holder));
}

/** False when there is a file already. Ours appears with all that it says: nobody takes it for what a dead writer left. */
async function create(path: string, holder: Holder): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`;
  try {
    await write(draft, holder);
    try {
      await link(draft, path);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') throw error;
      // A file system without links: whoever looks between the two steps of a writing may still be wrong.
      await write(path, holder);
    } finally {
      await unlink(draft);
    }
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw new StoreError('GMG_STORE_IO', `cannot lock ${path}: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

async function write(path: string, holder: Holder): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(JSON.stringify(holder));
  } finally {
    await handle.close();
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

/** Null when there is none, or its writer died in the middle. */
async function readHolder(path: string): Promise<Holder | null> {
  const text = await readFile(path, 'utf8').catch(() => '');
  if (text === '') return null;
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return null;
  }
}

async function isAlive(path: string, holder: Holder): Promise<boolean> {
  if (heldHere.has(holder.token)) return true;
  if (holder.host !== hostname()) {
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => Number.POSITIVE_INFINITY,
    );
    return age < SILENT_MS;
  }
  if (holder.pid === process.pid) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  const began = await beganOf(holder.pid);
  return began === '' || holder.began === '' || began === holder.began;
}

/** Takes a dead holder's file out of the way; if it turns out to be a new holder's, puts it back. */
async function setAside(path: string, dead: Holder | null): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  const taken = await readHolder(aside);
  if (taken !== null && taken.token !== dead?.token && (await create(path, taken))) {
    const now = new Date();
    await utimes(path, now, now);
  }
  await unlink(aside);
}

/** Start time of a process in kernel ticks since boot, from Linux; empty elsewhere. */
async function beganOf(pid: number): Promise<string> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name of the program stands in parentheses and may hold anything; the 22nd field is the 20th after it.
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function locked(dir: string, holder: Holder | null): StoreError {
  const who = holder === null ? 'another process' : `process ${holder.pid} on ${holder.host}`;
  return new StoreError('GMG_STORE_LOCKED', `${dir} is in use by ${who}`);
}
