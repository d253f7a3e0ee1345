import type { World } from '@gommog/core';
import type { DayCycle } from './day-cycle.ts';
import { setLightOf } from './set-light.ts';

/** A place with a light of its own, whatever the hour: half open, in tiles. */
export interface DimPlace {
  readonly facet: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** 0 bright to 30 dark. */
  readonly level: number;
}

interface Where {
  readonly facet: number;
  readonly x: number;
  readonly y: number;
}

/** The light from above, wherever one stands. */
export class Sky {
  readonly cycle: DayCycle;
  readonly #world: World;
  readonly #places: readonly DimPlace[];

  constructor(world: World, cycle: DayCycle, places: readonly DimPlace[]) {
    this.#world = world;
    this.cycle = cycle;
    this.#places = places;
  }

  /** 0 bright to 30 dark, at a place and a time of the world. */
  levelAt({ facet, x, y }: Where, worldMs: number): number {
    const place = this.#places.find(
      (each) =>
        each.facet === facet &&
        x >= each.x &&
        y >= each.y &&
        x < each.x + each.width &&
        y < each.y + each.height,
    );
    return place?.level ?? setLightOf(this.#world) ?? this.cycle.levelAt(worldMs);
  }
}
