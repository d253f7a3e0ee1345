import assert from 'node:assert/strict';
import { test } from 'node:test';
import { widenFacet } from './widen-facet.ts';
import { encodeMap, encodeStatics } from './write.ts';

const size = { width: 16, height: 16 };
const small = {
  ...size,
  land: Uint16Array.from({ length: 256 }, (_, i) => i),
  z: Int8Array.from({ length: 256 }, (_, i) => i % 100),
  statics: [
    { x: 15, y: 15, z: 3, graphic: 7, hue: 0 },
    { x: 1, y: 9, z: -1, graphic: 8, hue: 2 },
  ],
};
const { index } = encodeStatics(small);
const bytes = { map: encodeMap(small), index };

test('a wider facet has the same land and statics where they were, and its edge goes on beyond', () => {
  const to = { width: 40, height: 24 };
  const blockOf = (x: number, y: number) =>
    Math.min(x >> 3, 1) * 8 + (x & 7) + (Math.min(y >> 3, 1) * 8 + (y & 7)) * 16;
  const places = Array.from({ length: to.width * to.height }, (_, i) =>
    blockOf(i % to.width, Math.floor(i / to.width)),
  );
  const expected = {
    ...to,
    land: Uint16Array.from(places, (at) => small.land[at]!),
    z: Int8Array.from(places, (at) => small.z[at]!),
    statics: small.statics,
  };
  const wide = widenFacet(bytes, size, to);
  assert.deepEqual(wide.map, encodeMap(expected));
  assert.deepEqual(wide.index, encodeStatics(expected).index);
});

test('a facet of its own size stays as it is', () => {
  assert.deepEqual(widenFacet(bytes, size, size), bytes);
});

test('a size without room, of broken blocks or not of these bytes is refused', () => {
  assert.throws(() => widenFacet(bytes, size, { width: 8, height: 4096 }), /no room in one of 8x4096/);
  assert.throws(() => widenFacet(bytes, size, { width: 44, height: 40 }), RangeError);
  assert.throws(() => widenFacet(bytes, { width: 8, height: 16 }, size), /not of a facet of 8x16/);
});
