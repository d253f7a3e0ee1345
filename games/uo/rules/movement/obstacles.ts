import type { Terrain } from '../../files/terrain.ts';
import type { TileData } from '../../files/tile-data.ts';

/** A thing that the world has put on a tile: an immovable item on the ground, or a part of a multi. */
export interface Obstacle {
  readonly graphic: number;
  readonly z: number;
  /** A door, whatever its graphic says: ghosts pass it. */
  readonly isDoor?: boolean;
  /** The work of a field spell: who may pass fields does not meet it. */
  readonly isField?: boolean;
}

/** What the world adds to the land and the statics. An opened door is just an obstacle with another graphic. */
export interface Obstacles {
  /**
   * Everything of the world that counts as ground at a tile, in any order. Items that a person can lift never
   * count. The array is only read, and not kept: the same one may be filled again for the next call.
   */
  at(x: number, y: number): readonly Obstacle[];
}

/** What stands at the tiles of one facet: all that the rules of movement and of sight look at. */
export interface Ground {
  readonly terrain: Terrain;
  readonly obstacles: Obstacles;
  readonly tileData: TileData;
}

const NOTHING: readonly Obstacle[] = [];

/** A world that has put nothing on its tiles. */
export const noObstacles: Obstacles = { at: () => NOTHING };

/** Is the tile a part of the facet? */
export function isInside(terrain: Terrain, x: number, y: number): boolean {
  return x >= 0 && y >= 0 && x < terrain.width && y < terrain.height;
}
