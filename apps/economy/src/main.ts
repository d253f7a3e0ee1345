#!/usr/bin/env node
import { follow, openTopicReader, parsePlace } from '@gommog/topics';
import { Command } from 'commander';
import { audits } from './audit.ts';
import { type Alarm, Ledger } from './ledger.ts';
import { serve } from './serve.ts';

const program = new Command('gommog-economy').description(
  'The books of a shard: gold by source and sink for each hour of world time, and an alarm when the goods do not agree.',
);

program
  .command('follow')
  .description('Reads the topic of a shard, goes on reading, and answers questions over HTTP on 127.0.0.1.')
  .requiredOption('--topic <place>', 'folder of the topic, or kafka://HOST:PORT/TOPIC')
  .option('--db <file>', 'where the books are kept', 'economy.db')
  .option('--port <number>', 'for HTTP; 0: the system chooses', '8091')
  .option('--data <dir>', "the shard's data folder, to count the goods themselves now and again")
  .option('--count-every <minutes>', 'how often to count', '10')
  .action(async (options: FollowOptions) => {
    const everyMs = Number(options.countEvery) * 60_000;
    if (!(everyMs > 0)) throw new TypeError(`--count-every ${options.countEvery}: not a number of minutes`);
    const ledger = new Ledger(options.db);
    ledger.onAlarm = (alarm) => process.stderr.write(`${wordsOf(alarm)}\n`);
    const reader = await openTopicReader(parsePlace(options.topic));
    const server = await serve(ledger, Number(options.port));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    process.stdout.write(`the books are on http://127.0.0.1:${port}/flows\n`);
    const stop = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
    const { data } = options;
    const auditing = data === undefined ? null : audits(ledger, data, everyMs, stop.signal, say);
    await follow({
      reader,
      cursor: ledger.cursor,
      apply: (reading) => ledger.apply(reading),
      signal: stop.signal,
      onFailure: (error) => process.stderr.write(`the topic cannot be read: ${error.message}\n`),
    });
    await auditing;
    server.close();
    await reader.close();
    ledger.close();
  });

program
  .command('report')
  .description(
    'Prints the books: what there is, what came and went by hour and reason, and every alarm. Ends with 1 if there is one.',
  )
  .option('--db <file>', 'where the books are kept', 'economy.db')
  .option('--from-hour <hour>', 'hours of world time before are left out', '0')
  .action((options: { db: string; fromHour: string }) => {
    const ledger = new Ledger(options.db);
    const { stock } = ledger;
    const lines = [stock === null ? 'nothing was counted yet' : `${stock.gold} gold, ${stock.items} items`];
    for (const { burned, hour, minted, reason } of ledger.flows(Number(options.fromHour))) {
      lines.push(`hour ${hour}\t+${minted}\t-${burned}\t${reason}`);
    }
    const alarms = ledger.alarms();
    lines.push(...alarms.map(wordsOf));
    process.stdout.write(`${lines.join('\n')}\n`);
    process.exitCode = alarms.length === 0 ? 0 : 1;
    ledger.close();
  });

interface FollowOptions {
  readonly topic: string;
  readonly db: string;
  readonly port: string;
  readonly data?: string;
  readonly countEvery: string;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function wordsOf({ counted, expected, sequence, what }: Alarm): string {
  if (what === 'records')
    return `ALARM: the topic lacks ${counted} records before ${sequence}: the books are not whole`;
  return `ALARM: at record ${sequence} there were ${counted} ${what}, but ${expected} by the books`;
}

await program.parseAsync();
