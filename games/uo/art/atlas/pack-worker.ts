import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { DrawnArt } from '../drawn-art.ts';
import { packAtlas, readUse } from './pack.ts';
import { wavOf } from './wav.ts';

/** What the thread is told to make; it answers with the same name when that is there, or never will be. */
export interface PackOrder {
  readonly name: string;
}

const { dir, world } = workerData as { dir: string; world: string };
const port = parentPort!;
await mkdir(dir, { recursive: true });
const [art, used] = await Promise.all([DrawnArt.load(), readUse(world)]);

async function make(name: string): Promise<void> {
  const sound = /^sound-(\d{1,5})$/.exec(name);
  if (sound === null) {
    await packAtlas(art, used, dir, name);
    return;
  }
  const made = art.sound(Number(sound[1]));
  if (made !== null) await writeFile(join(dir, `${name}.wav`), wavOf(made));
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
