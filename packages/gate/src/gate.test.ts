import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Link } from '@gommog/core';
import { FlushList, PacketRates } from './index.ts';

function counted(): { session: { link: Link; pending: boolean; urgent: boolean }; flushes: () => number } {
  let flushes = 0;
  const link = { flush: () => flushes++ } as unknown as Link;
  return { session: { link, pending: false, urgent: false }, flushes: () => flushes };
}

test('a flush writes each link once, and only those with something to send', () => {
  const list = new FlushList<ReturnType<typeof counted>['session']>();
  const [a, b, c] = [counted(), counted(), counted()];
  list.add(a.session);
  list.add(a.session);
  list.add(b.session);
  b.session.urgent = true;
  list.flush(true);
  assert.deepEqual([a.flushes(), b.flushes(), c.flushes(), list.isEmpty], [0, 1, 0, false]);
  list.flush(false);
  list.flush(false);
  assert.deepEqual([a.flushes(), b.flushes(), c.flushes(), list.isEmpty], [1, 1, 0, true]);
  list.add(b.session);
  list.flush(false);
  assert.equal(b.flushes(), 2);
});

test('rates allow a burst, then so many a second, each kind for itself', () => {
  const rates = new PacketRates<string>();
  const rate = { perSecond: 2, burst: 3 };
  const tries = (nowMs: number): number => {
    let allowed = 0;
    while (rates.spend('say', rate, nowMs)) allowed++;
    return allowed;
  };
  assert.equal(tries(1_000), 3);
  assert.equal(tries(1_400), 0);
  assert.equal(tries(2_000), 2, 'what was asked in vain costs nothing');
  assert.equal(tries(60_000), 3);
  assert.ok(rates.spend('move', rate, 60_000));
});
