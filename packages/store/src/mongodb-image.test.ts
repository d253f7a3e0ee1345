import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeCommit, defineComponent, json, Placement, text, u8, World } from '@gommog/core';
import { MongoClient } from 'mongodb';
import { componentsOf, cutOff, encoded, remove, set, testImage } from './image.contract.ts';
import { START } from './image.ts';
import { MongodbImage } from './mongodb-image.ts';
import { mongodbUrl, skipWithoutMongodb } from './testing/services.ts';

let made = 0;

function newDatabase(): string {
  return `test-${process.pid}-${++made}`;
}

async function withDatabase<T>(
  database: string,
  run: (db: ReturnType<MongoClient['db']>) => Promise<T>,
): Promise<T> {
  const client = new MongoClient(mongodbUrl);
  try {
    return await run(client.db(database));
  } finally {
    await client.close();
  }
}

function wipe(database: string): Promise<boolean> {
  return withDatabase(database, (db) => db.dropDatabase());
}

/** The documents of this file's worlds, loosely. */
// biome-ignore lint/suspicious/noExplicitAny: what a person sees in a shell has no types
type Loose = any;

if (skipWithoutMongodb === false) {
  testImage('mongodb', async () => {
    const database = newDatabase();
    return {
      many: 150,
      open: () => MongodbImage.open({ url: mongodbUrl, database }),
      openCutOff: async () => cutOff(await MongodbImage.open({ url: mongodbUrl, database })),
      dispose: async () => {
        await wipe(database);
      },
    };
  });
}

test('mongodb image: keeps the contract of images', { skip: skipWithoutMongodb }, () => {});

async function withImage(run: (image: MongodbImage, database: string) => Promise<void>): Promise<void> {
  const database = newDatabase();
  const image = await MongodbImage.open({ url: mongodbUrl, database });
  try {
    await image.apply([encoded(1, [set(1, 1, 1), set(2, 1, 1), set(3, 2, 2)])]);
    await run(image, database);
  } finally {
    await image.close();
    await wipe(database);
  }
}

test('mongodb image: a lost document is noticed at the next opening', { skip: skipWithoutMongodb }, () =>
  withImage(async (image, database) => {
    await image.close();
    await withDatabase(database, (db) => db.collection<Loose>('entities').deleteOne({ _id: '00000002' }));
    const again = await MongodbImage.open({ url: mongodbUrl, database });
    assert.match(again.damage ?? '', /2 entities where 3 should be/);
    await again.close();
  }),
);

test(
  'mongodb image: a batch that was cut off shows, and is made whole by the log',
  { skip: skipWithoutMongodb },
  () =>
    withImage(async (image, database) => {
      const batch = [
        encoded(2, [set(1, 1, 2), remove(3, 2), set(4, 1, 2)]),
        encoded(3, [set(1, 1, 3), set(2, 1, 3), set(5, 1, 3)]),
      ];
      const before = await withDatabase(database, (db) => db.collection('image').findOne({}));
      await image.apply(batch);
      await image.close();
      // As a crash after some of the documents leaves it: the position is the old one, and so is one document.
      await withDatabase(database, async (db) => {
        await db.collection<Loose>('image').updateOne({}, { $set: { ...before, reach: 3 } });
        await db.collection<Loose>('entities').deleteOne({ _id: '00000005' });
      });
      const again = await MongodbImage.open({ url: mongodbUrl, database });
      assert.equal(again.damage, null);
      assert.equal(again.position.sequence, 1);
      assert.equal(again.reach, 3);
      await again.apply(batch.slice(0, 1));
      assert.equal((await componentsOf(again))[0]?.data[0], 3, 'what is newer stays');
      assert.equal(again.reach, 3);
      await again.apply(batch.slice(1));
      assert.equal(again.reach, 3);
      assert.deepEqual(
        (await componentsOf(again)).map(({ serial, data }) => [serial, data[0]]),
        [
          [1, 3],
          [2, 3],
          [4, 2],
          [5, 3],
        ],
      );
      await again.close();
      const whole = await MongodbImage.open({ url: mongodbUrl, database });
      assert.equal(whole.damage, null);
      assert.equal(whole.position.sequence, 3);
      await whole.close();
    }),
);

