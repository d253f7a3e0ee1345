import { appendFile, copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Reader, Writer } from '@gommog/wire';
import { ACTIONS_OF, animationRecord, bodyKind, DIRECTIONS } from '../files/body-kind.ts';
import { loadDefinitions } from '../files/definitions.ts';
import { IndexedFile } from '../files/indexed-file.ts';
import { type FacetSize, widenFacet } from '../files/widen-facet.ts';
import { encodeTexts, writeHues, writeRadarColours } from '../files/write.ts';
import { encodeAnimation, encodeAnimationData } from '../files/write-animations.ts';
import {
  encodeFonts,
  encodeSpeech,
  encodeUnicodeFont,
  indexLights,
  indexSounds,
} from '../files/write-fonts-and-sounds.ts';
import { indexArt, indexGumps, indexTextures } from '../files/write-pictures.ts';
import { encodeSkillGroups } from '../files/write-skill-groups.ts';
import { encodeTrades, tradeTexts } from '../files/write-trades.ts';
import { readTiledata, writeTiledata } from '../protocol/generated/data.ts';
import type { Bitmap, StaticAnimation } from './art-source.ts';
import { townCharts, writeCharts } from './charts.ts';
import type { DrawnArt } from './drawn-art.ts';
import { writeArchives } from './export-archives.ts';
import { INTERFACE_TEXTS } from './interface-texts.ts';
import { meanColour } from './radar-colours.ts';
import { SKILL_GROUP_NAMES, SKILL_GROUPS } from './skill-groups.ts';
import { TRADES } from './trades.ts';

const LAND_TILES = 0x4000;
const ITEM_TILES = 0x10000;
const ANIMATED = 0x01000000;
const FONTS = 10;
const UNICODE_FONTS = 13;
/** Entries of anim.idx that clients count on: bodies up to 1000. */
const ANIMATION_ENTRIES = 35_000 + 600 * 175;

/** Keywords that clients tell the server of by number. Source: classic client rule. */
const KEYWORDS: readonly (readonly [id: number, pattern: string])[] = [
  [0x0000, '*withdraw*'],
  [0x0001, '*balance*'],
  [0x0002, '*bank*'],
  [0x0003, '*check*'],
  [0x0007, '*guards*'],
  [0x0008, '*stable*'],
  [0x0009, '*claim*'],
  [0x003c, '*vendor*buy*'],
  [0x014d, '*vendor*sell*'],
];

/** Tables of bodies that stand in for others; clients and tools look for them. */
const DEFINITIONS = ['Body.def', 'Bodyconv.def', 'Corpse.def'];

/** Names that files have in a client's folder, where capitals matter. */
const NAMES: Readonly<Record<string, string>> = {
  'skills.idx': 'Skills.idx',
  'cliloc.enu': 'Cliloc.enu',
};

export interface ExportOptions {
  /** Folder of a generated world. */
  readonly world: string;
  /** Folder to write to; made when it is missing, and files of the same names are written over. */
  readonly out: string;
  readonly art: DrawnArt;
  /** Bodies to write; by default all that the art has. */
  readonly bodies?: readonly number[];
  /** Write the archives of newer clients, too. Default false: every client reads the older files. */
  readonly uop?: boolean;
  /**
   * Size that each facet gets in the client's files, for clients that count on one; see `widenFacet`. By default its own. Throws
   * RangeError when a facet is larger.
   */
  readonly facetSize?: FacetSize;
  /** How much is done, 0 to 1, and what comes next. May return a promise to let others run. */
  readonly onProgress?: (fraction: number, what: string) => void | Promise<void>;
}

/** Counts of what was written. */
export interface ExportSummary {
  readonly land: number;
  readonly textures: number;
  readonly statics: number;
  readonly gumps: number;
  readonly animations: number;
  readonly sounds: number;
}

/**
 * Writes all files that a UO client needs to run on a generated world: the world's own, and everything to see and hear. Throws
 * what the file system throws, and WireError when the world's tile data is damaged.
 */
