import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { LineHistory } from './line-history.ts';
import { RecentLines } from './recent-lines.ts';

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gommog-lines-'));
  try {
    await run(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const noProblem = (problem: string): void => assert.fail(problem);
const line = (id: number) => ({ id, at: id, level: 'info' as const, text: `line ${id}`, details: { id } });

function open(folder: string, most = 10, mostBytes = 1_000_000, onProblem = noProblem): LineHistory {
  return new LineHistory({ file: join(folder, 'operations', 'log.jsonl'), most, mostBytes, onProblem });
}

const idsIn = async (history: LineHistory): Promise<number[]> => (await history.read()).map(({ id }) => id);

test('the newest lines outlive the process, in files that do not grow for ever', () =>
  inFolder(async (folder) => {
    let id = 0;
    for (let start = 0; start < 7; start++) {
      const history = open(folder);
      const newest = Array.from({ length: Math.min(10, id) }, (_, i) => id - Math.min(10, id) + i + 1);
      assert.deepEqual(await idsIn(history), newest);
      for (let i = 0; i < 13; i++) {
        history.add(line(++id));
        if (i % 5 === 0) await history.settled();
      }
      await history.settled();
    }
    const files = await readdir(join(folder, 'operations'));
    assert.deepEqual(files.sort(), ['log.jsonl', 'log.jsonl.old']);
    for (const file of files) {
      const lines = (await readFile(join(folder, 'operations', file), 'utf8')).split('\n').filter(Boolean);
      assert.ok(lines.length <= 10, `${file} has ${lines.length} lines`);
      assert.equal((await stat(join(folder, 'operations', file))).mode & 0o777, 0o600);
    }
  }));

test('long lines fill a file earlier', () =>
  inFolder(async (folder) => {
    const history = open(folder, 1_000, 500);
    for (let id = 1; id <= 40; id++) {
      history.add(line(id));
      await history.settled();
    }
    const file = join(folder, 'operations', 'log.jsonl');
    for (const each of [file, `${file}.old`]) assert.ok((await stat(each)).size < 700);
    assert.equal((await idsIn(open(folder))).at(-1), 40);
  }));

test('wherever a kill cuts the file off, all whole lines are there, and what comes after it as well', () =>
  inFolder(async (folder) => {
    const file = join(folder, 'operations', 'log.jsonl');
    const first = open(folder);
    for (let id = 1; id <= 3; id++) first.add(line(id));
    await first.settled();
    const whole = await readFile(file);
    for (let cut = 0; cut <= whole.length; cut++) {
      await writeFile(file, whole.subarray(0, cut));
      const history = open(folder);
      const ids = await idsIn(history);
      assert.deepEqual(ids, [1, 2, 3].slice(0, ids.length));
      history.add(line(4));
      await history.settled();
      assert.deepEqual(await idsIn(open(folder)), [...ids, 4], `cut off at ${cut}`);
    }
  }));

test('a disk that refuses is told once, not once for each line, and again after it was well', () =>
  inFolder(async (folder) => {
    const problems: string[] = [];
    const history = open(folder, 10, 1_000_000, (problem) => {
      problems.push(problem);
      // As the log does: to tell it is a line, too.
      history.add(line(99));
    });
    await writeFile(join(folder, 'operations'), 'not a folder');
    for (let id = 1; id <= 3; id++) {
      history.add(line(id));
      await history.settled();
    }
    assert.equal(problems.length, 1);
    await rm(join(folder, 'operations'));
    history.add(line(4));
    await history.settled();
    assert.equal((await idsIn(open(folder))).at(-1), 4);
  }));

test('lines of before come first, later ones have greater numbers, and no secret is kept', () => {
  const kept: string[] = [];
  const say = (lines: RecentLines, msg: string) =>
    lines.write(JSON.stringify({ level: 30, time: 1, msg, token: 'hush' }));
  const lines = new RecentLines();
  say(lines, 'before the folder is open');
  lines.resume([line(7), line(8)], (each) => kept.push(JSON.stringify(each)));
  say(lines, 'after it');
  const all = lines.find({ after: 0, level: 'trace', limit: 10, search: '', session: null });
  assert.deepEqual(
    all.map(({ text }) => text),
    ['line 7', 'line 8', 'before the folder is open', 'after it'],
  );
  for (let i = 1; i < all.length; i++) assert.ok(all[i]!.id > all[i - 1]!.id);
  assert.deepEqual(
    kept.map((each) => JSON.parse(each).text),
    ['before the folder is open', 'after it'],
  );
  assert.doesNotMatch(kept.join(), /hush/);
});
