import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Rand, Writer } from '@gommog/wire';
import type { WebClient } from '../bots/web-client.ts';
import { Mobile } from '../rules/mobiles/mobile.ts';
import { backpackOf, layDown, moveTo, putInto } from '../testing/arrange.ts';
import { TestShard } from '../testing/test-shard.ts';
import { WebInbox } from '../testing/web-inbox.ts';
import * as makers from '../web/generated/rand.ts';
import * as web from '../web/index.ts';

// What somebody with a browser's console could send to gain, to see or to spoil more than they should.

async function scene() {
  const shard = new TestShard();
  const anna = await shard.enterWeb('anna', 'Anna');
  const bert = await shard.enter('bert', 'Bert');
  moveTo(shard, anna, 100, 100);
  moveTo(shard, bert, 100, 101);
  return { shard, anna, bert, heard: new WebInbox(anna) };
}

/** Everything that can be asked about one serial. */
function askAll(anna: WebClient, serial: number): void {
  anna.send(web.encodePropertiesRequest, { serials: [serial] });
  anna.send(web.encodeLookRequest, { serial });
  anna.send(web.encodeHealthRequest, { serial });
  anna.send(web.encodeProfileRequest, { serial });
  anna.send(web.encodePaperdollRequest, { serial });
  anna.send(web.encodeUseRequest, { serial });
}

const ANSWERS = ['properties', 'health', 'profile', 'paperdoll', 'book', 'container_opened', 'status'];

function answers(heard: WebInbox): string[] {
  return heard.kinds.filter((kind) => ANSWERS.includes(kind));
}

test('what is in the backpack of somebody else can be neither asked about nor opened', async () => {
  const { anna, bert, heard, shard } = await scene();
  const hidden = putInto(shard, 'bag', backpackOf(shard, bert));
  heard.clear();
  askAll(anna, hidden);
  shard.tick();
  assert.deepEqual(answers(heard), []);
  assert.ok(!heard.of('told').some(({ kind }) => kind === web.ToldKind.label));
});

test('who is out of sight or hidden can be neither asked about nor seen', async () => {
  const { anna, bert, heard, shard } = await scene();
  shard.act((ctx) => {
    ctx.world.require(bert.serial, Mobile).hidden = true;
    ctx.emit({ kind: 'mobile-changed', mobile: bert.serial });
  });
  assert.deepEqual(heard.of('gone').at(-1), { serial: bert.serial });
  heard.clear();
  askAll(anna, bert.serial);
  bert.walk(2);
  shard.tick();
  assert.deepEqual(answers(heard), []);
  assert.deepEqual([...heard.of('mobile_moved'), ...heard.of('mobile')], []);
});

test('nothing but a hello is taken before it, and nothing of the world before entering it', async () => {
  const shard = new TestShard();
  const coins = layDown(shard, 'gold-coin', 128, 128);
  const anna = shard.webClient('anna');
  const heard = new WebInbox(anna);
  await shard.until(anna.connect());
  anna.send(web.encodeEnterWorld, { slot: 0 });
  anna.send(web.encodeLiftRequest, { serial: coins, amount: 1 });
  anna.send(web.encodeSpeakRequest, { manner: 0, hue: 0, text: 'hello' });
  shard.tick();
  assert.deepEqual(heard.kinds, ['welcome']);
  assert.equal(shard.log.filter(({ event }) => event === 'packet-out-of-phase').length, 3);
});

test('a flood of one message is passed over, and its sender let go with a word', async () => {
  const { anna, heard, shard } = await scene();
  for (let i = 0; i < 200; i++) anna.send(web.encodeSpeakRequest, { manner: 0, hue: 0, text: 'buy' });
  // What may be said at once, and that the sender has left.
  assert.equal(shard.game.simulation.waiting, 13);
  assert.equal(anna.closed, 'packet-too-frequent');
  assert.equal(heard.of('refused').at(-1)?.reason, web.RefusalReason.tooFast);
});

