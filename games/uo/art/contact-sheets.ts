import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Canvas } from './canvas.ts';
import { contactSheet, enlarged, type SheetEntry } from './contact-sheet.ts';
import { type Graphic, loadGraphics } from './graphics.ts';
import { drawGraphic, familyOf } from './item-art.ts';
import { TILE } from './land/diamond.ts';
import { LandArt } from './land/land-art.ts';
import { TERRAINS } from './land/terrains.ts';
import { RAMP_LENGTH, RAMPS, shade } from './palette.ts';
import { encodePng } from './png.ts';

/** Tiles along the side of the fields that show a ground. */
const FIELD = 5;

/**
 * Writes PNGs on which all that is drawn can be looked over: the palette, the grounds as fields of tiles, the borders between them,
 * and the item graphics by family, each with its number. Returns the files' names.
 */
export async function drawContactSheets(dir: string, scale = 1): Promise<string[]> {
  await mkdir(dir, { recursive: true });
  const sheets = new Map<string, Canvas>([
    ['palette', paletteSheet()],
    ['grounds', groundSheet()],
    ['borders', contactSheet(borders())],
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
