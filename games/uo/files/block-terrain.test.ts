import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BlockTerrain } from './block-terrain.ts';
import { blocksIn } from './blocks.ts';
import { NaiveFacet } from './testing/naive-facet.ts';
import { randomFacet } from './testing/sample-client.ts';
import { encodeMap, encodeStatics, type FacetRecord } from './write.ts';

function build(facet: FacetRecord, cachedBlocks?: number): { terrain: BlockTerrain; naive: NaiveFacet } {
  const land = encodeMap(facet);
  const { index, statics } = encodeStatics(facet);
  const { width, height } = facet;
  const { count } = blocksIn(width, height);
  const staticStarts = new Uint32Array(count);
  const staticCounts = new Uint16Array(count);
  const indexBuffer = Buffer.from(index);
  for (let block = 0; block < count; block++) {
    const length = indexBuffer.readInt32LE(block * 12 + 4);
    staticStarts[block] = length < 0 ? 0 : indexBuffer.readUInt32LE(block * 12);
    staticCounts[block] = Math.max(0, length) / 7;
  }
  return {
    terrain: new BlockTerrain({ width, height, land, statics, staticStarts, staticCounts }, cachedBlocks),
    naive: new NaiveFacet(height, Buffer.from(land), indexBuffer, Buffer.from(statics)),
  };
}

test('random tiles are as a naive reader and the writer have them, however few blocks are kept', () => {
  const facet = randomFacet(120, 72, 3000, 5);
  const { naive, terrain } = build(facet, 2);
  const place = fc.tuple(fc.nat(119), fc.nat(71));
  fc.assert(
    fc.property(place, ([x, y]) => {
      const { graphic, z } = naive.land(x, y);
      assert.equal(terrain.land(x, y), graphic);
      assert.equal(terrain.land(x, y), facet.land[y * 120 + x]);
      assert.equal(terrain.landZ(x, y), z);
      assert.equal(terrain.landZ(x, y), facet.z[y * 120 + x]);
      assert.deepEqual(terrain.statics(x, y), naive.statics(x, y));
      const written = facet.statics.filter((each) => each.x === x && each.y === y);
      assert.equal(terrain.statics(x, y).length, written.length);
    }),
    { numRuns: 2000 },
  );
});

test('statics of one tile are sorted by height and stay the same objects while their block is kept', () => {
  const { terrain } = build(randomFacet(64, 48, 400, 1));
  const tiles = terrain.statics(9, 10);
  assert.ok(tiles.length >= 100);
  assert.ok(tiles.every(({ z }, i) => i === 0 || tiles[i - 1]!.z <= z));
  assert.equal(terrain.statics(9, 10), tiles);
});

test('the oldest block makes room when too many are kept', () => {
  const { terrain } = build(randomFacet(64, 48, 3000, 2), 3);
  const first = terrain.statics(9, 10);
  for (const x of [20, 28]) terrain.statics(x, 20);
  assert.equal(terrain.statics(9, 10), first);
  for (const x of [36, 44, 52]) terrain.statics(x, 20);
  const again = terrain.statics(9, 10);
  assert.notEqual(again, first);
  assert.deepEqual(again, first);
});

test('tiles without statics share one empty list', () => {
  const { terrain } = build({
    ...randomFacet(64, 48, 0, 1),
    statics: [{ x: 1, y: 1, z: 0, graphic: 1, hue: 0 }],
  });
  assert.equal(terrain.statics(0, 0), terrain.statics(63, 47));
  assert.equal(terrain.statics(0, 0).length, 0);
});

test('a tile outside the facet is the mistake of who asks', () => {
  const { terrain } = build(randomFacet(64, 48, 0, 1));
  for (const [x, y] of [
    [-1, 0],
    [0, -1],
    [64, 0],
    [0, 48],
  ] as const) {
    assert.throws(() => terrain.land(x, y), RangeError);
    assert.throws(() => terrain.landZ(x, y), RangeError);
    assert.throws(() => terrain.statics(x, y), RangeError);
  }
});
