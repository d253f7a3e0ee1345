import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AccessLevel } from '../rules/accounts/account.ts';
import { giveNightSight } from '../rules/light/seen-light.ts';
import { enterStaff, moveTo } from '../testing/arrange.ts';
import { flatLand } from '../testing/flat-land.ts';
import { Inbox } from '../testing/inbox.ts';
import { TestShard } from '../testing/test-shard.ts';
import { Shadow } from '../testing/world-checks.ts';
import { createWorld } from '../uo.ts';

const DAY_MS = 240_000;
const HOUR_MS = DAY_MS / 24;

/** The world begins at eight in the morning; there is a dungeon in the west. */
async function scene() {
  const shard = new TestShard({
    ruleset: { dayMs: DAY_MS, nightLevel: 4 },
    dimPlaces: [{ facet: 0, x: 0, y: 0, width: 50, height: 256, level: 26 }],
  });
  const anna = await shard.enter('anna', 'Anna');
  moveTo(shard, anna, 100, 100);
  const inbox = new Inbox(anna);
  const levels = (): number[] => {
    const heard = inbox.of('global_light').map(({ level }) => level);
    inbox.clear();
    return heard;
  };
  return { shard, anna, inbox, levels };
}

test('night falls step by step and goes again, for one who only stands there', async () => {
  const { shard, levels } = await scene();
  for (let hour = 8; hour < 22; hour++) shard.tick(HOUR_MS);
  assert.deepEqual(levels(), []);
  for (let i = 0; i < 24; i++) shard.tick(HOUR_MS / 12);
  assert.deepEqual(levels(), [1, 2, 3, 4]);
  for (let i = 0; i < 72; i++) shard.tick(HOUR_MS / 12);
  assert.deepEqual(levels(), [3, 2, 1, 0]);
});

test('a dungeon is dark at any hour, and the way out leads into the light', async () => {
  const { shard, anna, levels } = await scene();
  moveTo(shard, anna, 49, 100);
  assert.deepEqual(levels(), [26]);
  anna.walk(2);
  shard.tick(500);
  anna.walk(2);
  shard.tick(500);
  assert.deepEqual(levels(), [0]);
});

test('who comes at night is told so at once', async () => {
  const { shard } = await scene();
  for (let i = 0; i < 16; i++) shard.tick(HOUR_MS);
  const bert = shard.client('bert');
  const inbox = new Inbox(bert);
  await shard.until(bert.login(0, { name: 'Bert' }));
  assert.deepEqual(
    inbox.of('global_light').map(({ level }) => level),
    [4],
  );
  const cleo = shard.webClient('cleo');
  const web = new Inbox(cleo);
  await shard.until(cleo.login(0, { name: 'Cleo' }));
  assert.deepEqual(
    web.of('light').map(({ level }) => level),
    [4],
  );
  shard.act((ctx) => giveNightSight(ctx, cleo.serial, 3, 0));
  assert.deepEqual(
    web.of('light').map(({ level }) => level),
    [4, 1],
    'a browser is told of both in one',
  );
});

test('sight in the dark is told beside the light of the sky, and ends', async () => {
  const { shard, anna, inbox } = await scene();
  shard.act((ctx) => giveNightSight(ctx, anna.serial, 12, 5_000));
  assert.deepEqual(
    inbox.of('personal_light').map(({ level, serial }) => [serial, level]),
    [[anna.serial, 12]],
  );
  inbox.clear();
  shard.tick(6_000);
  assert.deepEqual(
    inbox.of('personal_light').map(({ level }) => level),
    [0],
  );
});

test('staff set the light for everybody outside, and give it back to the hour', async () => {
  const { shard, anna, levels } = await scene();
  const gordon = await enterStaff(shard, 'Gordon', AccessLevel.gamemaster);
  const say = (text: string): void => {
    gordon.say(text);
    shard.tick(500);
  };
  say('.light 15');
  assert.deepEqual(levels(), [15]);
  say('.light 31');
  assert.deepEqual(levels(), [], 'there is no such level');
  moveTo(shard, anna, 20, 100);
  assert.deepEqual(levels(), [26], 'not in the dungeon');
  moveTo(shard, anna, 100, 100);
  assert.deepEqual(levels(), [15]);
  say('.light day');
  assert.deepEqual(levels(), [0]);
  say('.nightsight');
  assert.deepEqual(levels(), [], 'only for itself');
});

test('what staff have set the light to is there after a restart, and is gone after one when it was taken back', async () => {
  const { shard } = await scene();
  const gordon = await enterStaff(shard, 'Gordon', AccessLevel.gamemaster);
  const levelAfterRestart = (): number => {
    const shadow = new Shadow();
    for (const commit of shard.commits) shadow.take(commit);
    const world = createWorld([{ id: 0, terrain: flatLand(256, 256), season: 0 }], 99);
    assert.deepEqual(shadow.fill(world), []);
    assert.equal(world.stateHash(), shard.game.context.world.stateHash());
    const { context } = new TestShard({ world, ruleset: { dayMs: DAY_MS, nightLevel: 4 } }).game;
    return context.sky.levelAt({ facet: 0, x: 100, y: 100 }, context.nowMs);
  };
  const say = (text: string): void => {
    gordon.say(text);
    shard.tick(500);
  };
  assert.equal(levelAfterRestart(), 0);
  say('.light 17');
  assert.equal(levelAfterRestart(), 17);
  const dark = shard.game.context.world.stateHash();
  say('.light 18');
  assert.equal(levelAfterRestart(), 18);
  assert.notEqual(shard.game.context.world.stateHash(), dark);
  say('.light day');
  assert.equal(levelAfterRestart(), 0);
});
