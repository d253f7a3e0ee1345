import { existsSync } from 'node:fs';
import { type EntityChange, entityHistory } from '@gommog/store';
import { Command } from 'commander';
import { gameOfDataFolder } from '../data-folder.ts';
import { findEntity, hideSecrets, serialOf } from '../entities.ts';
import { Refusal } from '../refusal.ts';
import { readSavedWorld, refuse } from '../saved-world.ts';
import { settings } from '../settings.ts';

interface Options {
  readonly data?: string;
  readonly config?: string;
  readonly json?: boolean;
}

export const historyCommand = new Command('history')
  .description('Tells every change of an entity that the log still knows; the shard may be running.')
  .argument('<what>', 'a serial (0x… or decimal), or a name: of a character, an account and the like')
  .option('--data <dir>', 'data folder or backup')
  .option('--config <file>', 'YAML file')
  .option('--json', 'a line of JSON for each tick')
  .action(async (what: string, options: Options) => {
    const { data } = settings(options.config ?? null, { data: options.data });
    if (!existsSync(data)) throw new Refusal(`${data}: there is no such folder`);
    const { components } = await gameOfDataFolder(data);
    const serial = serialOf(what) ?? (await named(data, what));
    let count = 0;
    try {
      for await (const change of entityHistory(data, serial, components)) {
        count++;
        process.stdout.write(options.json ? `${json(serial, change)}\n` : lines(change));
      }
    } catch (error) {
      refuse(error);
    }
    if (count === 0) throw new Refusal(`the log knows nothing of 0x${serial.toString(16)}`);
  });

async function named(data: string, what: string): Promise<number> {
  const { module, world } = await readSavedWorld(data);
  const serial = findEntity(world, module.components, what);
  if (serial === 0) throw new Refusal(`there is nothing called '${what}': of what is gone, say the serial`);
  return serial;
}

function json(serial: number, { wallMs, ...change }: EntityChange): string {
  return JSON.stringify(
    { serial: `0x${serial.toString(16)}`, at: new Date(wallMs).toISOString(), ...change },
    hideSecrets,
  );
}

/** `2026-11-22T10:15:00.123Z tick 4711 record 812`, and a line for each field. */
function lines({ changes, sequence, tick, wallMs }: EntityChange): string {
  const told = changes.flatMap(({ component, fields, kind }) =>
    kind === 'removed'
      ? [`  ${component} removed`]
      : Object.entries(fields).map(([name, { from, to }]) => {
          const before = from === undefined ? '' : `${shown(name, from)} -> `;
          return `  ${component}.${name}: ${before}${shown(name, to)}`;
        }),
  );
  return `${new Date(wallMs).toISOString()} tick ${tick} record ${sequence}\n${told.join('\n')}\n`;
}

function shown(name: string, value: unknown): string {
  return JSON.stringify(hideSecrets(name, value)) ?? 'nothing';
}
