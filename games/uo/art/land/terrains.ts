import type { Canvas } from '../canvas.ts';
import { chance, Dice, valueNoise } from '../noise.ts';
import { RAMPS, shade } from '../palette.ts';
import { cellAt } from './cells.ts';
import { diamondRow, fillDiamond, TILE, tilePlace, wrapped } from './diamond.ts';

/** Draws a whole tile. Tiles of any two variants lie beside each other without a seam. */
export type DrawTerrain = (variant: number) => Canvas;

/** Small marks on the ground: offsets and palette indices from where it lies. */
type Stamp = readonly (readonly [dx: number, dy: number, index: number])[];

/** How much of its own a variant shows: nothing at the tile's edge, all of it 7 pixels further in. */
function inward(x: number, y: number): number {
  const [east, south] = tilePlace(x, y);
  const edge = Math.min(east, south, 1 - east, 1 - south);
  return Math.max(0, Math.min(1, edge * 5.5));
}

/** Soft patches that go on into the next tile at the edges. `steps` patches to a tile. */
function patches(x: number, y: number, seed: number, variant: number, steps = 4, w = inward(x, y)): number {
  const [east, south] = tilePlace(x, y);
  const common = valueNoise(east * steps, south * steps, steps, seed);
  const own = valueNoise(east * steps, south * steps, steps, seed + 101 * (variant + 1));
  return common * (1 - w) + own * w;
}

/** A number for each pixel of endless ground; the edges are alike in all variants. */
function grain(x: number, y: number, seed: number, variant: number): number {
  const [i, j] = wrapped(x, y);
  return chance(i, j, inward(x, y) > 0.6 ? seed + 31 * (variant + 1) : seed);
}

/** Puts stamps on the ground: some at the edges, the same in all variants, others within, which differ. */
function scatter(
  canvas: Canvas,
  stamps: readonly Stamp[],
  seed: number,
  variant: number,
  atEdges: number,
  within: number,
): Canvas {
  const put = (stamp: Stamp, x: number, y: number): void => {
    for (const [dx, dy, index] of stamp) {
      const [i, j] = wrapped(x + dx, y + dy);
      canvas.set(i, j, index);
      // Pixels that two diamonds share are the same in both.
      for (const [ox, oy] of SHARED) if (canvas.get(i + ox, j + oy) !== 0) canvas.set(i + ox, j + oy, index);
    }
  };
  const edges = new Dice(seed);
  for (let i = 0; i < atEdges; ) {
    const [x, y] = [edges.whole(0, TILE - 1), edges.whole(0, TILE - 1)];
    const stamp = edges.pick(stamps);
    if (!isInside(x, y) || inward(x, y) > 0.45) continue;
    put(stamp, x, y);
    i++;
  }
  const inner = new Dice(seed + 7 * (variant + 1));
  for (let i = 0; i < within; ) {
    const [x, y] = [inner.whole(8, TILE - 9), inner.whole(8, TILE - 9)];
    const stamp = inner.pick(stamps);
    if (inward(x, y) < 0.75) continue;
    for (const [dx, dy, index] of stamp) {
      if (isInside(x + dx, y + dy) && inward(x + dx, y + dy) > 0.2) canvas.set(x + dx, y + dy, index);
    }
    i++;
  }
  return canvas;
}

const HALF = TILE / 2;
const SHARED = [
  [HALF, HALF],
  [-HALF, -HALF],
  [HALF, -HALF],
  [-HALF, HALF],
] as const;

function isInside(x: number, y: number): boolean {
  const { length, start } = diamondRow(y);
  return x >= start && x < start + length;
}

const { dirt, fire, grass: green, leaf, moss, oak, sand, snow, stone, water, wood } = RAMPS;

