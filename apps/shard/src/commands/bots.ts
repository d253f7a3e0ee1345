import { Rng } from '@gommog/core';
import { Command } from 'commander';
import { gameNamed, games } from '../games/index.ts';
import { Refusal } from '../refusal.ts';

interface Options {
  readonly game: string;
  readonly count: string;
  readonly scenario?: string;
  readonly host: string;
  readonly port?: string;
  readonly seconds: string;
  readonly warmUp: string;
  readonly stepMs?: string;
  readonly ramp: string;
  readonly prefix: string;
  readonly staff?: boolean;
  readonly seed: string;
  readonly client?: string;
  readonly clientVersion?: string;
}

const clients = games.flatMap(({ bots, name }) =>
  Object.keys(bots.clients ?? {}).map((kind) => `${name}: ${kind}`),
);
const scenarios = games.map(({ bots, name }) => `${name}: ${bots.scenarios.join(', ')}`).join('; ');

export const botsCommand = new Command('bots')
  .description(
    'Scripted clients that log in over the real protocol and play. The last line is a JSON summary.',
  )
  .option('--game <name>', 'of which game they are', 'uo')
  .option('--count <n>', 'how many', '10')
  .option('--scenario <name>', `what they do; ${scenarios}`)
  .option('--host <address>', 'where the shard is', '127.0.0.1')
  .option('--port <n>', 'its port; default: the usual one of the game')
  .option('--seconds <n>', 'how long they play', '30')
  .option('--warm-up <n>', 'seconds that they play before it counts', '0')
  .option('--step-ms <n>', 'time between two steps of one bot; default: the usual one of the scenario')
  .option('--ramp <n>', 'logins at a time', '20')
  .option('--prefix <name>', 'beginning of the account names', 'bot')
  .option(
    '--staff',
    'their accounts are staff (account create --access): they go far by command, not on foot',
  )
  .option('--seed <n>', 'seed of their choices', '1')
  .option('--client <kind>', `another kind of client than the usual one; ${clients.join('; ')}`)
  .option('--client-version <text>', 'version they say they are')
  .action(async (options: Options) => {
    const { bots } = gameNamed(options.game);
    const scenario = options.scenario ?? bots.scenarios[0];
    if (!bots.scenarios.includes(scenario))
      throw new Refusal(`--scenario ${scenario}: one of ${bots.scenarios.join(', ')}`);
    const client = options.client ?? null;
    const port = client === null ? bots.defaultPort : bots.clients?.[client];
    if (port === undefined)
      throw new Refusal(`--client ${client}: one of ${Object.keys(bots.clients ?? {}).join(', ') || 'none'}`);
    const isStaff = options.staff ?? false;
    if (isStaff && bots.mayBeStaff !== true)
      throw new Refusal(`--staff: the game ${options.game} has no staff`);
    const rng = new Rng(Number(options.seed));
    const summary = await bots.run({
      host: options.host,
      port: options.port === undefined ? port : whole(options.port, 'port'),
      count: whole(options.count, 'count'),
      scenario,
      seconds: whole(options.seconds, 'seconds'),
      warmUpSeconds: whole(options.warmUp, 'warm-up'),
      stepMs: options.stepMs === undefined ? null : whole(options.stepMs, 'step-ms'),
      ramp: whole(options.ramp, 'ramp'),
      prefix: options.prefix,
      isStaff,
      client,
      version: options.clientVersion ?? null,
      now: () => performance.now(),
      random: () => rng.next() / 0x1_0000_0000,
      onProgress: (line) => process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${line}` : `${line}\n`),
    });
    if (process.stderr.isTTY) process.stderr.write('\n');
    process.stdout.write(`${JSON.stringify(summary)}\n`);
    if (summary.errors.length > 0 || summary.bots === 0) process.exitCode = 1;
  });

function whole(text: string, option: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Refusal(`--${option} ${text}: not a whole number`);
  return value;
}
