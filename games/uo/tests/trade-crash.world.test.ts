import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Item } from '../rules/things/item.ts';
import { carriedGold } from '../rules/things/weight.ts';
import { TradeBox } from '../rules/trade/trade-box.ts';
import { putInto } from '../testing/arrange.ts';
import { flatLand } from '../testing/flat-land.ts';
import { TestShard } from '../testing/test-shard.ts';
import { tradeScene } from '../testing/trade-scene.ts';
import { amounts, placeFaults, Shadow } from '../testing/world-checks.ts';
import { createWorld } from '../uo.ts';

/** A shard that starts from the first `count` commit records, as after a crash in which no more got durable. */
function restartFrom(commits: readonly Uint8Array[], count: number): TestShard {
  const world = createWorld([{ id: 0, terrain: flatLand(256, 256), season: 0 }], 99);
  const shadow = new Shadow();
  for (const commit of commits.slice(0, count)) shadow.take(commit);
  assert.deepEqual(shadow.fill(world), []);
  return new TestShard({ world });
}

test('wherever in a trade a crash falls: both have what they offered, or both what they were offered', async () => {
  const { shard, world, anna, bert, dagger, gold, bag, offerBoth } = await tradeScene();
  const apple = putInto(shard, 'apple', bag);
  const first = shard.commits.length;
  const had = [anna, bert].map(({ client }) => carriedGold(shard.game.context, client.serial));
  offerBoth();
  anna.drop(gold, bert.client.serial, 30);
  shard.durable(false);
  shard.tick(1_000);
  anna.accept();
  // From here on it may have happened; before, it may not.
  const before = shard.commits.length;
  bert.accept();
  bert.client.logout();
  shard.tick();
  shard.durable(true);
  shard.tick();
  const total = amounts(world);
  const outcomes = { kept: 0, changed: 0 };
  for (let count = first; count <= shard.commits.length; count++) {
    const { game } = restartFrom(shard.commits, count);
    const [annas, berts] = [anna.client.serial, bert.client.serial];
    const isDone = count > before;
    outcomes[isDone ? 'changed' : 'kept']++;
    const [first, second] = isDone ? [berts, annas] : [annas, berts];
    const owners = [dagger, bag, apple].map((item) => game.world.rootOf(item));
    assert.deepEqual(owners, [first, second, second], `${count} records`);
    const coins = [annas, berts].map((mobile) => carriedGold(game.context, mobile));
    assert.deepEqual(coins, isDone ? [had[0]! - 30, had[1]! + 30] : had, `${count} records`);
    assert.equal(game.world.parentOf(apple), bag);
    game.world.each(TradeBox, (box) => assert.fail(`trade box ${box} is left`));
    assert.deepEqual(amounts(game.world), total);
    assert.deepEqual(placeFaults(game.world, [0]), []);
    game.world.each(Item, (item) => assert.notEqual(game.world.parentOf(item), 0));
  }
  assert.ok(outcomes.kept > 3 && outcomes.changed > 2, JSON.stringify(outcomes));
});
