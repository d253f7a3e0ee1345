import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AtlasIndex } from './pack.ts';
import type { PackWork } from './pack-worker.ts';

/** Folders whose files decide what the art looks like. */
const SOURCES = ['../', '../../worldgen/data/'];

/** A file of an atlas, as the HTTP server sends it. */
export interface AtlasFile {
  readonly contentType: 'application/json' | 'image/png';
  readonly bytes: Uint8Array;
  /** Changes with the contents: clients may keep a file for ever under its version. */
  readonly version: string;
}

const BODY_FILE = /^body-(\d+)(\.json|-\d+\.png)$/;

/** Atlases of one world in a folder, built when they are missing or of other art. */
export class AtlasStore {
  readonly index: AtlasIndex;
  readonly #dir: string;
  readonly #names: Set<string>;
  readonly #bodies: ReadonlySet<number>;
  /** Bodies that are being drawn, or were since the store was opened. */
  readonly #drawn = new Map<number, Promise<void>>();
  /** One body is drawn at a time, however many are asked for. */
  #last: Promise<void> = Promise.resolve();

  private constructor(dir: string, index: AtlasIndex, names: readonly string[]) {
    this.#dir = dir;
    this.index = index;
    this.#names = new Set(names);
    this.#bodies = new Set(index.bodies);
  }

  /**
   * Opens the atlases of a world; builds them first, in a thread of its own, when `dir` has none of this art and this world: some
   * ten seconds. Throws what the file system or the thread throws.
   */
  static async open(world: string, dir: string): Promise<AtlasStore> {
    const version = await versionOf(world);
    let index = await readIndex(dir);
    if (index?.version !== version) {
      await rm(dir, { recursive: true, force: true });
      await inThread({ world, dir, version });
      index = await readIndex(dir);
    }
    if (index === null) throw new Error(`no atlases were made in ${dir}`);
    return new AtlasStore(dir, index, await readdir(dir));
  }

  /**
   * A file by its name; null for any that is not one of ours. The atlas of a body is drawn when it is first asked for, in a thread
   * of its own. Throws what the file system or the thread throws.
   */
  async file(name: string): Promise<AtlasFile | null> {
    const body = BODY_FILE.exec(name)?.[1];
    if (body !== undefined && this.#bodies.has(Number(body))) await this.#drawBody(Number(body));
    if (!this.#names.has(name)) return null;
    const contentType = name.endsWith('.png') ? 'image/png' : 'application/json';
    return { contentType, bytes: await readFile(join(this.#dir, name)), version: this.index.version };
  }

  #drawBody(body: number): Promise<void> {
    if (this.#names.has(`body-${body}.json`)) return Promise.resolve();
    let drawn = this.#drawn.get(body);
    if (drawn === undefined) {
      drawn = this.#last.then(async () => {
        await inThread({ dir: this.#dir, body });
        for (const name of await readdir(this.#dir)) this.#names.add(name);
      });
      this.#last = drawn.catch(() => this.#drawn.delete(body)).then(() => {});
      this.#drawn.set(body, drawn);
    }
    return drawn;
  }
}

async function readIndex(dir: string): Promise<AtlasIndex | null> {
  try {
    return JSON.parse(await readFile(join(dir, 'index.json'), 'utf8')) as AtlasIndex;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

async function inThread(work: PackWork): Promise<void> {
  const worker = new Worker(new URL('./pack-worker.ts', import.meta.url), { workerData: work });
  const [code] = (await once(worker, 'exit')) as [number];
  if (code !== 0) throw new Error(`the thread that draws the atlases ended with ${code}`);
}

/** A digest of the code that draws and of the world that is drawn. */
async function versionOf(world: string): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const folder = new URL(source, import.meta.url);
    const names = await readdir(folder, { recursive: true });
    for (const name of names.sort()) {
      if (!/\.(ts|yaml)$/.test(name) || name.endsWith('.test.ts')) continue;
      hash.update(name).update(await readFile(new URL(name, folder)));
    }
  }
  for (const name of ['map0.mul', 'statics0.mul']) hash.update(await readFile(join(world, name)));
  return hash.digest('hex').slice(0, 16);
}
