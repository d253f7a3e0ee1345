import { type FacetDraft, Ground, type Rect, WATER_Z } from './facet-draft.ts';
import { type Noise, smoothStep } from './noise.ts';

/** Land above this height is bare rock, where nobody walks. */
const ROCK_Z = 34;
/** Tiles from the water in which the land reaches its full height. */
const VALLEY = 34;
/** Corners this near to the water lie at its height, so that shore tiles are level. */
const SHORE = 2;
/** Houses of three storeys and a roof have to end below z 127. */
const HIGHEST_LEVEL = 28;

/** Raises the land: low at every shore, hills inland, mountains where the noise says so. Needs `toWater`. */
export function raiseLand(draft: FacetDraft, hills: Noise, mountains: Noise): void {
  const { width, landWidth, height, toWater, z } = draft;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < landWidth; x++) {
      const index = y * width + x;
      const distance = toWater[index]!;
      if (distance <= SHORE) {
        z[index] = WATER_Z;
        continue;
      }
      const away = smoothStep(SHORE, VALLEY, distance);
      const hill = 5 + 11 * (1 + hills.fractal(x / 62, y / 62, 4));
      const range = smoothStep(0.04, 0.4, mountains.fractal(x / 150, y / 150, 3));
      const peak = range * (42 + 30 * mountains.fractal(x / 24, y / 24, 3));
      z[index] = Math.round(WATER_Z + away * (hill + peak));
    }
  }
}

/** Gives every dry tile its ground: beach, grass, forest or rock. Needs heights and `toWater`. */
export function growBiomes(draft: FacetDraft, toSea: Uint8Array, woods: Noise): void {
  const { width, landWidth, height, ground, z } = draft;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < landWidth; x++) {
      const index = y * width + x;
      if (ground[index] === Ground.water) continue;
      const beach = 3.2 + 3.5 * woods.at(x / 29 + 70, y / 29);
      if (toSea[index]! <= beach) ground[index] = Ground.sand;
      else if (z[index]! > ROCK_Z) ground[index] = Ground.rock;
      else if (woods.fractal(x / 88, y / 88, 4) > 0.03) ground[index] = Ground.forest;
      else ground[index] = Ground.grass;
    }
  }
}

/** Levels a rectangle to one height, with a slope of `ramp` tiles around it; shores keep theirs. Returns that height. */
export function levelGround(draft: FacetDraft, rect: Rect, ramp: number): number {
  let sum = 0;
  let count = 0;
  draft.each(rect, 0, (index) => {
    sum += draft.z[index]!;
    count++;
  });
  const level = Math.min(HIGHEST_LEVEL, Math.round(sum / count));
  draft.each(rect, ramp, (index, x, y) => {
    const outX = Math.max(rect.x - x, 0, x - (rect.x + rect.width));
    const outY = Math.max(rect.y - y, 0, y - (rect.y + rect.height));
    const share = 1 - smoothStep(0, ramp, Math.sqrt(outX * outX + outY * outY));
    const dry = smoothStep(SHORE, SHORE + 4, draft.toWater[index]!);
    draft.z[index] = Math.round(draft.z[index]! + (level - draft.z[index]!) * share * dry);
  });
  return level;
}