export async function exportClient(options: ExportOptions): Promise<ExportSummary> {
  const { art, bodies = art.bodyIds, facetSize, onProgress = () => {}, out, uop = false, world } = options;
  await mkdir(out, { recursive: true });
  await onProgress(0, 'world');
  for (const name of await readdir(world)) {
    if (/\.(mul|idx|enu)$/i.test(name)) await copyFile(join(world, name), join(out, NAMES[name] ?? name));
  }
  if (facetSize !== undefined) await widenFacets(world, out, facetSize);
  await onProgress(0.05, 'land and items');
  const land = [...picturesOf(art.landIds, (id) => art.land(id))];
  const statics = [...picturesOf(art.staticIds, (id) => art.static(id))];
  const artFile = indexArt(land, statics);
  await artFile.save(out, 'artidx.mul', 'art.mul');
  const radar = radarColours(land, statics);
  await writeRadarColours(out, radar);
  await writeCharts(world, out, radar);
  await onProgress(0.45, 'textures');
  const textures = [...picturesOf(art.textureIds, (id) => art.texture(id))];
  await indexTextures(textures).save(out, 'texidx.mul', 'texmaps.mul');
  const animations = movingStatics(art);
  await writeFile(join(out, 'animdata.mul'), encodeAnimationData(animations));
  await writeFile(join(out, 'tiledata.mul'), await tileData(world, art, animations));
  await onProgress(0.55, 'gumps');
  const charts = await townCharts(world, facetSize);
  const gumps = [...picturesOf(art.gumpIds, (id) => charts.get(id) ?? art.gump(id))];
  const gumpFile = indexGumps(gumps);
  await gumpFile.save(out, 'gumpidx.mul', 'gumpart.mul');
  await onProgress(0.65, 'figures');
  const figures = new IndexedFile(ANIMATION_ENTRIES);
  for (const [i, body] of bodies.entries()) {
    putBody(figures, art, body);
    if (i % 8 === 0) await onProgress(0.65 + (0.25 * i) / bodies.length, 'figures');
  }
  await figures.save(out, 'anim.idx', 'anim.mul');
  await onProgress(0.9, 'fonts, lights and sounds');
  await writeFonts(out, art);
  await writeHues(out, art.hues);
  await indexLights(present(art.lightIds, (id) => art.light(id))).save(out, 'lightidx.mul', 'light.mul');
  const sounds = [...present(art.soundIds, (id) => art.sound(id))];
  const soundFile = indexSounds(sounds);
  await soundFile.save(out, 'soundidx.mul', 'sound.mul');
  await writeFile(join(out, 'speech.mul'), encodeSpeech(KEYWORDS));
  await writeFile(join(out, 'skillgrp.mul'), encodeSkillGroups(SKILL_GROUP_NAMES, SKILL_GROUPS));
  await writeFile(join(out, 'Prof.txt'), encodeTrades(TRADES));
  await appendFile(
    join(out, 'Cliloc.enu'),
    encodeTexts(new Map([...INTERFACE_TEXTS, ...tradeTexts(TRADES)])),
  );
  for (const name of DEFINITIONS) await writeFile(join(out, name), '# No body stands in for another.\n');
  if (uop) await writeArchives(out, { art: artFile, gumps: gumpFile, sounds: soundFile });
  await onProgress(1, 'done');
  return {
    land: land.length,
    textures: textures.length,
    statics: statics.length,
    gumps: gumps.length,
    animations: figures.size,
    sounds: sounds.length,
  };
}

async function widenFacets(world: string, out: string, size: FacetSize): Promise<void> {
  for (const { height, id, width } of loadDefinitions(join(world, 'world.yaml')).facets) {
    const [mapFile, indexFile] = [`map${id}.mul`, `staidx${id}.mul`];
    const map = await readFile(join(world, mapFile));
    const index = await readFile(join(world, indexFile));
    const wide = widenFacet({ map, index }, { width, height }, size);
    await writeFile(join(out, mapFile), wide.map);
    await writeFile(join(out, indexFile), wide.index);
  }
}

function* present<T>(ids: readonly number[], of: (id: number) => T | null): Generator<readonly [number, T]> {
  for (const id of ids) {
    const found = of(id);
    if (found !== null) yield [id, found] as const;
  }
}

const picturesOf = (ids: readonly number[], of: (id: number) => Bitmap | null) => present(ids, of);

function movingStatics(art: DrawnArt): ReadonlyMap<number, StaticAnimation> {
  return new Map(present(art.staticIds, (id) => art.staticAnimation(id)));
}

function radarColours(
  land: readonly (readonly [number, Bitmap])[],
  statics: readonly (readonly [number, Bitmap])[],
): Uint16Array {
  const colours = new Uint16Array(LAND_TILES + ITEM_TILES);
  for (const [id, picture] of land) colours[id] = meanColour(picture);
  for (const [id, picture] of statics) colours[LAND_TILES + id] = meanColour(picture);
  return colours;
}

/** The world's tile data, with the numbers of our textures, and marks on what moves. */
async function tileData(
  world: string,
  art: DrawnArt,
  moving: ReadonlyMap<number, StaticAnimation>,
): Promise<Uint8Array> {
  const data = readTiledata(new Reader(await readFile(join(world, 'tiledata.mul'))), true);
  for (const [group, { tiles }] of data.land.entries()) {
    for (const [i, tile] of tiles.entries()) tile.texture = art.textureOf(group * 32 + i);
  }
  for (const [group, { tiles }] of data.items.entries()) {
    for (const [i, tile] of tiles.entries()) {
      const isMoving = moving.has(group * 32 + i);
      tile.flags = (isMoving ? tile.flags | ANIMATED : tile.flags & ~ANIMATED) >>> 0;
    }
  }
  const w = new Writer(3_188_736);
  writeTiledata(w, data, true);
  return w.bytes();
}

function putBody(file: IndexedFile, art: DrawnArt, body: number): void {
  for (let action = 0; action < ACTIONS_OF[bodyKind(body)]; action++) {
    for (let direction = 0; direction < DIRECTIONS; direction++) {
      const frames = art.frames(body, action, direction);
      if (frames !== null && frames.length > 0) {
        file.put(animationRecord(body, action, direction), encodeAnimation(frames));
      }
    }
  }
}

async function writeFonts(out: string, art: DrawnArt): Promise<void> {
  const fonts = Array.from({ length: FONTS }, (_, number) => art.font(number));
  await writeFile(join(out, 'fonts.mul'), encodeFonts(fonts));
  for (let number = 0; number < UNICODE_FONTS; number++) {
    const font = art.unicodeFont(number);
    if (font === null && number > 0) continue;
    const name = `unifont${number === 0 ? '' : number}.mul`;
    await writeFile(join(out, name), encodeUnicodeFont(font ?? new Map()));
  }
}
