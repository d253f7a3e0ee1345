import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScriptedClient } from '../bots/scripted-client.ts';
import * as packets from '../protocol/index.ts';
import { Mobile, Presence } from '../rules/mobiles/mobile.ts';
import { Layer } from '../rules/things/item.ts';
import { wornOn } from '../rules/things/worn.ts';
import { Inbox } from '../testing/inbox.ts';
import { TestShard } from '../testing/test-shard.ts';

const LINK_DEAD_MS = 10_000;

function inWorld(shard: TestShard, mobile: number): boolean {
  return shard.game.world.placement(mobile) !== undefined;
}

/** What a character has, by serial. */
function belongings(shard: TestShard, mobile: number): readonly number[] {
  return [...shard.game.world.closureOf(mobile)].sort((a, b) => a - b);
}

for (const version of ['5.0.9', '7.0.9.1', '7.0.102.3']) {
  test(`a client ${version} logs in, makes a character and enters`, async () => {
    const shard = new TestShard();
    const client = shard.client('anna', version);
    await shard.until(client.login(0, { name: 'Anna', city: 0 }));
    assert.equal(client.inWorld, true);
    assert.deepEqual([client.x, client.y], [128, 128]);
    assert.equal(shard.game.world.require(client.serial, Mobile).name, 'Anna');
    assert.notEqual(wornOn(shard.game.world, client.serial, Layer.backpack), 0);
  });
}

test('a new character begins in the chosen city with its chosen looks', async () => {
  const shard = new TestShard();
  const client = shard.client('anna');
  await shard.until(client.login(0, { name: 'Anna', city: 1, raceSex: 3 }));
  assert.deepEqual([client.x, client.y], [20, 20]);
  assert.equal(shard.game.world.require(client.serial, Mobile).female, true);
});

test('a wrong password is told, and the right one still works', async () => {
  const shard = new TestShard();
  await shard.enter('anna', 'Anna');
  const guesser = shard.client('anna', undefined, 'guessed');
  const denied = await shard.until(guesser.login(0)).then(
    () => null,
    (error: Error) => error,
  );
  assert.match(String(denied), /login_denied|closed \(login-bad-password\)/);
  const again = shard.client('anna');
  await shard.until(again.login(0));
  assert.equal(again.inWorld, true);
});

test('five wrong passwords lock the account for a while', async () => {
  const shard = new TestShard();
  await shard.enter('anna', 'Anna');
  for (let i = 0; i < 5; i++) {
    await assert.rejects(shard.until(shard.client('anna', undefined, 'guessed').login(0)));
  }
  await assert.rejects(shard.until(shard.client('anna').login(0)));
  assert.ok(shard.log.some(({ event }) => event === 'login-locked'));
  shard.tick(300_001);
  await shard.until(shard.client('anna').login(0));
});

test('a second session takes the character over and the first one ends', async () => {
  const shard = new TestShard();
  const first = await shard.enter('anna', 'Anna');
  const things = belongings(shard, first.serial);
  const second = shard.client('anna');
  await shard.until(second.login(0));
  assert.equal(first.closed, 'displaced');
  assert.equal(second.serial, first.serial);
  assert.deepEqual(belongings(shard, second.serial), things);
  shard.tick(LINK_DEAD_MS);
  assert.equal(second.inWorld, true);
  assert.notEqual(shard.game.world.require(second.serial, Presence).session, 0);
  assert.equal(second.walk(4), true);
  shard.tick();
  assert.equal(second.count.accepted, 1);
});

test('who logs out comes back to the same place with the same things', async () => {
  const shard = new TestShard();
  const client = await shard.enter('anna', 'Anna');
  // The first request turns, the second one steps.
  for (const direction of [2, 2]) client.walk(direction);
  shard.tick(500);
  shard.tick(500);
  assert.deepEqual([client.x, client.y], [129, 128]);
  const { serial } = client;
  const things = belongings(shard, serial);
  client.logout();
  shard.tick();
  client.close();
  assert.equal(inWorld(shard, serial), false);
  const back = shard.client('anna');
  await shard.until(back.login(0));
  assert.equal(back.serial, serial);
  assert.deepEqual([back.x, back.y, back.direction], [129, 128, 2]);
  assert.deepEqual(belongings(shard, serial), things);
});

