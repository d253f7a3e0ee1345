import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WebClient } from '../bots/web-client.ts';
import { moveTo } from '../testing/arrange.ts';
import { type Network, SlowNetwork } from '../testing/slow-network.ts';
import { TestShard } from '../testing/test-shard.ts';

const FRAME_MS = 20;
const RUN_MS = 200;
const SECONDS = 120;
const EAST = 2;
const WEST = 6;

/** Runs back and forth for two minutes; says how often one could not go on, and what the shard denied. */
async function run(network: Network) {
  const shard = new TestShard();
  const now = (): number => shard.nowMs;
  const slow = new SlowNetwork(network, shard.connectWeb, now);
  const anna = new WebClient({
    connect: slow.connect,
    host: 'memory',
    port: 1,
    account: 'anna',
    password: 'secret',
    now,
  });
  await shard.until(anna.login(0, { name: 'Anna' }));
  moveTo(shard, anna, 100, 100);
  anna.walk(EAST);
  shard.tick(1_000);
  slow.isSlow = true;
  const count = { asked: 0, stuck: 0 };
  let nextStepMs = shard.nowMs;
  const endMs = shard.nowMs + SECONDS * 1000;
  while (shard.nowMs < endMs) {
    if (shard.nowMs >= nextStepMs) {
      const direction = Math.floor(count.asked / 40) % 2 === 0 ? EAST : WEST;
      if (anna.walk(direction, true)) {
        count.asked++;
        nextStepMs += RUN_MS;
      } else {
        count.stuck++;
        nextStepMs = shard.nowMs + FRAME_MS;
      }
    }
    slow.arrive();
    shard.tick(FRAME_MS);
  }
  for (let i = 0; i < 500; i++) {
    slow.arrive();
    shard.tick(FRAME_MS);
  }
  return { anna, ...count };
}

test('at 300 ms and 2 % loss one runs as if the shard were here: nothing is denied, and nobody waits', async () => {
  // Lost packets are sent again after the time of a way there and back and a bit; two in a row take twice as long.
  const { anna, asked, stuck } = await run({ oneWayMs: 150, lostOneIn: 50, againMs: 700 });
  assert.ok(asked > SECONDS * 4.9, `${asked} steps`);
  assert.deepEqual([anna.count.denied, anna.count.errors, stuck], [0, 0, 0]);
  assert.equal(anna.pendingSteps, 0);
});

test('even where every tenth packet takes two seconds nothing is denied: one only has to wait at times', async () => {
  const { anna, asked } = await run({ oneWayMs: 300, lostOneIn: 10, againMs: 2_000 });
  assert.ok(asked > SECONDS * 2, `${asked} steps`);
  assert.deepEqual([anna.count.denied, anna.count.errors], [0, 0]);
});
