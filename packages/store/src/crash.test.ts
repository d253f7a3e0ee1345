import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { CrashPoint, StoreFaults } from './faults.ts';
import { openStore } from './open-store.ts';
import { readLog } from './read-store.ts';
import { describeState, tortureRecord, tortureState } from './testing/torture-world.ts';

const CHILD = fileURLToPath(new URL('./testing/torture-child.ts', import.meta.url));
/** Small, so that a short life meets every kind of file operation. */
const SMALL = { segmentBytes: 30_000, imageDelayMs: 3, keepBytes: 40_000 };

async function inFolder(run: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-crash-'));
  try {
    await run(dir);
  } finally {
    await rm(dir, { recursive: true });
  }
}

/** One life of a process that saves: killed `killAfterMs` after its first record was durable, or by its faults. Gives the last promise. */
async function live(dir: string, faults: StoreFaults, killAfterMs: number): Promise<number> {
  const child = spawn(process.execPath, [CHILD, JSON.stringify({ dir, faults, ...SMALL })], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  let timer: NodeJS.Timeout | undefined;
  child.stdout.on('data', (text: Buffer) => {
    timer ??= setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    said += text.toString();
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  clearTimeout(timer);
  assert.equal(signal, 'SIGKILL', `the child ended by itself with ${code}`);
  // The last line may have been cut off by the kill.
  return Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1));
}

interface Verdict {
  readonly sequence: number;
  /** Records that the image did not have. */
  readonly records: number;
}

/** Recovers the world and judges it. Throws when a promise was broken. */
async function judge(dir: string, promised: number): Promise<Verdict> {
  const state = new Map<string, string>();
  const { queue, recovered } = await openStore({
    dir,
    inWorker: false,
    load: (serial, component, version, data) => {
      state.set(`${serial}:${component}`, describeState(version, data));
    },
    ...SMALL,
  });
  await queue.close();
  assert.ok(recovered.sequence >= promised, `record ${promised} was promised, found ${recovered.sequence}`);
  assert.deepEqual(state, tortureState(recovered.sequence));
  let next: number | null = null;
  for await (const { sequence, epoch, changes } of readLog(dir)) {
    if (next !== null) assert.equal(sequence, next);
    next = sequence + 1;
    assert.deepEqual(
      changes.map(({ serial, data }) => [serial, data && [...data]]),
      tortureRecord(epoch, sequence).changes.map(({ serial, data }) => [serial, data && [...data]]),
    );
  }
  if (next !== null) assert.equal(next, recovered.sequence + 1);
  return recovered;
}

test(
  'killed at every named point: nothing promised is lost, nothing torn is accepted',
  { timeout: 240_000 },
  () =>
    inFolder(async (dir) => {
      const points: [CrashPoint, number][] = [
        ['log.create', 3],
        ['log.created', 2],
        ['log.write', 9],
        ['log.half-written', 6],
        ['log.half-written', 30],
        ['log.written', 12],
        ['log.synced', 1],
        ['log.synced', 25],
        ['log.remove', 5],
        ['image.apply', 2],
        ['image.applied', 1],
      ];
      let last = 0;
      for (const [point, passing] of points) {
        const promised = await live(dir, { crash: { point, passing } }, 5000);
        const { sequence } = await judge(dir, promised);
        assert.ok(sequence > last, `${point}: nothing was saved`);
        last = sequence;
      }
    }),
);

test('killed at any moment: nothing promised is lost, nothing torn is accepted', { timeout: 240_000 }, () =>
  inFolder(async (dir) => {
    let behind = 0;
    for (let round = 0; round < 12; round++) {
      const promised = await live(dir, {}, 5 + Math.random() * 120);
      const { records } = await judge(dir, promised);
      behind += records;
    }
    assert.ok(behind > 0, 'the image was never behind: the log was not needed once');
  }),
);

test('the crash tests notice a log that does not write what it promises', { timeout: 240_000 }, () =>
  inFolder(async (dir) => {
    const promised = await live(dir, { loseWritesFrom: 4 }, 1500);
    await assert.rejects(judge(dir, promised));
  }),
);

test(
  'when the power fails, what was synced is there and nothing else was promised',
  { timeout: 240_000 },
  () =>
    inFolder(async (dir) => {
      let last = 0;
      for (const killAfterMs of [40, 90, 20]) {
        const promised = await live(dir, { losesUnsynced: true, slowSyncMs: 5 }, killAfterMs);
        const { sequence } = await judge(dir, promised);
        assert.ok(sequence > last);
        last = sequence;
      }
    }),
);

for (const faults of [
  { losesUnsynced: true, skipSyncsFrom: 4 },
  { records: 'tear' },
  { records: 'repeat' },
] as const satisfies readonly StoreFaults[]) {
  test(`the crash tests notice ${JSON.stringify(faults)}`, { timeout: 240_000 }, () =>
    inFolder(async (dir) => {
      const promised = await live(dir, faults, 1500);
      await assert.rejects(judge(dir, promised));
    }),
  );
}
