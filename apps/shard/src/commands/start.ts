import { Command } from 'commander';
import { AuditLog } from '../audit-log.ts';
import { createLogger } from '../logger.ts';
import { createAuditedOperator } from '../operator.ts';
import { Running } from '../running.ts';
import { settings } from '../settings.ts';
import { openShard } from '../shard.ts';

interface Options {
  readonly data?: string;
  readonly host?: string;
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
  .option('--data <dir>', 'folder of everything the shard keeps')
  .option('--host <address>', 'address to listen on')
  .option('--uo-port <n>', 'port of UO clients')
  .option('--ws-port <n>', 'port of UO clients over WebSocket')
  .option('--http-port <n>', 'port of metrics and health')
  .option('--uo-files <dir>', 'your own client files')
  .option('--config <file>', 'YAML file')
  .option('--seed <n>', 'seed of the world that is made, and of chance')
  .option('--record <file>', 'take the run down, for `gommog replay`')
  .action(async (options: Options) => {
    const number = (text: string | undefined): number | undefined =>
      text === undefined ? undefined : Number(text);
    const config = settings(options.config ?? null, {
      data: options.data,
      uoFiles: options.uoFiles,
      seed: number(options.seed),
      'listen.host': options.host,
      'listen.uoPort': number(options.uoPort),
      'listen.wsPort': number(options.wsPort),
      'listen.httpPort': number(options.httpPort),
    });
    const log = createLogger(config);
    const operator = createAuditedOperator(log);
    const shard = await openShard({ config, log, onOperatorEvent: operator.onEvent });
    const audit = new AuditLog(config.data, (error) => log.error({ error: error.message }, 'audit log'));
    const running = await Running.start({ config, log, shard, record: options.record ?? null });
    operator.attach(audit, (inSeconds) => running.stopIn(inSeconds));
    if (shard.firstPassword !== null) {
      process.stdout.write(
        `administrator: account "admin", password "${shard.firstPassword}" (shown this once)\n`,
      );
    }
    process.stdout.write(`ready ${running.addresses()}\n`);
    await running.ended;
    await audit.close();
  });
