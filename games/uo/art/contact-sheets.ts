import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bodyKind } from '../files/body-kind.ts';
import { STRIDES } from './body-look.ts';
import { Canvas } from './canvas.ts';
import { contactSheet, enlarged, type SheetEntry } from './contact-sheet.ts';
import { BODY_IDS, BodyArtist } from './figures/bodies.ts';
import { type Graphic, loadGraphics } from './graphics.ts';
import { GUMP_IDS, GumpArtist } from './gumps/gumps.ts';
import { MALE_GUMPS } from './gumps/paperdoll.ts';
import { drawGraphic, familyOf } from './item-art.ts';
import { TILE } from './land/diamond.ts';
import { LandArt } from './land/land-art.ts';
import { TERRAINS } from './land/terrains.ts';
import { PALETTE, RAMP_LENGTH, RAMPS, shade } from './palette.ts';
import { encodePng } from './png.ts';

/** Tiles along the side of the fields that show a ground. */
const FIELD = 5;

/**
 * Writes PNGs on which all that is drawn can be looked over: the palette, the grounds as fields of tiles, the borders between them,
 * the item graphics by family, gumps, what is worn on paperdolls, and how bodies stand, each with its number. Returns the files' names.
 */
export async function drawContactSheets(dir: string, scale = 1): Promise<string[]> {
  await mkdir(dir, { recursive: true });
  const sheets = new Map<string, Canvas>([
    ['palette', paletteSheet()],
    ['grounds', groundSheet()],
    ['borders', contactSheet(borders())],
    ...gumpSheets(),
    ['bodies', contactSheet(standingBodies())],
  ]);
  const families = new Map<string, SheetEntry[]>();
  for (const graphic of (await loadGraphics()).values()) {
    const entries = families.get(familyName(graphic)) ?? [];
    entries.push({ id: graphic.id, picture: drawGraphic(graphic) });
    families.set(familyName(graphic), entries);
  }
  for (const [name, entries] of families) sheets.set(name, contactSheet(entries));
  for (const [name, sheet] of sheets) {
    await writeFile(join(dir, `${name}.png`), encodePng(enlarged(sheet, scale).toBitmap()));
  }
  return [...sheets.keys()].map((name) => `${name}.png`);
}

/** `drawRoofsAndFloors` becomes `roofs-and-floors`. */
function familyName(graphic: Graphic): string {
  return familyOf(graphic)
    .replace(/^draw/, '')
    .replace(/(?<=.)([A-Z])/g, '-$1')
    .toLowerCase();
}

function paletteSheet(): Canvas {
  const side = 24;
  const ramps = Object.values(RAMPS);
  const canvas = new Canvas(side * RAMP_LENGTH, side * ramps.length);
  for (const [row, ramp] of ramps.entries()) {
    for (let level = 0; level < RAMP_LENGTH; level++) {
      canvas.rect(level * side, row * side, side, side, shade(ramp, level));
    }
  }
  return canvas;
}

function groundSheet(): Canvas {
  const names = Object.keys(TERRAINS);
  const side = FIELD * TILE + 6;
  const across = 5;
  const sheet = new Canvas(side * across, side * Math.ceil(names.length / across));
  for (const [i, name] of names.entries()) {
    const left = (i % across) * side + (FIELD * TILE) / 2;
    const top = Math.floor(i / across) * side;
    for (let y = 0; y < FIELD; y++) {
      for (let x = 0; x < FIELD; x++) {
        const tile = TERRAINS[name]!((x * 7 + y * 3) % 4);
        sheet.blit(tile, left + ((x - y - 1) * TILE) / 2, top + ((x + y) * TILE) / 2);
      }
    }
  }
  return sheet;
}

function borders(): SheetEntry[] {
  const land = new LandArt(() => null);
  return land.tableIds.map((id) => ({ id, picture: land.draw(id)! }));
}

function gumpSheets(): [string, Canvas][] {
  const artist = new GumpArtist();
  const entries = GUMP_IDS.map((id): SheetEntry => ({ id, picture: artist.draw(id)! }));
  return [
    ['gumps', contactSheet(entries.filter(({ id }) => id < MALE_GUMPS))],
    ['paperdolls', contactSheet(entries.filter(({ id }) => id >= MALE_GUMPS))],
  ];
}

/** Each body as it stands, seen from where most of it shows. */
function standingBodies(): SheetEntry[] {
  const artist = new BodyArtist();
  const indices = new Map([...PALETTE].map((colour, index) => [colour, index]));
  return BODY_IDS.flatMap((id) => {
    const frame = artist.frames(id, STRIDES[bodyKind(id)].stand, 1)?.[0];
    if (frame === undefined) return [];
    const picture = new Canvas(frame.width, frame.height);
    for (const [i, colour] of frame.pixels.entries()) picture.pixels[i] = indices.get(colour) ?? 0;
    return [{ id, picture }];
  });
}
