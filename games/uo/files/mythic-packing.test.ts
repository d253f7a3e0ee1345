import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WireError } from '@gommog/wire';
import { unpackMythic } from './mythic-packing.ts';
import { packMythic } from './testing/mythic-packing.ts';

const MOST = 1 << 20;

/** Bytes of chance that repeats: `kinds` different ones. */
function noise(length: number, kinds: number): Uint8Array {
  let state = length * 31 + kinds;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 16) % kinds;
  });
}

test('a word that was packed by hand is unpacked', () => {
  // "aba": a comes twice, b once. In order of their counts: a waits first, again after one other; b waits second.
  const counts = Buffer.alloc(1024);
  counts.writeUInt32LE(2, 0x61 * 4);
  counts.writeUInt32LE(1, 0x62 * 4);
  // In the list of bytes that go to the front: zeros stay at 0, a 2 is at 2 at first, a 1 then at 2 as well.
  const places = Buffer.alloc(1024);
  places[0x61 * 4] = 2;
  places[0x61 * 4 + 1] = 1;
  places[0x62 * 4] = 2;
  places[0x62 * 4 + 1] = 1;
  // The codes are 0, 1, 1.
  const codes = Buffer.from([0, 1, 0]);
  const head = Buffer.from([0x3d ^ 3, 0x9a, 0x2c, 0x8e]);
  const unpacked = unpackMythic(Buffer.concat([head, places, codes]), MOST);
  assert.equal(Buffer.from(unpacked).toString(), 'aba');
});

test('whatever is packed comes out again, with filling after it and without', () => {
  for (const bytes of [
    new Uint8Array(0),
    Uint8Array.of(7),
    new Uint8Array(500).fill(255),
    Uint8Array.from({ length: 256 }, (_, i) => 255 - i),
    noise(3000, 3),
    noise(3000, 256),
  ]) {
    for (const filling of [0, 100]) assert.deepEqual(unpackMythic(packMythic(bytes, filling), MOST), bytes);
  }
});

test('what ends early, claims too much or contradicts itself is refused, and nothing else is thrown', () => {
  const whole = packMythic(noise(200, 20));
  for (let length = 0; length < whole.length; length += length > 1000 ? 1 : 37)
    assert.throws(() => unpackMythic(whole.subarray(0, length), MOST), WireError);
  assert.throws(() => unpackMythic(whole, 199), WireError);
  for (let at = 0; at < whole.length; at++) {
    const damaged = Buffer.from(whole);
    damaged[at] = damaged[at]! ^ 0x41;
    try {
      assert.ok(unpackMythic(damaged, MOST).length === 200);
    } catch (error) {
      assert.ok(error instanceof WireError, `${at}: ${(error as Error).stack}`);
    }
  }
});
