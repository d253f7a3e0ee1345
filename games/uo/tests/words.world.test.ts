import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScriptedClient } from '../bots/scripted-client.ts';
import * as packets from '../protocol/index.ts';
import { moveTo } from '../testing/arrange.ts';
import { Inbox } from '../testing/inbox.ts';
import { TestShard } from '../testing/test-shard.ts';

const SAY = 0;
const EMOTE = 2;
const WHISPER = 8;
const YELL = 9;

function speak(client: ScriptedClient, kind: number, text: string, hue = 0x59): void {
  client.send(packets.encodeUnicodeSpeechRequest, { kind, hue, font: 3, language: 'ENU', text });
}

/** Anna at (100, 100), and what two others hear of her who stand so many tiles away. */
async function hearing(near: number, far: number) {
  const shard = new TestShard();
  const anna = await shard.enter('anna', 'Anna');
  const others = [await shard.enter('bert', 'Bert'), await shard.enter('cora', 'Cora')] as const;
  moveTo(shard, anna, 100, 100);
  moveTo(shard, others[0], 100 + near, 100);
  moveTo(shard, others[1], 100, 100 + far);
  return { shard, anna, own: new Inbox(anna), near: new Inbox(others[0]), far: new Inbox(others[1]) };
}

for (const [manner, kind, range] of [
  ['said', SAY, 15],
  ['whispered', WHISPER, 1],
  ['yelled', YELL, 18],
] as const) {
  test(`what is ${manner} is heard ${range} tiles away, and no farther`, async () => {
    const { shard, anna, own, near, far } = await hearing(range, range + 1);
    speak(anna, kind, 'Hail, ünï ☺');
    shard.tick();
    const [heard] = near.of('unicode_speech');
    assert.deepEqual(
      [heard?.serial, heard?.name, heard?.kind, heard?.hue, heard?.text],
      [anna.serial, 'Anna', kind, 0x59, 'Hail, ünï ☺'],
    );
    assert.equal(own.of('unicode_speech').length, 1);
    assert.deepEqual(far.of('unicode_speech'), []);
  });
}

test('an emote is put between stars', async () => {
  const { shard, anna, near } = await hearing(3, 30);
  speak(anna, EMOTE, 'waves');
  shard.tick();
  assert.deepEqual(
    near.of('unicode_speech').map(({ kind, text }) => [kind, text]),
    [[EMOTE, '*waves*']],
  );
});

test('what only looks like a command is said; a command is not', async () => {
  const { shard, anna, own, near } = await hearing(3, 30);
  for (const text of ['...', '. yes', '[1]']) speak(anna, SAY, text);
  shard.tick();
  assert.deepEqual(
    near.of('unicode_speech').map(({ text }) => text),
    ['...', '. yes', '[1]'],
  );
  near.clear();
  own.clear();
  speak(anna, SAY, '.where');
  shard.tick();
  assert.deepEqual(near.of('unicode_speech'), []);
  assert.match(own.of('unicode_speech')[0]?.text ?? '', /^You are at 100, 100/);
});

test('control characters, odd dyes and endless lines are tamed', async () => {
  const { shard, anna, near } = await hearing(3, 30);
  speak(anna, SAY, `a\u0007b${'c'.repeat(300)}`, 0xffff);
  speak(anna, SAY, '   ');
  shard.tick();
  const heard = near.of('unicode_speech');
  assert.equal(heard.length, 1);
  assert.equal(heard[0]?.text.length, 128);
  assert.match(heard[0]?.text ?? '', /^abc/);
  assert.equal(heard[0]?.hue, 0x3b2);
});

test('the classic client of the old speech packet is heard too', async () => {
  const { shard, anna, near } = await hearing(3, 30);
  anna.send(packets.encodeAsciiSpeechRequest, { kind: SAY, hue: 0x59, font: 3, text: 'Hail' });
  shard.tick();
  assert.equal(near.of('unicode_speech')[0]?.text, 'Hail');
});

test('bows and salutes are seen', async () => {
  const { shard, anna, own, near } = await hearing(3, 30);
  anna.send(packets.encodeTextCommand, { kind: 0xc7, text: 'bow' });
  shard.tick();
  for (const inbox of [own, near]) {
    assert.deepEqual(
      inbox.of('character_animation').map(({ serial, action }) => [serial, action]),
      [[anna.serial, 32]],
    );
  }
});

test('a single click tells the name to the one who asks', async () => {
  const { shard, anna, own, near } = await hearing(3, 30);
  anna.send(packets.encodeLookRequest, { serial: anna.serial });
  shard.tick();
  assert.deepEqual(
    own.of('unicode_speech').map(({ kind, text }) => [kind, text]),
    [[6, 'Anna']],
  );
  assert.deepEqual(near.of('unicode_speech'), []);
});
