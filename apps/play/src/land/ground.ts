import type { Ground as MovementGround, Obstacle, TileData } from '@gommog/uo/movement';
import type { WorldModel } from '../model/world-model.ts';
import type { FacetLand } from './facet-land.ts';
import type { WorldFiles } from './world-files.ts';

/** Bits of an item on the ground. */
const MOVABLE = 1;
const DOOR = 2;
const NOTHING: readonly Obstacle[] = [];

/** What stands around the person, as the rules of walking ask for it: the land, and what the shard has put on it. */
export class Ground {
  readonly tileData: TileData;
  readonly #files: WorldFiles;
  readonly #world: WorldModel;

  constructor(files: WorldFiles, world: WorldModel) {
    this.#files = files;
    this.tileData = files.tileData;
    this.#world = world;
  }

  get land(): FacetLand {
    return this.#files.facet(this.#world.facet);
  }

  get here(): MovementGround {
    return {
      terrain: this.land,
      tileData: this.tileData,
      obstacles: { at: (x, y) => this.#obstaclesAt(x, y) },
    };
  }

  #obstaclesAt(x: number, y: number): readonly Obstacle[] {
    const items = this.#world.itemsAt(x, y);
    if (items.length === 0) return NOTHING;
    return items
      .filter(({ flags }) => (flags & MOVABLE) === 0)
      .map(({ flags, graphic, z }) => ({ graphic, z, isDoor: (flags & DOOR) !== 0 }));
  }
}
