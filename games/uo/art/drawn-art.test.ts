import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { LAND_FILLS, SHORE_EDGES, TRANSITIONS } from '../worldgen/data/land.ts';
import * as pieces from '../worldgen/data/pieces.ts';
import type { Bitmap } from './art-source.ts';
import { CURSOR_IDS } from './cursors.ts';
import { DrawnArt } from './drawn-art.ts';
import { diamondRow, TILE } from './land/diamond.ts';
import { PALETTE } from './palette.ts';

/** No picture is larger: clients keep all of them in textures. */
const LARGEST = 260;

let art: DrawnArt;
const statics = new Map<number, Bitmap>();
const land = new Map<number, Bitmap>();

before(async () => {
  art = await DrawnArt.load();
  for (const id of art.landIds) land.set(id, art.land(id)!);
  for (const id of art.staticIds) statics.set(id, art.static(id)!);
});

/** Numbers anywhere in a table of the world's generator. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe('every graphic in use has a picture', () => {
  test('of the item templates, turned and opened', async () => {
    const folder = new URL('../content/items/', import.meta.url);
    const missing: string[] = [];
    for (const file of await readdir(folder)) {
      const templates = parse(await readFile(new URL(file, folder), 'utf8')) as Record<
        string,
        { graphic: number; flip?: number[]; door?: { openGraphic: number } }
      >;
      for (const [key, { door, flip = [], graphic }] of Object.entries(templates)) {
        const all = [graphic, ...flip, ...(door === undefined ? [] : [door.openGraphic])];
        for (const id of all) if (!statics.has(id)) missing.push(`${key} 0x${id.toString(16)}`);
      }
    }
    assert.deepEqual(missing, []);
  });

  test('of what the generator builds with', () => {
    const { DOORS, ...kits } = pieces;
    const used = [...numbersIn(kits), ...SHORE_EDGES.flat()].filter((id) => id > 5);
    const doors = Object.values(DOORS).flatMap((first) => Array.from({ length: 16 }, (_, i) => first + i));
    for (const id of [...used, ...doors]) assert.ok(statics.has(id), `static 0x${id.toString(16)}`);
  });

  test('of its land, and a texture where land may slope', () => {
    const ids = [...Object.values(LAND_FILLS).flat(), ...TRANSITIONS.flatMap(({ edges }) => edges.flat())];
    for (const id of ids) assert.ok(land.has(id), `land 0x${id.toString(16)}`);
    for (const id of ids.filter((each) => ![...LAND_FILLS[0]!, 0x0244].includes(each))) {
      const texture = art.texture(art.textureOf(id));
      assert.equal(texture?.width, 64, `texture of land 0x${id.toString(16)}`);
    }
  });
});

test('no picture is empty, and none is larger than clients like', () => {
  for (const [id, { height, pixels, width }] of statics) {
    const name = `static 0x${id.toString(16)}`;
    assert.ok(
      pixels.some((pixel) => pixel !== 0),
      `${name} is empty`,
    );
    assert.ok(width <= LARGEST && height <= LARGEST, `${name} has ${width} x ${height} pixels`);
    // An odd width would put the middle between two pixels.
    assert.equal(width % 2, 0, `${name} is ${width} wide`);
  }
});

test('every pixel has a colour of the palette; the mark of cursors stays on cursors', () => {
  const colours = new Set(PALETTE);
  const mark = PALETTE.at(-1)!;
  const cursors = new Set(CURSOR_IDS);
  for (const [id, { pixels }] of [...statics, ...land]) {
    for (const pixel of pixels) {
      if (!colours.has(pixel)) assert.fail(`${id} has ${pixel.toString(16)}`);
      if (pixel === mark && !cursors.has(id)) assert.fail(`${id} is marked`);
    }
  }
});

test('land tiles are full diamonds and nothing else', () => {
  for (const [id, { height, pixels, width }] of land) {
    assert.deepEqual([width, height], [TILE, TILE]);
    for (let y = 0; y < TILE; y++) {
      const { length, start } = diamondRow(y);
      for (let x = 0; x < TILE; x++) {
        const inside = x >= start && x < start + length;
        if ((pixels[y * TILE + x] !== 0) !== inside) assert.fail(`land 0x${id.toString(16)} at ${x}, ${y}`);
      }
    }
  }
});

test('tiles of one ground lie side by side without a seam', () => {
  // Pixels of the edge that two variants share, and those right beside it, are the same in all of them: what lies next to an edge
  // never depends on the variant on its other side.
  for (const [ground, ids] of Object.entries(LAND_FILLS)) {
    const [first, ...others] = ids.map((id) => land.get(id)!);
    for (const other of others) {
      for (let y = 0; y < TILE; y++) {
        const { length, start } = diamondRow(y);
        for (const x of [start, start + length - 1]) {
          const at = y * TILE + x;
          assert.equal(other.pixels[at], first!.pixels[at], `ground ${ground} at ${x}, ${y}`);
        }
      }
    }
  }
});

test('a border between grounds leaves a tile where the next one takes it up', () => {
  const half = TILE / 2;
  for (const { edges, of, to } of TRANSITIONS) {
    const [north] = edges.map(([id]) => land.get(id!)!);
    const differs = (picture: Bitmap, x: number, y: number): boolean =>
      land.get(LAND_FILLS[of]![0]!)!.pixels[y * TILE + x] !== picture.pixels[y * TILE + x];
    // The west edge runs from the upper to the left corner, the east edge from the right to the lower one.
    let [atWest, atEast] = [0, 0];
    for (let i = 0; i < half; i++) {
      if (differs(north!, half - 1 - i, i)) atWest++;
      if (differs(north!, TILE - 1 - i, half - 1 + i)) atEast++;
    }
    assert.ok(Math.abs(atWest - atEast) <= 6, `ground ${of} beside ${to}: ${atWest} and ${atEast} pixels`);
  }
});

test('the art is the same each time it is drawn', async () => {
  const digest = (pictures: Iterable<Bitmap>): string => {
    const hash = createHash('sha256');
    for (const { height, pixels, width } of pictures) hash.update(`${width} ${height}`).update(pixels);
    return hash.digest('hex');
  };
  const again = await DrawnArt.load();
  const some = art.staticIds.filter((_, i) => i % 7 === 0);
  assert.equal(digest(some.map((id) => again.static(id)!)), digest(some.map((id) => statics.get(id)!)));
  assert.equal(digest(again.landIds.map((id) => again.land(id)!)), digest(land.values()));
});

test('what moves has pictures of its own to move through', () => {
  let moving = 0;
  for (const id of art.staticIds) {
    const animation = art.staticAnimation(id);
    if (animation === null) continue;
    moving++;
    const pictures = animation.offsets.map((offset) => statics.get(id + offset)!);
    assert.ok(pictures.every((picture) => picture !== undefined));
    assert.ok(pictures.length > 1);
  }
  assert.ok(moving >= 8, `${moving} moving graphics`);
});
