import assert from 'node:assert/strict';
import { appendFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { durableUpTo, entriesOf, payload, testCommitLog } from './commit-log.contract.ts';
import { faultyDisk } from './faults.ts';
import { FileLog } from './file-log.ts';
import { NodeDisk } from './log-disk.ts';
import { encodeHeader, FRAME_BYTES, HEADER_BYTES } from './segment.ts';
import { StoreError } from './store-error.ts';
import { SimulatedDisk } from './testing/simulated-disk.ts';

const retryMs = [1, 4] as const;
/** A frame with the payload that these tests use. */
const FRAME = FRAME_BYTES + 40;

for (const isBlocking of [false, true])
  testCommitLog(isBlocking ? 'blocking file' : 'file', async () => {
    const path = await mkdtemp(join(tmpdir(), 'gommog-log-'));
    let refuses = false;
    const disk = faultyDisk(new NodeDisk(path, { isBlocking }), () => {
      if (refuses) throw new Error('ENOSPC');
    });
    return {
      open: () => FileLog.open({ disk, segmentBytes: 1000, retryMs }),
      refuse: (on) => {
        refuses = on;
      },
      dispose: () => rm(path, { recursive: true }),
    };
  });

/** A closed log of `batches`, each of so many records and flushed by itself. */
async function written(disk: SimulatedDisk, batches: readonly number[], segmentBytes = 1e6): Promise<void> {
  const log = await FileLog.open({ disk, segmentBytes });
  await log.begin(log.lastEpoch + 1, (log.range?.last ?? 0) + 1);
  let sequence = log.durable;
  for (const count of batches) {
    for (let i = 0; i < count; i++) log.append(payload(++sequence), log.lastEpoch, sequence);
    await durableUpTo(log, sequence);
  }
  await log.close();
}

/** Makes the checksum of a changed header right again. */
function reseal(header: Buffer): Buffer {
  header.writeUInt32LE(crc32(header.subarray(0, 32)), 32);
  return header;
}

async function refusal(opening: Promise<FileLog>): Promise<StoreError> {
  const error = await opening.then(
    () => null,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof StoreError, 'it opened');
  return error;
}

test('a torn tail is cut off, and the log goes on after the last whole record', async () => {
  const path = await mkdtemp(join(tmpdir(), 'gommog-log-'));
  const disk = new NodeDisk(path);
  let log = await FileLog.open({ disk });
  await log.begin(1, 1);
  log.append(payload(1), 1, 1);
  await log.close();
  const file = join(path, '00000001.log');
  const { size } = await stat(file);
  await appendFile(file, Buffer.from('GMRC and then the power went'));
  log = await FileLog.open({ disk });
  assert.equal((await stat(file)).size, size);
  await log.begin(2, 2);
  log.append(payload(2), 2, 2);
  await durableUpTo(log, 2);
  assert.equal((await entriesOf(log, 1)).length, 2);
  await log.close();
  await rm(path, { recursive: true });
});

test('damage before something durable is refused, with file and offset', async () => {
  for (const where of [4, 12, 20, 31, 50]) {
    const disk = new SimulatedDisk();
    await written(disk, [1, 1, 1, 1]);
    const offset = HEADER_BYTES + FRAME;
    disk.flip('00000001.log', (offset + where) * 8);
    const error = await refusal(FileLog.open({ disk }));
    assert.equal(error.code, 'GMG_STORE_CORRUPT');
    assert.equal(error.file, '/simulated/00000001.log');
    assert.equal(error.offset, offset);
  }
});

test('damage in an older segment is refused when it is read', async () => {
  const disk = new SimulatedDisk();
  await written(disk, [1, 1, 1]);
  await written(disk, [1]);
  disk.flip('00000001.log', (HEADER_BYTES + 2 * FRAME + 40) * 8);
  const log = await FileLog.open({ disk });
  await assert.rejects(entriesOf(log, 1), {
    code: 'GMG_STORE_CORRUPT',
    file: '/simulated/00000001.log',
    offset: HEADER_BYTES + 2 * FRAME,
  });
  assert.equal((await entriesOf(log, 4)).length, 1);
});

test('a damaged header is refused, an unfinished one removed', async () => {
  const damaged = new SimulatedDisk();
  await written(damaged, [1]);
  damaged.flip('00000001.log', 70);
  assert.equal((await refusal(FileLog.open({ disk: damaged }))).code, 'GMG_STORE_CORRUPT');

  const unfinished = new SimulatedDisk();
  await written(unfinished, [2]);
  await unfinished.create('00000002.log', new Uint8Array(20));
  const log = await FileLog.open({ disk: unfinished });
  assert.deepEqual(log.range, { first: 1, last: 2 });
  assert.deepEqual(
    (await unfinished.list()).map(({ name }) => name),
    ['00000001.log'],
  );
});

test('a log of a newer format, or with its segments mixed up, is refused', async () => {
  const header = { epoch: 1, first: 1, salt: 0, createdMs: 0 };
  const newer = new SimulatedDisk();
  const bytes = encodeHeader(header);
  bytes.writeUInt32LE(99, 4);
  await newer.create('00000001.log', reseal(bytes));
  assert.equal((await refusal(FileLog.open({ disk: newer }))).code, 'GMG_STORE_FORMAT');

  const mixed = new SimulatedDisk();
  await mixed.create('00000001.log', encodeHeader({ ...header, epoch: 2 }));
  await mixed.create('00000002.log', encodeHeader(header));
  assert.equal((await refusal(FileLog.open({ disk: mixed }))).code, 'GMG_STORE_CORRUPT');
});

test('after a failed sync the segment is given up, and nothing is lost', async () => {
  for (const operation of ['write', 'sync'] as const) {
    const disk = new SimulatedDisk();
    const log = await FileLog.open({ disk, retryMs });
    await log.begin(1, 1);
    log.append(payload(1), 1, 1);
    await durableUpTo(log, 1);
    disk.refuse(operation, 1);
    disk.refuse('create', 2);
    disk.refuse('settle', 1);
    log.append(payload(2), 1, 2);
    await durableUpTo(log, 2);
    assert.equal(disk.asked.create, 4);
    const again = await FileLog.open({ disk: disk.afterPowerLoss(() => 0.9) });
    assert.deepEqual(again.range, { first: 1, last: 2 });
    assert.equal((await entriesOf(again, 1)).length, 2);
  }
});

test('records that arrive during a flush share the next one', async () => {
  const disk = new SimulatedDisk();
  const log = await FileLog.open({ disk });
  await log.begin(1, 1);
  for (let sequence = 1; sequence <= 1000; sequence++) log.append(payload(sequence), 1, sequence);
  await durableUpTo(log, 1000);
  assert.ok(disk.asked.sync <= 2, `${disk.asked.sync} syncs`);
  await log.close();
});

test('starts without records leave no files behind', async () => {
  const disk = new SimulatedDisk();
  for (let i = 0; i < 5; i++) {
    const log = await FileLog.open({ disk });
    await log.begin(log.lastEpoch + 1, 1);
    await log.release(0, 1e9);
    await log.close();
  }
  assert.equal((await disk.list()).length, 1);
});

interface Life {
  /** Sizes of the records that are appended. */
  readonly sizes: readonly number[];
  readonly refuses: 'write' | 'sync' | 'create' | null;
  /** How long after the last record the power goes, in turns of the event loop's smallest kind. */
  readonly turns: number;
  readonly seed: number;
}

const life: fc.Arbitrary<Life> = fc.record({
  sizes: fc.array(fc.integer({ min: 1, max: 700 }), { maxLength: 12 }),
  refuses: fc.constantFrom(null, null, 'write' as const, 'sync' as const, 'create' as const),
  turns: fc.integer({ min: 0, max: 40 }),
  seed: fc.integer(),
});

/** Appends, loses power and starts again, again and again; gives the first promise that was broken. */
async function liveThrough(lives: readonly Life[], lying = false): Promise<string | null> {
  let disk = new SimulatedDisk();
  disk.lying = lying;
  let acknowledged = 0;
  let appended = 0;
  for (const { sizes, refuses, turns, seed } of lives) {
    const log = await FileLog.open({ disk, segmentBytes: 700, retryMs: [0, 0] });
    if (log.durable < acknowledged)
      return `record ${acknowledged} was promised, but the log ends at ${log.durable}`;
    if (log.durable > appended) return 'a record from nowhere';
    const entries = await entriesOf(log, log.range?.first ?? 1);
    const isSound = entries.every(({ sequence, encoded }) =>
      encoded.every((byte) => byte === (sequence & 0xff)),
    );
    if (!isSound || entries.length !== log.durable) return 'a record is not what was written';

    let sequence = log.durable;
    acknowledged = sequence;
    await log.begin(log.lastEpoch + 1, sequence + 1);
    if (refuses !== null) disk.refuse(refuses, 2);
    for (const size of sizes) {
      log.append(payload(++sequence, size), log.lastEpoch, sequence);
      if (size % 3 === 0) await durableUpTo(log, sequence);
    }
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    acknowledged = log.durable;
    appended = sequence;
    let draws = seed;
    disk = disk.afterPowerLoss(() => {
      draws = (Math.imul(draws, 1664525) + 1013904223) >>> 0;
      return draws / 2 ** 32;
    });
    await log.close().catch(() => {});
  }
  return null;
}

test('whatever power losses and refusals come: nothing promised is lost, nothing torn is accepted', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(life, { minLength: 2, maxLength: 6 }), async (lives) => {
      assert.equal(await liveThrough(lives), null);
    }),
    { numRuns: 300 },
  );
});

test('the property above notices a disk that lies about its syncs', async () => {
  const property = fc.asyncProperty(fc.array(life, { minLength: 2, maxLength: 6 }), async (lives) => {
    assert.equal(await liveThrough(lives, true), null);
  });
  assert.equal((await fc.check(property, { numRuns: 300 })).failed, true);
});
