import type { StaticTile, Terrain } from '../files/terrain.ts';
import { TileFlag } from '../files/tile-data.ts';
import type { Obstacle } from '../rules/movement/obstacles.ts';
import { checkStep } from '../rules/movement/step.ts';
import type { Decoration } from './decoration.ts';
import type { FacetDraft } from './facet-draft.ts';
import type { TileTables } from './tile-tables.ts';

const NONE: readonly never[] = [];
const PERSON = { height: 16, isPlayer: true } as const;

export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** A draft as the rules of movement see it, for tests. Doors stand open; teleporters are entered by standing on them. */
export class DraftScene {
  readonly terrain: Terrain;
  readonly #draft: FacetDraft;
  readonly #tables: TileTables;
  readonly #things = new Map<number, Obstacle[]>();
  readonly #teleporters = new Map<number, Decoration>();

  constructor(draft: FacetDraft, tables: TileTables) {
    this.#draft = draft;
    this.#tables = tables;
    const statics = new Map<number, StaticTile[]>();
    for (const { x, y, z, graphic, hue } of draft.statics) {
      addTo(statics, draft.index(x, y), { graphic, z, hue });
    }
    for (const list of statics.values()) list.sort((a, b) => a.z - b.z);
    for (const decoration of draft.decorations) {
      const { kind, x, y, z, graphic, movable } = decoration;
      if (kind === 'teleporter') this.#teleporters.set(draft.index(x, y), decoration);
      else if (kind !== 'door' && movable !== true) addTo(this.#things, draft.index(x, y), { graphic, z });
    }
    this.terrain = {
      width: draft.width,
      height: draft.height,
      land: (x, y) => draft.land[draft.index(x, y)]!,
      landZ: (x, y) => draft.zAt(x, y),
      statics: (x, y) => statics.get(draft.index(x, y)) ?? NONE,
    };
  }

  step(from: Spot, direction: number): number | null {
    return checkStep({
      terrain: this.terrain,
      tileData: this.#tables.tileData,
      obstacles: { at: (x, y) => this.#things.get(this.#draft.index(x, y)) ?? NONE },
      ...from,
      direction,
      mover: PERSON,
    });
  }

  /** Every tile and height that one can walk to, as `x,y,z`. */
  flood(start: Spot): Set<string> {
    const seen = new Set<string>([spotKey(start)]);
    const queue: Spot[] = [start];
    const visit = (spot: Spot): void => {
      const key = spotKey(spot);
      if (seen.has(key)) return;
      seen.add(key);
      queue.push(spot);
    };
    for (const spot of queue) {
      const target = this.#teleporters.get(this.#draft.index(spot.x, spot.y))?.target;
      if (target !== undefined) visit({ x: target.x, y: target.y, z: target.z });
      for (let direction = 0; direction < 8; direction += 2) {
        const z = this.step(spot, direction);
        if (z === null) continue;
        visit({ x: spot.x + STEP_X[direction]!, y: spot.y + STEP_Y[direction]!, z });
      }
    }
    return seen;
  }

  /** Does anything impassable stand on the tile, at whatever height? */
  isBlocked(x: number, y: number): boolean {
    const { tileData } = this.#tables;
    if ((tileData.landFlags(this.terrain.land(x, y)) & TileFlag.impassable) !== 0) return true;
    const things = [...this.terrain.statics(x, y), ...(this.#things.get(this.#draft.index(x, y)) ?? NONE)];
    return things.some(({ graphic }) => (tileData.itemFlags(graphic) & TileFlag.impassable) !== 0);
  }
}

const STEP_X = [0, 1, 1, 1, 0, -1, -1, -1];
const STEP_Y = [-1, -1, 0, 1, 1, 1, 0, -1];

export function spotKey({ x, y, z }: Spot): string {
  return `${x},${y},${z}`;
}

function addTo<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
