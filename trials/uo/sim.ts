/**
 * `npm run sim -- --seed N [--seed M …] [--ticks 2000] [--players 30]`: a whole shard in memory with players who do what
 * chance tells them. What must hold is looked at all along; each seed runs twice and must end in the same state. Exit code 1
 * when anything is wrong.
 */
import { list, readCommandLine, whole, words } from '@gommog/command-line';
import { simulate } from './simulate.ts';

const { values } = readCommandLine({
  name: 'npm run sim --',
  about: 'A whole shard in memory with players who do what chance tells them, twice for each seed.',
  options: {
    game: words('uo', 'of which game', 'name'),
    seed: list([1], 'of chance; may be given several times'),
    ticks: whole(2_000, 'how long each run is'),
    players: whole(30, 'how many there are'),
  },
});

for (const seed of values.seed) {
  const options = { seed, ticks: values.ticks, players: values.players };
  const startedAt = performance.now();
  const first = await simulate(options);
  const second = await simulate(options);
  const problems = [...first.problems];
  if (second.hash !== first.hash) problems.push(`the second run ended in ${second.hash}`);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`seed ${seed}: hash ${first.hash}, ${first.summary}, ${seconds} s\n`);
  for (const problem of problems.slice(0, 20)) process.stdout.write(`seed ${seed}: PROBLEM ${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
}
