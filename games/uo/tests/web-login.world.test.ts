import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WebClient, WebRefusal } from '../bots/web-client.ts';
import { Account } from '../rules/accounts/account.ts';
import { TestShard } from '../testing/test-shard.ts';
import { WebInbox } from '../testing/web-inbox.ts';
import * as web from '../web/index.ts';

const { RefusalReason } = web;

/** What a login, a resumption or the like is refused for. */
async function refusalOf(shard: TestShard, wish: Promise<unknown>): Promise<number> {
  const error = await shard.until(
    wish.then(
      () => assert.fail('it was not refused'),
      (reason: WebRefusal) => reason,
    ),
  );
  return error.reason;
}

async function connected(shard: TestShard, account: string): Promise<{ client: WebClient; inbox: WebInbox }> {
  const client = shard.webClient(account);
  const inbox = new WebInbox(client);
  await shard.until(client.connect());
  return { client, inbox };
}

test('the version is the newest that both sides know', async () => {
  const shard = new TestShard();
  const { inbox } = await connected(shard, 'anna');
  assert.deepEqual(
    inbox
      .of('welcome')
      .map(({ mayCreateAccount, shardName, version }) => ({ mayCreateAccount, shardName, version })),
    [{ mayCreateAccount: 1, shardName: 'test', version: web.NEWEST_WEB_VERSION }],
  );
});

test('a client that is too old or too new is told so and let go', async () => {
  for (const [oldest, newest] of [
    [web.NEWEST_WEB_VERSION + 1, web.NEWEST_WEB_VERSION + 8],
    [0, web.OLDEST_WEB_VERSION - 1],
  ] as const) {
    const shard = new TestShard();
    const heard: web.ServerPacket[] = [];
    let closed = '';
    const cutter = web.serverCutter();
    const link = await shard.connectWeb('memory', 1, {
      onData: (bytes) => {
        cutter.push(bytes.slice());
        for (let frame = cutter.next(1); frame !== null; frame = cutter.next(1))
          heard.push(web.decodeServerPacket(frame, 1));
      },
      onClose: (reason) => {
        closed = reason;
      },
    });
    link.write(Uint8Array.of(0x01, 10, 0, 0x47, 0x4d, 0x57, 0x42, oldest, newest, 0));
    assert.deepEqual(
      heard.map(({ kind, body }) => [kind, (body as web.Refused).reason]),
      [['refused', RefusalReason.version]],
    );
    assert.equal(closed, 'GMG_UO_WEB_VERSION');
  }
});

test('an account made in a browser is that of other clients too, and the other way round', async () => {
  const shard = new TestShard();
  const anna = await shard.enterWeb('anna', 'Anna');
  anna.send(web.encodeLeaveWorld, {});
  shard.tick();
  const list = await shard.until(shard.client('anna').authenticate());
  assert.equal(list.slots[0]?.name, 'Anna');
  await shard.enter('bert', 'Bert');
  const bert = await shard.until(shard.webClient('bert').authenticate());
  assert.equal(bert.slots[0]?.name, 'Bert');
  assert.deepEqual(
    bert.cities.map(({ name }) => name),
    ['Here', 'There'],
  );
});

test('a wrong password is refused, the link stays, and who goes on guessing has to wait', async () => {
  const shard = new TestShard();
  await shard.enterWeb('anna', 'Anna');
  const { client, inbox } = await connected(shard, 'anna');
  for (let i = 0; i < 7; i++) {
    client.send(web.encodeLoginRequest, { name: 'anna', password: 'guess' });
    for (let j = 0; j < 3; j++) {
      await new Promise((resolve) => setImmediate(resolve));
      shard.tick(500);
    }
  }
  const reasons = inbox.of('refused').map(({ closing, reason }) => [reason, closing]);
  assert.deepEqual(reasons.slice(0, 5), Array(5).fill([RefusalReason.badCredentials, 0]));
  assert.deepEqual(reasons.slice(5), Array(2).fill([RefusalReason.locked, 0]));
  client.send(web.encodeLoginRequest, { name: 'anna', password: 'secret' });
  shard.tick(1_000);
  assert.equal(inbox.of('logged_in').length, 0);
  assert.equal(client.closed, null);
});

test('a name that is taken and an account that may not be made are refused', async () => {
  const shard = new TestShard();
  await shard.enter('anna', 'Anna');
  const { client, inbox } = await connected(shard, 'anna');
  client.send(web.encodeCreateAccount, { name: 'ANNA', password: 'other' });
  await shard.until(new Promise((resolve) => setImmediate(resolve)));
  assert.equal(inbox.of('refused')[0]?.reason, RefusalReason.nameTaken);

  const closed = new TestShard({ autoCreate: false });
  assert.equal(
    await refusalOf(closed, closed.webClient('anna').authenticate()),
    RefusalReason.accountsClosed,
  );
});

