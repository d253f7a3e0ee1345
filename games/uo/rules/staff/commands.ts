import type { Context } from '../context.ts';
import { mayUse } from './access.ts';
import type { Command } from './command.ts';
import { add } from './commands/add.ts';
import { broadcast } from './commands/broadcast.ts';
import { bring, go, goName, tele, where } from './commands/go.ts';
import { help } from './commands/help.ts';
import { hide, invulnerable, unhide } from './commands/hide.ts';
import { jailCommand, unjail } from './commands/jail.ts';
import { light, nightSight } from './commands/light.ts';
import { ban, kick, setAccess, unban } from './commands/people.ts';
import { props, set } from './commands/props.ts';
import { remove } from './commands/remove.ts';
import { save, shutdown } from './commands/shard.ts';
import { who } from './commands/who.ts';

/** Every command there is. */
export const commands: readonly Command[] = [
  add,
  ban,
  bring,
  broadcast,
  go,
  goName,
  help,
  hide,
  invulnerable,
  jailCommand,
  kick,
  light,
  nightSight,
  props,
  remove,
  save,
  set,
  setAccess,
  shutdown,
  tele,
  unban,
  unhide,
  unjail,
  where,
  who,
];

/** Those that a person may use, by name. */
export function commandsFor(ctx: Context, mobile: number): readonly Command[] {
  return commands.filter(({ access }) => mayUse(ctx, mobile, access));
}

const byName = new Map<string, Command>();

/** By its name or an alias, without case. */
export function findCommand(name: string): Command | undefined {
  if (byName.size === 0) {
    for (const command of commands) {
      for (const each of [command.name, ...(command.aliases ?? [])]) byName.set(each.toLowerCase(), command);
    }
  }
  return byName.get(name.toLowerCase());
}
