/**
 * `npm run torture -- [--rounds 20] [--bots 100] [--seed 1] [--faults kill,power,…] [--stop-ms 3000] [--plant split]`: real
 * shards that are killed and whose disks fail, while bots walk, shuffle their things, trade them and delete characters.
 * A kill comes at any moment, also while the shard starts and while people log in, or at a named point on the way of a record.
 * After each the saved world must be whole, with all that there was, and every promise that was told must be kept. With a
 * plant, a bug in the store, it has to fail: that is what the plants are for. Exit code 1 when anything is wrong.
 *
 * It says how it goes round by round, and sums up at its end, also when SIGINT or SIGTERM ends it earlier. Data folders of rounds
 * that failed are kept for a look, and named.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { faultNames, fileStore, plants } from './torture-faults.ts';
import { Torture } from './torture-run.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    bots: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    faults: { type: 'string' },
    'stop-ms': { type: 'string', default: '3000' },
    plant: { type: 'string' },
  },
});
const faults = values.faults?.split(',') ?? null;
const wrong = faults?.filter((name) => !faultNames.includes(name)) ?? [];
if (wrong.length > 0) {
  process.stderr.write(`no fault is called ${wrong.join(', ')}: there are ${faultNames.join(', ')}\n`);
  process.exit(2);
}
if (values.plant !== undefined && plants[values.plant] === undefined) {
  process.stderr.write(`no plant is called ${values.plant}: there are ${Object.keys(plants).join(', ')}\n`);
  process.exit(2);
}

const folder = await mkdtemp(join(tmpdir(), 'gommog-torture-'));
const data = join(folder, 'data');
try {
  const torture = new Torture({
    store: (rng) => fileStore(data, rng, Number(values['stop-ms'])),
    rounds: Number(values.rounds),
    bots: Number(values.bots),
    seed: Number(values.seed),
    faults,
    plant: values.plant === undefined ? null : plants[values.plant]!,
    keep: join(tmpdir(), `gommog-torture-failed-${process.pid}`),
    progress: (line) => process.stderr.write(`${line}\n`),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => torture.cutOff());
  await torture.run();
  process.stdout.write(`${torture.summary()}\n`);
  process.exitCode = torture.violations.length === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true });
}
