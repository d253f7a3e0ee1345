/**
 * `npm run bench:memory [-- --runs N]`: bytes for each plain item that lies in a bag or on the ground, at 100,000 and at 1,000,000, and
 * for each NPC that stands about with a bag and something in it. Each count is a process of its own that reads a saved world as a
 * start does, less one of a world that is nearly empty: what is alive after garbage collection (heap and columns), and resident
 * memory. Needs Linux.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readCommandLine, whole, words } from '@gommog/command-line';
import { openStore } from '@gommog/store';
import { emptyWorld, type LargeWorldSize, save } from './large-world.ts';
import { median } from './report.ts';

const BAGS = 1000;
const NONE: LargeWorldSize = { characters: BAGS, items: BAGS };

const { values } = readCommandLine({
  name: 'npm run bench:memory --',
  about: 'Bytes for each item and NPC of a saved world.',
  options: {
    runs: whole(3, 'counts of each world'),
    data: words(null, 'only counts the world of this folder, once, and prints that as JSON', 'folder'),
  },
});

if (values.data === null) await measureAll(values.runs);
else process.stdout.write(JSON.stringify(await memoryOver(values.data)));

interface Memory {
  readonly live: number;
  /** Right after the start, and when the garbage is collected. */
  readonly atStart: number;
  readonly resident: number;
}

/** Resident memory without what is only mapped, such as the image. */
function anonymousBytes(): number {
  const status = readFileSync('/proc/self/status', 'utf8');
  const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024;
  return of('RssAnon') + of('RssShmem');
}

async function memoryOver(dir: string): Promise<Memory> {
  const world = emptyWorld();
  const store = await openStore({
    dir,
    load: (serial, component, version, data) => world.load(serial, component, version, data),
  });
  if (world.finishLoading().length > 0) throw new Error('the world is broken');
  const atStart = anonymousBytes();
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let i = 0; i < 3; i++) collect();
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  const resident = anonymousBytes();
  await store.queue.close();
  if (world.nowMs < 0) throw new Error('the world has to live until here');
  return { live: heapUsed + arrayBuffers, atStart, resident };
}

async function measured(size: LargeWorldSize, runs: number): Promise<Memory> {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-memory-'));
  try {
    const store = await openStore({ dir, load: () => {} });
    await save(emptyWorld(), store, size);
    await store.queue.close();
    const found: Memory[] = [];
    for (let run = 0; run < runs; run++) {
      const args = [import.meta.filename, '--data', dir];
      const { stdout } = await promisify(execFile)(process.execPath, args);
      found.push(JSON.parse(stdout) as Memory);
    }
    const of = (pick: (memory: Memory) => number) => median(found.map(pick));
    return { live: of(({ live }) => live), atStart: of((m) => m.atStart), resident: of((m) => m.resident) };
  } finally {
    await rm(dir, { recursive: true });
  }
}

async function measureAll(runs: number): Promise<void> {
  const none = await measured(NONE, runs);
  const tell = async (what: string, count: number, size: LargeWorldSize) => {
    const { atStart, live, resident } = await measured(size, runs);
    const each = (bytes: number) => (bytes / count).toFixed(0);
    process.stdout.write(
      `${count} ${what}: ${each(live - none.live)} bytes each alive, ${each(resident - none.resident)} resident, ` +
        `${each(atStart - none.atStart)} before the first garbage collection (medians of ${runs})\n`,
    );
  };
  for (const items of [100_000, 1_000_000]) {
    await tell('plain items', items - BAGS, { characters: BAGS, items });
  }
  // Each with a bag, and one thing in it.
  for (const npcs of [10_000, 50_000]) {
    await tell('NPCs, each with two items,', npcs, { characters: BAGS, items: BAGS + 2 * npcs, npcs });
  }
}
