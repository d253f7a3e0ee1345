import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ShardProcess, spawnGommog } from '@gommog/testkit';
import { type Counts, type GameName, games } from './games.ts';

/** A load to measure: what the bots do, and how many they are. None: the shard by itself. */
export interface Load {
  readonly name: string;
  readonly game: GameName;
  readonly scenario: string;
  readonly bots: number;
}

export interface Lengths {
  /** Seconds that count, and seconds of play before them. */
  readonly seconds: number;
  readonly warmUp: number;
}

/** One run, all of it about the seconds that count. */
export interface Measurement extends Counts {
  readonly cpuSeconds: number;
  readonly rssMib: number;
  readonly bots: number;
  readonly errors: readonly string[];
}

/** What the bots of any game say at the end. */
interface BotSummary {
  readonly bots: number;
  readonly errors: readonly string[];
}

const MIB = 1024 * 1024;

/** A data folder of a game with a made world and what `bots` bots need, to be copied for each run. */
export async function prepareData(game: GameName, bots: number): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-bench-'));
  const shard = await ShardProcess.start({ data: dir, game, env: { GOMMOG_LOG_LEVEL: 'warn' } });
  await shard.stop();
  if (bots > 0) await games[game].prepare(dir, bots);
  return dir;
}

/** One run on a fresh copy of `prepared`. The bots are a process of their own, so the shard's time is only the shard's. */
export async function measure(prepared: string, load: Load, lengths: Lengths): Promise<Measurement> {
  const data = `${prepared}-run`;
  await cp(prepared, data, { recursive: true });
  try {
    const shard = await ShardProcess.start({ data, game: load.game, env: { GOMMOG_LOG_LEVEL: 'warn' } });
    try {
      return load.bots === 0 ? await alone(shard, lengths) : await withBots(shard, load, lengths);
    } finally {
      await shard.stop();
    }
  } finally {
    await rm(data, { recursive: true });
  }
}

async function alone(shard: ShardProcess, { seconds, warmUp }: Lengths): Promise<Measurement> {
  await sleep(warmUp);
  const before = shard.cpuSeconds();
  await sleep(seconds);
  const cpuSeconds = shard.cpuSeconds() - before;
  const ackMs = { p50: 0, p95: 0, p99: 0 };
  return {
    cpuSeconds,
    rssMib: shard.rssBytes() / MIB,
    bots: 0,
    steps: 0,
    denied: 0,
    moves: 0,
    ackMs,
    errors: [],
  };
}

async function withBots(shard: ShardProcess, load: Load, lengths: Lengths): Promise<Measurement> {
  const options = {
    game: load.game,
    count: load.bots,
    scenario: load.scenario,
    port: shard.port(load.game),
    seconds: lengths.seconds,
    'warm-up': lengths.warmUp,
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const bots = spawnGommog(['bots', ...args, ...games[load.game].botOptions]);
  let startedAt = 0;
  let cpuSeconds: number | null = null;
  let rssMib = 0;
  const watch = async (): Promise<void> => {
    for await (const line of createInterface(bots.stderr)) {
      // The bots say when their counting begins and when it ends.
      if (line.startsWith('playing ')) startedAt = shard.cpuSeconds();
      else if (line.startsWith('played ')) {
        cpuSeconds = shard.cpuSeconds() - startedAt;
        rssMib = shard.rssBytes() / MIB;
      }
    }
  };
  let last = '';
  const read = async (): Promise<void> => {
    for await (const line of createInterface(bots.stdout)) last = line;
  };
  await Promise.all([watch(), read()]);
  if (cpuSeconds === null || !last.startsWith('{'))
    throw new Error(`the bots of ${load.name} ended without a summary`);
  const summary = JSON.parse(last) as BotSummary;
  return {
    cpuSeconds,
    rssMib,
    ...games[load.game].counts(summary),
    bots: summary.bots,
    errors: summary.errors,
  };
}

function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
