import type { NameIndex, Pressure, TickContext } from '@gommog/core';
import type { Content } from '../content/index.ts';
import type { Terrain } from '../files/terrain.ts';
import type { TileData } from '../files/tile-data.ts';
import type { Event } from './events.ts';
import type { Sky } from './light/sky.ts';
import type { Ruleset } from './ruleset.ts';

/** Where a new character may begin. */
export interface StartCity {
  readonly name: string;
  readonly building: string;
  readonly facet: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly cliloc: number;
}

/** What the rules may use: the tick, the land and the shard's tables. */
export interface Context extends TickContext<Event> {
  readonly facets: ReadonlyMap<number, Terrain>;
  readonly tileData: TileData;
  readonly content: Content;
  readonly ruleset: Ruleset;
  readonly accounts: NameIndex;
  /** What an account may do; more than anybody's for one that does not exist. */
  accessOfAccount(account: number): number;
  /** The light from above. */
  readonly sky: Sky;
  /** How far durability lags: what a person would be promised as final is refused while it is critical. */
  pressure: Pressure;
  /** 0 spring, 1 summer, 2 autumn, 3 winter, 4 desolation. */
  seasonOf(facet: number): number;
  /** Do people on a facet push each other aside, instead of passing? */
  shovesOn(facet: number): boolean;
  readonly startCities: readonly StartCity[];
}
