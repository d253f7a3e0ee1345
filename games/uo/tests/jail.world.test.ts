import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AccessLevel } from '../rules/accounts/account.ts';
import { Character } from '../rules/mobiles/mobile.ts';
import { backpackOf, enterStaff, moveTo, putInto } from '../testing/arrange.ts';
import { Inbox } from '../testing/inbox.ts';
import { TestShard } from '../testing/test-shard.ts';

/** Gordon of the staff, and Anna at (100, 100). */
async function scene() {
  const shard = new TestShard();
  const gordon = await enterStaff(shard, 'Gordon', AccessLevel.gamemaster);
  const anna = await shard.enter('anna', 'Anna');
  moveTo(shard, anna, 100, 100);
  const say = (text: string): void => {
    gordon.say(text);
    shard.tick(500);
  };
  const { world } = shard.game;
  const at = (): number[] => {
    const { x, y } = world.placement(anna.serial)!;
    return [x, y];
  };
  return { shard, world, gordon, anna, say, at, annas: new Inbox(anna) };
}

const CELL = [8, 8];

function told(inbox: Inbox): string[] {
  return inbox.of('unicode_speech').map(({ text }) => text);
}

test('nobody trades in jail, neither who sits there nor who visits', async () => {
  const { shard, anna, say, annas } = await scene();
  const bert = await shard.enter('bert', 'Bert');
  const berts = new Inbox(bert);
  say('.jail anna');
  moveTo(shard, bert, 9, 8);
  const apple = putInto(shard, 'apple', backpackOf(shard, bert));
  const offer = (): void => {
    bert.lift(apple, 1);
    bert.drop(apple, anna.serial);
    shard.tick(500);
  };
  offer();
  assert.deepEqual([...annas.of('secure_trade'), ...berts.of('secure_trade')], []);
  assert.deepEqual(told(berts).slice(-1), ['They cannot trade with you now.']);
  say('.unjail anna');
  moveTo(shard, bert, 101, 100);
  offer();
  assert.ok(annas.of('secure_trade').length > 0, 'out of jail they do');
});

test('who is jailed stands in the cell, cannot walk, speak or take anything, and comes back where it was', async () => {
  const { shard, world, anna, gordon, say, at, annas } = await scene();
  const apple = putInto(shard, 'apple', backpackOf(shard, anna));
  say('.jail anna 10 rude words');
  assert.deepEqual(at(), CELL);
  assert.ok(told(annas).some((line) => line === 'You are in jail for 10 minutes. rude words'));

  const gordons = new Inbox(gordon);
  moveTo(shard, gordon, 9, 9);
  gordons.clear();
  anna.say('Let me out!');
  for (const direction of [2, 2, 4, 4]) {
    anna.walk(direction);
    shard.tick(500);
  }
  anna.lift(apple, 1);
  shard.tick(500);
  assert.deepEqual(at(), CELL);
  assert.ok(!told(gordons).includes('Let me out!'));
  assert.equal(world.parentOf(apple), backpackOf(shard, anna));

  say('.unjail anna');
  assert.deepEqual(at(), [100, 100]);
  gordons.clear();
  moveTo(shard, gordon, 101, 100);
  anna.say('Free!');
  shard.tick(500);
  assert.ok(told(gordons).includes('Free!'));
});

test('the time in jail ends by itself, and once more in jail keeps the way back', async () => {
  const { shard, say, at } = await scene();
  say('.jail anna 5');
  say('.jail anna 10');
  shard.tick(6 * 60_000);
  assert.deepEqual(at(), CELL);
  shard.tick(5 * 60_000);
  assert.deepEqual(at(), [100, 100]);
});

test('who has left the world is jailed and let out from the office, each in their own account only', async () => {
  const { shard, world, anna } = await scene();
  const { accounts } = shard.game.context;
  const [annas, gordons] = [accounts.find('anna')!, accounts.find('gordon')!];
  const character = anna.serial;
  anna.close();
  shard.tick();
  shard.tick(200_000);
  assert.equal(world.placement(character), undefined);
  const act = async (account: number, kind: 'jail' | 'unjail') => {
    const what =
      kind === 'jail'
        ? ({ kind, character, minutes: 0, reason: '' } as const)
        : ({ kind, character } as const);
    const answer = shard.game.actFromOffice(0, AccessLevel.owner, account, what);
    shard.tick();
    return (await answer).done;
  };
  assert.equal(await act(gordons, 'jail'), false);
  assert.equal(await act(annas, 'jail'), true);
  const { logoutX, logoutY } = world.require(character, Character);
  assert.deepEqual([logoutX, logoutY], CELL);
  assert.equal(await act(annas, 'unjail'), true);
  assert.equal(world.require(character, Character).logoutX, 100);
  assert.equal(await act(annas, 'unjail'), false);
});

test('staff of the same level are not jailed, nor is nonsense a time', async () => {
  const { shard, say, world } = await scene();
  const gina = await enterStaff(shard, 'Gina', AccessLevel.gamemaster);
  moveTo(shard, gina, 50, 50);
  say('.jail gina 5');
  assert.equal(world.placement(gina.serial)!.x, 50);
  for (const time of ['-1', '1.5', 'soon', '1e9']) say(`.jail anna ${time}`);
  assert.equal(world.placement(gina.serial)!.x, 50);
});
