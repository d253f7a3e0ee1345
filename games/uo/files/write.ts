import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Writer } from '@gommog/wire';
import {
  type ItemTileIn,
  type LandTileIn,
  writeClilocEntry,
  writeHueGroup,
  writeIndexEntry,
  writeItemGroup,
  writeLandGroup,
  writeMapCell,
  writeMulti,
  writeRadarColors,
  writeSkillEntry,
  writeStaticItem,
} from '../protocol/generated/data.ts';
import { BLOCK_TILES, blocksIn, CELLS_PER_BLOCK } from './blocks.ts';
import type { Hue } from './hues.ts';
import type { MultiPart } from './multis.ts';
import type { Skill } from './skills.ts';

/** A static as it is written: a tile of scenery at a place. */
export interface StaticRecord {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly graphic: number;
  readonly hue: number;
}

/** Land and statics of a facet. `land` and `z` are row by row: index y * width + x. */
export interface FacetRecord {
  /** Tiles; a multiple of 8, as is `height`. */
  readonly width: number;
  readonly height: number;
  readonly land: Uint16Array;
  readonly z: Int8Array;
  readonly statics: readonly StaticRecord[];
}

/** Properties of a land tile. The texture is 0 when it is left out. */
export type LandTile = Omit<LandTileIn, 'texture'> & { readonly texture?: number };

/** Properties of an item graphic. What is left out is 0. */
export type ItemTile = Pick<ItemTileIn, 'flags' | 'name'> & Partial<ItemTileIn>;

/** Tables by graphic; a missing element is a blank one. */
export interface TileRecords {
  /** At most 0x4000. */
  readonly land: readonly (LandTile | undefined)[];
  /** At most 0x10000 in the new format, which has all of them. */
  readonly items: readonly (ItemTile | undefined)[];
}

/** Client files are written as clients of these versions read them. */
export interface FormatOptions {
  /** The format of clients before 7.0.9.0. */
  readonly oldFormat?: boolean;
}

const LAND_TILES = 0x4000;
const NEW_ITEM_TILES = 0x10000;
const OLD_ITEM_TILES = 0x4000;
const GROUP = 32;
const NO_RECORD = 0xffffffff;

/** Writes map{n}.mul, staidx{n}.mul and statics{n}.mul into `dir`. Throws RangeError for a facet of impossible size. */
export async function writeFacet(dir: string, facetId: number, facet: FacetRecord): Promise<void> {
  const { statics, index } = encodeStatics(facet);
  await save(join(dir, `map${facetId}.mul`), encodeMap(facet));
  await save(join(dir, `staidx${facetId}.mul`), index);
  await save(join(dir, `statics${facetId}.mul`), statics);
}

/** The bytes of map{n}.mul. */
export function encodeMap(facet: FacetRecord): Uint8Array {
  const { land, width, z } = facet;
  const { wide, high } = blocksIn(facet.width, facet.height);
  if (land.length !== width * facet.height || z.length !== land.length) {
    throw new RangeError(`land and z of a facet of ${width} x ${facet.height} need that many cells`);
  }
  const w = new Writer(wide * high * 196);
  const cell = { tile: 0, z: 0 };
  for (let bx = 0; bx < wide; bx++) {
    for (let by = 0; by < high; by++) {
      w.u4le(0);
      for (let i = 0; i < CELLS_PER_BLOCK; i++) {
        const at = (by * BLOCK_TILES + (i >> 3)) * width + bx * BLOCK_TILES + (i & 7);
        cell.tile = land[at]!;
        cell.z = z[at]!;
        writeMapCell(w, cell);
      }
    }
  }
  return w.bytes();
}

/** The bytes of staidx{n}.mul and statics{n}.mul. Statics keep their order within a block. */
export function encodeStatics(facet: FacetRecord): { index: Uint8Array; statics: Uint8Array } {
  const { wide, high } = blocksIn(facet.width, facet.height);
  const blocks = new Map<number, StaticRecord[]>();
  for (const each of facet.statics) {
    if (each.x < 0 || each.y < 0 || each.x >= facet.width || each.y >= facet.height) {
      throw new RangeError(`a static at ${each.x}, ${each.y} is outside its facet`);
    }
    const block = (each.x >> 3) * high + (each.y >> 3);
    const list = blocks.get(block);
    if (list === undefined) blocks.set(block, [each]);
    else list.push(each);
  }
  const index = new Writer(wide * high * 12);
  const statics = new Writer(facet.statics.length * 7);
  for (let block = 0; block < wide * high; block++) {
    const list = blocks.get(block);
    if (list === undefined) {
      writeIndexEntry(index, { offset: NO_RECORD, len: -1, extra: 0 });
      continue;
    }
    writeIndexEntry(index, { offset: statics.length, len: list.length * 7, extra: 0 });
    for (const { graphic, x, y, z, hue } of list)
      writeStaticItem(statics, { graphic, x: x & 7, y: y & 7, z, hue });
  }
  return { index: index.bytes(), statics: statics.bytes() };
}

