/**
 * `npm run sim -- --seed N [--seed M …] [--ticks 2000] [--players 30]`: a whole shard in memory with players who do what
 * chance tells them. What must hold is looked at all along; each seed runs twice and must end in the same state. Exit code 1
 * when anything is wrong.
 */
import { parseArgs } from 'node:util';
import { simulate } from './simulate.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', multiple: true, default: ['1'] },
    ticks: { type: 'string', default: '2000' },
    players: { type: 'string', default: '30' },
  },
});

for (const text of values.seed) {
  const options = { seed: Number(text), ticks: Number(values.ticks), players: Number(values.players) };
  const startedAt = performance.now();
  const first = await simulate(options);
  const second = await simulate(options);
  const problems = [...first.problems];
  if (second.hash !== first.hash) problems.push(`the second run ended in ${second.hash}`);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`seed ${text}: hash ${first.hash}, ${first.summary}, ${seconds} s\n`);
  for (const problem of problems.slice(0, 20)) process.stdout.write(`seed ${text}: PROBLEM ${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
}
