import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArtSource, Bitmap } from '../art-source.ts';
import { bodyActions } from '../body-actions.ts';
import { encodePng } from '../png.ts';
import { layOut, trimmed } from './shelves.ts';

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
  /** By number; of bodies by `action/direction/frame`. */
  readonly sprites: Readonly<Record<string, Sprite>>;
  /** Statics that move: offsets of the pictures to show in turn, and the time of each in units of 50 ms. */
  readonly moving?: Readonly<Record<string, readonly [interval: number, ...offsets: number[]]>>;
}

/** What can be loaded: categories, and the file that describes each. */
export interface AtlasIndex {
  /** Tells this art of this world from all other. */
  readonly version: string;
  /** `land`, `world` (graphics that stand in it), `items` and `gumps`. */
  readonly atlases: Readonly<Record<string, string>>;
  /** Bodies that there are pictures of. That of body N is described by `body-N.json`, which is made when it is first asked for. */
  readonly bodies: readonly number[];
}

export interface PackOptions {
  readonly art: ArtSource;
  /** Folder of the world, whose map tells what is in use. */
  readonly world: string;
  /** Folder to write to; made when it is missing. */
  readonly dir: string;
  readonly version: string;
}

interface Item {
  readonly key: string;
  readonly picture: Bitmap;
  /** From the picture's upper left pixel to its anchor. */
  readonly anchorX: number;
  readonly anchorY: number;
}

/** Writes all atlases but those of bodies, and index.json. Throws what the file system throws. */
export async function packAtlases({ art, dir, version, world }: PackOptions): Promise<AtlasIndex> {
  await mkdir(dir, { recursive: true });
  const used = await readUse(world);
  const names: Record<string, string> = {};
  const pack = async (name: string, items: readonly Item[], moving?: Atlas['moving']): Promise<void> => {
    if (items.length === 0) return;
    names[name] = await writeAtlas(dir, name, items, moving);
  };
  await pack('land', landItems(art, used.land));
  const inWorld = art.staticIds.filter((id) => used.statics.has(id));
  await pack('world', staticItems(art, inWorld), movingOf(art, inWorld));
  const others = art.staticIds.filter((id) => !used.statics.has(id));
  await pack('items', staticItems(art, others), movingOf(art, others));
  await pack('gumps', gumpItems(art));
  const index: AtlasIndex = { version, atlases: names, bodies: art.bodyIds };
  // Written last: without it, the rest does not count.
  await writeFile(join(dir, 'index.json'), JSON.stringify(index));
  return index;
}

/** Writes the atlas of one body. Throws what the file system throws. */
export async function packBody(art: ArtSource, body: number, dir: string): Promise<void> {
  await writeAtlas(dir, `body-${body}`, bodyItems(art, body), undefined);
}

async function writeAtlas(
  dir: string,
  name: string,
  items: readonly Item[],
  moving: Atlas['moving'],
): Promise<string> {
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
  await writeFile(join(dir, `${name}.json`), JSON.stringify(atlas));
  return `${name}.json`;
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

function gumpItems(art: ArtSource): Item[] {
  return pictures(art.gumpIds, (id) => art.gump(id)).map(([id, picture]) => ({
    key: String(id),
    picture,
    anchorX: 0,
    anchorY: 0,
  }));
}

function bodyItems(art: ArtSource, body: number): Item[] {
  const items: Item[] = [];
  for (let action = 0; action < bodyActions(body); action++) {
    for (let direction = 0; direction < 5; direction++) {
      for (const [i, frame] of (art.frames(body, action, direction) ?? []).entries()) {
        const anchorY = frame.height + frame.centreY;
        items.push({ key: `${action}/${direction}/${i}`, picture: frame, anchorX: frame.centreX, anchorY });
      }
    }
  }
  return items;
}

function pictures(ids: readonly number[], of: (id: number) => Bitmap | null): [number, Bitmap][] {
  return ids.flatMap((id) => {
    const picture = of(id);
    return picture === null ? [] : [[id, picture] as [number, Bitmap]];
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

const BLOCK_BYTES = 196;
const STATIC_BYTES = 7;

/** Land ids and graphics of statics that a world's first facet uses. */
async function readUse(world: string): Promise<{ land: ReadonlySet<number>; statics: ReadonlySet<number> }> {
  const land = new Set<number>();
  const map = await readFile(join(world, 'map0.mul'));
  for (let block = 0; block + BLOCK_BYTES <= map.length; block += BLOCK_BYTES) {
    for (let cell = 0; cell < 64; cell++) land.add(map.readUInt16LE(block + 4 + cell * 3));
  }
  const statics = new Set<number>();
  const records = await readFile(join(world, 'statics0.mul'));
  for (let at = 0; at + STATIC_BYTES <= records.length; at += STATIC_BYTES) {
    statics.add(records.readUInt16LE(at));
  }
  return { land: new Set([...land].sort((a, b) => a - b)), statics };
}
