import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { spawnGommog } from '@gommog/testkit';
import { enlarge } from './large-world.ts';
import { prepareData } from './measure.ts';
import { type StepTimes, startHere } from './shard-here.ts';

const CHARACTERS = 1000;
/** Saving is on for so long, then off. */
const TURN_MS = 1000;

/** Steps of a shard under bots, with saving and without. */
export interface UnderBots {
  readonly on: readonly StepTimes[];
  readonly off: readonly StepTimes[];
}

export interface BotLoad {
  readonly items: number;
  readonly bots: number;
  readonly seconds: number;
}

/**
 * Bots in a process of their own walk about a shard with many items, over sockets; saving is on and off in turns, so that both see
 * the same machine. The step that saves all that came while it was off counts for neither.
 */
export async function measureUnderBots({ bots, items, seconds }: BotLoad): Promise<UnderBots> {
  const data = await prepareData('uo', 0);
  try {
    await enlarge(data, { characters: CHARACTERS, items });
    const steps = { on: [] as StepTimes[], off: [] as StepTimes[] };
    let isCounting = false;
    let isFirst = false;
    const shard = await startHere(data, bots, (times) => {
      if (isCounting && !isFirst) steps[shard.isSaving ? 'on' : 'off'].push(times);
      isFirst = false;
    });
    const turns = setInterval(() => {
      if (!isCounting) return;
      shard.isSaving = !shard.isSaving;
      isFirst = true;
    }, TURN_MS);
    await play(shard.port, { bots, seconds }, (isPlaying) => {
      isCounting = isPlaying;
    });
    clearInterval(turns);
    await shard.stop();
    return steps;
  } finally {
    await rm(data, { recursive: true });
  }
}

async function play(
  port: number,
  { bots, seconds }: Pick<BotLoad, 'bots' | 'seconds'>,
  tell: (isPlaying: boolean) => void,
): Promise<void> {
  const options = { count: bots, scenario: 'spread', port, seconds, 'warm-up': 5 };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const swarm = spawnGommog(['bots', '--staff', ...args]);
  let last = '';
  const watch = async () => {
    for await (const line of createInterface(swarm.stderr)) {
      if (line.startsWith('playing ')) tell(true);
      else if (line.startsWith('played ')) tell(false);
    }
  };
  const read = async () => {
    for await (const line of createInterface(swarm.stdout)) last = line;
  };
  await Promise.all([watch(), read()]);
  process.stderr.write(`${last}\n`);
}
