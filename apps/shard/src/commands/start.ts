import { Command } from 'commander';
import { gameNamed } from '../games/index.ts';
import { HostProcess } from '../host-process.ts';
import { createLogger } from '../logger.ts';
import { RecentLines } from '../operations/recent-lines.ts';
import { Refusal } from '../refusal.ts';
import { settings } from '../settings.ts';

interface Options {
  readonly game?: readonly string[];
  readonly data?: string;
  readonly host?: string;
  readonly port?: string;
  readonly uoPort?: string;
  readonly wsPort?: string;
  readonly httpPort?: string;
  readonly uoFiles?: string;
  readonly config?: string;
  readonly seed?: string;
  readonly record?: string;
}

export const startCommand = new Command('start')
  .description(
    'Runs the shard until it is told to end (SIGTERM or SIGINT). Prints a line that begins with "ready".',
  )
  .option('--game <name>', 'which game; may be given several times', collect)
  .option('--data <dir>', 'folder of everything the shard keeps')
  .option('--host <address>', 'address to listen on')
  .option('--port <n>', 'port of the game, when it is only one')
  .option('--uo-port <n>', 'port of UO clients')
  .option('--ws-port <n>', 'port of UO clients over WebSocket')
  .option('--http-port <n>', 'port of metrics and health')
  .option('--uo-files <dir>', 'your own UO client files')
  .option('--config <file>', 'YAML file')
  .option('--seed <n>', 'seed of the world that is made, and of chance')
  .option('--record <file>', 'take the run down, for `gommog replay`')
  .action(async (options: Options) => {
    const base = settings(options.config ?? null, { games: options.game });
    const config = settings(options.config ?? null, {
      games: options.game,
      data: options.data,
      seed: number(options.seed),
      'listen.host': options.host,
      'listen.httpPort': number(options.httpPort),
      'uo.files': options.uoFiles,
      'uo.wsPort': number(options.wsPort),
      'uo.port': number(options.uoPort),
      ...portOf(base.games, options.port),
    });
    const lines = new RecentLines();
    const host = await HostProcess.start({
      config,
      lines,
      log: createLogger(config, lines),
      record: options.record ?? null,
    });
    for (const line of host.announcements) process.stdout.write(`${line}\n`);
    for (const line of host.invitations()) process.stdout.write(`${line}\n`);
    process.stdout.write(`ready ${host.addresses()}\n`);
    await host.ended;
  });

function collect(name: string, before: readonly string[] = []): readonly string[] {
  return [...before, name];
}

function number(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

/** What `--port` sets. */
function portOf(games: readonly string[], port: string | undefined): Record<string, number> {
  if (port === undefined) return {};
  const [game, second] = games;
  if (game === undefined || second !== undefined)
    throw new Refusal('--port: there are several games; set the port of each in the configuration');
  return { [gameNamed(game).portSetting]: Number(port) };
}
