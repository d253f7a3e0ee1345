/**
 * `npm run bench:save [-- --only bots|pause|loss|throughput] [-- --items N] [-- --bots N] [-- --seconds N]`: what saving costs the simulation, how long
 * a change waits for the disk, and how many transfers become durable in a second. See README.md beside it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readCommandLine, whole, words } from '@gommog/command-line';
import type { World } from '@gommog/core';
import { openStore, type Store } from '@gommog/store';
import { kinds } from '@gommog/uo';
import { commit, emptyWorld, Item, save } from './large-world.ts';
import { measureUnderBots } from './save-under-bots.ts';
import type { StepTimes } from './shard-here.ts';

const { values } = readCommandLine({
  name: 'npm run bench:save --',
  about: 'What saving costs.',
  options: {
    only: words(null, 'one of bots, pause, loss, throughput', 'what'),
    items: whole(1_000_000, 'how many are in the world'),
    bots: whole(500, 'how many play'),
    seconds: whole(20, 'of each run'),
  },
});

const CHARACTERS = 1000;
const { items, seconds } = values;
const firstItem = kinds.find(({ name }) => name === 'item')!.first;

const isWanted = (name: string) => values.only === null || values.only === name;
if (isWanted('bots')) await underBots(values.bots);
if (values.only !== 'bots') await withoutBots();

async function underBots(bots: number): Promise<void> {
  process.stderr.write(`making a shard with ${items} items\n`);
  const { off, on } = await measureUnderBots({ items, bots, seconds });
  const of = (steps: readonly StepTimes[], what: keyof StepTimes) => {
    const samples = steps.map((step) => step[what]);
    return [0.5, 0.99, 1].map((quantile) => at(samples, quantile)).join('/');
  };
  process.stdout.write(
    `bots: ${bots} walk about ${items} items, a step p50/p99/most: ${of(on, 'wall')} ms with saving (${on.length} steps), ` +
      `${of(off, 'wall')} ms without (${off.length}); processor time ${of(on, 'cpu')} and ${of(off, 'cpu')} ms; ` +
      `saving itself ${of(on, 'savingWall')} ms, processor time ${of(on, 'savingCpu')} ms\n`,
  );
}

async function withoutBots(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-save-'));
  try {
    process.stderr.write(`making ${items} items\n`);
    const world = emptyWorld();
    const store = await openStore({ dir, load: () => {} });
    await save(world, store, { characters: CHARACTERS, items });
    const measures = { pause, loss, throughput };
    for (const [name, measure] of Object.entries(measures)) {
      if (isWanted(name)) await measure(world, store);
    }
    await store.queue.close();
  } finally {
    await rm(dir, { recursive: true });
  }
}

/** Processor time of this thread in milliseconds: what others do to it on a busy machine is not in it. */
function threadMs(): number {
  const { system, user } = process.threadCpuUsage();
  return (system + user) / 1000;
}

/** Changes one field of so many items, another set of them each time. */
function changeItems(world: World, count: number, round: number): void {
  for (let i = 0; i < count; i++) {
    const item = world.get(
      firstItem + CHARACTERS + (((round * count + i) * 7919) % (items - CHARACTERS)),
      Item,
    )!;
    item.amount = (item.amount % 60_000) + 1;
  }
}

/** A tick every 50 ms with 1,000 changes; saving is on and off in turns of a second, so that both see the same machine. */
async function pause(world: World, store: Store): Promise<void> {
  const ticks = { on: [] as number[], off: [] as number[] };
  const work: number[] = [];
  const used: number[] = [];
  const startedAt = performance.now();
  for (let round = 0; performance.now() - startedAt < seconds * 1000; round++) {
    const isOn = Math.floor(round / 20) % 2 === 0;
    const before = performance.now();
    changeItems(world, 1000, round);
    if (isOn) {
      const changed = performance.now();
      const usedBefore = threadMs();
      commit(world, store);
      used.push(threadMs() - usedBefore);
      work.push(performance.now() - changed);
    }
    ticks[isOn ? 'on' : 'off'].push(performance.now() - before);
    // What was not saved while saving was off: outside of what is measured.
    if (!isOn) commit(world, store);
    await sleep(50);
  }
  await store.queue.drain();
  process.stdout.write(
    `pause: ${items} items, 1,000 changes in a tick: tick p50/p99 ${at(ticks.on, 0.5)}/${at(ticks.on, 0.99)} ms with saving, ` +
      `${at(ticks.off, 0.5)}/${at(ticks.off, 0.99)} ms without; saving itself p50/p99/most ${at(work, 0.5)}/${at(work, 0.99)}/${at(work, 1)} ms, ` +
      `of which the thread ran ${at(used, 0.5)}/${at(used, 0.99)}/${at(used, 1)} ms\n`,
  );
}

/** 20,000 changes a second in ticks of 20 ms: from the end of the tick to the word that it is durable. */
async function loss(world: World, store: Store): Promise<void> {
  const { queue } = store;
  const pushedAt = new Map<number, number>();
  const waits: number[] = [];
  queue.onDurable = (durable) => {
    for (const [sequence, since] of pushedAt) {
      if (sequence > durable) break;
      waits.push(performance.now() - since);
      pushedAt.delete(sequence);
    }
  };
  const startedAt = performance.now();
  for (let round = 0; performance.now() - startedAt < seconds * 1000; round++) {
    changeItems(world, 400, round);
    const since = performance.now();
    pushedAt.set(commit(world, store), since);
    await sleep(Math.max(0, startedAt + (round + 1) * 20 - performance.now()));
  }
  await queue.drain();
  queue.onDurable = null;
  process.stdout.write(
    `loss: 20,000 changes/s: durable after p50/p99/most ${at(waits, 0.5)}/${at(waits, 0.99)}/${at(waits, 1)} ms\n`,
  );
}

/** Items go from bag to bag, so many in a tick, as fast as they become durable. */
async function throughput(world: World, { queue, recovered }: Store): Promise<void> {
  for (const perTick of [1, 10, 100, 1000, 10_000]) {
    const first = queue.durableSequence;
    const startedAt = performance.now();
    let moved = 0;
    while (performance.now() - startedAt < (seconds * 1000) / 5) {
      for (let i = 0; i < perTick; i++, moved++) {
        const item = firstItem + CHARACTERS + ((moved * 104_729) % (items - CHARACTERS));
        world.contain(item, firstItem + (moved % CHARACTERS), 0, 0, 0);
      }
      commit(world, { queue, recovered });
      // As many ticks may be on their way as fit into some group commits.
      if (queue.sequence - queue.durableSequence > 64) await queue.whenDurable(queue.sequence - 32);
    }
    await queue.whenDurable(queue.sequence);
    const perSecond = (moved / (performance.now() - startedAt)) * 1000;
    const records = queue.durableSequence - first;
    process.stdout.write(
      `throughput: ${perTick} transfers in a tick: ${Math.round(perSecond)} durable transfers/s in ${records} records\n`,
    );
    await queue.drain();
  }
}

function at(samples: readonly number[], quantile: number): string {
  const sorted = [...samples].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? 0).toFixed(2);
}
