/**
 * `npm run bench:recovery [-- --items N] [-- --characters N] [-- --runs N]`: how long a start takes until a saved world is in memory
 * and checked. The folder is made through the path of every change; each run is a process of its own.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { openStore } from '@gommog/store';
import { emptyWorld, save } from './large-world.ts';
import { median } from './report.ts';

const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '1000000' },
    characters: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '3' },
    data: { type: 'string' },
  },
});

/** What one start took, in milliseconds. */
interface Start {
  readonly components: number;
  readonly loadMs: number;
  readonly checkMs: number;
  readonly cpuMs: number;
}

if (values.data === undefined) await measureAll();
else process.stdout.write(`${JSON.stringify(await start(values.data))}\n`);

async function start(dir: string): Promise<Start> {
  const startedAt = performance.now();
  const world = emptyWorld();
  const store = await openStore({
    dir,
    load: (serial, component, version, data) => world.load(serial, component, version, data),
  });
  const loaded = performance.now();
  const violations = world.finishLoading();
  const checked = performance.now();
  if (violations.length > 0) throw new Error(`the world is broken: ${violations[0]!.problem}`);
  const { system, user } = process.cpuUsage();
  await store.queue.close();
  return {
    components: store.recovered.components,
    loadMs: loaded - startedAt,
    checkMs: checked - loaded,
    cpuMs: (system + user) / 1000,
  };
}

async function measureAll(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-recovery-'));
  try {
    const size = { items: Number(values.items), characters: Number(values.characters) };
    process.stderr.write(`making ${size.items} items and ${size.characters} characters\n`);
    const store = await openStore({ dir, load: () => {} });
    await save(emptyWorld(), store, size);
    await store.queue.close();
    const starts: Start[] = [];
    for (let run = 0; run < Number(values.runs); run++) {
      const { stdout } = await promisify(execFile)(process.execPath, [import.meta.filename, '--data', dir]);
      starts.push(JSON.parse(stdout) as Start);
      process.stderr.write(`run ${run + 1}: ${stdout}`);
    }
    const of = (pick: (start: Start) => number) => Math.round(median(starts.map(pick)));
    process.stdout.write(
      `${of(({ components }) => components)} components: in memory after ${of(({ loadMs }) => loadMs)} ms, checked after ` +
        `${of(({ checkMs }) => checkMs)} ms more, ${of(({ cpuMs }) => cpuMs)} ms of processor time (medians of ${starts.length})\n`,
    );
  } finally {
    await rm(dir, { recursive: true });
  }
}