const tuft = (of: number, high: number): Stamp => [
  [0, 0, shade(of, high)],
  [0, -1, shade(of, high)],
  [-1, -1, shade(of, high)],
  [1, 1, shade(of, high - 2)],
  [0, 1, shade(of, high - 2)],
];
const blade = (of: number, high: number): Stamp => [
  [0, 0, shade(of, high)],
  [0, -1, shade(of, high)],
  [0, 1, shade(of, high - 2)],
];
const pebble = (of: number, high = 4): Stamp => [
  [0, 0, shade(of, high)],
  [1, 0, shade(of, high - 1)],
  [0, 1, shade(of, high - 2)],
  [1, 1, shade(of, high - 3)],
];
const fleck = (of: number, high: number): Stamp => [[0, 0, shade(of, high)]];
const dash = (of: number, high: number, length: number): Stamp =>
  Array.from({ length }, (_, i) => [i, i % 3 === 2 ? 1 : 0, shade(of, high)] as const);

const ground =
  (of: number, level: number, contrast: number, seed: number, speckle = 0.06): DrawTerrain =>
  (variant) =>
    fillDiamond((x, y) => {
      const g = grain(x, y, seed + 5, variant);
      const patch = (patches(x, y, seed, variant) - 0.5) * 2 * contrast;
      const spot = g < speckle ? -1 : g > 1 - speckle ? 0.8 : 0;
      // Patches end in a stipple, not in a line.
      return shade(of, level + patch + spot + (grain(x, y, seed + 6, variant) - 0.5) * 0.55);
    });

const strewn =
  (base: DrawTerrain, stamps: readonly Stamp[], seed: number, atEdges: number, within: number): DrawTerrain =>
  (variant) =>
    scatter(base(variant), stamps, seed, variant, atEdges, within);

/** Stones or plates that fit together, with joints between them. */
function cobbled(
  of: number,
  joint: number,
  cells: number,
  seed: number,
  low: number,
  high: number,
): DrawTerrain {
  return (variant) =>
    fillDiamond((x, y) => {
      const [east, south] = tilePlace(x, y);
      const cell = cellAt(east, south, cells, seed, variant);
      if (cell.toEdge < 0.09) return joint;
      const lit = cell.toEdge < 0.22 ? (cell.dx + cell.dy < 0 ? 0.7 : -0.6) : 0;
      return shade(of, low + cell.chance * (high - low) + lit);
    });
}

/** Straight courses: `along` and `across` in parts of a tile, every second course moved by half a piece. */
function paved(
  of: number,
  levels: readonly [number, number],
  long: number,
  wide: number,
  seed: number,
  jointDown = 2,
): DrawTerrain {
  return (variant) =>
    fillDiamond((x, y) => {
      const [east, south] = tilePlace(x, y);
      const row = Math.floor((south % 1) * wide);
      const offset = row % 2 === 0 ? 0 : 0.5;
      const s = (((east % 1) * long + offset) % long) + (east < 0 ? long : 0);
      const column = Math.floor(s);
      const px = ((s - column) / long) * TILE;
      const py = (((south % 1) * wide - row) / wide) * TILE;
      const level = levels[0] + chance(column, row, seed + variant * 13) * (levels[1] - levels[0]);
      if (px < 1 || py < 1) return shade(of, Math.round(level) - jointDown);
      if (px < 2 || py < 2) return shade(of, Math.round(level) + 1);
      return shade(of, Math.round(level));
    });
}

/** Boards that run on through all tiles, `wide` of them to a tile; here and there one ends within a tile. */
function boarded(of: number, level: number, wide: number, seed: number): DrawTerrain {
  return (variant) => {
    const ends = Math.floor(chance(variant, 1, seed) * wide);
    const endsAt = 0.3 + 0.4 * chance(variant, 2, seed);
    return fillDiamond((x, y) => {
      const [east, south] = tilePlace(x, y);
      const place = (south % 1) * wide;
      const row = Math.floor(place);
      const down = ((place - row) / wide) * TILE;
      const board = level + (chance(row, 3, seed) - 0.5) * 0.9;
      if (down < 1 || (row === ends && Math.abs(east - endsAt) < 0.6 / TILE)) return shade(of, board - 1.7);
      if (down < 2) return shade(of, board + 0.8);
      const fibre = chance(Math.floor((east % 1) * 9), row * 8 + Math.floor(down), seed + 1);
      return shade(of, board - (fibre < 0.14 ? 0.8 : 0));
    });
  };
}

