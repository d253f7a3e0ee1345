import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reading, TopicEvent } from '@gommog/topics';
import { type Alarm, Ledger } from './ledger.ts';

let sequence = 0;

function told(kind: string, body: Record<string, unknown>, timeMs = 0): TopicEvent {
  return { sequence: ++sequence, index: 0, tick: 1, timeMs, kind, key: '', body: { v: 1, ...body } };
}

function batch(...events: TopicEvent[]): Reading {
  const through = events.at(-1)!.sequence;
  return { through, events, cursor: { batch: through, through } };
}

const item = { item: 1, reason: 'drop', by: 0 };
const created = {
  ...item,
  template: '',
  graphic: 1,
  amount: 1,
  at: { holder: 0, root: 0, facet: 0, x: 0, y: 0, z: 0 },
};

test('the books add up what came and went, by hour and reason', () => {
  const ledger = new Ledger(':memory:');
  ledger.apply(batch(told('gold-minted', { amount: 7, reason: 'before-any-count', by: 0 })));
  assert.equal(ledger.stock, null);
  ledger.apply(batch(told('goods-counted', { gold: 1000, items: 10 })));
  ledger.apply(
    batch(
      told('gold-minted', { amount: 50, reason: 'loot', by: 1 }, 3_600_000),
      told('gold-minted', { amount: 5, reason: 'loot', by: 2 }, 3_700_000),
      told('gold-burned', { amount: 20, reason: 'vendor', by: 1 }, 7_200_000),
      told('item-created', created),
      told('item-destroyed', item),
      told('item-destroyed', item),
    ),
  );
  assert.deepEqual(ledger.stock, { gold: 1035, items: 9 });
  assert.deepEqual(ledger.flows(1), [
    { hour: 1, reason: 'loot', minted: 55, burned: 0 },
    { hour: 2, reason: 'vendor', minted: 0, burned: 20 },
  ]);
  ledger.apply(batch(told('goods-counted', { gold: 1035, items: 9 })));
  assert.deepEqual(ledger.alarms(), []);
});

test('a count that the books do not explain is an alarm, once', () => {
  const ledger = new Ledger(':memory:');
  const heard: Alarm[] = [];
  ledger.onAlarm = (alarm) => heard.push(alarm);
  ledger.apply(batch(told('goods-counted', { gold: 100, items: 1 })));
  ledger.apply(batch(told('goods-counted', { gold: 130, items: 1 })));
  ledger.apply(batch(told('goods-counted', { gold: 130, items: 1 })));
  assert.deepEqual(
    heard.map(({ what, expected, counted }) => [what, expected, counted]),
    [['gold', 100, 130]],
  );
  assert.deepEqual(ledger.alarms(), heard);
});

test('records that are missing in the topic are an alarm', () => {
  const ledger = new Ledger(':memory:');
  ledger.apply({ through: 20, events: [], missing: { from: 11, to: 20 }, cursor: { batch: 1, through: 20 } });
  assert.deepEqual(
    ledger.alarms().map(({ what, counted }) => [what, counted]),
    [['records', 10]],
  );
});

test('a batch that cannot be booked changes nothing', () => {
  const ledger = new Ledger(':memory:');
  ledger.apply(batch(told('goods-counted', { gold: 100, items: 1 })));
  const { cursor } = ledger;
  const bad = batch(
    told('gold-minted', { amount: 5, reason: 'loot', by: 1 }),
    told('gold-minted', { amount: 'many', reason: 'loot', by: 1 }),
  );
  assert.throws(() => ledger.apply(bad));
  assert.deepEqual([ledger.stock, ledger.cursor, ledger.flows()], [{ gold: 100, items: 1 }, cursor, []]);
});
