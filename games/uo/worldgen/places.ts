import type { Region } from './decoration.ts';
import type { Rect } from './facet-draft.ts';
import type { GeneratedWorld } from './generate.ts';
import { FIRST_CITY_TEXT } from './texts.ts';
import { HALF_SQUARE, type Town } from './towns.ts';

/** Where a new character may begin. */
export interface StartCity {
  readonly name: string;
  readonly building: string;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly facet: number;
  readonly cliloc: number;
}

const DUNGEON_NAME = 'The Sunless Halls';
const DUNGEON_MUSIC = 26;
const DUNGEON_LIGHT = 26;
/** Guards watch a little beyond the wall. */
const WATCH = 6;

/** One start in each town, on the market square. */
export function listStartCities({ draft, towns }: GeneratedWorld): StartCity[] {
  return towns.map(({ name, style, middle, z }, index) => ({
    name,
    building: style.inn,
    x: middle.x,
    y: middle.y + HALF_SQUARE.y - 2,
    z,
    facet: draft.id,
    cliloc: FIRST_CITY_TEXT + index,
  }));
}

/** What the client shows of each town when a character is made. */
export function describeCities({ towns }: GeneratedWorld): string[] {
  return towns.map(describe);
}

const COUNTRY = {
  coast: 'a walled town by the sea, with the smell of tar and salt about it',
  hills: 'a town of stone in the hills, where hammers ring all day',
  woods: 'a town of timber at the edge of the great wood',
} as const;

function describe({ name, style }: Town): string {
  return `${name}, ${COUNTRY[style.likes]}. Rooms are let at ${style.inn}.`;
}

/** Towns are guarded; the dungeon is dark. */
export function listRegions({ draft, towns, levels }: GeneratedWorld): Region[] {
  const regions: Region[] = towns.map(({ name, style, rect }) => ({
    name,
    facet: draft.id,
    rects: [grow(rect, WATCH)],
    music: style.music,
    guarded: true,
  }));
  regions.push({
    name: DUNGEON_NAME,
    facet: draft.id,
    rects: levels.map(({ area }) => grow(area, 2)),
    music: DUNGEON_MUSIC,
    light: DUNGEON_LIGHT,
  });
  return regions;
}

function grow({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}
