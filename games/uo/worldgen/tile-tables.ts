import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { type TileData, TileFlag } from '../files/tile-data.ts';
import type { TileRecords } from '../files/write.ts';
import { type Colour, ITEM_COLOURS, LAND_COLOURS, OTHER_COLOUR } from './data/colours.ts';

const LAND_TILES = 0x4000;
const ITEM_TILES = 0x10000;

const landRow = z.tuple([z.string(), z.string(), z.string(), z.string()]);
const itemRow = z.tuple([
  z.string(),
  z.string(),
  z.number().int(),
  z.number().int(),
  z.number().int(),
  z.number().int(),
  z.string(),
]);

/** Tile data and radar colours of the generated world. */
export interface TileTables {
  readonly records: TileRecords;
  /** 15-bit colours of 0x4000 land tiles, then of 0x10000 items. */
  readonly radarColours: Uint16Array;
  /** The same tile data, to be asked. */
  readonly tileData: TileData;
}

/** Reads the tables beside this module. Throws when a row is not well formed. */
export async function loadTileTables(): Promise<TileTables> {
  const land: TileRecords['land'][number][] = [];
  const items: TileRecords['items'][number][] = [];
  const radarColours = new Uint16Array(LAND_TILES + ITEM_TILES);
  for (const [name, terrain, flags, graphics] of z.array(landRow).parse(await readTable('land-tiles'))) {
    const colour = packColour(LAND_COLOURS[terrain] ?? OTHER_COLOUR);
    for (const graphic of graphicsOf(graphics)) {
      land[graphic] = { flags: flagsOf(flags), flagsHigh: 0, name };
      radarColours[graphic] = colour;
    }
  }
  for (const row of z.array(itemRow).parse(await readTable('item-tiles'))) {
    const [name, flags, height, weight, layer, animation, graphics] = row;
    const colour = packColour(colourOfItem(name));
    for (const graphic of graphicsOf(graphics)) {
      items[graphic] = { flags: flagsOf(flags, name), height, weight, layer, animation, name };
      radarColours[LAND_TILES + graphic] = colour;
    }
  }
  const records = { land, items };
  return { records, radarColours, tileData: asTileData(records) };
}

async function readTable(name: string): Promise<unknown> {
  return parse(await readFile(new URL(`data/${name}.yaml`, import.meta.url), 'utf8'));
}

function graphicsOf(ranges: string): number[] {
  const graphics: number[] = [];
  for (const range of ranges.split(' ')) {
    const [first, last] = range.split('-').map((digits) => Number.parseInt(digits, 16));
    for (let graphic = first!; graphic <= (last ?? first!); graphic++) graphics.push(graphic);
  }
  return graphics;
}

function flagsOf(words: string, itemName = ''): number {
  let flags = 0;
  for (const word of words.split(' ')) {
    if (word === 'none') continue;
    const flag = TileFlag[word as keyof typeof TileFlag];
    if (flag === undefined) throw new Error(`tile table: unknown flag '${word}'`);
    flags |= flag;
  }
  if (itemName !== '') flags |= /^[aeiou]/i.test(itemName) ? TileFlag.articleAn : TileFlag.articleA;
  return flags >>> 0;
}

function colourOfItem(name: string): Colour {
  for (const [word, colour] of ITEM_COLOURS) if (name.includes(word)) return colour;
  return OTHER_COLOUR;
}

/** 5 bits each of red, green and blue. */
export function packColour([red, green, blue]: Colour): number {
  return ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3);
}

function asTileData({ land, items }: TileRecords): TileData {
  return {
    landFlags: (graphic) => land[graphic]?.flags ?? 0,
    landName: (graphic) => land[graphic]?.name ?? '',
    itemFlags: (graphic) => items[graphic]?.flags ?? 0,
    itemHeight: (graphic) => items[graphic]?.height ?? 0,
    itemWeight: (graphic) => items[graphic]?.weight ?? 0,
    itemLayer: (graphic) => items[graphic]?.layer ?? 0,
    itemName: (graphic) => items[graphic]?.name ?? '',
    itemAnimation: (graphic) => items[graphic]?.animation ?? 0,
  };
}
