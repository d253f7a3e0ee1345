import type { Rng } from '@gommog/core';
import { buildHouse, type House } from './building.ts';
import { GRAVES, GRAVEYARD_FENCE } from './data/goods.ts';
import { DOORS, FLOORS, ROOFS, STAIRS, WALLS } from './data/pieces.ts';
import { type FacetDraft, Ground, type Rect } from './facet-draft.ts';
import { levelGround } from './relief.ts';
import type { Town } from './towns.ts';
import { eachRingTile } from './walls.ts';

const FARMS = 3;
/** Width of the slope around levelled ground, and the free land that it needs. */
const RAMP = 5;
const CLEAR = RAMP + 2;
/** How far from the wall people still settle, in tiles. */
const OUTSKIRTS = 48;

const FARMHOUSES = [
  { walls: WALLS.log, roof: ROOFS.log, floor: FLOORS.darkWood, stairs: STAIRS.darkWood },
  { walls: WALLS.plaster, roof: ROOFS.shingle, floor: FLOORS.darkWood, stairs: STAIRS.darkWood },
  { walls: WALLS.fieldstone, roof: ROOFS.shingle, floor: FLOORS.flagstone, stairs: STAIRS.weatheredStone },
] as const;

/** Builds farmhouses around a town, where the land is free. */
export function buildFarms(draft: FacetDraft, rng: Rng, town: Town): House[] {
  const farms: House[] = [];
  for (let count = 0; count < FARMS; count++) {
    const rect = findFree(draft, rng, town, rng.between(9, 12), rng.between(8, 10));
    if (rect === null) break;
    const z = levelGround(draft, rect, RAMP);
    draft.pave(
      { x: rect.x - 1, y: rect.y - 1, width: rect.width + 2, height: rect.height + 3 },
      Ground.grass,
    );
    farms.push(
      buildHouse(draft, rng, {
        ...rng.pick(FARMHOUSES),
        name: `Farm near ${town.name}`,
        trade: 'home',
        rect,
        z,
        storeys: rng.pick([1, 1, 2]),
        doorSide: 'south',
        door: DOORS.mediumWood,
      }),
    );
  }
  return farms;
}

/** Lays out a fenced graveyard with its gate to the south. */
export function layGraveyard(draft: FacetDraft, rng: Rng, town: Town): void {
  const rect = findFree(draft, rng, town, 15, 13);
  if (rect === null) return;
  const z = levelGround(draft, rect, RAMP);
  draft.pave(rect, Ground.grass);
  draft.take(rect);
  const gate = rect.x + (rect.width >> 1);
  eachRingTile(rect, (x, y, edge) => {
    if (edge === 'nw' || (y !== rect.y && Math.abs(x - gate) <= 1)) return;
    draft.put(x, y, z, GRAVEYARD_FENCE[edge]);
  });
  for (let y = rect.y + 2; y < rect.y + rect.height - 2; y += 3) {
    for (let x = rect.x + 2; x < rect.x + rect.width - 2; x += 2) {
      if (x !== gate && rng.chance(0.75)) draft.put(x, y, z, rng.pick(GRAVES));
    }
  }
}

function findFree(draft: FacetDraft, rng: Rng, town: Town, width: number, height: number): Rect | null {
  const { rect } = town;
  for (let attempt = 0; attempt < 150; attempt++) {
    const x = rng.between(rect.x - OUTSKIRTS, rect.x + rect.width + OUTSKIRTS - width);
    const y = rng.between(rect.y - OUTSKIRTS, rect.y + rect.height + OUTSKIRTS - height);
    const place = { x, y, width, height };
    if (isFree(draft, place)) return place;
  }
  return null;
}

function isFree(draft: FacetDraft, rect: Rect): boolean {
  if (rect.x < CLEAR || rect.y < CLEAR) return false;
  if (rect.x + rect.width + CLEAR > draft.landWidth || rect.y + rect.height + CLEAR > draft.height)
    return false;
  let free = true;
  draft.each(rect, CLEAR, (index) => {
    const ground = draft.ground[index]!;
    if (draft.taken[index] === 1 || draft.toWater[index]! < 6) free = false;
    if (ground !== Ground.grass && ground !== Ground.forest) free = false;
  });
  return free;
}
