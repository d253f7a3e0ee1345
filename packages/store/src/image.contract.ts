import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change, CommitRecord } from '@gommog/core';
import { type Image, START, type StoredComponent } from './image.ts';

/** A place where an image lives, for one test. */
export interface ImageFixture {
  open(): Promise<Image>;
  dispose(): Promise<void>;
}

export function set(serial: number, component: number, ...bytes: number[]): Change {
  return { serial, component, version: 1, data: Uint8Array.from(bytes) };
}

export function remove(serial: number, component: number): Change {
  return { serial, component, version: 0, data: null };
}

export function record(sequence: number, changes: readonly Change[], epoch = 1): CommitRecord {
  return { epoch, sequence, tick: sequence * 10, timeMs: sequence * 100, changes };
}

export function componentsOf(image: Image): StoredComponent[] {
  return Array.from(image.components(), ({ serial, component, version, data }) => ({
    serial,
    component,
    version,
    data: Uint8Array.from(data),
  }));
}

function stored(serial: number, component: number, ...bytes: number[]): StoredComponent {
  return { serial, component, version: 1, data: Uint8Array.from(bytes) };
}

/** What every image must do. */
export function testImage(name: string, make: () => Promise<ImageFixture>): void {
  const scenario = (title: string, run: (fixture: ImageFixture) => Promise<void>) =>
    test(`${name} image: ${title}`, async () => {
      const fixture = await make();
      try {
        await run(fixture);
      } finally {
        await fixture.dispose();
      }
    });

  scenario('a new one is empty', async ({ open }) => {
    const image = await open();
    assert.deepEqual(image.position, START);
    assert.deepEqual(componentsOf(image), []);
    assert.equal(image.meta('game'), null);
    await image.close();
  });

  scenario('sets, overwrites and removes, in order of serial and component', async ({ open }) => {
    let image = await open();
    await image.apply([
      record(1, [set(0xffffffff, 65535, 1), set(5, 2, 2), set(5, 1), set(0, 1, 3), set(0x40000000, 7, 4)]),
      record(2, [set(5, 2, 9, 9), remove(0, 1), remove(77, 7)]),
    ]);
    await image.apply([record(3, [set(256, 1, 5), remove(0x40000000, 7)])]);
    const expected = [stored(5, 1), stored(5, 2, 9, 9), stored(256, 1, 5), stored(0xffffffff, 65535, 1)];
    assert.deepEqual(componentsOf(image), expected);
    assert.deepEqual(image.position, { epoch: 1, sequence: 3, tick: 30, timeMs: 300 });
    await image.close();
    image = await open();
    assert.deepEqual(componentsOf(image), expected);
    assert.deepEqual(image.position, { epoch: 1, sequence: 3, tick: 30, timeMs: 300 });
    await image.close();
  });

  scenario('passes over what it has', async ({ open }) => {
    const image = await open();
    await image.apply([record(1, [set(1, 1, 1)]), record(2, [set(1, 1, 2)])]);
    await image.apply([record(1, [set(1, 1, 1)])]);
    await image.apply([record(2, [set(1, 1, 2)]), record(3, [set(2, 1, 3)], 2)]);
    assert.deepEqual(componentsOf(image), [stored(1, 1, 2), stored(2, 1, 3)]);
    assert.equal(image.position.epoch, 2);
    await image.close();
  });

  scenario('refuses a gap and an older epoch, and then nothing has changed', async ({ open }) => {
    const image = await open();
    await image.apply([record(1, [set(1, 1, 1)], 2)]);
    await assert.rejects(image.apply([record(2, [set(1, 1, 2)], 2), record(4, [], 2)]), {
      code: 'GMG_STORE_GAP',
    });
    await assert.rejects(image.apply([record(3, [set(1, 1, 2)], 2)]), { code: 'GMG_STORE_GAP' });
    await assert.rejects(image.apply([record(2, [set(1, 1, 2)], 1)]), { code: 'GMG_STORE_EPOCH' });
    assert.deepEqual(componentsOf(image), [stored(1, 1, 1)]);
    assert.equal(image.position.sequence, 1);
    await image.close();
  });

  scenario('a reading sees one state, though applying goes on', async ({ open }) => {
    const image = await open();
    const many = Array.from({ length: 500 }, (_, i) => set(i, 1, 1));
    await image.apply([record(1, many)]);
    let count = 0;
    for (const { data } of image.components()) {
      if (count++ === 3) await image.apply([record(2, [set(400, 1, 2), remove(401, 1), set(9999, 1, 2)])]);
      assert.equal(data[0], 1);
    }
    assert.equal(count, 500);
    assert.equal(componentsOf(image).length, 500);
    await image.close();
  });

  scenario('remembers named texts', async ({ open }) => {
    let image = await open();
    await image.setMeta('game', 'a');
    await image.setMeta('game', 'b');
    await image.close();
    image = await open();
    assert.equal(image.meta('game'), 'b');
    assert.deepEqual(componentsOf(image), []);
    await image.close();
  });
}
