/**
 * `npm run bench:memory`: bytes for each plain item that lies in a bag or on the ground, at 100,000 and at 1,000,000. Each count is
 * a process of its own, less one without items: what is alive after garbage collection (heap and columns), and resident memory.
 */
import { execFile } from 'node:child_process';
import { parseArgs, promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { emptyWorld, fill } from './large-world.ts';
import { median } from './report.ts';

const BAGS = 1000;

const { values } = parseArgs({
  options: { items: { type: 'string' }, runs: { type: 'string', default: '3' } },
});

if (values.items === undefined) await measureAll(Number(values.runs));
else process.stdout.write(JSON.stringify(memoryWith(Number(values.items))));

interface Memory {
  readonly live: number;
  readonly resident: number;
}

function memoryWith(items: number): Memory {
  const world = emptyWorld();
  for (const _ of fill(world, { characters: BAGS, items })) {
    // As the loop does: what was saved is not dirty any more.
    world.takeCommit(1, 1, 1);
  }
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let i = 0; i < 3; i++) collect();
  const { arrayBuffers, heapUsed, rss } = process.memoryUsage();
  if (world.nowMs < 0) throw new Error('the world has to live until here');
  return { live: heapUsed + arrayBuffers, resident: rss };
}

async function measureAll(runs: number): Promise<void> {
  const measured = async (items: number): Promise<Memory> => {
    const found: Memory[] = [];
    for (let run = 0; run < runs; run++) {
      const args = [import.meta.filename, '--items', String(items)];
      const { stdout } = await promisify(execFile)(process.execPath, args);
      found.push(JSON.parse(stdout) as Memory);
    }
    return {
      live: median(found.map(({ live }) => live)),
      resident: median(found.map((each) => each.resident)),
    };
  };
  const none = await measured(BAGS);
  for (const items of [100_000, 1_000_000]) {
    const { live, resident } = await measured(items);
    const each = (bytes: number) => (bytes / (items - BAGS)).toFixed(0);
    process.stdout.write(
      `${items} items: ${each(live - none.live)} bytes each alive, ${each(resident - none.resident)} resident (medians of ${runs})\n`,
    );
  }
}
