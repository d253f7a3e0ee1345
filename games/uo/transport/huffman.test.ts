import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compress, compressInto, Decompressor, maxCompressedLength } from './huffman.ts';

const vectors: readonly [packet: string, compressed: string][] = [
  ['00', '34'],
  ['55', '4468'],
  ['b900fa92db', 'b308eb3c9974'],
  ['220501', '6fa3fa'],
  ['bd0003', '78834d'],
  ['7300', '7634'],
  ['000102030405060708090a0b0c0d0e0f', '3f134eb476cb818ab3ce765eaafa'],
  ['', 'd0'],
];

for (const [packet, compressed] of vectors) {
  test(`'${packet}' is compressed to '${compressed}'`, () => {
    assert.equal(Buffer.from(compress(Buffer.from(packet, 'hex'))).toString('hex'), compressed);
  });
}

test('joined packets come back one by one, however the stream is cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 8 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      (packets, cuts) => {
        const stream = Buffer.concat(packets.map(compress));
        const decompressor = new Decompressor();
        const found: Uint8Array[] = [];
        for (let at = 0, i = 0; at < stream.length; i++) {
          const size = cuts[i % cuts.length]!;
          decompressor.feed(stream.subarray(at, at + size), (packet) => found.push(packet.slice()));
          at += size;
        }
        assert.deepEqual(
          found.map((packet) => [...packet]),
          packets.map((packet) => [...packet]),
        );
      },
    ),
  );
});

test('a packet longer than the first buffer comes back whole', () => {
  const packet = Uint8Array.from({ length: 50_000 }, (_, i) => i * 7);
  const found: Uint8Array[] = [];
  new Decompressor().feed(compress(packet), (each) => found.push(each.slice()));
  assert.deepEqual(found, [packet]);
});

test('no byte grows beyond the greatest length, and a smaller buffer is refused', () => {
  for (let byte = 0; byte < 256; byte++) {
    const packet = new Uint8Array(64).fill(byte);
    assert.ok(compress(packet).length <= maxCompressedLength(64));
  }
  const longest = new Uint8Array(8).fill(0xa6);
  assert.equal(compress(longest).length, maxCompressedLength(8));
  assert.throws(() => compressInto(longest, 0, 8, new Uint8Array(maxCompressedLength(8)), 1), RangeError);
});

test('a part of a buffer is compressed to a place in another', () => {
  const out = new Uint8Array(32).fill(0xee);
  const end = compressInto(Uint8Array.of(9, 0x22, 5, 1, 9), 1, 4, out, 2);
  assert.equal(Buffer.from(out.subarray(0, end + 1)).toString('hex'), 'eeee6fa3faee');
});

test('bytes without an end are given up at the limit', () => {
  const decompressor = new Decompressor(1000);
  assert.throws(() => decompressor.feed(new Uint8Array(10_000), () => {}), RangeError);
});

test('any bytes decode to something', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
      new Decompressor().feed(bytes, (packet) => assert.ok(packet.length <= 4 * bytes.length));
    }),
  );
});
