import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LAND_COLOURS } from './radar-colours.ts';
import { type RenderArea, renderFacet } from './render.ts';
import type { StaticTile, Terrain } from './terrain.ts';
import type { TileData } from './tile-data.ts';

const RED = 0x7c00;
const GREEN = 0x03e0;
const BLUE = 0x001f;

const colours = new Uint16Array(LAND_COLOURS + 16);
colours.set([0, RED, GREEN]);
colours.set([0, BLUE], LAND_COLOURS);

const tileData: TileData = {
  landFlags: () => 0,
  landName: () => '',
  itemFlags: () => 0,
  itemHeight: () => 5,
  itemWeight: () => 0,
  itemLayer: () => 0,
  itemName: () => '',
  itemAnimation: () => 0,
};

/** 4 x 2 tiles: red on the left, green on the right. */
function terrain(
  landZ: (x: number, y: number) => number,
  statics: (x: number, y: number) => StaticTile[],
): Terrain {
  return { width: 4, height: 2, land: (x) => (x < 2 ? 1 : 2), landZ, statics };
}

const flat = terrain(
  () => 0,
  () => [],
);

const WHOLE: RenderArea = { x: 0, y: 0, width: 4, height: 2, scale: 1, hillshade: false };

function pixels(area: Partial<RenderArea>, from: Terrain = flat): { size: number[]; pixels: number[][] } {
  const { width, height, rgb } = renderFacet(from, tileData, colours, { ...WHOLE, ...area });
  assert.equal(rgb.length, width * height * 3);
  const list = Array.from({ length: width * height }, (_, i) => [...rgb.subarray(i * 3, i * 3 + 3)]);
  return { size: [width, height], pixels: list };
}

const red = [255, 0, 0];
const green = [0, 255, 0];
const blue = [0, 0, 255];

test('tiles have the colours of their land', () => {
  assert.deepEqual(pixels({}), { size: [4, 2], pixels: [red, red, green, green, red, red, green, green] });
});

test('an area is cut at the edge of the facet, and enlarged', () => {
  assert.deepEqual(pixels({ x: 1, y: 1, width: 2, height: 9, scale: 2 }), {
    size: [4, 2],
    pixels: [red, red, green, green, red, red, green, green],
  });
});

test('a smaller picture blends the tiles of each pixel', () => {
  assert.deepEqual(pixels({ x: 1, width: 2, scale: 0.5 }), { size: [1, 1], pixels: [[128, 128, 0]] });
});

test('what lies on top shows: not what is below the land, has no colour, or is above the ceiling', () => {
  const statics = (x: number, y: number): StaticTile[] => {
    if (y > 0) return [];
    if (x === 0) return [{ graphic: 1, z: 0, hue: 0 }];
    if (x === 1) return [{ graphic: 1, z: -20, hue: 0 }];
    return x === 2 ? [{ graphic: 0, z: 10, hue: 0 }] : [{ graphic: 1, z: 20, hue: 0 }];
  };
  const built = terrain(() => 0, statics);
  assert.deepEqual(pixels({ height: 1 }, built).pixels, [blue, red, green, blue]);
  assert.deepEqual(pixels({ height: 1, ceiling: 20 }, built).pixels, [blue, red, green, green]);
});

test('land that rises to the south-east is bright, land that falls is dark', () => {
  const rising = terrain(
    (x) => x * 5,
    () => [],
  );
  const falling = terrain(
    (x) => -x * 5,
    () => [],
  );
  const dark = renderFacet(
    falling,
    tileData,
    colours.map((c) => c & 0x3def),
    { ...WHOLE, hillshade: true },
  ).rgb[0]!;
  const even = renderFacet(
    flat,
    tileData,
    colours.map((c) => c & 0x3def),
    { ...WHOLE, hillshade: true },
  ).rgb[0]!;
  const bright = renderFacet(
    rising,
    tileData,
    colours.map((c) => c & 0x3def),
    { ...WHOLE, hillshade: true },
  ).rgb[0]!;
  assert.ok(dark < even && even < bright, `${dark} ${even} ${bright}`);
});

test('a scale that is none, and an area outside the facet, are refused', () => {
  for (const scale of [0, -1, 1.5, 0.3, Number.NaN]) assert.throws(() => pixels({ scale }), RangeError);
  for (const area of [{ x: 4 }, { width: 0 }, { y: -2 }, { width: 1, scale: 0.5 }]) {
    assert.throws(() => pixels(area), RangeError);
  }
});
