import { Writer } from '@gommog/wire';
import { type Content, type HueRanges, races } from '../../content/index.ts';
import type { Hue } from '../../files/hues.ts';
import type { TileData } from '../../files/tile-data.ts';
import * as web from '../index.ts';
import { shortText } from '../short-text.ts';

const LAND_TILES = 0x4000;
const ITEMS = 0x1_0000;
/** A run's length has two bytes. */
const MOST_IN_RUN = 0x8000;

function written<V>(write: (writer: Writer, value: V) => void, value: V): Uint8Array {
  const writer = new Writer(65_536);
  write(writer, value);
  return writer.bytes().slice();
}

/** Tiles that follow each other and are more than nothing. */
function runsOf<T>(count: number, entry: (tile: number) => T | null): { first: number; tiles: T[] }[] {
  const runs: { first: number; tiles: T[] }[] = [];
  let run: { first: number; tiles: T[] } | null = null;
  for (let tile = 0; tile < count; tile++) {
    const found = entry(tile);
    if (found === null) run = null;
    else {
      if (run === null || run.tiles.length === MOST_IN_RUN) {
        run = { first: tile, tiles: [] };
        runs.push(run);
      }
      run.tiles.push(found);
    }
  }
  return runs;
}

export function tileTable(data: TileData): Uint8Array {
  const land = runsOf(LAND_TILES, (tile) => {
    const flags = data.landFlags(tile);
    const name = shortText(data.landName(tile));
    return flags === 0 && name === '' ? null : { flags, name };
  });
  const items = runsOf(ITEMS, (tile) => {
    const flags = data.itemFlags(tile);
    const height = data.itemHeight(tile);
    const layer = data.itemLayer(tile);
    const animation = data.itemAnimation(tile);
    const name = shortText(data.itemName(tile));
    const isNothing = flags === 0 && height === 0 && layer === 0 && animation === 0 && name === '';
    return isNothing ? null : { flags, height, layer, animation, name };
  });
  return written(web.writeTileTable, {
    landRuns: land,
    itemRuns: items.map(({ first, tiles }) => ({ first, items: tiles })),
  });
}

export function hueTable(hues: readonly Hue[]): Uint8Array {
  return written(web.writeHueTable, { hues: hues.map(({ colours }) => ({ colours: [...colours] })) });
}

/** A place with a name: a town, or another area. `x`, `y`: a tile in its middle. */
export interface NamedPlace {
  readonly facet: number;
  readonly x: number;
  readonly y: number;
  readonly name: string;
  readonly town: boolean;
}

export function placeTable(places: readonly NamedPlace[]): Uint8Array {
  return written(web.writePlaceTable, {
    places: places.map(({ name, town, ...at }) => ({ ...at, town: town ? 1 : 0, name: shortText(name) })),
  });
}

export function templateTable({ items }: Content): Uint8Array {
  const templates = [...items.all()]
    .map(({ graphic, id, name, stackable }) => ({
      key: shortText(id),
      name: shortText(name.one),
      graphic,
      stackable: stackable ? 1 : 0,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return written(web.writeTemplateTable, { templates });
}

export function skillTable({ skills }: Content): Uint8Array {
  return written(web.writeSkillTable, {
    skills: skills.map(({ active, name }) => ({ active: active ? 1 : 0, name: shortText(name) })),
  });
}

export function creationTable({ bodies, creation }: Content): Uint8Array {
  const looks = races.flatMap((race, number) =>
    (['male', 'female'] as const).map((sex) => {
      const { beard, hair, hairHues, skinHues } = creation.looks[race];
      return {
        race: number,
        female: sex === 'female' ? 1 : 0,
        body: bodies[race][sex].alive,
        skinHues: rangesOf(skinHues),
        hairHues: rangesOf(hairHues),
        hair: [...hair[sex]],
        beard: [...beard[sex]],
      };
    }),
  );
  return written(web.writeCreationTable, { looks, clothHues: rangesOf(creation.looks.clothHues) });
}

function rangesOf(ranges: HueRanges): web.HueRangeIn[] {
  return ranges.map(([first, last]) => ({ first, last }));
}