/** Writes tiledata.mul, by default as clients from 7.0.9.0 read it: 0x4000 land tiles and 0x10000 items. */
export async function writeTileData(
  dir: string,
  tiles: TileRecords,
  options: FormatOptions = {},
): Promise<void> {
  const itemCount = options.oldFormat === true ? OLD_ITEM_TILES : NEW_ITEM_TILES;
  if (tiles.land.length > LAND_TILES || tiles.items.length > itemCount) {
    throw new RangeError(`tile data has room for ${LAND_TILES} land tiles and ${itemCount} items`);
  }
  const newFormat = options.oldFormat !== true;
  const w = new Writer(newFormat ? 3_188_736 : 1_036_288);
  const range = Array.from({ length: GROUP }, (_, i) => i);
  for (let start = 0; start < LAND_TILES; start += GROUP) {
    writeLandGroup(w, { tiles: range.map((i) => landTile(tiles.land[start + i])) }, newFormat);
  }
  for (let start = 0; start < itemCount; start += GROUP) {
    writeItemGroup(w, { tiles: range.map((i) => itemTile(tiles.items[start + i])) }, newFormat);
  }
  await save(join(dir, 'tiledata.mul'), w.bytes());
}

function landTile(tile: LandTile | undefined): LandTileIn {
  return { flags: 0, flagsHigh: 0, texture: 0, name: '', ...tile };
}

function itemTile(tile: ItemTile | undefined): ItemTileIn {
  const blank = {
    flags: 0,
    flagsHigh: 0,
    weight: 0,
    layer: 0,
    quantity: 0,
    animation: 0,
    light: 0,
    height: 0,
    name: '',
  };
  return { ...blank, ...tile };
}

/** Writes multi.idx and multi.mul, by default as clients from 7.0.9.0 read them. */
export async function writeMultis(
  dir: string,
  multis: ReadonlyMap<number, readonly MultiPart[]>,
  options: FormatOptions = {},
): Promise<void> {
  const index = new Writer();
  const records = new Writer();
  const count = Math.max(-1, ...multis.keys()) + 1;
  for (let id = 0; id < count; id++) {
    const parts = multis.get(id);
    if (parts === undefined) {
      writeIndexEntry(index, { offset: NO_RECORD, len: -1, extra: 0 });
      continue;
    }
    const start = records.length;
    const drawn = parts.map((part) => ({ ...part, visible: part.visible ? 1 : 0 }));
    writeMulti(records, { parts: drawn }, options.oldFormat !== true);
    writeIndexEntry(index, { offset: start, len: records.length - start, extra: 0 });
  }
  await save(join(dir, 'multi.idx'), index.bytes());
  await save(join(dir, 'multi.mul'), records.bytes());
}

/** Writes cliloc.{language} with its texts by number. */
export async function writeCliloc(
  dir: string,
  texts: ReadonlyMap<number, string>,
  language = 'enu',
): Promise<void> {
  const w = new Writer(1 << 16);
  w.u4le(2);
  w.u2le(1);
  w.raw(encodeTexts(texts));
  await save(join(dir, `cliloc.${language}`), w.bytes());
}

/** Entries of a cliloc file in rising order: what follows its head, or is appended to one. */
export function encodeTexts(texts: ReadonlyMap<number, string>): Uint8Array {
  const w = new Writer(1 << 16);
  for (const number of [...texts.keys()].sort((a, b) => a - b)) {
    writeClilocEntry(w, { number, flag: 0, text: texts.get(number)! });
  }
  return w.bytes();
}

const HUES_PER_GROUP = 8;

/** Writes hues.mul. Hue n is element n - 1; the last group of 8 is filled up with black ones. */
export async function writeHues(dir: string, hues: readonly Hue[]): Promise<void> {
  const w = new Writer(hues.length * 90);
  const blank: Hue = { colours: new Uint16Array(32), first: 0, last: 0, name: '' };
  for (let start = 0; start < hues.length; start += HUES_PER_GROUP) {
    const group = Array.from({ length: HUES_PER_GROUP }, (_, i) => hues[start + i] ?? blank);
    const records = group.map(({ colours, first, last, name }) => ({
      colors: [...colours],
      first,
      last,
      name,
    }));
    writeHueGroup(w, { hues: records });
  }
  await save(join(dir, 'hues.mul'), w.bytes());
}

/** Writes radarcol.mul: 15-bit colours of 0x4000 land tiles, then of the items. */
export async function writeRadarColours(dir: string, colours: Uint16Array): Promise<void> {
  const w = new Writer(colours.length * 2);
  writeRadarColors(w, { colors: [...colours] });
  await save(join(dir, 'radarcol.mul'), w.bytes());
}

/** Writes skills.idx and skills.mul; a skill's number is its place in the list. */
export async function writeSkills(dir: string, skills: readonly Skill[]): Promise<void> {
  const index = new Writer();
  const records = new Writer();
  for (const { name, hasButton } of skills) {
    const start = records.length;
    writeSkillEntry(records, { hasButton: hasButton ? 1 : 0, name });
    writeIndexEntry(index, { offset: start, len: records.length - start, extra: 0 });
  }
  await save(join(dir, 'skills.idx'), index.bytes());
  await save(join(dir, 'skills.mul'), records.bytes());
}

async function save(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
