/**
 * `npm run bench [-- --quick] [-- --only NAME] [-- --runs N]`: what the shard costs under load. See README.md beside it.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { flag, readCommandLine, refuse, whole, words } from '@gommog/command-line';
import { Floor } from './floor.ts';
import type { GameName } from './games.ts';
import { type Load, type Measurement, measure, prepareData } from './measure.ts';
import { type Result, summarise, table } from './report.ts';

const loads: readonly Load[] = [
  { name: 'empty', game: 'uo', scenario: 'idle', bots: 0 },
  { name: 'crowd 100', game: 'uo', scenario: 'crowd', bots: 100 },
  { name: 'crowd 400', game: 'uo', scenario: 'crowd', bots: 400 },
  { name: 'spread 1000', game: 'uo', scenario: 'spread', bots: 1000 },
  { name: 'spread 2000', game: 'uo', scenario: 'spread', bots: 2000 },
  { name: 'idle 1000', game: 'uo', scenario: 'idle', bots: 1000 },
  { name: 'classic 127', game: 'classic', scenario: 'walk', bots: 127 },
];

const { values } = readCommandLine({
  name: 'npm run bench --',
  about: 'What the shard costs under load.',
  options: {
    quick: flag('one short run of each load'),
    only: words('', 'only loads whose name contains this', 'name'),
    runs: whole(null, 'runs of each load; without it 3, or 1 when it has to be quick'),
  },
});
const lengths = values.quick ? { seconds: 8, warmUp: 4 } : { seconds: 30, warmUp: 10 };
const runs = values.runs ?? (values.quick ? 1 : 3);
const wanted = loads.filter(({ name }) => name.includes(values.only));
if (wanted.length === 0) refuse(`--only ${values.only}: one of ${loads.map(({ name }) => name).join(', ')}`);

/** The floor is even: it needs less time than a run. */
const FLOOR_SECONDS = values.quick ? 3 : 10;

process.stderr.write('making worlds and accounts\n');
const prepared = new Map<GameName, string>();
for (const game of new Set(wanted.map((load) => load.game))) {
  const loads = wanted.filter((load) => load.game === game);
  prepared.set(game, await prepareData(game, Math.max(...loads.map(({ bots }) => bots))));
}
const floor = await Floor.build();
const results: Result[] = [];
try {
  for (const load of wanted) {
    const measured: Measurement[] = [];
    for (let i = 0; i < runs; i++) {
      process.stderr.write(`${load.name}, run ${i + 1} of ${runs}\n`);
      measured.push(await measure(prepared.get(load.game)!, load, lengths));
    }
    const summary = summarise(load.name, lengths.seconds, measured);
    const perSecond = summary.moves / lengths.seconds;
    const floorMicroseconds =
      floor === null || load.scenario !== 'crowd'
        ? null
        : await floor.microsecondsPerMove(summary.bots, perSecond, FLOOR_SECONDS);
    results.push({ ...summary, floorMicroseconds });
    for (const error of measured.flatMap(({ errors }) => errors)) process.stderr.write(`  ${error}\n`);
  }
} finally {
  await floor?.remove();
  for (const folder of prepared.values()) await rm(folder, { recursive: true });
}

const machine = {
  cpu: cpus()[0]?.model ?? '?',
  cores: cpus().length,
  memoryMib: Math.round(totalmem() / 2 ** 20),
  node: process.version,
};
const at = new Date().toISOString();
const dir = join(import.meta.dirname, 'results');
await mkdir(dir, { recursive: true });
const file = join(dir, `${at.replaceAll(':', '-')}.json`);
await writeFile(file, `${JSON.stringify({ at, machine, lengths, runs, results }, null, 2)}\n`);
process.stdout.write(
  `${machine.cores} x ${machine.cpu}, Node ${machine.node}, ${runs} x ${lengths.seconds} s, medians\n\n`,
);
process.stdout.write(table(results));
process.stderr.write(`written to ${file}\n`);
