import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Rng } from '@gommog/core';
import { ClassicGame, createWorld } from '../classic.ts';
import type { Intent } from '../rules/intents.ts';
import { defaultRuleset } from '../rules/ruleset.ts';
import { TestShard } from '../testing/test-shard.ts';

/** People who walk, build and speak by chance. */
async function play(shard: TestShard, ticks: number): Promise<void> {
  const rng = new Rng(5);
  const people = [await shard.enter('anna'), await shard.enter('ben'), await shard.enterOwner()];
  for (let i = 0; i < ticks; i++) {
    for (const each of people) {
      const { pose } = each;
      each.moveTo(pose.x + rng.between(-9, 9), pose.y, pose.z + rng.between(-9, 9), rng.between(0, 255));
      const cell = [
        (pose.x >> 5) + rng.between(-3, 3),
        (pose.y >> 5) + rng.between(-3, 3),
        pose.z >> 5,
      ] as const;
      if (rng.chance(0.5)) each.place(...cell, rng.between(1, 49));
      else each.breakAt(...cell);
    }
    if (i % 20 === 0) people[2]!.say(i % 40 === 0 ? '/setspawn' : '/rank ben builder');
    shard.tick();
  }
}

test('the world that the commit records tell of is the one that is played', async () => {
  const shard = new TestShard();
  await play(shard, 100);
  const again = shard.rebuilt();
  assert.equal(again.stateHash(), shard.game.world.stateHash());
  const next = new TestShard({ world: again });
  const anna = await next.enter('anna');
  assert.equal(anna.level.blocks.length, 64 * 32 * 48);
});

test('a recorded run repeats to the same state', async () => {
  const shard = new TestShard();
  const begun = [...shard.game.world.states()].map((state) => ({ ...state, data: state.data.slice() }));
  const [nowMs, rng] = [shard.game.world.nowMs, shard.game.world.rng.state];
  const steps: { nowMs: number; intents: string }[] = [];
  shard.game.recorder = {
    // A recording is text: what an intent holds has to survive that.
    step: (_tick, at, intents) => steps.push({ nowMs: at, intents: JSON.stringify(intents) }),
  };
  await play(shard, 60);
  shard.game.offer({ kind: 'make-level', name: 'two', width: 16, height: 16, length: 16, seed: 3 });
  shard.tick();

  const world = createWorld(1);
  for (const { component, data, serial, version } of begun) world.load(serial, component, version, data);
  world.finishLoading();
  world.nowMs = nowMs;
  world.rng.state = rng;
  const log = (): void => {};
  const again = new ClassicGame({
    world,
    ruleset: defaultRuleset,
    lobby: {
      serverName: '',
      motd: '',
      verifyNames: false,
      newNamesPerAddress: 0,
      isTrusted: () => false,
      now: () => 0,
      log,
    },
    tick: 1,
    operator: { staffEntered: log, staffActed: log, shutdownAsked: log },
    log,
  });
  for (const step of steps) {
    for (const intent of JSON.parse(step.intents) as Intent[]) again.offer(intent);
    again.step(step.nowMs);
  }
  assert.ok(steps.length > 60);
  assert.equal(again.world.stateHash(), shard.game.world.stateHash());
});

test('save is answered when the log is durable, not before', async () => {
  const shard = new TestShard();
  const owner = await shard.enterOwner();
  owner.say('/save');
  shard.tick();
  assert.doesNotMatch(owner.lines.join('\n'), /safe on disk/);
  shard.makeDurable();
  assert.match(owner.lines.at(-1)!, /safe on disk/);
});
