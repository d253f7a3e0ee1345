import { Command } from 'commander';
import { findEntity, hideSecrets } from '../entities.ts';
import { Refusal } from '../refusal.ts';
import { readSavedWorld } from '../saved-world.ts';
import { settings } from '../settings.ts';

export const inspectCommand = new Command('inspect')
  .description('Shows an entity as JSON, with what it holds; the shard may be running.')
  .argument('<what>', 'a serial (0x… or decimal), or a name: of a character, an account and the like')
  .option('--data <dir>', 'data folder')
  .option('--config <file>', 'YAML file')
  .action(async (what: string, options: { data?: string; config?: string }) => {
    const config = settings(options.config ?? null, { data: options.data });
    const { module, world } = await readSavedWorld(config.data);
    const serial = findEntity(world, module.components, what);
    if (serial === 0 || !world.exists(serial)) throw new Refusal(`there is nothing called '${what}'`);
    const entities = world
      .closureOf(serial)
      .map((each) => ({ serial: `0x${each.toString(16)}`, ...world.inspect(each) }));
    process.stdout.write(`${JSON.stringify(entities, hideSecrets, 2)}\n`);
  });