const grassStamps = [tuft(green, 4), blade(green, 4), blade(green, 4), tuft(green, 4), blade(green, 5)];
const leafLitter = [
  fleck(oak, 2),
  fleck(oak, 3),
  fleck(RAMPS.brick, 3),
  [
    [0, 0, shade(oak, 2)],
    [1, 0, shade(oak, 3)],
    [1, 1, shade(wood, 1)],
  ] as Stamp,
  blade(leaf, 4),
  tuft(green, 3),
  dash(wood, 2, 4),
];

const grassBase = ground(green, 3, 0.55, 11, 0.025);
const dirtBase = ground(dirt, 3, 0.6, 21, 0.04);
const caveBase = ground(stone, 1.6, 0.55, 61, 0.05);

const mossy: DrawTerrain = (variant) =>
  fillDiamond((x, y) => {
    const patch = patches(x, y, 31, variant) + (grain(x, y, 33, variant) - 0.5) * 0.22;
    if (patch < 0.3) return shade(moss, 1.6);
    return shade(leaf, 1.5 + patch * 1.3);
  });

const waves: DrawTerrain = (variant) => {
  const canvas = fillDiamond((x, y) =>
    shade(water, 2.2 + (patches(x, y, 41, 0, 3) - 0.5) * 0.9 + (grain(x, y, 42, 0) - 0.5) * 0.4),
  );
  const crest = (length: number): Stamp => [
    ...Array.from({ length }, (_, i) => [i, i > 0 && i < length - 1 ? 0 : 1, shade(water, 4)] as const),
    ...Array.from({ length: length - 2 }, (_, i) => [i + 1, 1, shade(water, 2)] as const),
  ];
  return scatter(canvas, [crest(4), crest(6), crest(8), fleck(water, 4)], 43, variant, 3, 3);
};

const furrowed: DrawTerrain = (variant) =>
  fillDiamond((x, y) => {
    const [east, south] = tilePlace(x, y);
    const phase = (((east * 4) % 1) + 1) % 1;
    const bump = grain(x, y, 51, variant) < 0.12 ? 1 : 0;
    const level = phase < 0.2 ? 1 : phase < 0.5 ? 4 : phase < 0.75 ? 3 : 2;
    return shade(
      dirt,
      level - bump + (chance(Math.floor(south * 22), Math.floor(east * 4), 5) < 0.1 ? -1 : 0),
    );
  });

/** Molten rock under a crust that has cracks. */
const crusted: DrawTerrain = (variant) =>
  fillDiamond((x, y) => {
    const [east, south] = tilePlace(x, y);
    const cell = cellAt(east, south, 3, 91, variant);
    if (cell.toEdge < 0.045) return shade(fire, 4);
    if (cell.toEdge < 0.09) return shade(fire, 3);
    if (cell.toEdge < 0.13) return shade(fire, 1);
    if (cell.toEdge < 0.17) return shade(fire, 0);
    const lit = cell.toEdge < 0.3 && cell.dx + cell.dy < 0 ? 0.9 : 0;
    return shade(RAMPS.ink, 1 + cell.chance * 0.9 + lit + (grain(x, y, 92, variant) < 0.08 ? 1 : 0));
  });

/** How high rock stands, of three sizes of lumps. */
function lumps(x: number, y: number, variant: number, w: number): number {
  return (
    patches(x, y, 71, variant, 3, w) +
    0.55 * patches(x, y, 72, variant, 6, w) +
    0.3 * patches(x, y, 73, variant, 12, w)
  );
}

/** Bare rock, lit as if it rose out of the ground. */
const craggy: DrawTerrain = (variant) =>
  fillDiamond((x, y) => {
    const w = inward(x, y);
    const rise = lumps(x + 1, y + 1, variant, w) - lumps(x - 1, y - 1, variant, w);
    const hollow = lumps(x, y, variant, w) < 0.62 ? -0.8 : 0;
    return shade(stone, 2.7 + rise * 5.2 + hollow + (grain(x, y, 74, variant) < 0.04 ? -1 : 0));
  });