test('characters are made, listed and deleted', async () => {
  const shard = new TestShard();
  const anna = await shard.enterWeb('anna', 'Anna');
  const inbox = new WebInbox(anna);
  anna.send(web.encodeLeaveWorld, {});
  shard.tick();
  assert.equal(inbox.of('character_list')[0]?.slots[0]?.name, 'Anna');
  anna.inWorld = false;
  assert.equal(
    await refusalOf(shard, anna.enter(inbox.of('character_list')[0]!, 1, { name: '<b>Eve</b>' })),
    RefusalReason.badCharacterName,
  );
  anna.send(web.encodeDeleteCharacter, { slot: 0 });
  shard.tick();
  assert.equal(inbox.of('character_list')[1]?.slots[0]?.serial, 0);
  anna.send(web.encodeDeleteCharacter, { slot: 0 });
  shard.tick();
  assert.equal(inbox.of('refused').at(-1)?.reason, RefusalReason.noSuchCharacter);
  assert.equal(anna.closed, null);
});

test('a token leads back to the same character at once, without awaiting the answer', async () => {
  const shard = new TestShard();
  const anna = await shard.enterWeb('anna', 'Anna');
  const { token } = anna;
  anna.close();
  shard.tick();
  const { client, inbox } = await connected(shard, 'anna');
  client.send(web.encodeResumeRequest, { token: token! });
  client.send(web.encodeEnterWorld, { slot: 0 });
  shard.tick();
  assert.equal(inbox.of('entered')[0]?.serial, anna.serial);
  assert.deepEqual([client.x, client.y], [anna.x, anna.y]);
});

test('a link that the shard does not know to be lost is displaced by the new one', async () => {
  const shard = new TestShard();
  const old = await shard.enterWeb('anna', 'Anna');
  const heard = new WebInbox(old);
  const anna = shard.webClient('anna');
  anna.token = old.token;
  const list = await shard.until(anna.resume());
  await shard.until(anna.enter(list));
  assert.equal(anna.serial, old.serial);
  assert.equal(old.closed, 'displaced');
  assert.deepEqual(
    heard.of('refused').map(({ closing, mayReturn, reason }) => [reason, closing, mayReturn]),
    [[RefusalReason.displaced, 1, 0]],
  );
});

test('a token outlives the shard that gave it', async () => {
  const before = new TestShard();
  const anna = await before.enterWeb('anna', 'Anna');
  before.game.closeSessions('shard-stopped');
  assert.equal(anna.closed, 'shard-stopped');
  // The same account with the same password, on a shard that knows nothing of the old one but its secret.
  const after = new TestShard();
  await after.enterWeb('anna', 'Anna');
  const back = after.webClient('anna');
  back.token = anna.token;
  assert.equal((await after.until(back.resume())).slots[0]?.name, 'Anna');
});

test('a token that is forged, too old, or of an account with another password by now is void', async () => {
  const shard = new TestShard();
  const anna = await shard.enterWeb('anna', 'Anna');
  const good = anna.token!;
  const attempt = (token: Uint8Array): Promise<number> => {
    const client = shard.webClient('anna');
    client.token = token;
    return refusalOf(shard, client.resume());
  };
  for (let i = 0; i < good.length; i++) {
    const forged = good.slice();
    forged[i] = forged[i]! ^ 0x10;
    assert.equal(await attempt(forged), RefusalReason.tokenVoid, `byte ${i}`);
  }
  assert.equal(await attempt(new Uint8Array(0)), RefusalReason.tokenVoid);

  const account = shard.game.context.accounts.find('anna')!;
  shard.game.offer({ kind: 'change-account', account, passwordHash: 'new' });
  shard.tick();
  assert.equal(await attempt(good), RefusalReason.tokenVoid);

  shard.game.offer({ kind: 'change-account', account, passwordHash: 'secret' });
  shard.tick(3_600_001);
  assert.equal(await attempt(good), RefusalReason.tokenVoid);
});

test('who is banned is let in by no way, and sent away', async () => {
  const shard = new TestShard();
  const anna = await shard.enterWeb('anna', 'Anna');
  const heard = new WebInbox(anna);
  const account = shard.game.context.accounts.find('anna')!;
  shard.game.offer({ kind: 'change-account', account, banned: true });
  shard.tick();
  assert.equal(heard.of('refused')[0]?.reason, RefusalReason.banned);
  assert.equal(anna.closed, 'banned');
  assert.ok(shard.game.world.require(account, Account).banned);
  const again = shard.webClient('anna');
  again.token = anna.token;
  assert.equal(await refusalOf(shard, again.resume()), RefusalReason.banned);
  assert.equal(await refusalOf(shard, shard.webClient('anna').authenticate()), RefusalReason.banned);
});

test('a ping is answered at once', async () => {
  const shard = new TestShard();
  const anna = await shard.enterWeb('anna', 'Anna');
  const heard = new WebInbox(anna);
  anna.send(web.encodePing, { stamp: 77 });
  assert.deepEqual(
    heard.of('pong').map(({ stamp }) => stamp),
    [77],
  );
});
