import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeCommit } from '@gommog/core';
import { copyStore } from './copy-store.ts';
import { componentsOf } from './image.contract.ts';
import { ImageMedium, MemoryImage, memorySource } from './memory-image.ts';
import { LogMedium, MemoryLog } from './memory-log.ts';
import { openStoreOver } from './open-store.ts';
import type { Medium } from './persistence-port.ts';
import { describeState, tortureRecord, tortureState } from './testing/torture-world.ts';

class Place {
  readonly log = new LogMedium();
  readonly images = [new ImageMedium(), new ImageMedium()];

  medium(count: number): Medium {
    return {
      log: new MemoryLog(this.log),
      images: this.images.slice(0, count).map((image, i) => memorySource(image, `image-${i}`)),
    };
  }

  /** Runs a store here and adds so many records. Gives the state that it began with. */
  async run(records: number, keepBytes = 1e9): Promise<Map<string, string>> {
    const state = new Map<string, string>();
    const { queue } = await openStoreOver({
      medium: this.medium(1),
      keepBytes,
      imageDelayMs: 1,
      load: (serial, component, version, data) => {
        state.set(`${serial}:${component}`, describeState(version, data));
      },
    });
    for (let i = 0; i < records; i++) {
      const sequence = queue.sequence + 1;
      queue.push(encodeCommit(tortureRecord(queue.epoch, sequence)), sequence);
      await queue.whenDurable(sequence);
    }
    await queue.drain();
    await queue.close();
    return state;
  }
}

test('a store is copied whole, over several starts, into several images', async () => {
  const from = new Place();
  await from.run(40);
  await from.run(60);
  const to = new Place();
  const parts = new Set<string>();
  const copied = await copyStore({
    from: from.medium(1),
    to: to.medium(2),
    onProgress: ({ part, action }) => parts.add(`${action} ${part}`),
  });
  assert.equal(copied.records, 100);
  assert.equal(copied.position.sequence, 100);
  assert.equal(copied.components, tortureState(100).size);
  assert.deepEqual(
    [...parts],
    ['copy image-0', 'copy image-1', 'copy log', 'verify image-0', 'verify image-1'],
  );
  assert.deepEqual(to.log.entries, from.log.entries);
  assert.equal(to.log.lastEpoch, 2);
  const [first, second] = to.images.map((image) => componentsOf(new MemoryImage(image)));
  assert.deepEqual(await first, await second);
  assert.notEqual(to.images[0]!.meta.get('store'), from.images[0]!.meta.get('store'));
  assert.deepEqual(await to.run(5), tortureState(100));
  assert.deepEqual(await to.run(0), tortureState(105));
});

test('what the log forgot long ago is in the state, and the image may be behind the log', async () => {
  const from = new Place();
  await from.run(50, 0);
  const { position, components } = from.images[0]!;
  const old = new Map(components);
  await from.run(10, 1e9);
  from.images[0]!.position = position;
  components.clear();
  for (const [key, value] of old) components.set(key, value);
  const to = new Place();
  const { records, position: end } = await copyStore({ from: from.medium(1), to: to.medium(1) });
  assert.ok(records < 60);
  assert.equal(end.sequence, 60);
  assert.deepEqual(await to.run(0), tortureState(60));
});

test('a target that is not empty is refused, and overwritten only when told', async () => {
  const from = new Place();
  await from.run(10);
  const to = new Place();
  await to.run(3);
  const full = { code: 'GMG_STORE_FULL' };
  await assert.rejects(copyStore({ from: from.medium(1), to: to.medium(1) }), full);
  await assert.rejects(copyStore({ from: from.medium(1), to: to.medium(1), overwrite: true }), {
    ...full,
    message: /the log of the target/,
  });
  const emptyLog = { ...to.medium(1), log: new MemoryLog(new LogMedium()) };
  await assert.rejects(copyStore({ from: from.medium(1), to: emptyLog }), { ...full, message: /image-0/ });
  const { components } = await copyStore({ from: from.medium(1), to: emptyLog, overwrite: true });
  assert.equal(components, tortureState(10).size);
});

test('a copy that differs is noticed', async () => {
  const from = new Place();
  await from.run(10);
  const to = new Place().medium(1);
  const [source] = to.images;
  const lossy = {
    ...source!,
    open: async () => {
      const image = await source!.open();
      const replace = image.replace.bind(image);
      image.replace = (position, components) =>
        replace(
          position,
          (async function* () {
            for await (const batch of components) yield batch.slice(1);
          })(),
        );
      return image;
    },
  };
  await assert.rejects(copyStore({ from: from.medium(1), to: { ...to, images: [lossy] } }), {
    code: 'GMG_STORE_CORRUPT',
    message: /hash/,
  });
});