const boggy: DrawTerrain = (variant) =>
  fillDiamond((x, y) => {
    // Banks end in a stipple, not in a line.
    const wet = patches(x, y, 81, variant, 4) + (grain(x, y, 84, variant) - 0.5) * 0.16;
    if (wet < 0.38) return shade(RAMPS.pine, 2.4 - (wet < 0.26 ? 0.6 : 0));
    if (wet < 0.43) return shade(moss, 1);
    return shade(moss, 2.1 + (wet - 0.5) * 1.6 + (grain(x, y, 82, variant) < 0.06 ? 1 : 0));
  });

/** Endless grounds by the words of the land tables. */
export const TERRAINS: Readonly<Record<string, DrawTerrain>> = {
  grass: strewn(grassBase, grassStamps, 12, 7, 6),
  forest: strewn(mossy, leafLitter, 32, 9, 10),
  jungle: strewn(ground(leaf, 2.4, 0.9, 35, 0.05), [tuft(leaf, 4), tuft(green, 4), blade(leaf, 5)], 36, 9, 9),
  dirt: strewn(dirtBase, [pebble(dirt, 5), pebble(stone), fleck(dirt, 1), dash(dirt, 2, 3)], 22, 3, 4),
  sand: strewn(
    ground(sand, 3.9, 0.45, 25, 0.02),
    [dash(sand, 3, 6), dash(sand, 5, 5), fleck(sand, 2)],
    26,
    4,
    4,
  ),
  water: waves,
  'shallow-water-bed': strewn(ground(sand, 2.2, 0.6, 27, 0.03), [dash(sand, 3, 5), fleck(sand, 1)], 28, 3, 3),
  rock: craggy,
  road: cobbled(stone, shade(stone, 2), 4, 15, 2.7, 3.5),
  furrows: furrowed,
  cave: strewn(caveBase, [pebble(stone, 3), fleck(stone, 3), dash(stone, 0, 5), dash(stone, 0, 3)], 62, 3, 4),
  'cave-wall': craggy,
  snow: strewn(ground(snow, 4, 0.6, 45, 0.01), [dash(snow, 3, 4), fleck(snow, 5)], 46, 3, 4),
  swamp: strewn(boggy, [blade(moss, 5), blade(green, 4)], 83, 4, 4),
  lava: crusted,
  moss: strewn(ground(moss, 3, 0.8, 85, 0.06), [tuft(moss, 5), blade(green, 4)], 86, 5, 5),
  'moss-stone': strewn(
    cobbled(stone, shade(moss, 1), 5, 17, 2, 3.4),
    [tuft(moss, 4), fleck(moss, 4)],
    87,
    5,
    5,
  ),
  embankment: strewn(dirtBase, [tuft(green, 4), pebble(dirt, 5)], 23, 5, 4),
  'floor-tile': paved(RAMPS.brick, [2.6, 3.6], 2, 4, 101),
  'floor-flagstone': cobbled(stone, shade(stone, 2), 3, 19, 3, 4),
  'floor-stone': paved(stone, [3, 3.6], 2, 2, 103),
  'floor-sandstone': paved(sand, [3, 4], 2, 2, 104, 1),
  'floor-brick': paved(RAMPS.brick, [2, 3.2], 3, 6, 105, 1),
  'floor-marble': paved(snow, [3.6, 4.4], 1, 1, 106, 1),
  'floor-wood': boarded(wood, 3.5, 4, 107),
  'tree-floor': boarded(oak, 2.8, 6, 108),
  leaves: strewn(ground(leaf, 3, 1, 37, 0.08), [tuft(green, 4), tuft(leaf, 5)], 38, 10, 10),
  sinkhole: ground(dirt, 1, 0.6, 29),
  blank: () => fillDiamond(() => RAMPS.ink),
  nodraw: () => fillDiamond(() => RAMPS.ink),
  void: () => fillDiamond(() => RAMPS.ink),
};
