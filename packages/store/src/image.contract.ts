import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Change, type CommitRecord, decodeCommit, encodeCommit, StateHash } from '@gommog/core';
import { type ComponentBatches, type Image, START, type StoredComponent } from './image.ts';
import { LogMedium, MemoryLog } from './memory-log.ts';
import { openStoreOver } from './open-store.ts';

/** A place where an image lives, for one test. */
export interface ImageFixture {
  open(): Promise<Image>;
  dispose(): Promise<void>;
  /** The same as `cutOff` leaves it, of an image that this process can reach into. */
  openCutOff?(): Promise<Image>;
  /** Components of a large test; default 3000, which is more than one piece of a reading. */
  readonly many?: number;
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

export function encoded(sequence: number, changes: readonly Change[], epoch = 1): Uint8Array {
  return encodeCommit(record(sequence, changes, epoch));
}

export async function componentsOf(image: Pick<Image, 'components'>): Promise<StoredComponent[]> {
  const all: StoredComponent[] = [];
  for await (const batch of image.components()) {
    for (const { serial, component, version, data } of batch) {
      all.push({ serial, component, version, data: Uint8Array.from(data) });
    }
  }
  return all;
}

async function* batchesOf(...batches: StoredComponent[][]): AsyncGenerator<StoredComponent[]> {
  yield* batches;
}

/** As a crash would, this ends each making anew of the image after its first piece. */
export function cutOff<T extends Image>(image: T): T {
  const replace = image.replace.bind(image);
  const first = async function* (components: ComponentBatches): ComponentBatches {
    for await (const piece of components) {
      yield piece;
      throw new Error('cut off');
    }
  };
  image.replace = (position, components) => replace(position, first(components));
  return image;
}

/** Records of a busy world: a few things that change all the time, some that come and go, and some that stay. */
function busyRecords(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, i) => {
    const changes = [set(1 + (i % 7), 1 + (i % 3), i, i >> 8), set(1000 + i, 1, i)];
    if (i >= 20) changes.push(remove(980 + i, 1));
    if (i % 10 === 0) changes.push(set(100_000 + i, 2, i));
    return encoded(i + 1, changes, 1 + Math.floor(i / 700));
  });
}

async function* inPieces(records: readonly Uint8Array[]): AsyncGenerator<readonly Uint8Array[]> {
  for (let at = 0; at < records.length; at += 100) yield records.slice(at, at + 100);
}

/** What the states come to that records leave behind, one after the other. */
function hashAfter(records: readonly Uint8Array[]): string {
  const states = new Map<string, Change>();
  for (const { changes } of records.map((bytes) => decodeCommit(bytes))) {
    for (const change of changes) states.set(`${change.serial} ${change.component}`, change);
  }
  const hash = new StateHash();
  for (const { component, data, serial, version } of states.values())
    if (data !== null) hash.add(serial, component, version, data);
  return hash.digest();
}

