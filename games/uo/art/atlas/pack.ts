import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DIRECTIONS } from '../../files/body-kind.ts';
import type { ArtSource, Bitmap } from '../art-source.ts';
import { encodePng } from '../png.ts';
import { fitsSheet, layOut, trimmed } from './shelves.ts';
import type { Use } from './use.ts';

/**
 * Where a picture is: sheet, x, y, width, height, and how far its upper left pixel is to the right of and below its anchor: the
 * lowest corner of the tile for land, statics and items, the middle of the tile's ground for bodies, the upper left for gumps.
 */
export type Sprite = readonly [
  sheet: number,
  x: number,
  y: number,
  width: number,
  height: number,
  right: number,
  down: number,
];

/** A set of sheets that is loaded as one. */
export interface Atlas {
  readonly sheets: readonly string[];
  /** By number; of bodies by `direction/frame`. */
  readonly sprites: Readonly<Record<string, Sprite>>;
  /** Statics that move: offsets of the pictures to show in turn, and the time of each in units of 50 ms. */
  readonly moving?: Readonly<Record<string, readonly [interval: number, ...offsets: number[]]>>;
}

export type Look = readonly [body: number, hue: number, walk: number, run: number, stand: number];
/** A body that is drawn in place of another, and a hue or 0. */
export type Instead = readonly [body: number, hue: number];

/** What can be loaded. */
export interface AtlasIndex {
  /** Tells this art of this world from all other. */
  readonly version: string;
  /** Graphics or gumps in one atlas: `items-N.json` and `gumps-N.json` have those from N times this on. */
  readonly range: number;
  /** Bodies, each of whose actions is an atlas of its own: `body-BODY-ACTION.json`. */
  readonly bodies: readonly number[];
  /** By number, bodies that are not drawn by the rule of it: the body whose frames are drawn, a hue or 0, and three actions. */
  readonly looks: Readonly<Record<string, Look>>;
  /** By number of a body that died, what lies there. */
  readonly corpses: Readonly<Record<string, Instead>>;
  /** By `body/worn`, what is drawn in place of what is worn. */
  readonly fittings: Readonly<Record<string, Instead>>;
  /** Sounds: `sound-NUMBER.wav`. */
  readonly sounds: readonly number[];
}

/** So many that an atlas is drawn in a moment, and that what lies together in a place is mostly in one. */
export const RANGE = 256;

interface Item {
  readonly key: string;
  readonly picture: Bitmap;
  /** From the picture's upper left pixel to its anchor. */
  readonly anchorX: number;
  readonly anchorY: number;
}

/** Writes one atlas and its sheets. Resolves with false when there is none of that name. Throws what the file system throws. */
export async function packAtlas(art: ArtSource, used: Use, dir: string, name: string): Promise<boolean> {
  const found = itemsOf(art, used, name);
  if (found === null || found.items.length === 0) return false;
  await writeAtlas(dir, name, found.items, found.moving);
  return true;
}

function itemsOf(
  art: ArtSource,
  used: Use,
  name: string,
): { items: Item[]; moving?: Atlas['moving'] } | null {
  const body = /^body-(\d{1,5})-(\d{1,2})$/.exec(name);
  if (body !== null) return { items: bodyItems(art, Number(body[1]), Number(body[2])) };
  const [kind, number = ''] = name.split('-');
  const isInRange = (id: number): boolean => Math.floor(id / RANGE) === Number(number);
  switch (kind) {
    case 'land':
      return { items: landItems(art, used.land) };
    case 'world': {
      const ids = art.staticIds.filter((id) => used.statics.has(id));
      return { items: staticItems(art, ids), moving: movingOf(art, ids) };
    }
    case 'items': {
      const ids = art.staticIds.filter((id) => isInRange(id) && !used.statics.has(id));
      return { items: staticItems(art, ids), moving: movingOf(art, ids) };
    }
    case 'gumps':
      return { items: gumpItems(art, art.gumpIds.filter(isInRange)) };
    default:
      return null;
  }
}

async function writeAtlas(
  dir: string,
  name: string,
  items: readonly Item[],
  moving: Atlas['moving'],
): Promise<void> {
  const cut = items.map(({ picture }) => trimmed(picture));
  const { places, sheets } = layOut(cut.map(({ picture }) => picture));
  const sprites: Record<string, Sprite> = {};
  for (const [i, { anchorX, anchorY, key }] of items.entries()) {
    const { left, picture, top } = cut[i]!;
    const { sheet, x, y } = places[i]!;
    sprites[key] = [sheet, x, y, picture.width, picture.height, left - anchorX, top - anchorY];
  }
  const files = sheets.map((_, i) => `${name}-${i}.png`);
  for (const [i, sheet] of sheets.entries()) await writeFile(join(dir, files[i]!), encodePng(sheet));
  const atlas: Atlas = { sheets: files, sprites, ...(moving === undefined ? {} : { moving }) };
  // Written last: without it, the sheets do not count.
  await writeFile(join(dir, `${name}.json`), JSON.stringify(atlas));
}

function landItems(art: ArtSource, used: ReadonlySet<number>): Item[] {
  return pictures([...used], (id) => art.land(id)).map(([id, picture]) => ({
    key: String(id),
    picture,
    anchorX: picture.width / 2,
    anchorY: picture.height,
  }));
}

function staticItems(art: ArtSource, ids: readonly number[]): Item[] {
  return pictures(ids, (id) => art.static(id)).map(([id, picture]) => ({
    key: String(id),
    picture,
    anchorX: picture.width >> 1,
    anchorY: picture.height,
  }));
}

function gumpItems(art: ArtSource, ids: readonly number[]): Item[] {
  return pictures(ids, (id) => art.gump(id)).map(([id, picture]) => ({
    key: String(id),
    picture,
    anchorX: 0,
    anchorY: 0,
  }));
}

/** Frames by `direction/frame`. */
function bodyItems(art: ArtSource, body: number, action: number): Item[] {
  const items: Item[] = [];
  for (let direction = 0; direction < DIRECTIONS; direction++) {
    for (const [i, frame] of (art.frames(body, action, direction) ?? []).entries()) {
      const anchorY = frame.height + frame.centreY;
      items.push({ key: `${direction}/${i}`, picture: frame, anchorX: frame.centreX, anchorY });
    }
  }
  return items;
}

function pictures(ids: readonly number[], of: (id: number) => Bitmap | null): [number, Bitmap][] {
  return ids.flatMap((id) => {
    const picture = of(id);
    return picture === null || !fitsSheet(picture) ? [] : [[id, picture] as [number, Bitmap]];
  });
}

function movingOf(art: ArtSource, ids: readonly number[]): Atlas['moving'] {
  const moving: Record<string, readonly [number, ...number[]]> = {};
  for (const id of ids) {
    const found = art.staticAnimation(id);
    if (found !== null) moving[id] = [found.interval, ...found.offsets];
  }
  return moving;
}
