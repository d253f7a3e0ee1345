import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Rng } from '@gommog/core';
import { connectMemory } from '@gommog/net';
import { Rand, Writer } from '@gommog/wire';
import * as rand from '../protocol/generated/rand.ts';
import * as packets from '../protocol/index.ts';
import { Body } from '../rules/components.ts';
import { TestShard } from '../testing/test-shard.ts';

function bodyOf(shard: TestShard, name: string): { x: number; y: number; z: number } {
  const { x, y, z } = shard.game.world.require(shard.game.context.people.byName.find(name)!, Body);
  return { x, y, z };
}

test('who is too fast or out of the world is put back, and not shown there to others', async () => {
  const shard = new TestShard();
  const anna = await shard.enter('anna');
  const ben = await shard.enter('ben');
  const { x, y, z } = anna.pose;
  for (const [tx, ty, tz] of [
    [x + 1900, y, z],
    [x, y + 9_000, z],
    [-32_768, y, z],
    [32_767, 32_767, -32_768],
  ] as const) {
    shard.tick(600);
    anna.moveTo(tx, ty, tz);
    shard.tick();
    assert.deepEqual(bodyOf(shard, 'anna'), { x, y, z });
    assert.equal(anna.pose.x, x, 'it is told where it is');
  }
  assert.equal([...ben.others.values()][0]!.x, x);
  assert.equal(anna.count.putBack, 4);
  for (let i = 0; i < 50; i++) {
    anna.moveTo(x + 1900, y, z);
    shard.tick(1);
  }
  assert.ok(anna.count.putBack <= 5, 'not an answer for each packet');
});

test('what a client sent before it knew that it was put elsewhere does not take it back', async () => {
  const shard = new TestShard();
  const owner = await shard.enterOwner();
  const { x, y, z } = owner.pose;
  shard.tick(2_000);
  owner.say('/tp 5 20 6');
  // It is on its way when the server puts the player elsewhere.
  const late = { held: 255, x: x + 2, y, z, yaw: 0, pitch: 0 };
  shard.tick();
  owner.send(packets.encodeMoveRequest, late);
  shard.tick();
  assert.deepEqual(bodyOf(shard, 'olga'), { x: 176, y: 656, z: 208 });
  owner.moveTo(180, 650, 208);
  shard.tick();
  assert.deepEqual(bodyOf(shard, 'olga'), { x: 180, y: 650, z: 208 });
});

test('one address does not bring names without end, and a level that nobody takes frees its place', async () => {
  const shard = new TestShard({ lobby: { newNamesPerAddress: 2 } });
  await shard.enter('anna');
  await shard.enter('ben');
  await assert.rejects(shard.enter('carl'), /Too many new names/);
  assert.ok((await shard.enter('anna')).isPlaying);
  const slow = new TestShard({ level: { width: 256, height: 64, length: 256 } });
  let words = '';
  const peer = { onData: () => {}, onClose: (reason: string) => (words = reason) };
  const link = connectMemory((each) => slow.game.accept(each), peer);
  link.pause();
  const writer = new Writer();
  packets.encodeLoginRequest(writer, { username: 'stuck', key: '' }, packets.LAYOUT);
  link.write(writer.bytes());
  link.flush();
  slow.tick();
  assert.equal(slow.game.context.people.here, 1);
  for (let i = 0; i < 40; i++) {
    await new Promise((resolve) => setImmediate(resolve));
    slow.tick(10_000);
  }
  assert.equal(slow.game.context.people.here, 0, words);
});

test('nobody goes faster by sending more often', async () => {
  const shard = new TestShard({ level: { width: 512, height: 16, length: 16 } });
  const anna = await shard.enter('anna');
  const { x, y, z } = anna.pose;
  for (let i = 0; i < 150; i++) {
    anna.moveTo(anna.pose.x + 40, y, z);
    shard.tick(20);
  }
  // Three seconds at 30 blocks a second, and what may be saved up.
  assert.ok(bodyOf(shard, 'anna').x - x <= 30 * 32 * 4.6, `${bodyOf(shard, 'anna').x - x}`);
});

test('a packet that is none ends its session, with a code in the log', async () => {
  const shard = new TestShard();
  const anna = await shard.enter('anna');
  anna.sendBytes(Uint8Array.of(0x77, 1, 2, 3));
  shard.tick();
  assert.match(anna.closed!, /senseless/);
  const refused = shard.log.find(({ event }) => event === 'session-refused')!;
  assert.equal(refused.details['code'], 'GMG_WIRE_UNKNOWN_PACKET');
});

