/**
 * `npm run fuzz -- [--seconds 600] [--attackers 8] [--seed 1]`: a real shard under attackers that send
 * senseless, damaged, cut and far too many packets at every phase of a connection, while an honest bot walks. The shard must
 * live, log no fault, not grow; the honest bot must be answered at once and keep what it has. Exit code 1 when not.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCommandLine, whole, words } from '@gommog/command-line';
import { connectTcp } from '@gommog/net';
import { ShardProcess } from '@gommog/testkit';
import { attack, attackPhases, HostilePackets, ScriptedClient } from '@gommog/uo/bots';
import { belongingsOf, openSavedWorld } from './saved-world.ts';

const { values } = readCommandLine({
  name: 'npm run fuzz --',
  about: 'A real shard under attackers, while an honest bot walks.',
  options: {
    game: words('uo', 'of which game', 'name'),
    seconds: whole(600, 'how long'),
    attackers: whole(8, 'how many at a time'),
    seed: whole(1, 'of chance'),
  },
});
const HONEST = 'honest';
const NAME = 'Honest Abe';
/** An answer to the honest bot that takes longer is a disturbance, in milliseconds. */
const ANSWER_MS = 1_000;
const STEP_MS = 400;
/** Memory may grow by so much after the first fifth of the time, in MiB. */
const GROWTH_MIB = 96;
/** Accounts that attackers share: they find what others did to them. */
const FOES = 40;
const MIB = 1024 * 1024;

const problems: string[] = [];
const bursts = { nothing: 0, seed: 0, login: 0, characters: 0, world: 0 };
const now = (): number => performance.now();
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const pause = (): Promise<void> => sleep(2);

function honestClient(port: number): ScriptedClient {
  return new ScriptedClient({
    connect: connectTcp,
    host: '127.0.0.1',
    port,
    account: HONEST,
    password: HONEST,
    now,
  });
}

async function attackUntil(endAt: number, port: number, first: number, stride: number): Promise<void> {
  for (let i = first; now() < endAt && problems.length === 0; i += stride) {
    const phase = attackPhases[i % attackPhases.length]!;
    const account = `foe${i % FOES}`;
    const packets = new HostilePackets(values.seed * 1_000_003 + i);
    const target = { connect: connectTcp, host: '127.0.0.1', port, account, password: account };
    bursts[phase] += await attack({ ...target, phase, packets, bursts: 200, now, pause });
  }
}

/** Walks to and fro and measures the answers. Returns the slowest, in milliseconds. */
async function walkUntil(endAt: number, honest: ScriptedClient): Promise<number> {
  let slowest = 0;
  let direction = 2;
  let steps = 0;
  while (now() < endAt && problems.length === 0) {
    const { accepted, denied } = honest.count;
    const sentAt = now();
    honest.walk(direction);
    while (honest.count.accepted === accepted && honest.count.denied === denied && now() < sentAt + ANSWER_MS)
      await sleep(5);
    const took = now() - sentAt;
    slowest = Math.max(slowest, took);
    if (honest.closed !== null) problems.push(`the honest bot was sent away: ${honest.closed}`);
    else if (took >= ANSWER_MS) problems.push(`a step was not answered within ${ANSWER_MS} ms`);
    if (honest.count.denied !== denied || ++steps % 5 === 0) direction = (direction + 4) % 8;
    await sleep(Math.max(0, STEP_MS - took));
  }
  if (honest.count.errors > 0) problems.push(`${honest.count.errors} answers out of order`);
  return slowest;
}

/** Looks at the memory after a fifth of the time and at the end. */
async function watchMemory(endAt: number, shard: ShardProcess): Promise<{ first: number; last: number }> {
  await sleep((endAt - now()) / 5);
  const first = shard.rssBytes() / MIB;
  let last = first;
  while (now() < endAt && problems.length === 0) {
    await sleep(Math.max(0, Math.min(10_000, endAt - now())));
    if (!shard.isRunning) problems.push(`the shard ended:\n${shard.log}`);
    else last = shard.rssBytes() / MIB;
    const left = Math.max(0, endAt - now()) / 1000;
    process.stderr.write(`${left.toFixed(0)} s left, ${last.toFixed(0)} MiB, ${JSON.stringify(bursts)}\n`);
  }
  if (last > first + GROWTH_MIB)
    problems.push(`memory grew from ${first.toFixed(0)} to ${last.toFixed(0)} MiB`);
  return { first, last };
}

const data = await mkdtemp(join(tmpdir(), 'gommog-fuzz-'));
// Every fault of a rule is an error line in the log; what attackers are refused for is not.
const env = { GOMMOG_LOG_LEVEL: 'info' };
try {
  const before = await ShardProcess.start({ data, env });
  const newcomer = honestClient(before.port('uo'));
  await newcomer.login(0, { name: NAME });
  newcomer.logout();
  await sleep(200);
  await before.stop();
  const had = belongingsOf((await openSavedWorld(data)).world, NAME);

  const shard = await ShardProcess.start({
    data,
    env,
    onLog: (line) => line.includes('rule-fault') && problems.push(line),
  });
  const honest = honestClient(shard.port('uo'));
  await honest.login();
  const endAt = now() + values.seconds * 1000;
  const count = values.attackers;
  const attackers = Array.from({ length: count }, (_, i) => attackUntil(endAt, shard.port('uo'), i, count));
  const [slowest, memory] = await Promise.all([
    walkUntil(endAt, honest),
    watchMemory(endAt, shard),
    ...attackers,
  ]);
  honest.close();
  await shard.stop();

  const saved = await openSavedWorld(data);
  problems.push(...saved.problems.slice(0, 20));
  const has = belongingsOf(saved.world, NAME);
  if (has !== had) problems.push(`the honest bot had ${had} and has ${has}`);
  process.stdout.write(
    `${values.seconds} s, bursts ${JSON.stringify(bursts)}; ${honest.count.accepted} honest steps, the slowest answered ` +
      `in ${slowest.toFixed(0)} ms; memory ${memory.first.toFixed(0)} to ${memory.last.toFixed(0)} MiB; ` +
      `${problems.length} problems\n`,
  );
} finally {
  await rm(data, { recursive: true });
}
for (const problem of problems) process.stdout.write(`PROBLEM ${problem}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
