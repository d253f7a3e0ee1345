import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { behaviours, loadContent } from '@gommog/uo';
import { TestShard } from '@gommog/uo/testing';
import { sayHelloAndWalk } from './hello-bot.ts';

const known = { behaviours: new Set(Object.keys(behaviours)) };

test('own-items adds an item and changes another one', () => {
  const plain = loadContent(known);
  const own = loadContent({ ...known, overlayDirs: [join(import.meta.dirname, 'own-items')] });
  const dice = own.items.byId('keepers-dice');
  assert.equal(dice?.number, 32_768);
  assert.equal(dice?.use, 'dice');
  assert.equal(plain.items.byId('keepers-dice'), undefined);
  assert.equal(own.items.byId('stool')?.weight, 4);
  assert.equal(own.items.byId('stool')?.graphic, plain.items.byId('stool')?.graphic);
});

test('hello-bot is heard, and walks a circle', async () => {
  const shard = new TestShard();
  const witness = await shard.enter('witness', 'Witness');
  const bot = await shard.enter('hello', 'Hello Bot');
  const heard: string[] = [];
  witness.listen((packet) => {
    if (packet.kind === 'unicode_speech') heard.push(packet.body.text);
  });
  const { x, y } = bot;
  const walked = sayHelloAndWalk(bot, async (ms) => shard.tick(ms));
  assert.ok((await walked) >= 15, 'nearly every step and turn is accepted');
  assert.deepEqual(heard, ['Hello!']);
  assert.deepEqual([bot.x, bot.y], [x, y], 'it ends where it began');
});
