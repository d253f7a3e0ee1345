import type { Rng } from '@gommog/core';
import { type FacetDraft, Ground, type Rect } from './facet-draft.ts';
import type { RoadEnd } from './roads.ts';

const WIDTH = 3;
const DEPTH = 5;
/** Level ground before the mouth. */
const FORECOURT = 4;

/** A cave in a mountain's south side. */
export interface CaveMouth {
  readonly rect: Rect;
  readonly z: number;
  readonly road: RoadEnd;
}

/**
 * Finds a mountain's south side and cuts a short cave into it, level and open to the south. Throws when there is no
 * mountain high enough. Needs heights and ground.
 */
export function cutCave(draft: FacetDraft, rng: Rng): CaveMouth {
  const sites: { x: number; y: number }[] = [];
  for (let y = 40; y < draft.height - 40; y++) {
    for (let x = 40; x < draft.landWidth - 40; x++) {
      if (isSite(draft, x, y)) sites.push({ x, y });
    }
  }
  if (sites.length === 0) throw new Error('no mountain side for the cave: the land is too low');
  const { x, y } = rng.pick(sites);
  const rect = { x, y: y - DEPTH + 1, width: WIDTH, height: DEPTH };
  const z = draft.zAt(x + 1, y + 1);
  // One row and column more than the floor: a tile is level when all four of its corners are.
  draft.each({ x: rect.x, y: rect.y, width: WIDTH + 1, height: DEPTH + FORECOURT + 1 }, 0, (index) => {
    draft.z[index] = z;
  });
  draft.pave(rect, Ground.cave);
  draft.pave({ x, y: y + 1, width: WIDTH, height: FORECOURT }, Ground.dirt);
  draft.take({ x: rect.x - 1, y: rect.y - 1, width: WIDTH + 2, height: DEPTH + 1 });
  return { rect, z, road: { x: x + 1, y: y + FORECOURT, outX: 0, outY: 1 } };
}

/** Rock all around the cave, and open land that is not too steep to the south of it. */
function isSite(draft: FacetDraft, x: number, y: number): boolean {
  if (draft.groundAt(x, y) !== Ground.rock || draft.groundAt(x, y + 1) === Ground.rock) return false;
  for (let dy = 0; dy < DEPTH + 3; dy++) {
    for (let dx = -2; dx < WIDTH + 2; dx++) {
      if (draft.groundAt(x + dx, y - dy) !== Ground.rock) return false;
    }
  }
  for (let dy = 1; dy <= FORECOURT + 10; dy++) {
    for (let dx = 0; dx < WIDTH; dx++) {
      const index = draft.index(x + dx, y + dy);
      const ground = draft.ground[index]!;
      if (ground === Ground.rock || draft.toWater[index]! < 3 || draft.taken[index] === 1) return false;
    }
  }
  return true;
}
