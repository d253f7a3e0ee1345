/**
 * `npm run bench:recovery [-- --items N] [-- --characters N] [-- --runs N]`: how long `gommog start` takes over a large data folder
 * until it is ready. The folder is a shard's own, enlarged through the path of every change; each run starts a process. Needs
 * Linux, for processor time and memory. See README.md beside it.
 */
import { rm } from 'node:fs/promises';
import { readCommandLine, whole } from '@gommog/command-line';
import { ShardProcess } from '@gommog/testkit';
import { enlarge } from './large-world.ts';
import { prepareData } from './measure.ts';
import { median } from './report.ts';

const { values } = readCommandLine({
  name: 'npm run bench:recovery --',
  about: 'How long a start takes over a large data folder.',
  options: {
    items: whole(1_000_000, 'how many are in it'),
    characters: whole(10_000, 'how many are in it'),
    runs: whole(5, 'how many starts'),
  },
});

/** What one start took; the parts are as the shard logs them, in milliseconds. */
interface Start {
  readonly components: number;
  readonly readyMs: number;
  readonly cpuMs: number;
  readonly residentMib: number;
  /** Until the program is read; land and content; log, image and all components; the check. */
  readonly beganMs: number;
  readonly landMs: number;
  readonly worldMs: number;
  readonly checkMs: number;
  readonly restMs: number;
}

const MIB = 1024 * 1024;

async function start(data: string): Promise<Start> {
  let parts: Partial<Start> = {};
  const startedAt = performance.now();
  const shard = await ShardProcess.start({
    data,
    game: 'uo',
    onLog: (line) => {
      if (line.includes('"world-opened"')) parts = JSON.parse(line) as Partial<Start>;
    },
  });
  const readyMs = performance.now() - startedAt;
  const cpuMs = shard.cpuSeconds() * 1000;
  const residentMib = shard.anonymousBytes() / MIB;
  await shard.stop();
  const { beganMs = 0, checkMs = 0, components = 0, landMs = 0, worldMs = 0 } = parts;
  const restMs = readyMs - beganMs - landMs - worldMs - checkMs;
  return { components, readyMs, cpuMs, residentMib, beganMs, landMs, worldMs, checkMs, restMs };
}

async function medianOf(data: string, runs: number): Promise<Start> {
  const starts: Start[] = [];
  for (let run = 0; run < runs; run++) {
    starts.push(await start(data));
    process.stderr.write(`run ${run + 1}: ${JSON.stringify(starts.at(-1))}\n`);
  }
  const names = Object.keys(starts[0]!) as (keyof Start)[];
  const middle = names.map((name) => [name, Math.round(median(starts.map((each) => each[name])))]);
  return Object.fromEntries(middle) as Start;
}

function told(start: Start): string {
  const { beganMs, checkMs, components, cpuMs, landMs, readyMs, residentMib, restMs, worldMs } = start;
  return (
    `${components} components: ready after ${readyMs} ms, ${cpuMs} ms of processor time, ${residentMib} MiB: ` +
    `program ${beganMs}, land and content ${landMs}, log and image ${worldMs}, check ${checkMs}, the rest ${restMs} ms`
  );
}

const runs = values.runs;
process.stderr.write('making a world\n');
const data = await prepareData('uo', 0);
try {
  const small = await medianOf(data, runs);
  const size = { items: values.items, characters: values.characters };
  process.stderr.write(`making ${size.items} items and ${size.characters} characters\n`);
  await enlarge(data, size);
  const large = await medianOf(data, runs);
  process.stdout.write(`medians of ${runs}\nnew world: ${told(small)}\nlarge world: ${told(large)}\n`);
  const each = ((large.residentMib - small.residentMib) * MIB) / size.items;
  process.stdout.write(
    `resident, with all else that the large world has: ${Math.round(each)} bytes an item\n`,
  );
} finally {
  await rm(data, { recursive: true });
}
