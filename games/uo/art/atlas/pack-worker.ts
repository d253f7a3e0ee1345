import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { ArtSource } from '../art-source.ts';
import { DrawnArt } from '../drawn-art.ts';
import { FileArt } from '../file-art.ts';
import { type AtlasIndex, packAtlas, RANGE } from './pack.ts';
import type { ArtFrom } from './store.ts';
import { readUse } from './use.ts';
import { wavOf } from './wav.ts';

/** What the thread works on. */
export interface PackSetting {
  /** Folder of the world. */
  readonly world: string;
  readonly from: ArtFrom;
  /** Folder that it writes to. */
  readonly dir: string;
}

/** What the thread is told to make; it answers with the same name when that is there, or never will be. */
export interface PackOrder {
  readonly name: string;
}

const { dir, from, world } = workerData as PackSetting;
const port = parentPort!;

const source: Promise<ArtSource> = from === 'files' ? FileArt.open(world) : DrawnArt.load();
// Whoever asks for something is told.
source.catch(() => {});
let used: ReturnType<typeof readUse> | null = null;

async function make(name: string): Promise<void> {
  const art = await source;
  await mkdir(dir, { recursive: true });
  if (name === 'index') return await writeIndex(art);
  const sound = /^sound-(\d{1,5})$/.exec(name);
  if (sound === null) {
    used ??= readUse(world, join(dir, 'use.json'));
    await packAtlas(art, await used, dir, name);
    return;
  }
  const made = art.sound(Number(sound[1]));
  if (made !== null) await writeFile(join(dir, `${name}.wav`), wavOf(made));
}

/** What the files have. */
async function writeIndex({ bodyIds, soundIds }: ArtSource): Promise<void> {
  const index: Omit<AtlasIndex, 'version'> = { range: RANGE, bodies: bodyIds, sounds: soundIds };
  await writeFile(join(dir, 'index.json'), JSON.stringify(index));
}

let last: Promise<void> = Promise.resolve();
port.on('message', ({ name }: PackOrder) => {
  // One after another: they would only wait for each other.
  last = last
    .then(() => make(name))
    .then(
      () => port.postMessage({ name }),
      (error: Error) => port.postMessage({ name, error: error.message }),
    );
});