test('mongodb image: a first batch that was cut off leaves nothing of what later records take away', {
  skip: skipWithoutMongodb,
}, async () => {
  const records = [
    encoded(1, [set(1, 1, 1), set(2, 1, 1)]),
    encoded(2, [set(3, 1, 2)]),
    encoded(3, [remove(2, 1), set(1, 1, 3)]),
  ];
  const catchUp = async function* () {
    yield records;
  };
  for (const finish of ['apply', 'catchUp'] as const) {
    const database = newDatabase();
    const image = await MongodbImage.open({ url: mongodbUrl, database });
    await image.apply(records.slice(0, 2));
    await image.close();
    await withDatabase(database, (db) =>
      db.collection('image').updateOne({}, { $set: { position: START, reach: 2, entities: 0 } }),
    );
    const again = await MongodbImage.open({ url: mongodbUrl, database });
    const found = [again.damage, again.position.sequence, again.reach];
    await (finish === 'apply' ? again.apply(records) : again.catchUp(catchUp()));
    await again.close();
    const whole = await MongodbImage.open({ url: mongodbUrl, database });
    const states = (await componentsOf(whole)).map(({ serial, data }) => [serial, data[0]]);
    await whole.close();
    await wipe(database);
    assert.deepEqual(found, [null, 0, 2]);
    assert.equal(whole.damage, null);
    assert.deepEqual(
      states,
      [
        [1, 3],
        [3, 2],
      ],
      finish,
    );
  }
});

test('mongodb image: a late writer does not bring back what is older', { skip: skipWithoutMongodb }, () =>
  withImage(async (image, database) => {
    const late = await MongodbImage.open({ url: mongodbUrl, database });
    await image.apply([encoded(2, [set(1, 1, 7)], 2)]);
    await assert.rejects(late.apply([encoded(2, [set(1, 1, 8)], 1)]), { code: 'GMG_STORE_EPOCH' });
    assert.equal((await componentsOf(image))[0]?.data[0], 7);
    await late.close();
  }),
);

test('mongodb image: documents that a person can read and find', { skip: skipWithoutMongodb }, async () => {
  const Being = defineComponent({
    id: 20,
    name: 'being',
    fields: { name: text, passwordHash: text, strength: u8, tags: json<Record<string, unknown>>({}) },
  });
  const kinds = [
    { name: 'being', first: 1, last: 0x3fffffff },
    { name: 'thing', first: 0x40000000, last: 0x7fffffff },
  ];
  const world = new World({
    planes: [{ facet: 0, width: 64, height: 64 }],
    kinds,
    components: [Being],
    seed: 1,
  });
  const owner = world.newSerial(0);
  const bag = world.newSerial(1);
  world.set(owner, Being, { name: 'Tom', passwordHash: 'x', strength: 60, tags: { 'a.b': { $c: 1 } } });
  world.place(owner, 0, 5, 6, 0);
  world.contain(bag, owner, 0, 0, 3);
  const changes = [...decodeCommit(world.takeCommit(1, 1, 1)!).changes, set(bag, 999, 1, 2, 3)];
  const database = newDatabase();
  const image = await MongodbImage.open({ url: mongodbUrl, database, schema: world.schema() });
  await image.apply([encoded(1, changes)]);
  await image.close();
  await withDatabase(database, async (db) => {
    const entities = db.collection<Loose>('entities');
    const tom = await entities.findOne({ kind: 'being', 'components.being.name': 'Tom' });
    assert.deepEqual(tom.components.being, {
      name: 'Tom',
      passwordHash: '(hidden)',
      strength: 60,
      tags: { a_b: { _c: 1 } },
    });
    assert.equal(tom.components.placement.x, 5);
    assert.equal(tom._id, '00000001');
    assert.equal(tom.parent, null);
    const held = await entities.find({ parent: tom._id }).toArray();
    assert.equal(held.length, 1);
    assert.equal(held[0].kind, 'thing');
    assert.equal(held[0].components.placement.parent, owner);
    // What nobody knows is kept all the same.
    assert.deepEqual(Object.keys(held[0].raw), [String(Placement.id), '999']);
  });
  await wipe(database);
});

test('mongodb image: says when nobody answers, and does not say the password', async () => {
  const url = 'mongodb://user:secret@127.0.0.1:1';
  await assert.rejects(MongodbImage.open({ url, timeoutMs: 300 }), (error: Error) => {
    assert.match(error.message, /mongodb at 127.0.0.1:1 cannot be reached: .*ECONNREFUSED/);
    assert.doesNotMatch(error.message, /secret/);
    return true;
  });
});
