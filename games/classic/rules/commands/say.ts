import { Presence } from '../components.ts';
import type { Context } from '../context.ts';
import type { Say } from '../intents.ts';
import { may, type Right } from '../ranks.ts';
import { type Command, nameOf, rankOf } from './command.ts';
import { levelCommands } from './level-commands.ts';
import { peopleCommands } from './people-commands.ts';

const help: Command = {
  name: 'help',
  usage: '[COMMAND]',
  help: 'What you can do',
  run(ctx, player, [name]) {
    const command = name === undefined ? undefined : commands.get(name.toLowerCase());
    if (command !== undefined) return `/${command.name} ${command.usage}: ${command.help}`;
    const allowed = [...commands.keys()].filter((each) => may(rankOf(ctx, player), each as Right));
    return `Commands: /${allowed.join(' /')}`;
  },
};

const commands: ReadonlyMap<string, Command> = new Map(
  [help, ...peopleCommands, ...levelCommands].map((command) => [command.name, command]),
);

/** Somebody says something to all, or gives a command. */
export function say(ctx: Context, { player, text }: Say): void {
  ctx.world.require(player, Presence).activeMs = ctx.nowMs;
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return;
  if (!text.startsWith('/')) {
    ctx.emit({ kind: 'said', player, text });
    return;
  }
  const answer = runCommand(ctx, player, words[0]!.slice(1).toLowerCase(), words.slice(1));
  if (answer !== null && ctx.world.has(player, Presence)) ctx.emit({ kind: 'told', player, text: answer });
}

function runCommand(ctx: Context, player: number, name: string, words: readonly string[]): string | null {
  const command = commands.get(name);
  // Who may not use a command is not told that there is one.
  if (command === undefined || !may(rankOf(ctx, player), command.name))
    return `&cThere is no command /${name}; /help lists them`;
  const given = [`/${name}`, ...words].join(' ');
  const outcome = command.run(ctx, player, words);
  if (command.isStaff) ctx.emit({ kind: 'staff-acted', player, command: given, outcome: outcome ?? 'done' });
  return outcome;
}

/** Who speaks, as everybody reads it. */
export function speakerOf(ctx: Context, player: number): string {
  return `${['&7', '&f', '&b', '&6'][rankOf(ctx, player)] ?? '&f'}${nameOf(ctx, player)}`;
}
