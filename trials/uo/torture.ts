/**
 * `npm run torture -- [--rounds 20] [--bots 100] [--seed 1]`: kills the shard with SIGKILL, at moments of
 * chance, while bots walk and shuffle their things, and starts it again on the same data. Afterwards the saved world must be
 * whole, with all the gold there was, and nobody may stand where they stood more than 100 ms before the kill. Exit code 1 when
 * anything is wrong.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Rng } from '@gommog/core';
import { runGommog, ShardProcess } from '@gommog/testkit';
import { readSavedWorld } from './saved-world.ts';
import { TortureBot } from './torture-bot.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    bots: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
  },
});
const rng = new Rng(Number(values.seed));
/** A round is killed between these, in milliseconds after all bots are in. */
const KILL_AFTER_MS = [500, 4_000] as const;
/** Logins at a time. */
const RAMP = 20;

const violations: string[] = [];
const loss = { checked: 0, ahead: 0, behindMs: 0 };
let gold = -1;

async function login(bots: readonly TortureBot[], shard: ShardProcess): Promise<void> {
  const waiting = [...bots];
  const worker = async (): Promise<void> => {
    for (let bot = waiting.pop(); bot !== undefined; bot = waiting.pop()) {
      await bot.login(shard.port('uo'));
      const place = bot.judge();
      if (place === null) continue;
      loss.checked++;
      if (place.problem !== null) violations.push(place.problem);
      if (place.behindMs < 0) loss.ahead++;
      loss.behindMs = Math.max(loss.behindMs, place.behindMs);
    }
  };
  await Promise.all(Array.from({ length: RAMP }, worker));
}

/** The world as it is on disk after a kill: whole, and with as much gold as ever. */
async function checkSaved(data: string, round: number): Promise<void> {
  const saved = await readSavedWorld(data);
  for (const problem of saved.problems.slice(0, 20)) violations.push(`round ${round}: ${problem}`);
  if (gold >= 0 && saved.gold !== gold)
    violations.push(`round ${round}: ${gold} gold has become ${saved.gold}`);
  gold = saved.gold;
}

const data = await mkdtemp(join(tmpdir(), 'gommog-torture-'));
const env = { GOMMOG_LOG_LEVEL: 'warn' };
try {
  await (await ShardProcess.start({ data, env })).stop();
  await runGommog('account', 'create', 'bot', '--count', values.bots, '--data', data);
  const bots = Array.from({ length: Number(values.bots) }, (_, i) => new TortureBot(i, rng));
  // Everybody is made and saved before the first kill, so that from then on the sum of the gold is known.
  const first = await ShardProcess.start({ data, env });
  await login(bots, first);
  await first.stop();
  await checkSaved(data, 0);
  for (const bot of bots) bot.forget();
  for (let round = 1; round <= Number(values.rounds); round++) {
    const shard = await ShardProcess.start({ data, env });
    await login(bots, shard);
    for (const bot of bots) bot.start();
    await new Promise((resolve) => setTimeout(resolve, rng.between(...KILL_AFTER_MS)));
    const killedAt = performance.now();
    await shard.kill9();
    for (const bot of bots) bot.stop(killedAt);
    await checkSaved(data, round);
    const acts = bots.reduce((sum, bot) => sum + bot.acts, 0);
    process.stderr.write(
      `round ${round}: ${acts} acts so far, ${gold} gold, ${violations.length} violations\n`,
    );
  }
  const last = await ShardProcess.start({ data, env });
  await login(bots, last);
  for (const bot of bots) bot.stop(performance.now());
  await last.stop();
} finally {
  await rm(data, { recursive: true });
}

for (const violation of violations) process.stdout.write(`VIOLATION ${violation}\n`);
process.stdout.write(
  `${values.rounds} kills under ${values.bots} bots: ${loss.checked} places looked at, the oldest ` +
    `${loss.behindMs.toFixed(0)} ms old at the kill, ${loss.ahead} ahead of what was told; ${gold} gold; ` +
    `${violations.length} violations\n`,
);
process.exitCode = violations.length === 0 ? 0 : 1;
