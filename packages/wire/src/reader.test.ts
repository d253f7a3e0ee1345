import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { WireError } from './error.ts';
import { Reader } from './reader.ts';
import { Writer } from './writer.ts';

function fails(code: string, read: () => unknown): void {
  assert.throws(read, (error) => error instanceof WireError && error.code === code);
}

const bytes = (...values: number[]): Reader => new Reader(Uint8Array.from(values));

test('numbers of every width come back as they were written', () => {
  const widths = ['u1', 's1', 'u2be', 'u2le', 's2be', 's2le', 'u4be', 'u4le', 's4be', 's4le'] as const;
  for (const width of widths) {
    const bits = Number(width[1]) * 8;
    const [min, max] = width[0] === 'u' ? [0, 2 ** bits - 1] : [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1];
    fc.assert(
      fc.property(fc.integer({ min, max }), (value) => {
        const writer = new Writer(1);
        writer[width](value);
        assert.equal(writer.length, bits / 8);
        assert.equal(new Reader(writer.bytes())[width](), value);
      }),
      { numRuns: 50 },
    );
  }
  for (const width of ['u8be', 'u8le', 's8be', 's8le'] as const) {
    const arbitrary =
      width[0] === 'u'
        ? fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })
        : fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    fc.assert(
      fc.property(arbitrary, (value) => {
        const writer = new Writer();
        writer[width](value);
        assert.equal(new Reader(writer.bytes())[width](), value);
      }),
      { numRuns: 50 },
    );
  }
  for (const width of ['f8be', 'f8le'] as const) {
    const writer = new Writer();
    writer[width](-0.125);
    assert.equal(new Reader(writer.bytes())[width](), -0.125);
  }
});

test('big-endian and little-endian are what they say', () => {
  assert.equal(bytes(1, 2).u2be(), 0x102);
  assert.equal(bytes(1, 2).u2le(), 0x201);
  assert.equal(bytes(0xff, 2, 3, 4).u4be(), 0xff020304);
  assert.equal(bytes(1, 2, 3, 0xff).s4le(), -0xfcfdff);
  assert.equal(bytes(1, 2, 3, 4, 5, 6, 7, 8).u8be(), 0x0102030405060708n);
  assert.equal(bytes(0x3f, 0x80, 0, 0).f4be(), 1);
});

test('bits come most significant first, and whole bytes begin at the next byte', () => {
  const reader = bytes(0b1010_0110, 0b1100_0000, 7);
  assert.equal(reader.flag(), true);
  assert.equal(reader.bits(4), 0b0100);
  assert.equal(reader.bits(5), 0b11011);
  assert.equal(reader.u1(), 7);
  assert.equal(bytes(0xff, 0xff, 0xff, 0xff).bits(32), 0xffffffff);
});

test('what is not there is refused, also when the count is no number', () => {
  fails('GMG_WIRE_TRUNCATED', () => bytes().u1());
  fails('GMG_WIRE_TRUNCATED', () => bytes(1, 2, 3).u4be());
  fails('GMG_WIRE_TRUNCATED', () => bytes(1).raw(2));
  fails('GMG_WIRE_TRUNCATED', () => bytes(1).raw(-1));
  fails('GMG_WIRE_TRUNCATED', () => bytes(1).raw(Number.NaN));
  fails('GMG_WIRE_TRUNCATED', () => bytes(1).raw(Infinity, Infinity));
  fails('GMG_WIRE_TRUNCATED', () => bytes(1).bits(9));
  fails('GMG_WIRE_TRUNCATED', () => bytes(1).seek(2));
  fails('GMG_WIRE_TRUNCATED', () => bytes(0x41).terminatedText('ASCII', false));
});

test('a count is checked before anything is read', () => {
  const reader = bytes(1, 2, 3, 4);
  reader.checkCount(2, 2);
  fails('GMG_WIRE_TRUNCATED', () => reader.checkCount(0x7fffffff, 1));
  fails('GMG_WIRE_TOO_LONG', () => reader.checkCount(Number.NaN, 1));
  fails('GMG_WIRE_TOO_LONG', () => reader.checkCount(3, 0, 2));
});

test('caps, leftovers and wrong contents have codes of their own', () => {
  fails('GMG_WIRE_TOO_LONG', () => bytes(1, 2, 3).rest(2));
  fails('GMG_WIRE_TOO_LONG', () => bytes(0x41, 0x42, 0).terminatedText('ASCII', false, 1));
  fails('GMG_WIRE_LEFTOVER', () => bytes(1).finish());
  fails('GMG_WIRE_BAD_VALUE', () => bytes(1, 2).expect([1, 3]));
});

test('a type that contains itself ends before the stack does', () => {
  const nest = (reader: Reader): void => {
    reader.enter();
    nest(reader.sub(reader.remaining));
  };
  fails('GMG_WIRE_TOO_LONG', () => nest(bytes(1)));
});

test('a part is bounded by its own size, and counts from its own beginning', () => {
  const reader = bytes(1, 2, 3, 4, 5);
  reader.u1();
  const part = reader.sub(3);
  assert.equal(reader.position, 4);
  assert.equal(part.position, 0);
  assert.equal(part.size, 3);
  part.seek(2);
  assert.equal(part.u1(), 4);
  assert.ok(part.eof);
  fails('GMG_WIRE_TRUNCATED', () => part.u1());
});

test('bytes end where their terminator or padding says', () => {
  const of = (...values: number[]): number[] => values;
  assert.deepEqual([...bytes(1, 2, 9, 9).trimmed(4, -1, false, 9)], of(1, 2));
  assert.deepEqual([...bytes(1, 7, 2, 9).trimmed(4, 7, false, 9)], of(1));
  assert.deepEqual([...bytes(1, 7, 2, 9).trimmed(4, 7, true, -1)], of(1, 7));
  const reader = bytes(1, 7, 2, 7, 3);
  assert.deepEqual([...reader.until(7, false, true, false)], of(1));
  assert.deepEqual([...reader.until(7, true, false, false)], of(2, 7));
  assert.equal(reader.u1(), 7);
  fails('GMG_WIRE_TRUNCATED', () => reader.until(7, false, true, false));
  assert.deepEqual([...reader.until(7, false, true, true)], of(3));
});
