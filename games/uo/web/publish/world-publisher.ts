import { createHash } from 'node:crypto';
import { Writer } from '@gommog/wire';
import type { Content } from '../../content/index.ts';
import { BlockTerrain } from '../../files/block-terrain.ts';
import type { Hue } from '../../files/hues.ts';
import type { Terrain } from '../../files/terrain.ts';
import type { TileData } from '../../files/tile-data.ts';
import { writeWorldIndex } from '../index.ts';
import { landBlock } from './land-block.ts';
import {
  creationTable,
  hueTable,
  type NamedPlace,
  placeTable,
  skillTable,
  templateTable,
  tileTable,
} from './tables.ts';

export interface PublishedWorld {
  readonly facets: readonly { readonly id: number; readonly terrain: Terrain }[];
  readonly tileData: TileData;
  readonly hues: readonly Hue[];
  readonly content: Content;
  readonly places: readonly NamedPlace[];
  /** Colours of pictures of the land: served elsewhere, but under the same version. */
  readonly radarColours: Uint16Array;
  /** Address of the list of pictures; empty for none. */
  readonly art: string;
}

/** Version of the types in `land.ksy`. */
const FORMAT = 1;
/** Letters of the version: so many that two worlds of one shard never share it. */
const VERSION_LETTERS = 20;

/**
 * What clients in a browser fetch: the land in blocks, and tables. Its version is a fingerprint of all of it, so that what has
 * once been fetched under a version may be kept for ever.
 */
export class WorldPublisher {
  readonly version: string;
  readonly index: Uint8Array;
  readonly #facets: ReadonlyMap<number, Terrain>;
  readonly #tables: ReadonlyMap<string, Uint8Array>;

  /** Takes a fingerprint of all land: up to a second for the largest worlds, so this is for the start only. */
  constructor({ art, content, facets, hues, places, radarColours, tileData }: PublishedWorld) {
    this.#facets = new Map(facets.map(({ id, terrain }) => [id, terrain]));
    this.#tables = new Map([
      ['tiles.bin', tileTable(tileData)],
      ['hues.bin', hueTable(hues)],
      ['skills.bin', skillTable(content)],
      ['creation.bin', creationTable(content)],
      ['places.bin', placeTable(places)],
      ['templates.bin', templateTable(content)],
    ]);
    const hash = createHash('sha256').update(Uint8Array.of(FORMAT)).update(radarColours);
    for (const table of this.#tables.values()) hash.update(table);
    for (const [id, terrain] of this.#facets) hash.update(`facet ${id}`).update(fingerprintOf(terrain));
    this.version = hash.digest('hex').slice(0, VERSION_LETTERS);
    const writer = new Writer();
    writeWorldIndex(writer, {
      format: FORMAT,
      version: this.version,
      art,
      facets: facets.map(({ id, terrain: { height, width } }) => ({ id, width, height })),
    });
    this.index = writer.bytes().slice();
  }

  /** A table by the last part of its address; null for one that there is not. */
  table(name: string): Uint8Array | null {
    return this.#tables.get(name) ?? null;
  }

  /** A block by its numbers; null for one that there is not. */
  block(facet: number, x: number, y: number): Uint8Array | null {
    const terrain = this.#facets.get(facet);
    return terrain === undefined ? null : landBlock(terrain, x, y);
  }
}

function fingerprintOf(terrain: Terrain): Uint8Array | string {
  if (terrain instanceof BlockTerrain) return terrain.fingerprint();
  const hash = createHash('sha256').update(`${terrain.width} ${terrain.height}`);
  for (let y = 0; y < terrain.height; y++) {
    for (let x = 0; x < terrain.width; x++) {
      const statics = terrain.statics(x, y).map(({ graphic, hue, z }) => `${graphic} ${hue} ${z}`);
      hash.update(`${terrain.land(x, y)} ${terrain.landZ(x, y)} ${statics.join()};`);
    }
  }
  return hash.digest();
}
