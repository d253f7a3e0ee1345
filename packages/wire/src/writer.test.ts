import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Writer } from './writer.ts';

function written(write: (writer: Writer) => void): string {
  const writer = new Writer(2);
  write(writer);
  return Buffer.from(writer.bytes()).toString('hex');
}

test('the buffer grows and keeps what was written', () => {
  const writer = new Writer(1);
  for (let i = 0; i < 1000; i++) writer.u2be(i);
  const bytes = writer.bytes();
  assert.equal(bytes.length, 2000);
  for (let i = 0; i < 1000; i++) assert.equal((bytes[i * 2]! << 8) | bytes[i * 2 + 1]!, i);
  writer.reset();
  assert.equal(writer.length, 0);
});

test('numbers wrap to their width', () => {
  assert.equal(
    written((w) => w.u1(0x1ff)),
    'ff',
  );
  assert.equal(
    written((w) => w.s2be(-2)),
    'fffe',
  );
  assert.equal(
    written((w) => w.u4le(0x1_0000_0002)),
    '02000000',
  );
});

test('bits fill a byte with zeros before whole bytes', () => {
  assert.equal(
    written((w) => {
      w.flag(true);
      w.bits(3, 0b010);
      w.u1(0xff);
      w.bits(12, 0xabc);
    }),
    'a0ffabc0',
  );
});

test('a length that is put in later goes where it belongs', () => {
  assert.equal(
    written((w) => {
      w.u2be(0);
      w.u4le(0);
      w.u1(9);
      w.patchU2be(0, w.length);
      w.patchU4le(2, 0x01020304);
      w.patchU1(6, 8);
    }),
    '00070403020108',
  );
});

test('texts and bytes fill their fields, and too much of them is an error or cut', () => {
  assert.equal(
    written((w) => w.paddedText('abc', 5, 'ASCII')),
    '6162630000',
  );
  assert.equal(
    written((w) => w.paddedText('abc', 5, 'ASCII', 0x20)),
    '6162632020',
  );
  assert.equal(
    written((w) => w.paddedText('abcdef', 3, 'ASCII')),
    '616263',
  );
  // Cut at a whole letter.
  assert.equal(
    written((w) => w.paddedText('a\u00e9', 2, 'UTF-8')),
    '6100',
  );
  assert.equal(
    written((w) => w.padded([1], 3)),
    '010000',
  );
  assert.equal(
    written((w) => w.padded(undefined, 2)),
    '0000',
  );
  assert.throws(() => written((w) => w.padded([1, 2], 1)), RangeError);
  assert.equal(
    written((w) => w.terminatedText('a\0b', 'ASCII')),
    '6100',
  );
});

test('a part is filled to its size and not written beyond it', () => {
  assert.equal(
    written((w) => {
      w.u1(1);
      w.fill(0, 3);
    }),
    '010000',
  );
  assert.throws(
    () =>
      written((w) => {
        w.u4be(1);
        w.fill(0, 3);
      }),
    RangeError,
  );
});

test('what was written can be taken back', () => {
  const writer = new Writer();
  writer.u2be(0x0102);
  const copy = writer.copyFrom(1);
  writer.truncate(1);
  writer.u1(9);
  assert.deepEqual([...copy], [2]);
  assert.deepEqual([...writer.bytes()], [1, 9]);
});
