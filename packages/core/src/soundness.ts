import type { Column } from './component-store.ts';
import type { World } from './world.ts';

/** One thing that is wrong with a world that was loaded. */
export interface Violation {
  readonly serial: number;
  readonly problem: string;
}

/** The columns of the placements that say where something is. */
export type PlaceColumns = Record<'parent' | 'facet' | 'x' | 'y', Column>;

/** What is wrong with an entity that has a place, or null. */
export function problemOf(world: World, serial: number): string | null {
  const kind = world.kindOf(serial);
  if (kind < 0) return 'its serial is in no known range';
  if (serial >= world.nextSerial(kind)) return 'its serial was never given out';
  const row = world.placements.rows.get(serial);
  const { facet, parent: parents, x, y } = world.placements.columns as PlaceColumns;
  const parent = parents[row]!;
  if (parent === 0) {
    return world.sectors.contains(facet[row]!, x[row]!, y[row]!)
      ? null
      : `it stands at ${x[row]},${y[row]} on facet ${facet[row]}`;
  }
  if (world.placements.rows.get(parent) < 0 && !world.exists(parent))
    return `its holder ${parent} does not exist`;
  let steps = 0;
  for (let up = parent; up !== 0; up = world.parentOf(up)) {
    if (up === serial || ++steps > 1000) return 'it is inside itself';
  }
  return null;
}
