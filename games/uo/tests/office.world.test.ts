import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AccessLevel, Account } from '../rules/accounts/account.ts';
import type { OfficeAct } from '../rules/intents.ts';
import { TestShard } from '../testing/test-shard.ts';

/** A shard with a player in it, and the accounts of a gamemaster and an owner. */
async function office() {
  const shard = new TestShard();
  const anna = await shard.enter('anna', 'Anna');
  await shard.enter('gina', 'Gina');
  await shard.enter('olga', 'Olga');
  const { accounts, world } = shard.game.context;
  const [player, gamemaster, owner] = ['anna', 'gina', 'olga'].map((name) => accounts.find(name)!);
  world.require(gamemaster!, Account).access = AccessLevel.gamemaster;
  world.require(owner!, Account).access = AccessLevel.owner;
  const act = async (by: number, access: number, target: number, what: OfficeAct) => {
    const answer = shard.game.actFromOffice(by, access, target, what);
    shard.tick();
    return answer;
  };
  const accountOf = (serial: number) => world.require(serial, Account);
  return { shard, anna, act, accountOf, player: player!, gamemaster: gamemaster!, owner: owner! };
}

test('staff kick and ban from outside of the world, and whoever plays is out at once', async () => {
  const { act, accountOf, anna, gamemaster, owner, player, shard } = await office();
  const no = await act(gamemaster, AccessLevel.gamemaster, player, { kind: 'ban', reason: 'rude' });
  assert.equal(no.done, false, 'a ban needs an administrator, as in the world');
  const answer = await act(owner, AccessLevel.owner, player, { kind: 'ban', reason: 'rude' });
  assert.deepEqual([answer.done, answer.outcome], [true, 'anna is banned.']);
  assert.equal(accountOf(player).banReason, 'rude');
  assert.notEqual(anna.closed, null);
  await act(owner, AccessLevel.owner, player, { kind: 'unban' });
  assert.equal(accountOf(player).banned, false);
  await shard.enter('anna', 'Anna');
});

test('nobody acts on their like, nor gives rights like their own, nor keeps rights that were taken', async () => {
  const { act, accountOf, gamemaster, owner, player } = await office();
  const { done } = await act(gamemaster, AccessLevel.gamemaster, owner, { kind: 'kick' });
  assert.equal(done, false);
  const grant = async (by: number, own: AccessLevel, access: AccessLevel): Promise<boolean> =>
    (await act(by, own, player, { kind: 'set-access', access })).done;
  const { administrator, counselor, gamemaster: master } = AccessLevel;
  assert.equal(await grant(gamemaster, master, counselor), false, 'that is for administrators');
  accountOf(gamemaster).access = administrator;
  assert.equal(await grant(gamemaster, administrator, administrator), false);
  assert.equal(await grant(gamemaster, administrator, counselor), true);
  // The page may still say gamemaster; the account no longer does.
  accountOf(gamemaster).access = AccessLevel.player;
  assert.equal((await act(gamemaster, AccessLevel.gamemaster, player, { kind: 'kick' })).done, false);
});

test('a password is checked as at a login, with the same guard against guessing', async () => {
  const { player, shard } = await office();
  const check = (password: string) => shard.game.authenticate('ANNA', password, '127.0.0.1');
  assert.equal(await check('secret'), player);
  for (let i = 0; i < 5; i++) assert.equal(await check('wrong'), 'bad-password');
  assert.equal(await check('secret'), 'locked');
  assert.equal(await shard.game.authenticate('nobody', 'secret', '127.0.0.1'), 'bad-password');
});
