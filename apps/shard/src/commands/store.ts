import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { World } from '@gommog/core';
import { copyFolder, type StorePlace } from '@gommog/store';
import { Command } from 'commander';
import type { Config } from '../config/load.ts';
import { claimDataFolder } from '../data-folder.ts';
import type { GameModule } from '../games/game-module.ts';
import { gameNamed } from '../games/index.ts';
import { Refusal } from '../refusal.ts';
import { settings } from '../settings.ts';
import { dataFolderOf } from '../shard.ts';
import { schemaFor, storePlaceOf } from '../store-place.ts';
import { checkCommand, repairCommand } from './store-repair.ts';

interface CopyOptions {
  readonly from: string;
  readonly to: string;
  readonly overwrite?: true;
}

const copyCommand = new Command('copy')
  .description('Copies the store of each game from where one configuration has it to where another has it.')
  .requiredOption('--from <file>', 'YAML file of the shard that has the worlds; it must not run')
  .requiredOption('--to <file>', 'YAML file with the new `data` and `store`')
  .option('--overwrite', 'throw away what images of the target have')
  .action(async ({ from, to, overwrite }: CopyOptions) => {
    const source = settings(from, {});
    const target = settings(to, {});
    for (const game of source.games) {
      const module = gameNamed(game);
      const there = placeOf(source, module);
      if (!existsSync(there.dir)) throw new Refusal(`${there.dir}: there is no such folder`);
      const here = placeOf(target, module);
      await mkdir(here.dir, { recursive: true });
      await claimDataFolder(here.dir, game);
      const copied = await copyFolder({
        from: there,
        to: here,
        overwrite: overwrite === true,
        onProgress: ({ action, done, part }) => process.stderr.write(`${game}: ${action} ${part}: ${done}\n`),
      }).catch((error: Error) => {
        throw new Refusal(`${game}: ${error.message}`);
      });
      const { components, hash, position, records } = copied;
      process.stdout.write(
        `${game}: copied and verified ${components} components, hash ${hash}, ` +
          `to record ${position.sequence}, with ${records} records of the log\n`,
      );
    }
  });

function placeOf(config: Config, module: GameModule): StorePlace {
  const { components, kinds } = module;
  const schema = schemaFor(module, new World({ planes: [], kinds, components, seed: 0 }), config);
  return { ...storePlaceOf(config, module.name, dataFolderOf(module, config)), schema };
}

export const storeCommand = new Command('store')
  .description(
    'Where worlds are kept: copies them elsewhere, looks whether they are sound, mends a damaged log.',
  )
  .addCommand(copyCommand)
  .addCommand(checkCommand)
  .addCommand(repairCommand);
