import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromWire, linesOf, oneLine, toWire } from '../session/text.ts';
import { TestShard } from '../testing/test-shard.ts';

test('what one says all read, with the colours it gave it and none that end a client', async () => {
  const shard = new TestShard();
  const anna = await shard.enter('anna');
  const ben = await shard.enter('ben', { extensions: null });
  anna.say('Hello %cred %zno &');
  shard.tick();
  assert.equal(ben.lines.at(-1), '&7anna: &fHello &cred %zno');
  anna.say('&zodd &dfine&');
  shard.tick();
  assert.equal(ben.lines.at(-1), '&7anna: &fzodd &dfine');
  anna.say('/me waves');
  shard.tick();
  assert.equal(ben.lines.at(-1), '&5* anna waves');
});

test('long words come in parts, from one who can, and to all in lines that fit', async () => {
  const shard = new TestShard();
  const anna = await shard.enter('anna');
  const ben = await shard.enter('ben', { extensions: null });
  const said = Array.from({ length: 40 }, (_, i) => `word${i}`).join(' ');
  anna.say(said);
  shard.tick();
  const lines = ben.lines.filter((line) => line.includes('word'));
  assert.ok(lines.length >= 4);
  const read = lines.map((line) => line.replace(/^> (&f)?|^&7anna: &f/, '')).join(' ');
  assert.equal(read, said);
  ben.say('x'.repeat(100));
  shard.tick();
  assert.ok(anna.lines.at(-1)!.endsWith('x'));
});

test('letters of the code page go to those who have it, and come from all', async () => {
  const shard = new TestShard();
  const anna = await shard.enter('anna');
  const ben = await shard.enter('ben', { extensions: ['MessageTypes'] });
  anna.say(toWire('Grüße ♥ ½', true));
  shard.tick();
  assert.equal(fromWire(anna.lines.at(-1)!), '&7anna: &fGrüße ♥ ½');
  assert.equal(ben.lines.at(-1), '&7anna: &fGr??e ? ?');
});

test('all 256 letters of the wire come back as they were, but for padding and colours', () => {
  for (let code = 1; code < 256; code++) {
    const letter = String.fromCharCode(code);
    if (letter === '%') continue;
    assert.equal(toWire(fromWire(`a${letter}a`), true), `a${letter}a`, `${code}`);
  }
  assert.equal(fromWire('abc\0\0  '), 'abc');
});

test('lines fit, keep their colour, and end without a code', () => {
  for (const text of [
    '&a'.repeat(100),
    `&c${'word '.repeat(60)}`,
    'x'.repeat(300),
    `${'x'.repeat(63)}&cabc`,
    '&',
    '',
  ]) {
    for (const line of linesOf(text)) {
      assert.ok(line.length <= 64 && line.length > 0, line);
      assert.doesNotMatch(line, /&(?![0-9a-f])|&.$|&$/, line);
    }
  }
  const [, second] = linesOf(`&c${'word '.repeat(30)}`);
  assert.match(second!, /^> &cword/);
  assert.equal(oneLine('A name & more &c'), 'A name  more');
});
