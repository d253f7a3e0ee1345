import { LAND_FILLS, TRANSITIONS } from '../../worldgen/data/land.ts';
import { Ground } from '../../worldgen/facet-draft.ts';
import type { Canvas } from '../canvas.ts';
import { unfold } from './diamond.ts';
import { TERRAINS } from './terrains.ts';
import { blend } from './transitions.ts';

const WORDS: Readonly<Record<number, string>> = {
  [Ground.water]: 'water',
  [Ground.sand]: 'sand',
  [Ground.grass]: 'grass',
  [Ground.forest]: 'forest',
  [Ground.dirt]: 'dirt',
  [Ground.cobble]: 'road',
  [Ground.rock]: 'rock',
  [Ground.furrow]: 'furrows',
  [Ground.cave]: 'cave',
  [Ground.black]: 'blank',
};

/** Pixels along a side of the textures of slopes. */
const TEXTURE = 64;
const VARIANTS = 4;

/** Draws land tiles by id: fills and transitions of the world's tables, and the plain ground of every other terrain. */
export class LandArt {
  readonly #grounds = new Map<string, Canvas>();
  readonly #edges = new Map<number, { of: number; to: number; shape: number; variant: number }>();
  readonly #fills = new Map<number, { ground: number; variant: number }>();
  readonly #terrainOf: (id: number) => string | null;

  /** `terrainOf` tells the terrain of an id by the words of the land tables; null for ids that do not exist. */
  constructor(terrainOf: (id: number) => string | null) {
    this.#terrainOf = terrainOf;
    for (const [ground, ids] of Object.entries(LAND_FILLS)) {
      for (const [variant, id] of ids.entries()) {
        this.#fills.set(id, { ground: Number(ground), variant: variant % VARIANTS });
      }
    }
    for (const { of, to, edges } of TRANSITIONS) {
      for (const [shape, ids] of edges.entries()) {
        for (const [variant, id] of ids.entries()) {
          if (!this.#edges.has(id)) this.#edges.set(id, { of, to, shape, variant });
        }
      }
    }
  }

  /** Null for ids of no terrain. */
  draw(id: number): Canvas | null {
    const edge = this.#edges.get(id);
    if (edge !== undefined) {
      const ground = this.#ground(WORDS[edge.of]!, edge.variant);
      return blend(
        ground,
        this.#ground(WORDS[edge.to]!, 0),
        edge.shape,
        edge.of * 64 + edge.to * 8 + edge.variant,
      );
    }
    const fill = this.#fills.get(id);
    if (fill !== undefined) return this.#ground(WORDS[fill.ground]!, fill.variant);
    const terrain = this.#terrainOf(id);
    return terrain === null ? null : this.#ground(TERRAINS[terrain] ? terrain : 'dirt', id % VARIANTS);
  }

  /** The same ground for slopes, seen from above. */
  drawTexture(id: number): Canvas | null {
    const diamond = this.draw(id);
    return diamond === null ? null : unfold(diamond, TEXTURE);
  }

  /** Ids that look like no other: those of the world's own tables. */
  get tableIds(): readonly number[] {
    return [...new Set([...this.#fills.keys(), ...this.#edges.keys()])].sort((a, b) => a - b);
  }

  #ground(terrain: string, variant: number): Canvas {
    const key = `${terrain} ${variant}`;
    let canvas = this.#grounds.get(key);
    if (canvas === undefined) {
      canvas = TERRAINS[terrain]!(variant);
      this.#grounds.set(key, canvas);
    }
    return canvas;
  }
}
