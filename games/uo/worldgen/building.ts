import type { Rng } from '@gommog/core';
import type { Trade } from './data/furniture.ts';
import { PARAPETS, type RoofKit, SIGNS, type StairKit, WALLS, type WallKit } from './data/pieces.ts';
import type { DoorFacing } from './decoration.ts';
import type { FacetDraft, Rect } from './facet-draft.ts';
import { furnish } from './furnishing.ts';
import { putFlatRoof, putGableRoof } from './roof.ts';
import { type Flight, planFlight, putFlight } from './stair-flight.ts';
import { type Edge, eachRingTile, type RunPlace, STOREY, wallPiece } from './walls.ts';

export type Side = 'north' | 'east' | 'south' | 'west';

/** Everything there is to decide about a house. */
export interface HousePlan {
  readonly name: string;
  readonly trade: Trade;
  /** With its walls: the rooms are one tile smaller on every side that has a wall. */
  readonly rect: Rect;
  readonly z: number;
  readonly storeys: number;
  readonly doorSide: Side;
  readonly walls: WallKit;
  readonly roof: RoofKit | 'flat';
  readonly floor: readonly number[];
  readonly stairs: StairKit;
  /** First graphic of the door's run of facings. */
  readonly door: number;
}

/** A house as it stands. */
export interface House {
  readonly plan: HousePlan;
  /** The tile that the door closes, and the one before it. */
  readonly door: { readonly x: number; readonly y: number };
  readonly step: { readonly x: number; readonly y: number };
  readonly flights: readonly Flight[];
}

/** Facing of a single door by the side it is on: none swings into the room. */
const FACINGS: Record<Side, DoorFacing> = { north: 2, east: 4, south: 0, west: 7 };

const OUTWARD: Record<Side, readonly [number, number]> = {
  north: [0, -1],
  east: [1, 0],
  south: [0, 1],
  west: [-1, 0],
};

/** Builds a house on level ground, from its floor to its roof, with door, stairs, sign and furniture. */
export function buildHouse(draft: FacetDraft, rng: Rng, plan: HousePlan): House {
  const { rect, z } = plan;
  const flights: Flight[] = [];
  for (let storey = 0; storey + 1 < plan.storeys; storey++) {
    const flight = planFlight(rect, storey);
    if (flight === null) break;
    flights.push(flight);
  }
  const storeys = flights.length + 1;
  const door = doorPlace(plan, flights[0]);
  for (let storey = 0; storey < storeys; storey++) {
    const level = z + storey * STOREY;
    putFloor(draft, plan, level, storey === 0 ? undefined : flights[storey - 1]);
    putStoreyWalls(draft, plan, level, storey === 0 ? door : null);
    const flight = flights[storey];
    if (flight !== undefined) putFlight(draft, flight, level, plan.stairs);
  }
  const top = z + storeys * STOREY;
  const parapet = plan.walls === WALLS.marble ? PARAPETS.marble : PARAPETS.weatheredStone;
  if (plan.roof === 'flat') putFlatRoof(draft, rect, top, parapet);
  else putGableRoof(draft, rect, top, plan.roof, plan.walls);
  draft.take(rect, 1);
  const [outX, outY] = OUTWARD[plan.doorSide];
  const house = { plan, door, step: { x: door.x + outX, y: door.y + outY }, flights };
  hangDoor(draft, house);
  furnish(draft, rng, house);
  return house;
}

/** The middle of the wall, or as near to it as leaves the way in free of the stairs. */
function doorPlace({ rect, doorSide }: HousePlan, flight: Flight | undefined): { x: number; y: number } {
  const [outX, outY] = OUTWARD[doorSide];
  const alongX = outX === 0;
  const length = alongX ? rect.width : rect.height;
  const middle = Math.floor(length / 2);
  for (let away = 0; away < length; away++) {
    for (const at of [middle + away, middle - away]) {
      if (at < 2 || at > length - 3) continue;
      const x = alongX ? rect.x + at : outX < 0 ? rect.x : rect.x + rect.width - 1;
      const y = alongX ? (outY < 0 ? rect.y : rect.y + rect.height - 1) : rect.y + at;
      if (!flight?.treads.some((tread) => tread.x === x - outX && tread.y === y - outY)) return { x, y };
    }
  }
  throw new Error(`house of ${rect.width} by ${rect.height} has no place for its door`);
}

function putFloor(draft: FacetDraft, plan: HousePlan, z: number, well: Flight | undefined): void {
  const { rect, floor } = plan;
  for (let y = rect.y + 1; y < rect.y + rect.height; y++) {
    for (let x = rect.x + 1; x < rect.x + rect.width; x++) {
      if (well?.treads.some((tread) => tread.x === x && tread.y === y)) continue;
      draft.put(x, y, z, floor[(x * 5 + y * 3) % floor.length]!);
    }
  }
}

function putStoreyWalls(
  draft: FacetDraft,
  plan: HousePlan,
  z: number,
  door: { x: number; y: number } | null,
): void {
  const { rect, walls, floor } = plan;
  eachRingTile(rect, (x, y, edge) => {
    const along = edge === 'ew' ? x - rect.x : y - rect.y;
    const length = edge === 'ew' ? rect.width : rect.height;
    if (door !== null && x === door.x && y === door.y) {
      // The north and west walls stand outside of the floor: their doorway needs a threshold.
      if (x === rect.x || y === rect.y) draft.put(x, y, z, floor[0]!);
      return;
    }
    const beside = door === null ? 0 : besideDoor(edge, x, y, door);
    if (beside === 0 && isWindow(edge, along, length)) {
      draft.put(x, y, z, edge === 'ew' ? walls.windowEw : walls.windowNs);
      return;
    }
    draft.put(x, y, z, wallPiece(walls, edge, runPlace(edge, along, length, beside)));
  });
}

/** -1 where the door is the next piece of the run towards its last one, 1 where it is the one before, else 0. */
function besideDoor(edge: Edge, x: number, y: number, door: { x: number; y: number }): number {
  if (edge === 'ew' && y === door.y) return x === door.x - 1 ? -1 : x === door.x + 1 ? 1 : 0;
  if (edge === 'ns' && x === door.x) return y === door.y + 1 ? -1 : y === door.y - 1 ? 1 : 0;
  return 0;
}

function isWindow(edge: Edge, along: number, length: number): boolean {
  if (edge !== 'ew' && edge !== 'ns') return false;
  return along % 3 === 2 && along < length - 2;
}

function runPlace(edge: Edge, along: number, length: number, beside: number): RunPlace {
  if (beside !== 0) return beside < 0 ? 'last' : 'first';
  if (along === 1) return edge === 'ew' ? 'first' : 'last';
  if (along >= length - 2) return edge === 'ew' ? 'last' : 'first';
  return 'middle';
}

function hangDoor(draft: FacetDraft, { plan, door, step }: House): void {
  const facing = FACINGS[plan.doorSide];
  draft.place({
    kind: 'door',
    graphic: plan.door + 2 * facing,
    x: door.x,
    y: door.y,
    z: plan.z,
    doorFacing: facing,
  });
  if (plan.trade === 'home') return;
  const alongX = door.x === step.x;
  const sign = plan.trade === 'bank' ? SIGNS.brass : SIGNS[plan.trade];
  draft.place({
    kind: 'sign',
    graphic: sign[alongX ? 1 : 0],
    x: step.x + (alongX ? 1 : 0),
    y: step.y + (alongX ? 0 : 1),
    z: plan.z,
    text: plan.name,
  });
}
