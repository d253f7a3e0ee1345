import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { Alerts } from './alerts.ts';
import { FigureHistory } from './figure-history.ts';
import { Figures } from './figures.ts';
import { Jobs } from './jobs.ts';
import { KeptFile } from './kept-file.ts';
import { changedThresholds, Thresholds } from './thresholds.ts';

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gommog-kept-'));
  try {
    await run(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const noProblem = (problem: string): void => assert.fail(problem);
const CONFIGURED = { diskFreeMib: 100, saveLagSeconds: 5, stepMs: 50 };

test('a kept file outlives the process, and one that is damaged is set aside', () =>
  inFolder(async (folder) => {
    const file = join(folder, 'deep', 'list.json');
    const open = (onProblem = noProblem) => KeptFile.open(file, z.array(z.number()), [], onProblem);
    const first = await open();
    for (let i = 1; i <= 50; i++) first.value = [...first.value, i];
    await first.settled();
    assert.equal((await open()).value.length, 50);
    await writeFile(file, '[1, 2,');
    const problems: string[] = [];
    assert.deepEqual((await open((problem) => problems.push(problem))).value, []);
    assert.match(problems.join(), /damaged/);
    assert.equal(await readFile(`${file}.damaged`, 'utf8'), '[1, 2,');
  }));

test('thresholds that staff have set count at once and after a restart, until they go back to the settings', () =>
  inFolder(async (folder) => {
    const file = join(folder, 'thresholds.json');
    const open = async () => {
      const kept = await KeptFile.open(file, changedThresholds, {}, noProblem);
      return { kept, thresholds: new Thresholds(CONFIGURED, kept) };
    };
    const { kept, thresholds } = await open();
    assert.equal(thresholds.change('stepMs', 20, 'anna'), null);
    assert.match(thresholds.change('stepMs', 0, 'anna') ?? '', /from 1 to/);
    assert.equal(thresholds.values.stepMs, 20);
    await kept.settled();
    const later = await open();
    const step = later.thresholds.list().find(({ name }) => name === 'stepMs');
    assert.deepEqual(
      [step?.value, step?.configured, step?.changedBy, step?.setting],
      [20, 50, 'anna', 'ops.alerts.stepMs'],
    );
    later.thresholds.change('stepMs', null, 'anna');
    assert.deepEqual(later.thresholds.values, CONFIGURED);
    await later.kept.settled();
    assert.deepEqual((await open()).thresholds.values, CONFIGURED);
  }));

test('alerts go on after a restart with their numbers, say whom they were told to, and none stays open for ever', () => {
  let kept: Parameters<ConstructorParameters<typeof Alerts>[0]['keep']>[0] = [];
  const open = (past: typeof kept) =>
    new Alerts({
      thresholds: () => CONFIGURED,
      past,
      failures: () => ({ log: null, image: null, topic: null }),
      tell: () => ['http://hook.test'],
      keep: (alerts) => {
        kept = [...alerts];
      },
    });
  const first = open([]);
  for (let i = 0; i < 3; i++) first.look({ disk_free: 0 }, 1_000 + i);
  assert.deepEqual([kept[0]?.told, kept[0]?.until], [['http://hook.test'], null]);
  const second = open(kept);
  assert.notEqual(second.list()[0]!.until, null);
  for (let i = 0; i < 3; i++) second.look({ step_p99: 51 }, 2_000 + i);
  assert.deepEqual(
    second.list().map(({ id, kind }) => [id, kind]),
    [
      [2, 'overload'],
      [1, 'disk-low'],
    ],
  );
});

test('a job that ran when the shard ended has failed, and says why', () => {
  const running = {
    id: 4,
    kind: 'backup',
    by: 'anna',
    state: 'running',
    problem: null,
    startedAt: 5,
    endedAt: null,
    percent: 30,
    doing: 'copies',
    secondsLeft: 9,
    target: 'there',
    writtenBytes: 1,
    lines: [],
  } as const;
  const jobs = new Jobs({ past: [{ ...running, lines: [] }], keep: () => {} });
  const [job] = jobs.list();
  assert.deepEqual([job?.state, job?.problem], ['failed', 'the shard ended meanwhile']);
  assert.equal(jobs.cancel(4, 'anna'), null);
});

test('figures go on over a restart, with a gap for the time between, and old days are forgotten', () =>
  inFolder(async (folder) => {
    const history = new FigureHistory(folder, noProblem);
    const DAY_MS = 86_400_000;
    const start = Date.UTC(2026, 0, 1);
    for (let day = 0; day < 10; day++) history.add({ at: start + day * DAY_MS, values: { players: day } });
    history.add({ at: start + 9 * DAY_MS + 60_000, values: { players: 0.12345 } });
    await history.settled();
    await appendFile(join(folder, 'figures-2026-01-10.jsonl'), '{"at":17678');
    const killed = new FigureHistory(folder, noProblem);
    killed.add({ at: start + 9 * DAY_MS + 120_000, values: { players: 1 } });
    await killed.settled();
    const past = await new FigureHistory(folder, noProblem).read();
    assert.deepEqual(
      past.map(({ values }) => values['players']),
      [2, 3, 4, 5, 6, 7, 8, 9, 0.123, 1],
    );
    const sources = { gauges: () => ({}), saving: () => ({}), process: () => ({}), keepMinute: () => {} };
    const figures = new Figures({ ...sources, past });
    const { series, times } = figures.read('hours', ['players']);
    assert.deepEqual(series['players']!.slice(-5), [8, null, 9, 0.123, 1]);
    assert.equal(times.length, series['players']!.length);
    assert.deepEqual(figures.read('week', ['players']).series['players']!.slice(-3), [7, null, 8]);
  }));