async function hashOf(image: Image): Promise<string> {
  const hash = new StateHash();
  for (const { component, data, serial, version } of await componentsOf(image))
    hash.add(serial, component, version, data);
  return hash.digest();
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
    assert.deepEqual(await componentsOf(image), []);
    assert.equal(await image.meta('game'), null);
    await image.close();
  });

  scenario('sets, overwrites and removes, in order of serial and component', async ({ open }) => {
    let image = await open();
    await image.apply([
      encoded(1, [set(0xffffffff, 65535, 1), set(5, 2, 2), set(5, 1), set(0, 1, 3), set(0x40000000, 7, 4)]),
      encoded(2, [set(5, 2, 9, 9), remove(0, 1), remove(77, 7)]),
    ]);
    await image.apply([encoded(3, [set(256, 1, 5), remove(0x40000000, 7)])]);
    const expected = [stored(5, 1), stored(5, 2, 9, 9), stored(256, 1, 5), stored(0xffffffff, 65535, 1)];
    assert.deepEqual(await componentsOf(image), expected);
    assert.deepEqual(image.position, { epoch: 1, sequence: 3, tick: 30, timeMs: 300 });
    await image.close();
    image = await open();
    assert.deepEqual(await componentsOf(image), expected);
    assert.deepEqual(image.position, { epoch: 1, sequence: 3, tick: 30, timeMs: 300 });
    await image.close();
  });

  scenario('passes over what it has', async ({ open }) => {
    const image = await open();
    await image.apply([encoded(1, [set(1, 1, 1)]), encoded(2, [set(1, 1, 2)])]);
    await image.apply([encoded(1, [set(1, 1, 1)])]);
    await image.apply([encoded(2, [set(1, 1, 2)]), encoded(3, [set(2, 1, 3)], 2)]);
    assert.deepEqual(await componentsOf(image), [stored(1, 1, 2), stored(2, 1, 3)]);
    assert.equal(image.position.epoch, 2);
    await image.close();
  });

  scenario('refuses a gap and an older epoch, and then nothing has changed', async ({ open }) => {
    const image = await open();
    await image.apply([encoded(1, [set(1, 1, 1)], 2)]);
    await assert.rejects(image.apply([encoded(2, [set(1, 1, 2)], 2), encoded(4, [], 2)]), {
      code: 'GMG_STORE_GAP',
    });
    await assert.rejects(image.apply([encoded(3, [set(1, 1, 2)], 2)]), { code: 'GMG_STORE_GAP' });
    await assert.rejects(image.apply([encoded(2, [set(1, 1, 2)], 1)]), { code: 'GMG_STORE_EPOCH' });
    assert.deepEqual(await componentsOf(image), [stored(1, 1, 1)]);
    assert.equal(image.position.sequence, 1);
    await image.close();
  });

  scenario(
    'a reading while applying goes on is made one state by what was applied',
    async ({ open, many: count = 3000 }) => {
      const image = await open();
      const many = Array.from({ length: count }, (_, i) => set(i, 1, 1));
      await image.apply([encoded(1, many)]);
      const meanwhile = record(2, [set(count - 2, 1, 2), remove(count - 1, 1), set(9999, 1, 2)]);
      const seen = new Map<number, number>();
      for await (const batch of image.components()) {
        for (const { serial, data } of batch) seen.set(serial, data[0]!);
        await image.apply([encodeCommit(meanwhile)]);
      }
      for (let serial = 0; serial < count - 2; serial++) assert.equal(seen.get(serial), 1);
      for (const { serial, data } of meanwhile.changes) {
        if (data === null) seen.delete(serial);
        else seen.set(serial, data[0]!);
      }
      assert.deepEqual(
        [...seen].sort(([a], [b]) => a - b),
        (await componentsOf(image)).map(({ serial, data }) => [serial, data[0]!]),
      );
      await image.close();
    },
  );

  scenario(
    'many components, large ones and odd ones come back as they were',
    async ({ open, many = 700 }) => {
      let image = await open();
      const large = Uint8Array.from({ length: many * 400 }, (_, i) => i);
      const changes = Array.from({ length: many }, (_, i) => set(i * 7, 1 + (i % 3), i, 255, 0, 10, 13));
      await image.apply([encoded(1, [...changes, { serial: 1, component: 9, version: 255, data: large }])]);
      await image.close();
      image = await open();
      const all = await componentsOf(image);
      assert.equal(all.length, many + 1);
      assert.deepEqual(all[1], { serial: 1, component: 9, version: 255, data: large });
      assert.deepEqual(all.slice(2), changes.slice(1));
      assert.equal(image.damage, null);
      assert.equal(image.reach, 1);
      await image.close();
    },
  );

  scenario('is replaced as a whole, keeps its named texts, and goes on from there', async ({ open }) => {
    let image = await open();
    await image.setMeta('game', 'a');
    await image.apply([encoded(1, [set(1, 1, 1), set(2, 1, 1)])]);
    const position = { epoch: 7, sequence: 40, tick: 400, timeMs: 4000 };
    await image.replace(position, batchesOf([stored(2, 5, 2), stored(3, 1, 3)], [stored(900, 1, 4)]));
    assert.deepEqual(image.position, position);
    await image.close();
    image = await open();
    assert.deepEqual(image.position, position);
    assert.equal(await image.meta('game'), 'a');
    assert.deepEqual(await componentsOf(image), [stored(2, 5, 2), stored(3, 1, 3), stored(900, 1, 4)]);
    await image.apply([encoded(41, [remove(3, 1), set(4, 1, 1)], 7)]);
    assert.deepEqual(await componentsOf(image), [stored(2, 5, 2), stored(4, 1, 1), stored(900, 1, 4)]);
    assert.equal(image.position.sequence, 41);
    await image.close();
  });

  scenario(
    'a replacing that was cut off is told at the next opening, and can be done again',
    async ({ open }) => {
      let image = await open();
      await image.apply([encoded(1, [set(1, 1, 1)])]);
      const cutOff = async function* () {
        yield [stored(5, 1, 5)];
        throw new Error('cut off');
      };
      const position = { epoch: 1, sequence: 9, tick: 9, timeMs: 9 };
      await assert.rejects(image.replace(position, cutOff()), /cut off/);
      await image.close();
      image = await open();
      assert.notEqual(image.damage, null);
      assert.equal(image.position.sequence, 0);
      await image.replace(position, batchesOf([stored(6, 1, 6)]));
      await image.close();
      image = await open();
      assert.equal(image.damage, null);
      assert.deepEqual(await componentsOf(image), [stored(6, 1, 6)]);
      await image.close();
    },
  );

  scenario('a long run of records comes to the same as each of them', async ({ open }) => {
    const records = busyRecords(1500);
    let image = await open();
    await image.catchUp(inPieces([]));
    assert.deepEqual(image.position, START);
    await image.catchUp(inPieces(records.slice(0, 800)));
    assert.equal(await hashOf(image), hashAfter(records.slice(0, 800)));
    assert.deepEqual(image.position, { epoch: 2, sequence: 800, tick: 8000, timeMs: 80_000 });
    await image.close();
    image = await open();
    assert.equal(image.damage, null);
    await image.apply(records.slice(790, 810));
    // Some that it has, and many more.
    await image.catchUp(inPieces(records.slice(700)));
    assert.equal(await hashOf(image), hashAfter(records));
    assert.equal(image.position.sequence, 1500);
    await assert.rejects(image.catchUp(inPieces([encoded(1502, [], 3)])), { code: 'GMG_STORE_GAP' });
    await image.close();
    image = await open();
    assert.equal(await hashOf(image), hashAfter(records));
    assert.equal(image.reach, 1500);
    await image.close();
  });

  scenario('takes a run that touches very many things at once', async ({ open, many: count = 40_000 }) => {
    const image = await open();
    await image.apply([encoded(1, [set(1, 1, 1)])]);
    // Each has a place of its own also where a medium keeps neighbours together.
    const changes = (i: number) =>
      Array.from({ length: count / 50 }, (_, j) => set((i * count + j) * 300, 1, i));
    await image.catchUp(
      (async function* () {
        for (let i = 0; i < 50; i++) yield [encoded(i + 2, changes(i))];
        for (let i = 50; i < 600; i++) yield [encoded(i + 2, [])];
      })(),
    );
    assert.equal(image.position.sequence, 601);
    assert.equal((await componentsOf(image)).length, count + 1);
    await image.close();
  });

  scenario(
    'one that is made from the log and cut off in the middle is finished by the next start',
    async ({ open, openCutOff }) => {
      const records = busyRecords(1500);
      const log = new LogMedium();
      log.entries.push(...records.map((bytes) => ({ ...decodeCommit(bytes), encoded: bytes })));
      log.range = { first: 1, last: records.length };
      log.lastEpoch = 3;
      const start = async (openImage: () => Promise<Image>) => {
        const hash = new StateHash();
        const source = { name: 'tested', isRemote: false, isBase: true, open: openImage };
        const { queue, recovered } = await openStoreOver({
          medium: { log: new MemoryLog(log), images: [source] },
          load: (...state) => hash.add(...state),
        });
        await queue.close();
        assert.equal(recovered.sequence, records.length);
        return hash.digest();
      };
      if (openCutOff !== undefined) {
        for (let i = 0; i < 2; i++) await assert.rejects(start(openCutOff), { message: /cut off/ });
        const image = await open();
        assert.notEqual(image.damage, null, 'it is not taken for a whole one');
        await image.close();
      }
      assert.equal(await start(open), hashAfter(records));
      const image = await open();
      assert.equal(image.damage, null);
      assert.equal(image.position.sequence, records.length);
      assert.equal(await hashOf(image), hashAfter(records));
      await image.close();
    },
  );

  scenario('what is settled is never ahead of the position', async ({ open }) => {
    const image = await open();
    await image.apply([encoded(1, [set(1, 1, 1)])]);
    assert.ok(image.settled <= image.position.sequence);
    await image.close();
  });

  scenario('remembers named texts', async ({ open }) => {
    let image = await open();
    await image.setMeta('game', 'a');
    await image.setMeta('game', 'b');
    await image.close();
    image = await open();
    assert.equal(await image.meta('game'), 'b');
    assert.deepEqual(await componentsOf(image), []);
    await image.close();
  });
}
