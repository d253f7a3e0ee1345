import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Depth, Rank } from './depth.ts';
import { DEPTHS } from './gl/shaders.ts';

/** As things are painted: by row, column, height and rank. */
function painted(size: number, atX: number, atY: number) {
  const all: { x: number; y: number; z: number; rank: number }[] = [];
  for (let x = atX; x < atX + size; x++)
    for (let y = atY; y < atY + size; y++)
      for (const z of [-128, -1, 0, 1, 20, 127])
        for (const rank of [Rank.still, Rank.being]) all.push({ x, y, z, rank });
  return all.sort((a, b) => a.x + a.y - b.x - b.y || a.x - a.y - (b.x - b.y) || a.z - b.z || a.rank - b.rank);
}

test('depths rise strictly in the order of painting, and a buffer of 24 bits keeps them', () => {
  const depth = new Depth();
  depth.centre(6_000, 4_000, 90, 90);
  const depths = painted(24, 5_990, 3_990).map(({ rank, x, y, z }) => depth.of(x, y, z, rank));
  for (const [i, each] of depths.entries()) {
    assert.ok(Number.isInteger(each) && each >= 0 && each < DEPTHS);
    if (i > 0) assert.ok(each > depths[i - 1]!, `${i}`);
  }
});

test('walking changes no depth until the view comes near the edge of what is told apart', () => {
  const depth = new Depth();
  assert.equal(depth.centre(500, 500, 80, 80), true);
  const before = depth.of(500, 500, 0, Rank.still);
  assert.equal(depth.centre(520, 520, 80, 80), false);
  assert.equal(depth.of(500, 500, 0, Rank.still), before);
  assert.equal(depth.centre(600, 600, 80, 80), true);
  assert.notEqual(depth.of(500, 500, 0, Rank.still), before);
});

test('the largest views have room, where heights that are close are one', () => {
  const depth = new Depth();
  depth.centre(3_000, 2_000, 230, 330);
  const depths = painted(60, 2_970, 1_970).map(({ rank, x, y, z }) => depth.of(x, y, z, rank));
  for (const [i, each] of depths.entries()) if (i > 0) assert.ok(each >= depths[i - 1]!);
  assert.ok(depths.at(-1)! < DEPTHS);
});
