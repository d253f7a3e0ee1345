import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Terrain } from '../files/terrain.ts';
import type { TileData } from '../files/tile-data.ts';
import type { ArtSource, Bitmap } from './art-source.ts';
import { diamondRow } from './land/diamond.ts';
import { drawView } from './view.ts';

const GROUND = 0x8001;
const THING = 0x8002;
const FRONT = 0x8003;

/** As a client shows it, without what lies beside the diamond. */
const diamond = (): Bitmap => {
  const pixels = new Uint16Array(44 * 44);
  for (let y = 0; y < 44; y++) {
    const { length, start } = diamondRow(y);
    pixels.fill(GROUND, y * 44 + start, y * 44 + start + length);
  }
  return { width: 44, height: 44, pixels };
};
const filled = (width: number, height: number, colour: number): Bitmap => ({
  width,
  height,
  pixels: new Uint16Array(width * height).fill(colour),
});

const art = {
  land: diamond,
  static: (graphic: number) => filled(2, 60, graphic),
} as unknown as ArtSource;
const tileData = { itemFlags: () => 0, itemHeight: () => 5 } as unknown as TileData;
const terrain: Terrain = {
  width: 20,
  height: 20,
  land: () => 3,
  landZ: () => 0,
  statics: (x, y) => (x === 10 && y === 10 ? [{ graphic: THING, z: 0, hue: 0 }] : []),
};

test('what stands on a tile reaches up from its lowest corner, and nearer things hide farther ones', () => {
  const options = { terrain, tileData, art, x: 10, y: 10, width: 200, height: 200 };
  const { pixels } = drawView(options);
  // The middle tile's upper corner is in the middle of the picture, its lowest 44 pixels below.
  const at = (x: number, y: number): number => pixels[y * 200 + x]!;
  assert.equal(at(100, 140), THING);
  assert.equal(at(100, 84), THING);
  assert.equal(at(100, 83), GROUND);
  assert.equal(at(98, 140), GROUND);
  const items = [{ graphic: FRONT, x: 11, y: 11, z: 0 }];
  const hidden = drawView({ ...options, items }).pixels;
  assert.equal(hidden[140 * 200 + 100], FRONT);
  assert.equal(hidden[110 * 200 + 100], THING);
  const open = drawView({ ...options, ceiling: 0 }).pixels;
  assert.equal(open[120 * 200 + 100], GROUND);
  assert.throws(() => drawView({ ...options, x: 20 }), RangeError);
});
