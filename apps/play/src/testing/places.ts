import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ClientFiles, loadClientFiles } from '@gommog/uo/files';
import { checkStep, noObstacles, offsetX, offsetY, PERSON_HEIGHT } from '@gommog/uo/movement';
import { parse } from 'yaml';

export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

interface Decoration extends Spot {
  readonly kind: string;
}

/** Height of a storey; a flight of stairs leads so far up. */
const STOREY = 20;
const NORTH = 0;
const mover = { height: PERSON_HEIGHT, isPlayer: true, ghost: false };

/** Looks places up in the world that a shard has made in its data folder. */
export class Places {
  readonly #files: ClientFiles;
  readonly #doors: readonly Decoration[];

  static async in(data: string): Promise<Places> {
    const world = join(data, 'world');
    const decoration = parse(await readFile(join(world, 'decoration.yaml'), 'utf8')) as Decoration[];
    return new Places(
      await loadClientFiles(world),
      decoration.filter(({ kind }) => kind === 'door'),
    );
  }

  private constructor(files: ClientFiles, doors: readonly Decoration[]) {
    this.#files = files;
    this.#doors = doors;
  }

  /** South of a door that is walked through northwards, with room on both sides. */
  beforeDoor(): Spot {
    for (const { x, y, z } of this.#doors) {
      const before = { x, y: y + 2, z };
      const inside = this.#walk(before, NORTH, 4);
      // Walls beside it: it is walked through, not past.
      const west = this.#walk({ x: x - 1, y: y + 1, z }, NORTH, 1);
      if (inside !== null && west === null) return before;
    }
    throw new Error('there is no door in this world');
  }

  /** The foot of stairs in a house that lead north, with a tile before it. */
  footOfStairs(): Spot {
    const terrain = this.#files.facets.get(0)!;
    for (const door of this.#doors) {
      for (let y = door.y - 12; y < door.y + 12; y++) {
        for (let x = door.x - 12; x < door.x + 12; x++) {
          if (x < 1 || y < 8 || x >= terrain.width - 1 || y >= terrain.height - 2) continue;
          const foot = { x, y, z: door.z };
          const top = this.#walk(foot, NORTH, 5);
          if (
            top !== null &&
            top.z - door.z >= STOREY &&
            this.#walk({ x, y: y + 1, z: door.z }, NORTH, 1) !== null
          )
            return foot;
        }
      }
    }
    throw new Error('there are no stairs in this world');
  }

  /** Where some steps lead to when there are no doors; null when the way is blocked. */
  #walk(from: Spot, direction: number, steps: number): Spot | null {
    const terrain = this.#files.facets.get(0)!;
    const ground = { terrain, tileData: this.#files.tileData, obstacles: noObstacles };
    let at = from;
    for (let i = 0; i < steps; i++) {
      const z = checkStep({ ...ground, ...at, direction, mover });
      if (z === null) return null;
      at = { x: at.x + offsetX(direction), y: at.y + offsetY(direction), z };
    }
    return at;
  }
}
