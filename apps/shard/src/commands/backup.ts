import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { backUp, type Report, restoreWorld } from '@gommog/store';
import { Command } from 'commander';
import { noteBackup } from '../backup-list.ts';
import { Progress } from '../progress.ts';
import { Refusal } from '../refusal.ts';
import { openSavedWorld, refuse } from '../saved-world.ts';
import { settings } from '../settings.ts';

interface Options {
  readonly out: string;
  readonly data?: string;
  readonly config?: string;
  readonly full?: boolean;
  readonly verify?: boolean;
  readonly by?: string;
}

export const backupCommand = new Command('backup')
  .description('Copies the world and its history, beside a running shard: all of it once, then what is new.')
  .requiredOption('--out <dir>', 'folder of the backup')
  .option('--data <dir>', 'data folder')
  .option('--config <file>', 'YAML file')
  .option('--full', 'a whole copy again: a restore from it is quicker')
  .option('--verify', 'restores it on trial, and looks whether the world is sound')
  .option('--by <name>', 'who makes it, for the list of backups; default: who you are on this machine')
  .action(async ({ out, ...options }: Options) => {
    const { data } = settings(options.config ?? null, { data: options.data });
    if (!existsSync(data)) throw new Refusal(`${data}: there is no such folder`);
    const progress = new Progress('backup');
    const share = options.verify ? 0.5 : 1;
    const report: Report = (fraction, what) => progress.update(fraction * share, what);
    const { isFull, logBytes, sequence, wallMs } = await backUp(data, out, {
      full: options.full ?? false,
      report,
    }).catch(refuse);
    const what = isFull ? 'a whole copy, and' : 'what was new:';
    process.stdout.write(
      `${out}: ${what} ${(logBytes / 1024).toFixed(0)} KiB of history, up to ${new Date(wallMs).toISOString()} (record ${sequence})\n`,
    );
    if (options.verify) {
      const onTrial: Report = (fraction, what) =>
        progress.update(share + (1 - share) * fraction, `on trial, ${what}`);
      process.stdout.write(`${out}: ${await tryRestore(out, sequence, onTrial)}\n`);
    }
    progress.done();
    await noteBackup(data, {
      id: randomUUID(),
      at: new Date().toISOString(),
      by: options.by ?? userInfo().username,
      folder: resolve(out),
      record: sequence,
      recordAt: new Date(wallMs).toISOString(),
      isFull,
      verified: options.verify ?? false,
    });
  });

/** Makes a folder from the backup, opens it as a start would, and takes it away. Throws Refusal when the world is not sound. */
async function tryRestore(out: string, sequence: number, report: Report): Promise<string> {
  const trial = await mkdtemp(`${out}.trial-`);
  try {
    const data = join(trial, 'data');
    const { components } = await restoreWorld(out, { sequence }, data, report).catch(refuse);
    const { store, violations } = await openSavedWorld(
      settings(null, { data, 'store.images': ['lmdb'], 'store.log': 'file' }),
    );
    await store.queue.close();
    const [first] = violations;
    if (first !== undefined)
      throw new Refusal(`the backup is not sound: entity ${first.serial}: ${first.problem}`);
    if (store.recovered.components !== components)
      throw new Refusal(`the backup gave ${store.recovered.components} of ${components} components`);
    return `restored on trial, ${components} components, sound`;
  } finally {
    await rm(trial, { recursive: true });
  }
}
