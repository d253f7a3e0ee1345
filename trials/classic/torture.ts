/**
 * `npm run torture -- --game classic [--rounds 20] [--bots 60] [--seed 1]`: kills the shard with SIGKILL, at moments of chance,
 * while bots build, and reads what it saved. Each block must be what its builder was told 100 ms before the kill, or something
 * newer. Then the shard starts again on the same data. Exit code 1 when anything is wrong.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blockAt, components, kinds, Level } from '@gommog/classic';
import { readCommandLine, whole, words } from '@gommog/command-line';
import { Rng } from '@gommog/core';
import { readSavedWorld, ShardProcess } from '@gommog/testkit';
import { Builder } from './builder.ts';

const { values } = readCommandLine({
  name: 'npm run torture --',
  about: 'Kills the shard of Classic while bots build, and reads what it saved.',
  options: {
    game: words('classic', 'of which game', 'name'),
    rounds: whole(20, 'how many kills'),
    bots: whole(60, 'how many build'),
    seed: whole(1, 'of chance'),
  },
});
const rng = new Rng(values.seed);
/** A round is killed between these, in milliseconds after all bots are in. */
const KILL_AFTER_MS = [500, 4_000] as const;
const { rounds } = values;
const builders = Array.from({ length: values.bots }, (_, i) => new Builder(i, rng));

const violations: string[] = [];
let looked = 0;

/** The world as it is on disk after a kill: whole, and with every block that was promised. */
async function checkSaved(data: string, round: number): Promise<void> {
  const { problems, world } = await readSavedWorld(data, { kinds, components });
  for (const problem of problems.slice(0, 20)) violations.push(`round ${round}: ${problem}`);
  const levels: Level[] = [];
  world.each(Level, (_, level) => levels.push(level));
  for (const builder of builders) {
    const judgement = builder.judge((cell) => blockAt(world, levels[0]!, ...cell));
    looked += judgement.looked;
    for (const problem of judgement.problems) violations.push(`round ${round}: ${problem}`);
  }
}

const data = await mkdtemp(join(tmpdir(), 'gommog-torture-'));
const env = { GOMMOG_LOG_LEVEL: 'warn' };
let spawn = { x: 0, y: 0, z: 0 };
try {
  for (let round = 1; round <= rounds; round++) {
    const shard = await ShardProcess.start({ data, env, game: 'classic' });
    for (const builder of builders) await builder.login(shard.port('classic'));
    if (round === 1) spawn = { ...builders[0]!.pose };
    for (const builder of builders) builder.start(spawn);
    await new Promise((resolve) => setTimeout(resolve, rng.between(...KILL_AFTER_MS)));
    const killedAt = performance.now();
    await shard.kill9();
    for (const builder of builders) builder.stop(killedAt);
    await checkSaved(data, round);
    const acts = builders.reduce((sum, builder) => sum + builder.acts, 0);
    process.stderr.write(`round ${round}: ${acts} acts so far, ${violations.length} violations\n`);
  }
  await (await ShardProcess.start({ data, env, game: 'classic' })).stop();
} finally {
  await rm(data, { recursive: true });
}

for (const violation of violations) process.stdout.write(`VIOLATION ${violation}\n`);
process.stdout.write(
  `${rounds} kills under ${builders.length} builders: ${looked} blocks looked at; ${violations.length} violations\n`,
);
process.exitCode = violations.length === 0 ? 0 : 1;
