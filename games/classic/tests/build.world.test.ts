import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScriptedClient } from '../bots/scripted-client.ts';
import { isBlock } from '../rules/blocks.ts';
import { Level, Section } from '../rules/components.ts';
import { blockAt, sectionCount } from '../rules/levels/cells.ts';
import { LevelSnapshots } from '../session/level-snapshots.ts';
import { TestShard } from '../testing/test-shard.ts';

const [AIR, STONE, BEDROCK, WATER, SLAB, DOUBLE_SLAB] = [0, 1, 7, 8, 44, 43];

/** A cell of air that a client can reach. */
function airBy({ pose }: ScriptedClient, up = 1): [number, number, number] {
  return [pose.x >> 5, (pose.y >> 5) + up, pose.z >> 5];
}

function blockIn(shard: TestShard, x: number, y: number, z: number): number {
  const { world, context } = shard.game;
  return blockAt(world, world.require(context.levels.main, Level), x, y, z);
}

test('what one builds and breaks all see, and it is in the commit of that step alone', async () => {
  const shard = new TestShard();
  const anna = await shard.enter('anna');
  const ben = await shard.enter('ben');
  const cell = airBy(anna);
  const before = shard.commits.length;
  anna.place(...cell, STONE);
  shard.tick();
  assert.deepEqual([blockIn(shard, ...cell), ben.level.get(...cell)], [STONE, STONE]);
  assert.equal(shard.commits.length, before + 1);
  assert.ok(shard.commits.at(-1)!.length < 700, 'one section, no more');
  anna.breakAt(...cell);
  shard.tick();
  assert.deepEqual([blockIn(shard, ...cell), ben.level.get(...cell)], [AIR, AIR]);
});

test('what is out of reach, taken, unknown or not allowed is taken back on the screen of its builder', async () => {
  const shard = new TestShard();
  const anna = await shard.enter('anna');
  const ben = await shard.enter('ben');
  const [x, y, z] = airBy(anna);
  const tries: readonly [number, number, number, number][] = [
    [x > 32 ? 2 : 60, y, z, STONE],
    [x, y, z, 200],
    [x, y, z, BEDROCK],
    [x, y, z, WATER],
  ];
  const seen = ben.count.blocksSeen;
  for (const [tx, ty, tz, block] of tries) {
    anna.place(tx, ty, tz, block);
    shard.tick();
    assert.equal(anna.level.get(tx, ty, tz), blockIn(shard, tx, ty, tz), `block ${block}`);
    assert.notEqual(anna.level.get(tx, ty, tz), block);
  }
  anna.breakAt(x, y, z);
  anna.place(x, y, z, STONE);
  anna.place(x, y, z, 5);
  shard.tick();
  assert.equal(blockIn(shard, x, y, z), STONE, 'a block is in the way');
  assert.equal(anna.level.get(x, y, z), STONE);
  assert.equal(ben.count.blocksSeen, seen + 1);
  for (const [ox, oy, oz] of [
    [-1, y, z],
    [x, 500, z],
    [x, y, 32_767],
  ] as const)
    anna.place(ox, oy, oz, STONE);
  shard.tick();
  assert.ok(anna.isPlaying);
});

test('operators place what others may not', async () => {
  const shard = new TestShard();
  const owner = await shard.enterOwner();
  const cell = airBy(owner);
  owner.place(...cell, BEDROCK);
  shard.tick();
  assert.equal(blockIn(shard, ...cell), BEDROCK);
  owner.breakAt(...cell);
  owner.place(...cell, WATER);
  shard.tick();
  assert.equal(blockIn(shard, ...cell), WATER);
});

test('a slab on a slab is a whole block', async () => {
  const shard = new TestShard();
  const anna = await shard.enter('anna');
  const [x, y, z] = airBy(anna);
  anna.place(x, y, z, SLAB);
  anna.place(x, y + 1, z, SLAB);
  shard.tick();
  assert.deepEqual([blockIn(shard, x, y, z), blockIn(shard, x, y + 1, z)], [DOUBLE_SLAB, AIR]);
  assert.equal(anna.level.get(x, y + 1, z), AIR);
});

test('who comes while others build gets the level as it is when it has come', async () => {
  const shard = new TestShard({ level: { width: 128, height: 64, length: 128 } });
  const anna = await shard.enter('anna');
  const [x, y, z] = airBy(anna);
  // Built since the level was packed for the first who came.
  for (let up = 4; up < 6; up++) anna.place(x, y + up - 1, z, 40 + up);
  shard.tick();
  const ben = shard.client('ben');
  const joined = ben.join();
  let begun = 0;
  ben.listen(({ kind }) => {
    if (kind !== 'level_begin' && kind !== 'level_chunk') return;
    // Built while the level is on its way.
    anna.place(x + (begun % 3), y + (Math.floor(begun / 3) % 3), z, 21 + (begun % 10));
    begun++;
  });
  await shard.until(joined);
  shard.tick();
  assert.ok(begun > 3, `${begun} packets`);
  const level = shard.game.world.require(shard.game.context.levels.main, Level);
  for (let cell = 0; cell < 128 * 64 * 128; cell++) {
    const [cx, cz, cy] = [cell % 128, (cell >> 7) % 128, cell >> 14];
    if (ben.level.get(cx, cy, cz) !== blockAt(shard.game.world, level, cx, cy, cz))
      assert.fail(`${cx} ${cy} ${cz} is another block for who came`);
  }
});

test('a snapshot serves all who come, until too much has changed', async () => {
  const shard = new TestShard();
  const { main } = shard.game.context.levels;
  const snapshots = new LevelSnapshots(shard.game.world, assert.ifError);
  const first = snapshots.take(main, true);
  assert.equal(snapshots.take(main, true), first);
  assert.notEqual(snapshots.take(main, false), first, 'clients of old get other bytes');
  for (let cell = 0; cell < 2_001; cell++) snapshots.blockChanged(main, cell);
  const second = snapshots.take(main, true);
  assert.notEqual(second, first);
  assert.equal(first.changed.size, 2_001, 'those who still get it are told of all');
  snapshots.release(first);
  snapshots.release(first);
  snapshots.blockChanged(main, 5_000);
  assert.equal(first.changed.size, 2_001, 'nobody gets it any more');
  assert.equal(second.changed.size, 1);
});

test('a level has all its sections, known blocks, ground to stand on and a closed bottom', async () => {
  const shard = new TestShard({ level: { width: 64, height: 64, length: 64, seed: 99 } });
  const { context, world } = shard.game;
  const level = world.require(context.levels.main, Level);
  assert.equal(world.store(Section).size, sectionCount(level));
  const counts = new Map<number, number>();
  for (let x = 0; x < 64; x++) {
    for (let z = 0; z < 64; z++) {
      assert.equal(blockAt(world, level, x, 0, z), BEDROCK);
      for (let y = 0; y < 64; y++) {
        const block = blockAt(world, level, x, y, z);
        assert.ok(isBlock(block));
        counts.set(block, (counts.get(block) ?? 0) + 1);
      }
    }
  }
  for (const block of [AIR, STONE, 16, 15]) assert.ok((counts.get(block) ?? 0) > 20, `block ${block}`);
});
