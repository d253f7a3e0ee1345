/**
 * `npm run torture -- [--rounds 20] [--bots 100] [--seed 1] [--faults kill,power,…] [--stop-ms 3000] [--plant split]
 * [--images redis,mongodb]`: real shards that are killed and whose disks fail, while bots walk, shuffle their things, trade them
 * and delete characters. A kill comes at any moment, also while the shard starts and while people log in, or at a named point on
 * the way of a record. After each the saved world must be whole, with all that there was, and every promise that was told must be
 * kept. With a plant, a bug in the store, it has to fail: that is what the plants are for. Exit code 1 when anything is wrong.
 *
 * With `--images` the log is in Kafka and the images are in those servers (or in lmdb): they are started here, as `npm run services`
 * does, and killed and stopped as well.
 *
 * It says how it goes round by round, and sums up at its end, also when SIGINT or SIGTERM ends it earlier. Data folders of rounds
 * that failed are kept for a look, and named. docs/contributors/torture.md tells more.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCommandLine, refuse, whole, words } from '@gommog/command-line';
import { fileStore, plants } from './torture-faults.ts';
import { imageNames, remoteStore } from './torture-remote.ts';
import { Torture } from './torture-run.ts';

const { values } = readCommandLine({
  name: 'npm run torture --',
  about:
    'Real shards that are killed and whose disks and servers fail, under bots: no promise may be broken.',
  options: {
    game: words('uo', 'of which game', 'name'),
    rounds: whole(20, 'how many kills and faults'),
    bots: whole(100, 'how many play'),
    seed: whole(1, 'of chance'),
    faults: words(null, 'only these, with commas between', 'names'),
    'stop-ms': whole(3_000, 'how long what stands still does so'),
    plant: words(null, `a bug that has to be found: ${Object.keys(plants).join(', ')}`, 'name'),
    images: words(null, `log in Kafka, and these images: ${imageNames.join(', ')}`, 'names'),
  },
});

function among(what: string, given: readonly string[], known: readonly string[]): readonly string[] {
  const wrong = given.filter((name) => !known.includes(name));
  if (wrong.length === 0) return given;
  refuse(`no ${what} is called ${wrong.join(', ')}: there are ${known.join(', ')}`);
}

const images = values.images === null ? null : among('image', values.images.split(','), imageNames);
if (values.plant !== null) among('plant', [values.plant], Object.keys(plants));

const folder = await mkdtemp(join(tmpdir(), 'gommog-torture-'));
const data = join(folder, 'data');
const faults = values.faults?.split(',') ?? null;
const stopMs = values['stop-ms'];
try {
  const torture = new Torture({
    store: (rng) => {
      const store = images === null ? fileStore(data, rng, stopMs) : remoteStore(folder, images, rng, stopMs);
      if (faults !== null) among('fault', faults, [...store.faults.keys()]);
      return store;
    },
    rounds: values.rounds,
    bots: values.bots,
    seed: values.seed,
    faults,
    plant: values.plant === null ? null : plants[values.plant]!,
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
