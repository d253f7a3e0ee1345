import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attack, attackPhases, HostilePackets } from '../bots/index.ts';
import { TestShard } from '../testing/test-shard.ts';

/** Attackers, one after the other; each has its own seed. */
const ATTACKS = 400;
const BURSTS = 30;

test('whatever is sent, no rule fails and nobody else notices', async () => {
  const shard = new TestShard();
  const honest = await shard.enter('honest', 'Honest Abe');
  const before = belongings(shard, honest.serial);
  const sent = { nothing: 0, seed: 0, login: 0, characters: 0, world: 0 };
  for (let i = 0; i < ATTACKS; i++) {
    const phase = attackPhases[i % attackPhases.length]!;
    const { accepted } = honest.count;
    sent[phase] += await shard.until(
      attack({
        connect: shard.connect,
        host: 'memory',
        port: 1,
        account: `foe${i % 7}`,
        password: 'secret',
        phase,
        packets: new HostilePackets(1 + i),
        bursts: BURSTS,
        now: () => shard.nowMs,
        pause: () => new Promise((resolve) => setImmediate(resolve)),
      }),
    );
    // There and back: the land is flat, so nothing but a disturbance can deny it.
    honest.walk(i % 2 === 0 ? 2 : 6);
    shard.tick(500);
    shard.tick(500);
    assert.equal(honest.closed, null, `attack ${i}, ${phase}`);
    assert.equal(honest.count.accepted, accepted + 1, `attack ${i}, ${phase}: a step was not answered`);
  }
  for (const [phase, bursts] of Object.entries(sent))
    assert.ok(bursts >= ATTACKS / 5, `${phase}: ${bursts} bursts`);
  const faults = shard.log.filter(({ event }) => event === 'rule-fault');
  assert.deepEqual(faults.slice(0, 3), []);
  assert.equal(honest.count.errors, 0);
  assert.deepEqual(belongings(shard, honest.serial), before);
});

/** Everything a person has, without where the person stands and what time does to it. */
function belongings({ game }: TestShard, serial: number): unknown {
  const [, ...things] = game.world.closureOf(serial);
  return things.map((thing) => [thing, game.world.inspect(thing)]);
}
