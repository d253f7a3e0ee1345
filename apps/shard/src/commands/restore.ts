import { existsSync } from 'node:fs';
import { bringBack, type Elsewhere, type World } from '@gommog/core';
import { type Moment, restoreWorld, type When, worldAt } from '@gommog/store';
import { Command, Option } from 'commander';
import { gameOfDataFolder } from '../data-folder.ts';
import { serialOf } from '../entities.ts';
import type { GameModule, Restorable } from '../games/game-module.ts';
import { describeMoment, whenOf } from '../moment.ts';
import { Progress } from '../progress.ts';
import { Refusal } from '../refusal.ts';
import { openSavedWorld, refuse, saveAndClose, worldOf } from '../saved-world.ts';
import { settings } from '../settings.ts';

interface Options {
  readonly at?: string;
  readonly record?: string;
  readonly data?: string;
  readonly config?: string;
  readonly out?: string;
  readonly into?: string;
  readonly account?: string;
  readonly character?: string;
  readonly container?: string;
  readonly elsewhere: Elsewhere;
}

export const restoreCommand = new Command('restore')
  .description('Brings back the world, or one account, character or container, as it was.')
  .option('--at <time>', 'as of a time, such as 2026-11-22T10:15:00')
  .option('--record <n>', 'as of a commit record, as `gommog history` names them')
  .option('--data <dir>', 'data folder or backup to restore from')
  .option('--config <file>', 'YAML file')
  .option('--out <dir>', 'new data folder for the whole world')
  .option('--into <dir>', 'data folder of a stopped shard that gets back one of the following')
  .option('--account <name>', 'an account with its characters')
  .option('--character <name>', 'a character, by name or serial')
  .option('--container <serial>', 'any entity with what was in it')
  .addOption(
    new Option('--elsewhere <what>', 'what becomes of a thing that somebody else has now')
      .choices(['leave', 'take-back', 'copy'])
      .default('leave'),
  )
  .action(async (options: Options) => {
    const { data } = settings(options.config ?? null, { data: options.data });
    if (!existsSync(data)) throw new Refusal(`${data}: there is no such folder`);
    const when = whenOf(options);
    const named = wanted(options);
    if (named === null) await restoreAll(data, when, options);
    else await restoreSome(data, when, named, options);
  });

interface Wanted {
  /** A kind of thing that the game knows; null: an entity by its serial. */
  readonly kind: string | null;
  readonly name: string;
}

function wanted({ account, character, container }: Options): Wanted | null {
  const all: Wanted[] = [];
  if (account !== undefined) all.push({ kind: 'account', name: account });
  if (character !== undefined) all.push({ kind: 'character', name: character });
  if (container !== undefined) all.push({ kind: null, name: container });
  if (all.length > 1) throw new Refusal('one of --account, --character and --container at a time');
  return all[0] ?? null;
}

async function restoreAll(data: string, when: When, { into, out }: Options): Promise<void> {
  if (out === undefined || into !== undefined) {
    throw new Refusal(
      'the whole world goes to a new folder: --out DIR. With --into, say --account, --character or --container',
    );
  }
  const progress = new Progress('restore');
  const { components, moment } = await restoreWorld(data, when, out, progress.update).catch(refuse);
  progress.done();
  process.stdout.write(`${out}: the world of ${describeMoment(moment)}, ${components} components\n`);
}

async function restoreSome(data: string, when: When, named: Wanted, options: Options): Promise<void> {
  const { elsewhere, into, out } = options;
  if (into === undefined || out !== undefined)
    throw new Refusal('a part of the world goes into the folder of a stopped shard: --into DIR');
  const module = await gameOfDataFolder(data);
  const { moment, world: past } = await pastWorld(module, data, when);
  const restorable = restorableOf(module, named.kind);
  const roots = restorable.roots(past, named.name);
  if (roots.length === 0)
    throw new Refusal(`there was nothing called '${named.name}' at ${describeMoment(moment)}`);
  const saved = await openSavedWorld(settings(options.config ?? null, { data: into }));
  if (saved.module.name !== module.name) {
    await saved.store.queue.close();
    throw new Refusal(`${into} holds a world of '${saved.module.name}', not of '${module.name}'`);
  }
  const { copies, left, restored } = await change(saved, () => {
    const mend = restorable.prepare?.(saved.world, roots);
    const back = bringBack(past, saved.world, roots, elsewhere);
    mend?.();
    return back;
  });
  process.stdout.write(
    `${into}: ${restored.length + copies.size} entities as of ${describeMoment(moment)}\n`,
  );
  const list = (serials: Iterable<number>) => [...serials].map((each) => `0x${each.toString(16)}`).join(' ');
  if (copies.size > 0) process.stdout.write(`copied, so that they exist twice: ${list(copies.keys())}\n`);
  if (left.length > 0) process.stdout.write(`left where they are now (see --elsewhere): ${list(left)}\n`);
}

async function pastWorld(
  module: GameModule,
  data: string,
  when: When,
): Promise<{ world: World; moment: Moment }> {
  const then = await worldAt(data, when).catch(refuse);
  return { world: await worldOf(module, then).catch(refuse), moment: then.moment };
}

function restorableOf({ name, restorable }: GameModule, kind: string | null): Restorable {
  if (kind === null) {
    return {
      roots(past, text) {
        const serial = serialOf(text);
        if (serial === null) throw new Refusal(`--container ${text}: not a serial`);
        return past.exists(serial) ? [serial] : [];
      },
    };
  }
  const found = restorable[kind];
  if (found === undefined) throw new Refusal(`the game '${name}' has no ${kind}`);
  return found;
}

async function change<T>(saved: Awaited<ReturnType<typeof openSavedWorld>>, act: () => T): Promise<T> {
  let result: T;
  try {
    result = act();
  } catch (error) {
    await saved.store.queue.close();
    throw new Refusal((error as Error).message);
  }
  await saveAndClose(saved);
  return result;
}
