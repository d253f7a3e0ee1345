import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reader } from '@gommog/wire';
import type { Frame } from '../art/art-source.ts';
import { readAnimation, readAnimationData, readAnimationFrame } from '../protocol/generated/data.ts';
import { animationRecord } from './body-kind.ts';
import { encodeAnimation, encodeAnimationData } from './write-animations.ts';

const A = 0x8421;
const B = 0xfc00;

/** Draws a frame again from its runs, as clients do. */
function drawn(bytes: Uint8Array, palette: readonly number[]): number[][] {
  const { centerX, centerY, height, runs, width } = readAnimationFrame(new Reader(bytes));
  const rows = Array.from({ length: height }, () => new Array<number>(width).fill(0));
  for (const { head, pixels } of runs) {
    const x = (head >> 22) + centerX;
    const y = ((head << 10) >> 22) + centerY + height;
    for (const [i, index] of [...pixels].entries()) rows[y]![x + i] = palette[index]!;
  }
  return rows;
}

test('frames come out as they went in, whatever side of them the anchor lies on', () => {
  const frames: Frame[] = [
    { width: 3, height: 2, centreX: 1, centreY: 4, pixels: Uint16Array.of(A, A, 0, 0, B, A) },
    { width: 2, height: 1, centreX: 9, centreY: -3, pixels: Uint16Array.of(B, 0) },
  ];
  const { frameOffsets, frames: bytes, palette } = readAnimation(new Reader(encodeAnimation(frames)));
  const table = 4 + frames.length * 4;
  const [first, second] = frameOffsets.map((at) => drawn(bytes.subarray(at - table), palette));
  const [a, b] = [A & 0x7fff, B & 0x7fff];
  assert.deepEqual(first, [
    [a, a, 0],
    [0, b, a],
  ]);
  assert.deepEqual(second, [[b, 0]]);
});

test('an animation has at most 256 colours, and those of one are not those of the next', () => {
  const many = Uint16Array.from({ length: 257 }, (_, i) => 0x8000 + i);
  const frame = { height: 1, centreX: 0, centreY: 0 };
  assert.throws(() => encodeAnimation([{ ...frame, width: 257, pixels: many }]), RangeError);
  const { palette } = readAnimation(
    new Reader(encodeAnimation([{ ...frame, width: 1, pixels: Uint16Array.of(B) }])),
  );
  assert.deepEqual(palette.slice(0, 2), [B & 0x7fff, 0]);
});

test('records of monsters, animals and people begin where clients look for them', () => {
  assert.equal(animationRecord(0, 0, 0), 0);
  assert.equal(animationRecord(199, 21, 4), 21_999);
  assert.equal(animationRecord(200, 0, 0), 22_000);
  assert.equal(animationRecord(400, 4, 2), 35_022);
});

test('a sequence is found at its graphic', () => {
  const bytes = encodeAnimationData(new Map([[9, { offsets: [0, 1, 2], interval: 2 }]]), 16);
  const entry = readAnimationData(new Reader(bytes)).groups[1]!.entries[1]!;
  assert.deepEqual(entry.frames.slice(0, 4), [0, 1, 2, 0]);
  assert.deepEqual([entry.numFrames, entry.interval], [3, 2]);
});