test('a message out of its time is forgiven, twenty at once and two a minute for as long as one plays', async () => {
  const { anna, shard } = await scene();
  const offend = (): void => anna.send(web.encodeEnterWorld, { slot: 0 });
  for (let i = 0; i < 20; i++) offend();
  for (let minute = 0; minute < 30; minute++) {
    shard.tick(60_000);
    offend();
    offend();
  }
  assert.equal(anna.closed, null);
  offend();
  assert.equal(anna.closed, 'packet-out-of-phase');
});

test('a message that is too long, unknown or broken ends the session and nothing else', async () => {
  for (const bytes of [
    [0x38, 0xff, 0xff],
    [0xee],
    [0x38, 2, 0],
    [0x38, 8, 0, 0, 0, 0, 200, 0],
    [0x2e, 4, 0, 64],
  ]) {
    const { anna, bert, heard, shard } = await scene();
    anna.sendRaw(Uint8Array.from(bytes));
    assert.equal(heard.of('refused').at(-1)?.reason, web.RefusalReason.badMessage, String(bytes));
    assert.match(anna.closed ?? '', /^GMG_WIRE/);
    bert.say('still here');
    shard.tick();
    assert.ok(bert.inWorld);
  }
});

test('what is no client of this protocol is let go without a word', async () => {
  for (const text of ['GET / HTTP/1.1\r\n\r\n', '\x01\x0c\x00XXXX\x01\x01\x00', '\x02\x07\x00\x01a\x01b']) {
    const shard = new TestShard();
    let closed = '';
    let heard = 0;
    const link = await shard.connectWeb('memory', 1, {
      onData: (bytes) => {
        heard += bytes.length;
      },
      onClose: (reason) => {
        closed = reason;
      },
    });
    for (let i = 0; i < 30; i++) link.write(new TextEncoder().encode(text));
    assert.match(closed, /^(GMG_WIRE|packet-)/, text);
    assert.equal(heard, 0);
  }
});

test('messages of every kind with senseless values, cut anywhere, break nothing for anybody', async () => {
  const encoders = web as unknown as Readonly<
    Record<string, (writer: Writer, value: object, version: number) => void>
  >;
  const make = makers as unknown as Readonly<Record<string, (rand: Rand) => object>>;
  const kinds = Object.keys(web.clientPackets).filter((kind) => kind !== 'leave_world');
  const { bert, shard } = await scene();
  const writer = new Writer();
  let sent = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const mallory = await shard.enterWeb('mallory', 'Mallory');
    const rand = new Rand(Math.imul(seed, 0x9e3779b1));
    for (let i = 0; i < 60 && mallory.closed === null; i++) {
      const kind = rand.pick(kinds);
      const name = kind.replaceAll(/(^|_)./g, (match) => match.at(-1)!.toUpperCase());
      writer.reset();
      const value = make[`rand${name}`]!(rand) as Record<string, unknown>;
      // What exists is where the rules have something to do.
      if ('serial' in value && rand.below(2) === 0)
        value['serial'] = rand.pick([mallory.serial, bert.serial, backpackOf(shard, mallory)]);
      encoders[`encode${name}`]!(writer, value, 1);
      const bytes = writer.bytes().slice();
      if (rand.below(40) === 0) bytes[rand.below(bytes.length)] = rand.below(256);
      const cut = rand.below(bytes.length + 1);
      mallory.sendRaw(bytes.subarray(0, cut));
      mallory.sendRaw(bytes.subarray(cut));
      sent++;
      shard.tick(200);
    }
    mallory.close();
    shard.tick(200_000);
  }
  assert.ok(sent > 1_000, `${sent} were sent`);
  assert.deepEqual(
    shard.log.filter(({ event }) => event.endsWith('-fault')),
    [],
  );
  assert.ok(bert.inWorld);
});