test('a character whose link is lost stays for the delay and then leaves', async () => {
  const shard = new TestShard({ ruleset: { linkDeadMs: LINK_DEAD_MS } });
  const client = await shard.enter('anna', 'Anna');
  const watcher = await shard.enter('bert', 'Bert');
  const seen = new Inbox(watcher);
  client.close('cable');
  shard.tick();
  assert.equal(inWorld(shard, client.serial), true);
  shard.tick(LINK_DEAD_MS - 200);
  assert.equal(inWorld(shard, client.serial), true);
  shard.tick(1_000);
  assert.equal(inWorld(shard, client.serial), false);
  assert.ok(seen.of('delete_object').some(({ serial }) => serial === client.serial));
});

test('who comes back within the delay takes the character over as it stands', async () => {
  const shard = new TestShard({ ruleset: { linkDeadMs: LINK_DEAD_MS } });
  const client = await shard.enter('anna', 'Anna');
  client.close('cable');
  shard.tick();
  const back = shard.client('anna');
  await shard.until(back.login(0));
  assert.equal(back.serial, client.serial);
  shard.tick(LINK_DEAD_MS * 2);
  assert.equal(inWorld(shard, back.serial), true);
});

/** Logs in to the list of characters and stops there. */
async function toCharacters(shard: TestShard, account: string): Promise<ScriptedClient> {
  const client = shard.client(account);
  await shard.until(client.authenticate());
  return client;
}

test('a character in the world cannot be deleted; one that has left can', async () => {
  const shard = new TestShard();
  const player = await shard.enter('anna', 'Anna');
  const { serial } = player;
  const lobby = await toCharacters(shard, 'anna');
  const inbox = new Inbox(lobby);
  lobby.send(packets.encodeDeleteCharacter, { password: 'secret', slot: 0, clientIp: 0 });
  shard.tick();
  assert.deepEqual(
    inbox.of('delete_result').map(({ reason }) => reason),
    [2],
  );
  assert.equal(inWorld(shard, serial), true);

  player.logout();
  shard.tick();
  const things = belongings(shard, serial);
  shard.tick(2_000);
  lobby.send(packets.encodeDeleteCharacter, { password: 'secret', slot: 0, clientIp: 0 });
  shard.tick();
  assert.equal(inbox.of('character_list_update').at(-1)?.slots[0]?.name, '');
  for (const thing of things) assert.equal(shard.game.world.exists(thing), false);
});

test('a deletion is told only when it is durable, and nothing else is answered before', async () => {
  const shard = new TestShard();
  (await shard.enter('anna', 'Anna')).logout();
  shard.tick();
  const lobby = await toCharacters(shard, 'anna');
  const inbox = new Inbox(lobby);
  const ask = (): void => {
    lobby.send(packets.encodeDeleteCharacter, { password: 'secret', slot: 0, clientIp: 0 });
    shard.tick();
  };
  shard.game.onPressure('critical');
  ask();
  assert.deepEqual(
    inbox.of('delete_result').map(({ reason }) => reason),
    [4],
  );
  shard.game.onPressure('none');
  inbox.clear();
  shard.durable(false);
  ask();
  ask();
  lobby.send(packets.encodeSelectCharacter, { name: 'Anna', clientFlags: 0, slot: 0, clientIp: 0 });
  lobby.send(packets.encodePingRequest, { sequence: 3 });
  shard.tick(1_000);
  assert.deepEqual(inbox.kinds, ['ping_reply']);
  shard.durable(true);
  assert.deepEqual(inbox.kinds, ['ping_reply', 'character_list_update']);
  assert.equal(lobby.closed, null);
});

test('two characters of one account cannot play at once', async () => {
  const shard = new TestShard();
  await shard.enter('anna', 'Anna');
  const other = shard.client('anna');
  await assert.rejects(shard.until(other.login(1, { name: 'Second' })), /session_message/);
});

test('a banned account does not get in', async () => {
  const shard = new TestShard();
  const client = await shard.enter('anna', 'Anna');
  const account = shard.game.context.accounts.find('anna')!;
  shard.game.offer({ kind: 'change-account', account, banned: true });
  shard.tick();
  assert.equal(client.closed, 'banned');
  await assert.rejects(shard.until(shard.client('anna').login(0)));
});

test('who is banned while choosing a character does not get in', async () => {
  const shard = new TestShard();
  (await shard.enter('anna', 'Anna')).logout();
  shard.tick();
  const client = shard.client('anna');
  const list = await shard.until(client.authenticate());
  const account = shard.game.context.accounts.find('anna')!;
  shard.game.offer({ kind: 'change-account', account, banned: true });
  shard.tick();
  await assert.rejects(shard.until(client.enter(list)), /session_message/);
});

test('an account that nobody made does not get in where accounts are made by hand', async () => {
  const shard = new TestShard({ autoCreate: false });
  await assert.rejects(shard.until(shard.client('anna').login(0)));
  assert.equal(shard.game.context.accounts.size, 0);
});
