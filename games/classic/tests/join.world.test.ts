import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extensions } from '../protocol/index.ts';
import { Body, Level } from '../rules/components.ts';
import { blockAt } from '../rules/levels/cells.ts';
import { keyOf } from '../session/keys.ts';
import { OWNER, TestShard } from '../testing/test-shard.ts';

test('somebody comes in, gets every block of the level, and stands on the ground', async () => {
  const shard = new TestShard();
  const anna = await shard.enter('anna');
  const { game } = shard;
  const level = game.world.require(game.context.levels.main, Level);
  assert.deepEqual([anna.level.width, anna.level.height, anna.level.length], [64, 32, 48]);
  for (let y = 0; y < 32; y++) {
    for (let z = 0; z < 48; z++) {
      for (let x = 0; x < 64; x++)
        assert.equal(anna.level.get(x, y, z), blockAt(game.world, level, x, y, z), `${x} ${y} ${z}`);
    }
  }
  const [x, y, z] = [anna.pose.x >> 5, (anna.pose.y - 51) >> 5, anna.pose.z >> 5];
  assert.equal(anna.level.get(x, y, z), 0, 'feet in the air');
  assert.notEqual(anna.level.get(x, y - 1, z), 0, 'ground below them');
  assert.deepEqual([...anna.serverExtensions.keys()].sort(), Object.keys(extensions).sort());
});

test('a client of old comes in too, and is told nothing that it does not know', async () => {
  const shard = new TestShard();
  const anna = await shard.enter('anna');
  const old = shard.client('old', { extensions: null });
  const kinds = new Set<string>();
  old.listen(({ kind }) => kinds.add(kind));
  await shard.until(old.join());
  shard.tick();
  const [x, y, z] = [anna.pose.x >> 5, (anna.pose.y >> 5) + 2, anna.pose.z >> 5];
  anna.place(x, y, z, 60);
  anna.say('Hello ☺');
  shard.tick();
  assert.equal(anna.level.get(x, y, z), 60);
  assert.equal(old.level.get(x, y, z), 20, 'ice is shown as glass');
  assert.match(old.lines.at(-1)!, /anna: &fHello \?$/);
  for (const kind of kinds)
    assert.doesNotMatch(kind, /extension|extended|player_name|color|distance|block_level|two_way/, kind);
});

test('those in a level see each other come, go and move, and nobody sees itself', async () => {
  const shard = new TestShard();
  const anna = await shard.enter('anna');
  const ben = await shard.enter('ben', { extensions: null });
  assert.deepEqual(
    [...anna.others.values()].map(({ name }) => name),
    ['&7ben'],
  );
  assert.deepEqual(
    [...ben.others.values()].map(({ name }) => name),
    ['&7anna'],
  );
  const { x, y, z } = ben.pose;
  for (const [dx, turn] of [
    [8, 0],
    [8, 9],
    [0, 17],
    [200, 17],
    [-100, 3],
  ] as const) {
    ben.moveTo(ben.pose.x + dx, y, z, turn, turn);
    shard.tick(200);
    const { name, ...seen } = [...anna.others.values()][0]!;
    assert.equal(name, '&7ben');
    assert.deepEqual(seen, { ...ben.pose });
  }
  assert.equal(ben.count.movesSeen, 0);
  assert.notEqual(ben.pose.x, x);
  const carl = await shard.enter('carl');
  assert.deepEqual(
    [...carl.others.values()].find(({ name }) => name === '&7ben'),
    { name: '&7ben', ...ben.pose },
  );
  ben.close();
  await new Promise((resolve) => setImmediate(resolve));
  shard.tick();
  assert.equal(anna.others.size, 1);
});

test('who was here comes back to where it left', async () => {
  const shard = new TestShard();
  const anna = await shard.enter('anna');
  anna.moveTo(anna.pose.x + 90, anna.pose.y + 20, anna.pose.z, 33, 5);
  shard.tick();
  anna.close();
  await new Promise((resolve) => setImmediate(resolve));
  shard.tick();
  const again = await shard.enter('Anna');
  assert.deepEqual({ ...again.pose }, { ...anna.pose });
  assert.equal(shard.game.world.store(Body).size, 1);
});

test('the owner needs the key, and so does everybody if names are verified', async () => {
  const shard = new TestShard();
  await assert.rejects(shard.enter(OWNER), /needs its key/);
  await assert.rejects(shard.enter(OWNER, { key: 'f'.repeat(32) }), /needs its key/);
  const owner = await shard.enterOwner();
  assert.ok(owner.isOperator);
  assert.equal((await shard.enter('anna')).isOperator, false);
  const strict = new TestShard({ lobby: { verifyNames: true } });
  await assert.rejects(strict.enter('anna'), /needs its key/);
  await strict.enter('anna', { key: keyOf('salt', 'anna').toUpperCase() });
});

test('wrong keys lock an address', async () => {
  const shard = new TestShard();
  for (let i = 0; i < 5; i++) await assert.rejects(shard.enter(OWNER), /needs its key/);
  await assert.rejects(shard.enterOwner(), /Too many wrong keys/);
  shard.tick(301_000);
  await shard.enterOwner();
});

test('a second one of a name takes over when it is the same person, and is refused when it may be another', async () => {
  const shard = new TestShard();
  const first = await shard.enter('anna');
  const second = await shard.enter('anna');
  assert.match(first.closed!, /somewhere else/);
  assert.ok(second.isPlaying);
  const { connectMemory } = await import('@gommog/net');
  const elsewhere = shard.client('anna', {
    connect: async (_host, _port, receiver) =>
      connectMemory((link) => shard.game.accept(link), receiver, { address: '10.0.0.2' }),
  });
  await assert.rejects(shard.until(elsewhere.join()), /under this name already/);
  assert.ok(second.isPlaying);
});

test('a full server, a bad name and another version are told why they are refused', async () => {
  const shard = new TestShard({ ruleset: { maxPlayers: 1 } });
  const anna = await shard.enter('anna');
  await assert.rejects(shard.enter('ben'), /full/);
  await assert.rejects(shard.enter('b&n'), /no name/);
  assert.ok(anna.isPlaying);
  const owner = await shard.enterOwner();
  assert.ok(owner.isPlaying, 'operators find a place');
});

test('a level has room for 128, each of whom sees the 127 others', { timeout: 240_000 }, async () => {
  const shard = new TestShard({ level: { width: 16, height: 16, length: 16 } });
  const all = [];
  for (let i = 0; i < 128; i++) all.push(await shard.enter(`p${i}`));
  for (const each of all) assert.equal(each.others.size, 127);
  await assert.rejects(shard.enter('late'), /full/);
  for (const each of all) each.moveTo(each.pose.x + 3, each.pose.y, each.pose.z - 2);
  shard.tick();
  for (const each of all) {
    assert.equal(each.count.movesSeen, 127);
    for (const other of each.others.values()) assert.equal(other.x, each.pose.x);
  }
});
