import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { StandIn } from '../../files/body-definitions.ts';
import type { ArtSource } from '../art-source.ts';
import { DrawnArt } from '../drawn-art.ts';
import { FileArt } from '../file-art.ts';
import { type AtlasIndex, type Instead, type Look, packAtlas, RANGE } from './pack.ts';
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

/** What the thread is told to make. */
export interface PackOrder {
  readonly name: string;
}

/** What the thread answers: that something is there, or never will be; or what it has found damaged meanwhile. */
export type PackAnswer = { readonly name: string; readonly error?: string } | { readonly damage: string };

/** So much damage is told: who reads a hundred lines of it will copy the files again. */
const MOST_DAMAGE = 100;

const { dir, from, world } = workerData as PackSetting;
const port = parentPort!;

const answer = (said: PackAnswer): void => port.postMessage(said);
const damage = new Set<string>();

function tell({ message }: Error): void {
  if (damage.size >= MOST_DAMAGE || damage.has(message)) return;
  damage.add(message);
  answer({ damage: message });
}

const source: Promise<ArtSource> = from === 'files' ? FileArt.open(world, tell) : DrawnArt.load();
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
async function writeIndex({ bodyIds, corpses, fittings, looks, soundIds }: ArtSource): Promise<void> {
  const told = [...looks].map(([number, { body, hue, run, stand, walk }]): [string, Look] => [
    String(number),
    [body, hue, walk, run, stand],
  ]);
  const index: Omit<AtlasIndex, 'version'> = {
    range: RANGE,
    bodies: bodyIds,
    looks: Object.fromEntries(told),
    corpses: insteadOf(corpses),
    fittings: insteadOf(fittings),
    sounds: soundIds,
  };
  await writeFile(join(dir, 'index.json'), JSON.stringify(index));
}

function insteadOf(told: ReadonlyMap<number | string, StandIn>): Readonly<Record<string, Instead>> {
  return Object.fromEntries(
    [...told].map(([of, { body, hue }]): [string, Instead] => [`${of}`, [body, hue]]),
  );
}

let last: Promise<void> = Promise.resolve();
port.on('message', ({ name }: PackOrder) => {
  // One after another: they would only wait for each other.
  last = last
    .then(() => make(name))
    .then(
      () => answer({ name }),
      (error: Error) => answer({ name, error: error.message }),
    );
});
