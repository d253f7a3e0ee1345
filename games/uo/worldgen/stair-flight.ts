import type { StairKit } from './data/pieces.ts';
import type { FacetDraft, Rect } from './facet-draft.ts';
import { STOREY } from './walls.ts';

/** Height of one stair tile. Four make a storey. */
const RISE = 5;
const TREADS = STOREY / RISE;
/** A flight needs a tile to come from, its treads, and a tile to arrive at. */
const FLIGHT_LENGTH = TREADS + 2;

interface Cell {
  readonly x: number;
  readonly y: number;
}

/** A straight flight from one storey to the next. */
export interface Flight {
  /** The tile below the first tread, on the lower floor. */
  readonly foot: Cell;
  /** From the lowest to the highest. The floor above is open over all of them. */
  readonly treads: readonly Cell[];
  /** The tile behind the last tread, on the upper floor. */
  readonly landing: Cell;
  readonly climbs: 'north' | 'west';
}

/**
 * Finds the place of a flight inside a house: along the west wall up to the north, else along the north wall up to the
 * west; every second one on the wall opposite, so that a flight never stands in the well of the one below. Null when the
 * house is too small.
 */
export function planFlight(house: Rect, storey: number): Flight | null {
  const left = house.x + 1;
  const top = house.y + 1;
  const right = house.x + house.width - 2;
  const bottom = house.y + house.height - 2;
  const second = storey % 2 === 1;
  if (bottom - top + 1 >= FLIGHT_LENGTH && right > left) {
    const x = second ? right : left;
    const treads = Array.from({ length: TREADS }, (_, n) => ({ x, y: top + TREADS - n }));
    return { foot: { x, y: top + TREADS + 1 }, treads, landing: { x, y: top }, climbs: 'north' };
  }
  if (right - left + 1 >= FLIGHT_LENGTH && bottom > top) {
    const y = second ? bottom : top;
    const treads = Array.from({ length: TREADS }, (_, n) => ({ x: left + TREADS - n, y }));
    return { foot: { x: left + TREADS + 1, y }, treads, landing: { x: left, y }, climbs: 'west' };
  }
  return null;
}

/** Builds a flight that starts on a floor at `z`. */
export function putFlight(draft: FacetDraft, flight: Flight, z: number, kit: StairKit): void {
  flight.treads.forEach(({ x, y }, n) => {
    for (let below = 0; below < n; below++) draft.put(x, y, z + below * RISE, kit.block);
    draft.put(x, y, z + n * RISE, kit[flight.climbs]);
  });
}
