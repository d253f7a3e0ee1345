import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { WireError } from './error.ts';
import { FrameCutter } from './frame-cutter.ts';

/** 1: two bytes; 2: its own length; 3: three bytes, or two before version 5. */
function lengthOf(id: number, ver: number): number {
  return id === 1 ? 2 : id === 2 ? 0 : id === 3 ? (ver >= 5 ? 3 : 2) : -1;
}

function cut(chunks: readonly Uint8Array[], ver = 5, longest = 64): number[][] {
  const cutter = new FrameCutter(lengthOf, longest);
  const frames: number[][] = [];
  for (const chunk of chunks) {
    cutter.push(chunk);
    for (let frame = cutter.next(ver); frame !== null; frame = cutter.next(ver)) frames.push([...frame]);
  }
  return frames;
}

const frame = fc.oneof(
  fc.nat(255).map((byte) => [1, byte]),
  fc.uint8Array({ maxLength: 20 }).map((body) => [2, 0, body.length + 3, ...body]),
  fc.constant([3, 7, 8]),
);

test('frames come out as they went in, however the stream is cut', () => {
  fc.assert(
    fc.property(
      fc.array(frame),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      (frames, sizes) => {
        const stream = Uint8Array.from(frames.flat());
        const chunks: Uint8Array[] = [];
        for (let at = 0, i = 0; at < stream.length; i++) {
          const size = sizes[i % sizes.length]!;
          chunks.push(stream.slice(at, at + size));
          at += size;
        }
        assert.deepEqual(cut(chunks), frames);
      },
    ),
    { numRuns: 200 },
  );
});

test('lengths follow the version', () => {
  assert.deepEqual(cut([Uint8Array.of(3, 9, 1, 5)], 4), [
    [3, 9],
    [1, 5],
  ]);
});

test('an unknown id, a length below the header and a frame that is too long are refused', () => {
  const fails = (code: string, ...bytes: number[]): void => {
    assert.throws(
      () => cut([Uint8Array.from(bytes)]),
      (error) => error instanceof WireError && error.code === code,
    );
  };
  fails('GMG_WIRE_UNKNOWN_PACKET', 9);
  fails('GMG_WIRE_BAD_VALUE', 2, 0, 2);
  fails('GMG_WIRE_TOO_LONG', 2, 0, 65);
});

test('what is no whole frame waits', () => {
  const cutter = new FrameCutter(lengthOf, 64);
  assert.equal(cutter.next(5), null);
  cutter.push(Uint8Array.of(2, 0));
  assert.equal(cutter.next(5), null);
  assert.equal(cutter.pending, 2);
});

test('a length may have its low byte first', () => {
  const cutter = new FrameCutter(lengthOf, 64, 'le');
  cutter.push(Uint8Array.of(2, 5, 0, 9, 9, 1, 7));
  assert.deepEqual([...cutter.next(5)!], [2, 5, 0, 9, 9]);
  assert.deepEqual([...cutter.next(5)!], [1, 7]);
  cutter.push(Uint8Array.of(2, 0, 5, 9, 9));
  assert.throws(() => cutter.next(5), /1280 bytes/);
});
