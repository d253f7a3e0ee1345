import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AtlasIndex } from './pack.ts';

/** Folders whose files decide what the art looks like. */
const SOURCES = ['../', '../../worldgen/data/'];

/** A file of an atlas, as the HTTP server sends it. */
export interface AtlasFile {
  readonly contentType: 'application/json' | 'image/png';
  readonly bytes: Uint8Array;
  /** Changes with the contents: clients may keep a file for ever under its version. */
  readonly version: string;
}

/** Atlases of one world in a folder, built when they are missing or of other art. */
export class AtlasStore {
  readonly index: AtlasIndex;
  readonly #dir: string;
  readonly #names: ReadonlySet<string>;

  private constructor(dir: string, index: AtlasIndex, names: readonly string[]) {
    this.#dir = dir;
    this.index = index;
    this.#names = new Set(names);
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
      await build(world, dir, version);
      index = await readIndex(dir);
    }
    if (index === null) throw new Error(`no atlases were made in ${dir}`);
    return new AtlasStore(dir, index, await readdir(dir));
  }

  /** A file by its name; null for any that is not one of ours. */
  async file(name: string): Promise<AtlasFile | null> {
    if (!this.#names.has(name)) return null;
    const contentType = name.endsWith('.png') ? 'image/png' : 'application/json';
    return { contentType, bytes: await readFile(join(this.#dir, name)), version: this.index.version };
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

async function build(world: string, dir: string, version: string): Promise<void> {
  const worker = new Worker(new URL('./pack-worker.ts', import.meta.url), {
    workerData: { world, dir, version },
  });
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
