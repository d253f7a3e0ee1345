import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { encodeCommit } from '@gommog/core';
import { checkFolder } from './check-folder.ts';
import { NodeDisk } from './log-disk.ts';
import { surveyLog } from './log-survey.ts';
import { openStore, type Store } from './open-store.ts';
import { repairLog } from './repair-log.ts';
import { frameAt, HEADER_BYTES } from './segment.ts';
import { describeState, tortureRecord, tortureState } from './testing/torture-world.ts';

/** The image follows at the end only, so that a test decides what it has. */
const SLOW_IMAGE = 1e8;

async function inFolder(run: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-repair-'));
  try {
    await run(dir);
  } finally {
    await rm(dir, { recursive: true });
  }
}

function open(dir: string, state = new Map<string, string>()): Promise<Store> {
  return openStore({
    dir,
    inWorker: false,
    imageDelayMs: SLOW_IMAGE,
    load: (serial, component, version, data) =>
      state.set(`${serial}:${component}`, describeState(version, data)),
  });
}

async function save({ queue }: Store, last: number): Promise<void> {
  for (let sequence = queue.sequence + 1; sequence <= last; sequence++) {
    queue.push(encodeCommit(tortureRecord(queue.epoch, sequence)), sequence);
    await queue.whenDurable(sequence);
  }
}

/** A folder as a crash leaves it: records up to 40, of which the image has 20; all in the newest segment from 21 on. */
async function crashed(dir: string): Promise<void> {
  const store = await open(dir);
  await save(store, 20);
  await store.queue.close();
  const next = await open(dir);
  await save(next, 40);
  const kept = new Map<string, Buffer>();
  const files = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((each) =>
    each.isFile(),
  );
  for (const each of files) {
    const path = join(each.parentPath, each.name);
    if (each.name !== 'lock') kept.set(path, await readFile(path));
  }
  await next.queue.close();
  for (const [path, bytes] of kept) await writeFile(path, bytes);
}

/** Turns over a bit in the middle of a record; gives file and offset of its frame. */
async function damage(dir: string, sequence: number): Promise<{ file: string; offset: number }> {
  const disk = new NodeDisk(join(dir, 'log'));
  const { segments } = await surveyLog(disk);
  const segment = segments.findLast(({ first }) => first <= sequence)!;
  const bytes = await disk.read(segment.name);
  let at = HEADER_BYTES;
  for (;;) {
    const frame = frameAt(bytes, at, segment)!;
    if (frame.sequence === sequence) break;
    at = frame.end;
  }
  bytes[at + 106]! ^= 16;
  const file = join(disk.path, segment.name);
  await writeFile(file, bytes);
  return { file, offset: at };
}

async function assertWorld(dir: string, sequence: number): Promise<void> {
  const state = new Map<string, string>();
  const { queue, recovered } = await open(dir, state);
  await queue.close();
  assert.equal(recovered.sequence, sequence);
  assert.deepEqual(state, tortureState(sequence));
}

test('a sound folder has nothing to tell', () =>
  inFolder(async (dir) => {
    await crashed(dir);
    const { damages, image, log, tornBytes } = await checkFolder(dir);
    assert.deepEqual([damages, image, log, tornBytes], [[], 20, { first: 1, last: 40 }, 0]);
    await assertWorld(dir, 40);
  }));

test('a damaged record is named by file, offset and entity; a start refuses it', () =>
  inFolder(async (dir) => {
    await crashed(dir);
    const { file, offset } = await damage(dir, 33);
    await assert.rejects(open(dir), { code: 'GMG_STORE_CORRUPT', file, offset });
    const { damages } = await checkFolder(dir);
    const [found] = damages;
    assert.deepEqual([found!.file, found!.offset, found!.records], [file, offset, { first: 33, last: 33 }]);
    const speaksOf = tortureRecord(1, 33).changes.map(({ serial }) => serial);
    assert.ok(speaksOf.every((serial) => found!.entities.includes(serial)));
    assert.equal(damages.length, 1);
  }));

test('giving up the damaged record and what follows: the world is what it was before', () =>
  inFolder(async (dir) => {
    await crashed(dir);
    await damage(dir, 33);
    await assert.rejects(repairLog(dir, 'image'), { code: 'GMG_STORE_GAP', message: /33 is damaged/ });
    await assert.rejects(repairLog(dir, { before: 35 }), { code: 'GMG_STORE_GAP' });
    await assert.rejects(repairLog(dir, { before: 15 }), { code: 'GMG_STORE_GAP', message: /image has/ });
    const repaired = await repairLog(dir, { before: 33 });
    assert.deepEqual(repaired.log, { first: 1, last: 32 });
    assert.equal(repaired.given, 8);
    assert.equal((await readdir(repaired.aside)).length, 2);
    await assertWorld(dir, 32);
    await assertWorld(dir, 32);
  }));

test('damage in what the image has already costs history only', () =>
  inFolder(async (dir) => {
    await crashed(dir);
    await damage(dir, 12);
    assert.deepEqual((await checkFolder(dir)).damages[0]!.records, { first: 12, last: 12 });
    const { given, log } = await repairLog(dir, 'image');
    assert.deepEqual([log, given], [{ first: 21, last: 40 }, 20]);
    await assertWorld(dir, 40);
  }));

test('a running shard is not repaired', () =>
  inFolder(async (dir) => {
    const { queue } = await open(dir);
    await assert.rejects(repairLog(dir, 'image'), { code: 'GMG_STORE_LOCKED' });
    await queue.close();
  }));
