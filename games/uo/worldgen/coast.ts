import type { FacetDraft } from './facet-draft.ts';
import { Ground } from './facet-draft.ts';
import type { Noise } from './noise.ts';

/** Open sea on every side of the land, in tiles. */
const SEA_MARGIN = 14;
const SMALLEST_ISLAND = 120;
const SMALLEST_LAKE = 50;

/** Draws one large land with a ragged coast: every tile becomes grass or water; the dungeons' strip becomes black. */
export function drawCoast(draft: FacetDraft, noise: Noise): void {
  const { landWidth, height, ground, width } = draft;
  const scale = 5.5 / height;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const index = y * width + x;
      if (x >= landWidth) {
        ground[index] = Ground.black;
        continue;
      }
      const edge = Math.min(x, landWidth - 1 - x, y, height - 1 - y);
      const fromMiddle = outwardness((2 * x) / landWidth - 1, (2 * y) / height - 1);
      const shape = 1.9 * (1 - fromMiddle) - 0.42 + 1.05 * noise.fractal(x * scale, y * scale, 6);
      ground[index] = edge > SEA_MARGIN && shape > 0 ? Ground.grass : Ground.water;
    }
  }
  dropSpecks(draft, Ground.grass, Ground.water, SMALLEST_ISLAND);
  dropSpecks(draft, Ground.water, Ground.grass, SMALLEST_LAKE);
}

/** 0 in the middle, 1 at the sides; between a square and a circle, so that land fills the facet but has no corners. */
function outwardness(x: number, y: number): number {
  return (Math.max(Math.abs(x), Math.abs(y)) + Math.sqrt(x * x + y * y)) / 2;
}

/** Turns connected areas of one ground that are smaller than `least` tiles into the other. */
function dropSpecks(draft: FacetDraft, from: number, to: number, least: number): void {
  const { ground, width } = draft;
  const seen = new Uint8Array(ground.length);
  const area: number[] = [];
  for (let start = 0; start < ground.length; start++) {
    if (ground[start] !== from || seen[start] === 1) continue;
    area.length = 0;
    area.push(start);
    seen[start] = 1;
    for (let next = 0; next < area.length; next++) {
      const here = area[next]!;
      for (const step of [-1, 1, -width, width]) {
        const there = here + step;
        if (ground[there] !== from || seen[there] === 1) continue;
        seen[there] = 1;
        area.push(there);
      }
    }
    if (area.length < least) for (const index of area) ground[index] = to;
  }
}

/**
 * Makes every stretch of land at least two tiles wide, so that each shore tile has a shore graphic: those exist for one
 * straight side, one corner and two adjoining sides, but not for water on opposite sides.
 */
export function roundCoast(draft: FacetDraft): void {
  const { ground, width, height, landWidth } = draft;
  for (let changed = true; changed; ) {
    changed = false;
    for (let y = 1; y < height - 1; y++) {
      for (let x = 1; x < landWidth - 1; x++) {
        const index = y * width + x;
        if (ground[index] === Ground.water) continue;
        const north = ground[index - width] === Ground.water;
        const south = ground[index + width] === Ground.water;
        const west = ground[index - 1] === Ground.water;
        const east = ground[index + 1] === Ground.water;
        if (!((north && south) || (west && east))) continue;
        ground[index] = Ground.water;
        changed = true;
      }
    }
  }
}

/** Fills `toWater`: two sweeps of the chessboard distance. */
export function measureToWater(draft: FacetDraft): void {
  const { toWater, ground, width, height } = draft;
  for (let i = 0; i < toWater.length; i++) toWater[i] = ground[i] === Ground.water ? 0 : 255;
  const lower = (index: number, other: number): void => {
    if (toWater[other]! + 1 < toWater[index]!) toWater[index] = toWater[other]! + 1;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const index = y * width + x;
      if (x > 0) lower(index, index - 1);
      if (y > 0) lower(index, index - width);
      if (x > 0 && y > 0) lower(index, index - width - 1);
      if (x < width - 1 && y > 0) lower(index, index - width + 1);
    }
  }
  for (let y = height - 1; y >= 0; y--) {
    for (let x = width - 1; x >= 0; x--) {
      const index = y * width + x;
      if (x < width - 1) lower(index, index + 1);
      if (y < height - 1) lower(index, index + width);
      if (x < width - 1 && y < height - 1) lower(index, index + width + 1);
      if (x > 0 && y < height - 1) lower(index, index + width - 1);
    }
  }
}
