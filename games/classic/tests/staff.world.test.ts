import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Body, Level, Player } from '../rules/components.ts';
import { keyOf } from '../session/keys.ts';
import { TestShard } from '../testing/test-shard.ts';

test('a guest has no staff commands, and is not told that there are any', async () => {
  const shard = new TestShard();
  const anna = await shard.enter('anna');
  await shard.enter('ben');
  for (const command of [
    '/kick ben',
    '/ban ben',
    '/rank anna owner',
    '/newlevel x 16 16 16',
    '/place stone',
  ]) {
    anna.say(command);
    shard.tick(2_000);
    assert.match(anna.lines.at(-1)!, /no command/, command);
  }
  anna.say('/help');
  shard.tick();
  assert.doesNotMatch(anna.lines.at(-1)!, /kick/);
  assert.deepEqual(shard.acts, []);
});

test('kick, ban and unban, each in the audit log', async () => {
  const shard = new TestShard();
  const owner = await shard.enterOwner();
  const anna = await shard.enter('anna');
  owner.say('/kick anna Be kind');
  shard.tick();
  assert.equal(anna.closed, 'Be kind');
  owner.say('/ban ANNA');
  shard.tick();
  await assert.rejects(shard.enter('anna'), /banned/);
  owner.say('/unban anna');
  shard.tick();
  assert.ok((await shard.enter('anna')).isPlaying);
  assert.deepEqual(
    shard.acts.map(({ command, outcome }) => `${command}: ${outcome}`),
    [
      '/kick anna Be kind: anna was sent away',
      '/ban ANNA: anna is banned',
      '/unban anna: anna may come in again',
    ],
  );
});

test('an operator cannot touch those above, nor raise anybody to its own rank', async () => {
  const shard = new TestShard();
  const owner = await shard.enterOwner();
  const anna = await shard.enter('anna');
  await shard.enter('ben');
  owner.say('/rank anna operator');
  shard.tick();
  assert.ok(anna.isOperator);
  assert.ok(
    anna.lines.some((line) => line.includes(keyOf('salt', 'anna'))),
    'anna is told the key of its name',
  );
  assert.ok(!owner.lines.some((line) => line.includes(keyOf('salt', 'anna'))), 'nobody else is');
  for (const command of [
    '/kick olga',
    '/ban olga',
    '/rank olga guest',
    '/rank ben operator',
    '/rank anna owner',
  ]) {
    anna.say(command);
    shard.tick(2_000);
    assert.match(anna.lines.at(-1)!, /above you|cannot give/, command);
  }
  anna.say('/rank ben builder');
  shard.tick();
  const { context, world } = shard.game;
  assert.equal(world.require(context.people.byName.find('ben')!, Player).rank, 1);
  anna.close();
  await new Promise((resolve) => setImmediate(resolve));
  shard.tick();
  await assert.rejects(shard.enter('anna'), /needs its key/);
  await shard.enter('anna', { key: keyOf('salt', 'anna') });
});

test('tp, setspawn and place', async () => {
  const shard = new TestShard();
  const owner = await shard.enterOwner();
  const anna = await shard.enter('anna');
  owner.say('/tp 5 20 6');
  shard.tick();
  assert.deepEqual([owner.pose.x, owner.pose.y, owner.pose.z], [176, 656, 208]);
  owner.say('/setspawn');
  owner.say('/place obsidian 1 2 3');
  shard.tick();
  assert.equal(anna.level.get(1, 2, 3), 49);
  const { context, world } = shard.game;
  assert.equal(world.require(context.levels.main, Level).spawnX, 176);
  owner.say('/tp anna');
  shard.tick();
  assert.deepEqual({ ...owner.pose }, { ...anna.pose });
  owner.moveTo(owner.pose.x + 5, owner.pose.y, owner.pose.z);
  shard.tick();
  assert.equal(
    world.require(context.people.byName.find('olga')!, Body).x,
    anna.pose.x + 5,
    'and it goes on from there',
  );
});

test('a new level is made while others play; people go there and back, and see only those with them', async () => {
  const shard = new TestShard();
  const owner = await shard.enterOwner();
  const anna = await shard.enter('anna');
  owner.say('/newlevel island 32 32 64 5');
  shard.tick();
  anna.say('/goto island');
  shard.tick();
  assert.match(anna.lines.at(-1)!, /still being made/);
  for (let i = 0; i < 20; i++) shard.tick(20);
  assert.ok(owner.lines.some((line) => line.includes('island is ready')));
  const again = anna.waitFor(({ kind }) => kind === 'level_end');
  anna.say('/goto island');
  await shard.until(again);
  shard.tick();
  assert.deepEqual([anna.level.width, anna.level.height, anna.level.length], [32, 32, 64]);
  assert.equal(owner.others.size, 0);
  assert.equal(anna.others.size, 0);
  const before = owner.count.blocksSeen;
  const [x, y, z] = [anna.pose.x >> 5, (anna.pose.y >> 5) + 1, anna.pose.z >> 5];
  anna.place(x, y, z, 3);
  shard.tick(2_000);
  assert.equal(owner.count.blocksSeen, before);
  const home = anna.waitFor(({ kind }) => kind === 'level_end');
  anna.say('/goto main');
  await shard.until(home);
  shard.tick();
  assert.equal(owner.others.size, 1);
  assert.equal(anna.others.size, 1);
  owner.say('/newlevel main 16 16 16');
  owner.say('/newlevel tiny 3 16 16');
  shard.tick(2_000);
  assert.ok(owner.lines.some((line) => line.includes('There is a level main')));
  assert.ok(owner.lines.some((line) => line.includes('each side of a level')));
});

test('colours of a level reach those there and those who come', async () => {
  const shard = new TestShard();
  const owner = await shard.enterOwner();
  const colours = owner.collect('environment_color');
  owner.say('/colour sky ff8000');
  shard.tick();
  assert.deepEqual(colours[0], { part: 0, red: 255, green: 128, blue: 0 });
  const anna = shard.client('anna');
  const hers = anna.collect('environment_color');
  await shard.until(anna.join());
  assert.deepEqual(hers[0], colours[0]);
});

test('who does nothing is sent away, who does something is pinged', async () => {
  const shard = new TestShard({ ruleset: { idleMs: 60_000 } });
  const anna = await shard.enter('anna');
  const ben = await shard.enter('ben', { extensions: null });
  const [asked, pinged] = [anna.collect('server_two_way_ping'), ben.collect('ping')];
  for (let second = 0; second < 75; second++) {
    anna.moveTo(anna.pose.x, anna.pose.y, anna.pose.z, second);
    shard.tick(1_000);
  }
  assert.ok(asked.length >= 6 && pinged.length >= 4, `${asked.length} and ${pinged.length}`);
  assert.ok(anna.isPlaying);
  assert.match(ben.closed!, /nothing for too long/);
});
