import type { Component, World } from '@gommog/core';
import { Command } from 'commander';
import { Refusal } from '../refusal.ts';
import { openSavedWorld } from '../saved-world.ts';
import { settings } from '../settings.ts';

export const inspectCommand = new Command('inspect')
  .description('Shows an entity of a shard that is not running, as JSON, with what it holds.')
  .argument('<what>', 'a serial (0x… or decimal), or a name: of a character, an account and the like')
  .option('--data <dir>', 'data folder')
  .option('--config <file>', 'YAML file')
  .action(async (what: string, options: { data?: string; config?: string }) => {
    const config = settings(options.config ?? null, { data: options.data });
    const { module, store, world } = await openSavedWorld(config);
    try {
      const serial = find(world, module.components, what);
      if (!world.exists(serial)) throw new Refusal(`there is nothing called '${what}'`);
      const entities = world
        .closureOf(serial)
        .map((each) => ({ serial: `0x${each.toString(16)}`, ...world.inspect(each) }));
      process.stdout.write(`${JSON.stringify(entities, hideSecrets, 2)}\n`);
    } finally {
      await store.queue.close();
    }
  });

/** The entity of a serial, or the first one that has a name of that text; 0 for none. */
function find(world: World, components: readonly Component[], what: string): number {
  const serial = Number(what);
  if (Number.isInteger(serial) && serial > 0) return serial;
  let found = 0;
  for (const component of components) {
    if (!('name' in component.fields)) continue;
    world.each(component as Component<{ name: unknown }>, (each, { name }) => {
      if (found === 0 && String(name).toLowerCase() === what.toLowerCase()) found = each;
    });
  }
  return found;
}

function hideSecrets(key: string, value: unknown): unknown {
  return key === 'passwordHash' || key === 'salt' ? '(hidden)' : value;
}
