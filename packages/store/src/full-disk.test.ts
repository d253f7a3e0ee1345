import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { encodeCommit } from '@gommog/core';
import { FileLog } from './file-log.ts';
import type { LogDisk } from './log-disk.ts';
import { ImageMedium, memorySource } from './memory-image.ts';
import { openStore, openStoreOver } from './open-store.ts';
import { SimulatedDisk } from './testing/simulated-disk.ts';
import { describeState, tortureRecord, tortureState } from './testing/torture-world.ts';

/** A file system of some mebibytes, or null where nobody may mount one. */
async function smallDisk(): Promise<{ path: string; dispose(): Promise<void> } | null> {
  const path = await mkdtemp(join(tmpdir(), 'gommog-full-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', path]);
  if (status !== 0) {
    await rm(path, { recursive: true });
    return null;
  }
  return {
    path,
    dispose: async () => {
      spawnSync('umount', [path]);
      await rm(path, { recursive: true });
    },
  };
}

test('a disk that is really full: said at once, critical, and nothing is lost when it has room again', async (t) => {
  const disk = await smallDisk();
  if (disk === null) {
    t.skip('mounting a small file system takes rights');
    return;
  }
  const options = { dir: join(disk.path, 'data'), inWorker: true, imageDelayMs: 20, segmentBytes: 200_000 };
  const { queue } = await openStore({ ...options, load: () => {} });
  const news: (string | null)[] = [];
  queue.onFailure = (failure) => news.push(failure?.code ?? null);
  try {
    const save = (count: number) => {
      for (let i = 0; i < count; i++) {
        const sequence = queue.sequence + 1;
        queue.push(encodeCommit(tortureRecord(queue.epoch, sequence)), sequence);
      }
    };
    save(50);
    await queue.drain();
    const filler = join(disk.path, 'filler');
    await writeFile(filler, Buffer.alloc(16 * 1024 * 1024)).catch(() => {});
    while (queue.failure === null) {
      save(20);
      await sleep(20);
    }
    assert.equal(queue.failure.code, 'GMG_STORE_IO');
    assert.match(queue.failure.message, /ENOSPC/);
    assert.equal(queue.pressure, 'critical');
    assert.equal(queue.hasRoom, true);
    save(30);
    const durable = queue.durableSequence;
    assert.ok(durable < queue.sequence);
    await sleep(100);
    await rm(filler);
    await queue.drain();
    assert.equal(queue.failure, null);
    assert.equal(queue.pressure, 'none');
    assert.deepEqual([news[0], news.at(-1)], ['GMG_STORE_IO', null]);
    const last = queue.sequence;
    await queue.close();
    const state = new Map<string, string>();
    const again = await openStore({
      ...options,
      load: (serial, component, version, data) =>
        state.set(`${serial}:${component}`, describeState(version, data)),
    });
    assert.equal(again.recovered.sequence, last);
    assert.deepEqual(state, tortureState(last));
    await again.queue.close();
  } finally {
    await rm(join(disk.path, 'filler'), { force: true });
    await queue.close();
    await disk.dispose();
  }
});

/** A disk whose every flush takes so long. */
function slow(disk: LogDisk, syncMs: number): LogDisk {
  return {
    path: disk.path,
    list: () => disk.list(),
    read: (name, limit) => disk.read(name, limit),
    settle: (name, size) => disk.settle(name, size),
    remove: (name) => disk.remove(name),
    create: async (name, header) => {
      const file = await disk.create(name, header);
      return {
        write: (bytes, position) => file.write(bytes, position),
        sync: async () => {
          await sleep(syncMs);
          await file.sync();
        },
        close: () => file.close(),
      };
    },
  };
}

test('a flush that takes 200 ms holds up nobody but the word that it is durable', async () => {
  const simulated = new SimulatedDisk();
  const log = await FileLog.open({ disk: slow(simulated, 200) });
  const { queue } = await openStoreOver({
    medium: { log, images: [memorySource(new ImageMedium())] },
    load: () => {},
  });
  for (let sequence = 1; sequence <= 500; sequence++) {
    queue.push(encodeCommit(tortureRecord(queue.epoch, sequence)), sequence);
    // Time for the log to begin flushing while more comes.
    if (sequence % 100 === 0) await sleep(15);
  }
  assert.ok(queue.durableSequence < 500);
  await queue.whenDurable(500);
  // Those that came during a flush shared the next one.
  assert.ok(simulated.asked.sync <= 6, `${simulated.asked.sync} flushes`);
  assert.equal(queue.failure, null);
  await queue.close();
});
