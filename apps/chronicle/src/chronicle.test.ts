import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { follow, openTopic, openTopicReader, type TopicEvent, type TopicPlace } from '@gommog/topics';
import { Chronicle } from './chronicle.ts';
import { queryOf, serve } from './serve.ts';

const ANNA = 5;
const BERT = 6;
const SWORD = 0x40000001;
const BAG = 0x40000002;

function told(sequence: number, kind: string, body: Record<string, unknown>): TopicEvent {
  return { sequence, index: 0, tick: sequence, timeMs: sequence * 100, kind, key: '', body };
}

function moved(sequence: number, by: number, root: number): TopicEvent {
  const at = { holder: BAG, root, facet: 0, x: 0, y: 0, z: 0 };
  const from = { ...at, root: 0 };
  return told(sequence, 'item-moved', { item: SWORD, reason: 'drop', by, amount: 1, from, at });
}

const history = [
  told(1, 'login', { character: ANNA, account: 9, name: 'Anna', accountName: 'aaa' }),
  moved(2, ANNA, ANNA),
  told(3, 'speech', { character: ANNA, manner: 'say', text: 'Take it', facet: 0, x: 0, y: 0 }),
  moved(4, ANNA, BERT),
];

/** A topic in a folder with the history above, and the chronicle's file. */
async function withTopic(run: (place: TopicPlace, file: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-chronicle-'));
  try {
    await run({ kind: 'file', dir: join(dir, 'topic') }, join(dir, 'chronicle.db'));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function publish(place: TopicPlace, events: readonly TopicEvent[]): Promise<void> {
  const topic = await openTopic(place);
  for (const event of events) topic.publish({ through: event.sequence, events: [event] });
  await topic.close();
}

/** Follows until the chronicle has read up to a record. */
async function readUpTo(place: TopicPlace, chronicle: Chronicle, through: number): Promise<number> {
  const stop = new AbortController();
  let batches = 0;
  const reader = await openTopicReader(place);
  await follow({
    reader,
    cursor: chronicle.cursor,
    signal: stop.signal,
    pollMs: 1,
    apply: (reading) => {
      chronicle.apply(reading);
      batches++;
      if (reading.through >= through) stop.abort();
    },
  });
  await reader.close();
  return batches;
}

test('who had the sword, and what did Anna do?', () =>
  withTopic(async (place, file) => {
    await publish(place, history);
    const chronicle = new Chronicle(file);
    await readUpTo(place, chronicle, 4);
    const holders = chronicle
      .find({ serial: SWORD })
      .map(({ body }) => (body['at'] as { root: number }).root);
    assert.deepEqual(holders, [ANNA, BERT]);
    assert.deepEqual(
      chronicle.find({ serial: ANNA }).map(({ sequence }) => sequence),
      [1, 2, 3, 4],
    );
    assert.deepEqual(
      chronicle.find({ serial: BERT }).map(({ sequence }) => sequence),
      [4],
    );
    assert.deepEqual(
      chronicle.find({ kind: 'item-moved', fromMs: 300, toMs: 400 }).map(({ sequence }) => sequence),
      [4],
    );
    assert.deepEqual(
      chronicle.find({ limit: 1 }).map(({ sequence }) => sequence),
      [4],
    );
    assert.deepEqual(chronicle.people('anna'), [
      { character: ANNA, account: 9, name: 'Anna', accountName: 'aaa' },
    ]);
    chronicle.close();
  }));

test('a trade is found by both people and all goods, and an account by what its characters did', () => {
  const chronicle = new Chronicle(':memory:');
  const coins = { item: 0x40000009, holder: BAG, template: 'gold-coin', graphic: 1, amount: 30 };
  const sword = { item: SWORD, holder: 0, template: 'sword', graphic: 2, amount: 1 };
  const sides = [
    { character: ANNA, account: 9, gold: 0, gave: [sword] },
    { character: BERT, account: 8, gold: 30, gave: [coins] },
  ];
  const skill = { character: ANNA, account: 9, skill: 'tactics', from: 1, to: 2, reason: 'train', by: ANNA };
  const events = [...history, told(5, 'trade-completed', { sides }), told(6, 'skill-changed', skill)];
  chronicle.apply({ through: 6, events, cursor: { batch: 1, through: 6 } });
  const found = (serial: number, kind?: string) =>
    chronicle.find({ serial, ...(kind === undefined ? {} : { kind }) }).map(({ sequence }) => sequence);
  for (const serial of [ANNA, BERT, SWORD, coins.item]) assert.equal(found(serial).includes(5), true);
  assert.deepEqual(found(ANNA, 'skill-changed'), [6]);
  assert.deepEqual(
    found(9),
    [1, 2, 3, 4, 5, 6],
    'its character moved a thing and spoke, without a word of the account',
  );
  assert.deepEqual(found(8), [5]);
  chronicle.close();
});

test('it goes on where it was, and a batch that comes again changes nothing', () =>
  withTopic(async (place, file) => {
    await publish(place, history.slice(0, 2));
    let chronicle = new Chronicle(file);
    assert.equal(await readUpTo(place, chronicle, 2), 2);
    chronicle.close();
    await publish(place, history.slice(2));
    chronicle = new Chronicle(file);
    assert.equal(await readUpTo(place, chronicle, 4), 2);
    const before = chronicle.find({});
    chronicle.apply({ through: 4, events: history, cursor: chronicle.cursor });
    assert.deepEqual(chronicle.find({}), before);
    assert.equal(before.length, 4);
    chronicle.close();
  }));

test('it answers over HTTP, and says what is wrong with a question', async () => {
  const chronicle = new Chronicle(':memory:');
  chronicle.apply({ through: 4, events: history, cursor: { batch: 1, through: 4 } });
  const server = await serve(chronicle, 0);
  const { port } = server.address() as { port: number };
  const ask = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return [response.status, await response.json()] as [number, { error?: string; length?: number }];
  };
  assert.equal((await ask(`/events?serial=${SWORD}`))[1].length, 2);
  assert.equal((await ask('/people?name=Anna'))[1].length, 1);
  assert.deepEqual(await ask('/health'), [200, { cursor: { batch: 1, through: 4 }, missing: [] }]);
  assert.deepEqual(await ask('/events?serial=x'), [400, { error: "serial is no number: 'x'" }]);
  assert.equal((await ask('/elsewhere'))[0], 404);
  server.closeAllConnections();
  server.close();
});

test('serials may be written as people read them, and nobody gets all at once', () => {
  assert.deepEqual(queryOf(new URLSearchParams('serial=0x40000001&limit=1000000')), {
    serial: SWORD,
    limit: 10_000,
  });
});
