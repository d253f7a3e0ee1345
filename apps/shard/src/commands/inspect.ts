import type { World } from '@gommog/core';
import { Account, Mobile } from '@gommog/uo';
import { Command } from 'commander';
import { Refusal } from '../refusal.ts';
import { openSavedWorld } from '../saved-world.ts';
import { settings } from '../settings.ts';

export const inspectCommand = new Command('inspect')
  .description('Shows an entity of a shard that is not running, as JSON, with what it holds.')
  .argument('<what>', 'a serial (0x… or decimal), a character or an account')
  .option('--data <dir>', 'data folder')
  .option('--config <file>', 'YAML file')
  .action(async (what: string, options: { data?: string; config?: string }) => {
    const { store, world } = await openSavedWorld(
      settings(options.config ?? null, { data: options.data }).data,
    );
    try {
      const serial = find(world, what);
      if (!world.exists(serial)) throw new Refusal(`there is nothing called '${what}'`);
      const entities = world
        .closureOf(serial)
        .map((each) => ({ serial: `0x${each.toString(16)}`, ...world.inspect(each) }));
      process.stdout.write(`${JSON.stringify(entities, hideSecrets, 2)}\n`);
    } finally {
      await store.queue.close();
    }
  });

function find(world: World, what: string): number {
  const serial = Number(what);
  if (Number.isInteger(serial) && serial > 0) return serial;
  let found = 0;
  for (const component of [Mobile, Account]) {
    world.each(component as typeof Mobile, (each, { name }) => {
      if (found === 0 && name.toLowerCase() === what.toLowerCase()) found = each;
    });
  }
  return found;
}

function hideSecrets(key: string, value: unknown): unknown {
  return key === 'passwordHash' ? '(hidden)' : value;
}
