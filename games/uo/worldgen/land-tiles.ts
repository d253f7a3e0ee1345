import type { Rng } from '@gommog/core';
import { type EdgeSet, LAND_FILLS, SHORE_EDGES, TRANSITIONS } from './data/land.ts';
import { type FacetDraft, Ground, WATER_Z } from './facet-draft.ts';

const NO_SHAPE = -1;
/** Neither one side, one corner nor two adjoining sides: no graphic exists for it. */
const IMPOSSIBLE = -2;

/** North, east, south and west as bits 1, 2, 4 and 8, to the shape's place in an edge set. */
const SHAPE_OF_SIDES = [NO_SHAPE, 0, 1, 9, 2, -2, 10, -2, 3, 8, -2, -2, 11, -2, -2, -2] as const;

/** How the ground `to` lies around a tile. */
function shapeAt(draft: FacetDraft, index: number, to: number): number {
  const { ground, width } = draft;
  const sides =
    (ground[index - width] === to ? 1 : 0) |
    (ground[index + 1] === to ? 2 : 0) |
    (ground[index + width] === to ? 4 : 0) |
    (ground[index - 1] === to ? 8 : 0);
  if (sides !== 0) return SHAPE_OF_SIDES[sides]!;
  if (ground[index - width - 1] === to) return 4;
  if (ground[index - width + 1] === to) return 5;
  if (ground[index + width + 1] === to) return 6;
  if (ground[index + width - 1] === to) return 7;
  return NO_SHAPE;
}

/**
 * Gives tiles that no edge graphic fits to the other ground, until every meeting of two grounds can be drawn. Never
 * changes what is taken: roads and streets keep their shape.
 */
export function settleEdges(draft: FacetDraft): void {
  const { width, height, ground, taken } = draft;
  for (let round = 0; round < 4; round++) {
    let changes = 0;
    for (const { of, to } of TRANSITIONS) {
      for (let y = 1; y < height - 1; y++) {
        for (let x = 1; x < draft.landWidth - 1; x++) {
          const index = y * width + x;
          if (ground[index] !== of || taken[index] === 1) continue;
          if (shapeAt(draft, index, to) !== IMPOSSIBLE) continue;
          ground[index] = to;
          changes++;
        }
      }
    }
    if (changes === 0) return;
  }
}

/** Chooses the land graphic of every tile, and draws the wave line along the shores. */
export function chooseLandTiles(draft: FacetDraft, rng: Rng): void {
  const { width, height, ground, land } = draft;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const index = y * width + x;
      const kind = ground[index]!;
      land[index] = rng.pick(LAND_FILLS[kind]!);
      if (x === 0 || y === 0 || x >= draft.landWidth - 1 || y === height - 1 || kind === Ground.water)
        continue;
      if (draft.toWater[index]! === 1 && putShore(draft, rng, index, x, y)) continue;
      const edge = edgeGraphic(draft, rng, index, kind);
      if (edge !== 0) land[index] = edge;
    }
  }
}

function edgeGraphic(draft: FacetDraft, rng: Rng, index: number, kind: number): number {
  for (const { of, to, edges } of TRANSITIONS) {
    if (of !== kind) continue;
    const shape = shapeAt(draft, index, to);
    if (shape >= 0) return rng.pick(edges[shape]!);
  }
  return 0;
}

function putShore(draft: FacetDraft, rng: Rng, index: number, x: number, y: number): boolean {
  const shape = shapeAt(draft, index, Ground.water);
  if (shape < 0) return false;
  draft.put(x, y, WATER_Z, rng.pick((SHORE_EDGES as EdgeSet)[shape]!));
  return true;
}
