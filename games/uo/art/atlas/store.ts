import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DrawnArt } from '../drawn-art.ts';
import { type AtlasIndex, RANGE } from './pack.ts';
import type { PackAnswer, PackOrder, PackSetting } from './pack-worker.ts';
import { versionOf } from './version.ts';

/** Where pictures and sounds come from: drawn by code, or read from the client files that the world is in. */
export type ArtFrom = 'drawn' | 'files';

/** A file of the art, as the HTTP server sends it. */
export interface AtlasFile {
  readonly contentType: 'application/json' | 'image/png' | 'audio/wav';
  readonly bytes: Uint8Array;
}

/** What is made when it is first asked for: atlases, actions of bodies, sounds. */
const MADE = /^(land|world|(?:items|gumps)-\d{1,3}|body-\d{1,5}-\d{1,2})\.json$|^(sound-\d{1,5})\.wav$/;
const INDEX = 'index.json';
const SHEET = /^[a-z]+[-0-9]*-\d{1,2}\.png$/;

/**
 * The art of one world, in a folder. Each part is drawn when it is first asked for, in a thread of its own that begins with
 * the first wish, and is kept.
 */
export class AtlasStore {
  #index: AtlasIndex;
  readonly #setting: PackSetting;
  readonly #onDamage: (problem: string) => void;
  readonly #making = new Map<string, Promise<void>>();
  readonly #waiting = new Map<string, { resolve: () => void; reject: (error: Error) => void }>();
  #worker: Worker | null = null;

  /**
   * Opens the art of a world, whose files are kept in a folder of `cache` that is named for what they look like. `onDamage` is
   * told of each picture of client files that is damaged and so left out. Throws what the file system throws; rejects when the
   * tables of client files are damaged.
   */
  static async open(
    world: string,
    cache: string,
    from: ArtFrom = 'drawn',
    onDamage: (problem: string) => void = () => {},
  ): Promise<AtlasStore> {
    const version = await versionOf(world, from);
    const store = new AtlasStore({ world, from, dir: join(cache, version) }, version, onDamage);
    if (from === 'drawn') {
      const { bodyIds, soundIds } = await DrawnArt.load();
      store.#index = { ...store.#index, bodies: bodyIds, sounds: soundIds };
      return store;
    }
    const kept = (await store.#read(INDEX)) ?? (await store.#make('index').then(() => store.#read(INDEX)));
    store.#index = { ...(JSON.parse(Buffer.from(kept!.bytes).toString()) as AtlasIndex), version };
    return store;
  }

  private constructor(setting: PackSetting, version: string, onDamage: (problem: string) => void) {
    this.#setting = setting;
    this.#onDamage = onDamage;
    this.#index = { version, range: RANGE, bodies: [], looks: {}, corpses: {}, fittings: {}, sounds: [] };
  }

  get index(): AtlasIndex {
    return this.#index;
  }

  /** A file by its name, made if need be; null for any that is not one of ours. Rejects when it cannot be made. */
  async file(name: string): Promise<AtlasFile | null> {
    const made = MADE.exec(name);
    if (made === null && !SHEET.test(name)) return null;
    const kept = await this.#read(name);
    const part = made?.[1] ?? made?.[2];
    if (kept !== null || part === undefined || !this.#mayBe(part)) return kept;
    await this.#make(part);
    return this.#read(name);
  }

  /** Ends the thread; what it was making is made when it is asked for again. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    this.#fail(new Error('closed'));
    await worker?.terminate();
  }

  #mayBe(part: string): boolean {
    const [kind, number] = part.split('-');
    if (kind === 'body') return this.index.bodies.includes(Number(number));
    return kind !== 'sound' || this.index.sounds.includes(Number(number));
  }

  async #read(name: string): Promise<AtlasFile | null> {
    try {
      return { contentType: typeOf(name), bytes: await readFile(join(this.#setting.dir, name)) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  #make(part: string): Promise<void> {
    let making = this.#making.get(part);
    if (making === undefined) {
      making = new Promise<void>((resolve, reject) => {
        this.#waiting.set(part, { resolve, reject });
        this.#thread().postMessage({ name: part } satisfies PackOrder);
      }).finally(() => this.#making.delete(part));
      this.#making.set(part, making);
    }
    return making;
  }

  #thread(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(new URL('./pack-worker.ts', import.meta.url), {
      workerData: this.#setting,
      name: 'art',
    });
    worker.unref();
    worker.on('message', (answer: PackAnswer) => {
      if ('damage' in answer) return this.#onDamage(answer.damage);
      const { error, name } = answer;
      const waiting = this.#waiting.get(name);
      this.#waiting.delete(name);
      if (error === undefined) waiting?.resolve();
      else waiting?.reject(new Error(error));
    });
    worker.on('error', (error: Error) => this.#fail(error));
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = null;
    });
    this.#worker = worker;
    return worker;
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

function typeOf(name: string): AtlasFile['contentType'] {
  if (name.endsWith('.png')) return 'image/png';
  return name.endsWith('.wav') ? 'audio/wav' : 'application/json';
}
