#!/usr/bin/env node
import { follow, openTopicReader, parsePlace } from '@gommog/topics';
import { Command } from 'commander';
import { Chronicle, type Query } from './chronicle.ts';
import { serve } from './serve.ts';

const program = new Command('gommog-chronicle').description(
  'What happened to things and people of a shard: who had this item, what did this character do.',
);

program
  .command('follow')
  .description('Reads the topic of a shard, goes on reading, and answers questions over HTTP on 127.0.0.1.')
  .requiredOption('--topic <place>', 'folder of the topic, or kafka://HOST:PORT/TOPIC')
  .option('--db <file>', 'where the chronicle is kept', 'chronicle.db')
  .option('--port <number>', 'for HTTP; 0: the system chooses', '8090')
  .action(async (options: { topic: string; db: string; port: string }) => {
    const chronicle = new Chronicle(options.db);
    const reader = await openTopicReader(parsePlace(options.topic));
    const server = await serve(chronicle, Number(options.port));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    process.stdout.write(`the chronicle answers on http://127.0.0.1:${port}/events\n`);
    const stop = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
    await follow({
      reader,
      cursor: chronicle.cursor,
      apply: (reading) => chronicle.apply(reading),
      signal: stop.signal,
      onFailure: (error) => process.stderr.write(`the topic cannot be read: ${error.message}\n`),
    });
    server.close();
    await reader.close();
    chronicle.close();
  });

program
  .command('show')
  .description('Shows the newest events that mention a serial, or a person of that name, one JSON a line.')
  .argument('<what>', 'a serial (0x… or decimal) of an item, a character or an account; or a name')
  .option('--db <file>', 'where the chronicle is kept', 'chronicle.db')
  .option('--kind <kind>', 'only events of this kind')
  .option('--limit <count>', 'how many at most', '1000')
  .action((what: string, options: { db: string; kind?: string; limit: string }) => {
    const chronicle = new Chronicle(options.db);
    const number = Number(what);
    const serials = Number.isSafeInteger(number)
      ? [number]
      : chronicle.people(what).map(({ character }) => character);
    if (serials.length === 0) process.stderr.write(`nobody called '${what}' has logged in\n`);
    for (const serial of serials) {
      const query: Query = {
        serial,
        limit: Number(options.limit),
        ...(options.kind === undefined ? {} : { kind: options.kind }),
      };
      for (const { body, kind, sequence, tick, timeMs } of chronicle.find(query)) {
        process.stdout.write(`${JSON.stringify({ timeMs, kind, ...body, sequence, tick })}\n`);
      }
    }
    chronicle.close();
  });

await program.parseAsync();