test('floods of words and blocks are slowed, then ended; others are served meanwhile', async () => {
  const shard = new TestShard();
  const [anna, ben, carl] = [await shard.enter('anna'), await shard.enter('ben'), await shard.enter('carl')];
  for (let i = 0; i < 20; i++) anna.say('again');
  shard.tick();
  assert.equal(ben.lines.filter((line) => line.endsWith('again')).length, 8);
  assert.match(anna.lines.at(-1)!, /too fast|again/);
  assert.ok(anna.lines.some((line) => line.includes('too fast')));
  assert.ok(anna.isPlaying);
  const [x, y, z] = [ben.pose.x >> 5, (ben.pose.y >> 5) + 1, ben.pose.z >> 5];
  for (let i = 0; i < 400; i++) ben.place(x, y, z, 1 + (i % 40));
  shard.tick();
  assert.match(ben.closed!, /too much/);
  carl.say('I am here');
  shard.tick();
  assert.match(anna.lines.at(-1)!, /I am here$/);
});

test('packets before a login, and a second login, end the session', async () => {
  const shard = new TestShard();
  for (const bytes of [
    [0x08, ...Array(9).fill(0)],
    [0x0d, ...Array(65).fill(32)],
    [0x13, 1],
  ]) {
    let reason = '';
    const peer = { onData: () => {}, onClose: (why: string) => (reason = why) };
    const link = connectMemory((each) => shard.game.accept(each), peer);
    link.write(Uint8Array.from(bytes));
    link.flush();
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(reason, 'GMG_NET_PEER_CLOSED');
  }
  const anna = await shard.enter('anna');
  anna.send(packets.encodeLoginRequest, { username: 'ben', key: '' });
  shard.tick();
  assert.equal(shard.game.context.people.byName.find('ben'), undefined);
});

test('a client asks for a sign of life as soon as it may, and gets it', async () => {
  const shard = new TestShard();
  const anna = shard.client('anna');
  const answers = anna.collect('server_two_way_ping');
  anna.listen(({ kind }) => {
    if (kind === 'server_block_level') anna.send(packets.encodeClientTwoWayPing, { isReply: 0, token: 77 });
  });
  await shard.until(anna.join());
  assert.deepEqual(answers[0], { isQuestion: 0, token: 77 });
  assert.ok(!shard.log.some(({ event }) => event === 'packet-out-of-phase'));
});

test('who promises a thousand extensions, or sends more than it promised, is sent away', async () => {
  const shard = new TestShard();
  for (const count of [1_000, 1]) {
    const raw = shard.client('anna', { extensions: [] });
    const closed = raw.join().catch((error: Error) => error.message);
    const entry = { name: 'Whatever', version: 1 };
    raw.send(packets.encodeClientExtensions, { appName: 'x', count });
    for (let i = 0; i < 3; i++) raw.send(packets.encodeClientExtensionEntry, entry);
    await shard.until(closed);
  }
  assert.equal(shard.game.gauges()['sessions'], shard.game.gauges()['players']);
});

test('whatever clients send, the world stays whole and goes on', async () => {
  const makers = rand as unknown as Record<string, (r: Rand) => object>;
  const encoders = packets as unknown as Record<string, (w: Writer, v: object, l: number) => void>;
  const names = Object.keys(packets.clientPackets).map((kind) =>
    kind.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase()),
  );
  const shard = new TestShard({ ruleset: { maxPlayers: 6 } });
  const rng = new Rng(77);
  for (let round = 0; round < 60; round++) {
    const client = shard.client(`p${rng.between(0, 3)}`, { extensions: rng.chance(0.3) ? null : [] });
    await shard.until(client.join().catch(() => {}));
    for (let i = 0; i < 40 && client.closed === null; i++) {
      const name = rng.pick(names);
      const writer = new Writer();
      encoders[`encode${name}`]!(writer, makers[`rand${name}`]!(new Rand(rng.next())), packets.LAYOUT);
      const bytes = writer.bytes().slice();
      if (rng.chance(0.1)) bytes[rng.between(0, bytes.length - 1)] = rng.between(0, 255);
      client.sendBytes(rng.chance(0.05) ? bytes.subarray(0, rng.between(0, bytes.length)) : bytes);
      if (rng.chance(0.3)) shard.tick(rng.between(0, 300));
    }
    if (rng.chance(0.8)) client.close();
    await new Promise((resolve) => setImmediate(resolve));
    shard.tick();
  }
  assert.equal(shard.rebuilt().stateHash(), shard.game.world.stateHash());
  shard.game.closeSessions('over');
  await new Promise((resolve) => setImmediate(resolve));
  shard.tick();
  assert.deepEqual([shard.game.gauges()['sessions'], shard.game.context.people.here], [0, 0]);
});
