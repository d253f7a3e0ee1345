import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { FileLog } from './file-log.ts';
import { NodeDisk } from './log-disk.ts';

/** A log as format 1 was written: records 41 to 43 of epoch 3, 1.5 s of world time apart, begun at this wall time. */
const GOLDEN = join(import.meta.dirname, 'testing/golden/log-format-1.log');
const BEGUN_MS = 1_764_324_000_000;

test('a log of format 1 is read, dated by its header and world time, and goes on in the new format', async () => {
  const path = await mkdtemp(join(tmpdir(), 'gommog-log-'));
  await copyFile(GOLDEN, join(path, '00000001.log'));
  const disk = new NodeDisk(path);
  const log = await FileLog.open({ disk, wallClock: () => BEGUN_MS + 60_000 });
  assert.deepEqual(log.range, { first: 41, last: 43 });
  assert.equal(log.lastEpoch, 3);
  await log.begin(4, 44);
  log.append(Uint8Array.of(1, 2, 3), 4, 44);
  await log.close();
  const again = await FileLog.open({ disk });
  const read: unknown[] = [];
  for await (const { epoch, sequence, wallMs } of again.read(41)) read.push([sequence, epoch, wallMs]);
  assert.deepEqual(read, [
    [41, 3, BEGUN_MS],
    [42, 3, BEGUN_MS + 1500],
    [43, 3, BEGUN_MS + 3000],
    [44, 4, BEGUN_MS + 60_000],
  ]);
  await rm(path, { recursive: true });
});
