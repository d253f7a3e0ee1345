import { SHORE_EDGES } from '../../worldgen/data/land.ts';
import { Canvas } from '../canvas.ts';
import type { Graphic, Recipe } from '../graphics.ts';
import { diamondRow, TILE, tilePlace } from '../land/diamond.ts';
import { chance, Dice, valueNoise } from '../noise.ts';
import { CLEAR, RAMPS, type Ramp, shade } from '../palette.ts';
import { Scene, standing, sunOnRound } from '../scene.ts';

const { dirt, iron, oak, plaster, sand, snow, stone, water, wood } = RAMPS;

/** A boulder of a few planes that catch the light differently. */
function boulder(
  canvas: Canvas,
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  ramp: Ramp,
  seed: number,
): void {
  for (let y = Math.floor(cy - ry); y <= cy + ry; y++) {
    for (let x = Math.floor(cx - rx); x <= cx + rx; x++) {
      const [u, v] = [(x + 0.5 - cx) / rx, (y + 0.5 - cy) / ry];
      const angle = Math.atan2(v, u);
      const side = Math.floor(((angle + Math.PI) / (Math.PI * 2)) * 7);
      const edge = 0.86 + 0.14 * chance(side, 1, seed);
      if (Math.hypot(u, v) > edge) continue;
      // Planes, not a ball: the normal is taken from the middle of its piece.
      const a = ((side + 0.5) / 7) * Math.PI * 2 - Math.PI;
      const away = Math.hypot(u, v) < 0.42 ? 0.2 : 0.75;
      const light = sunOnRound(Math.cos(a) * away, Math.sin(a) * away, Math.sqrt(1 - away * away));
      canvas.set(
        x,
        y,
        shade(ramp, light + (chance(Math.floor(x / 2), Math.floor(y / 2), seed) < 0.1 ? -1 : 0)),
      );
    }
  }
}

function rocks(seed: number, ramp: Ramp): Canvas {
  const canvas = new Canvas(66, 60);
  const dice = new Dice(seed);
  const [cx, ground] = [33, 42];
  const count = dice.whole(1, 3);
  for (let i = count - 1; i > 0; i--) {
    const r = dice.between(4, 7);
    boulder(
      canvas,
      cx + dice.between(-15, 15),
      ground + dice.between(-5, 5) - r * 0.4,
      r,
      r * 0.8,
      ramp,
      seed + i,
    );
  }
  const r = dice.between(9, 13);
  boulder(canvas, cx, ground - r * 0.5, r, r * 0.78, ramp, seed);
  return standing(canvas.rim());
}

function stalagmites(seed: number): Canvas {
  const canvas = new Canvas(66, 96);
  const dice = new Dice(seed);
  const spires = Array.from(
    { length: dice.whole(3, 5) },
    () => [dice.between(-14, 14), dice.between(-8, 6)] as const,
  );
  for (const [dx, dy] of spires.toSorted((a, b) => a[1] - b[1])) {
    const high = dice.between(18, 46) * (1 - Math.abs(dx) / 34);
    const half = 3 + high / 9;
    for (let y = 0; y < high; y++) {
      const w = half * (1 - y / high) ** 0.8 + 0.5;
      const middle = 33 + dx + Math.sin(y / 5 + seed) * 0.6;
      for (let x = Math.floor(middle - w); x + 0.5 < middle + w; x++) {
        const u = (x + 0.5 - middle) / w;
        canvas.set(x, Math.round(74 + dy - y), shade(stone, 2.9 - u * 1.8 + (y % 7 === 0 ? -0.8 : 0)));
      }
    }
  }
  return standing(canvas.rim());
}

/** A lying trunk along one side of the tile; `ends` tells whether it goes on at its north-west and south-east ends. */
function fallenLog(alongX: boolean, ends: readonly [boolean, boolean], seed: number): Canvas {
  const scene = new Scene();
  const from = ends[0] ? 0 : 0.2;
  const to = ends[1] ? 1 : 0.8;
  const bark = (u: number, v: number, light: number): number =>
    shade(
      wood,
      light +
        (chance(Math.floor(u * 5), Math.floor(v / 6), seed) < 0.25 ? -1 : 0) +
        (u < -0.5 && chance(Math.floor(v / 3), 2, seed) < 0.25 ? 1 : 0),
    );
  const at = (t: number): readonly [number, number, number] => (alongX ? [t, 0.5, 1.6] : [0.5, t, 1.6]);
  scene.rod(at(from), at(to), 7, bark);
  if (!ends[1]) {
    const [x, y] = scene.project(at(to));
    scene.canvas.ellipse(x, y, 5.4, 6.2, (i, j) =>
      shade(oak, 3.6 - (Math.floor(Math.hypot(i - x, j - y)) % 2) * 1.2),
    );
  }
  return standing(scene.canvas.rim(), scene.canvas.width / 2);
}

const LOG_PARTS: Readonly<Record<number, readonly [boolean, boolean, boolean]>> = {
  3315: [false, false, true],
  3316: [false, true, false],
  3317: [true, false, true],
  3318: [true, true, true],
  3319: [true, true, false],
};

function bones(seed: number): Canvas {
  const canvas = new Canvas(44, 44);
  const dice = new Dice(seed);
  for (let i = 0; i < 5; i++) {
    const [x, y] = [22 + dice.between(-9, 9), 27 + dice.between(-5, 7)];
    const angle = dice.between(0, Math.PI);
    const [dx, dy] = [Math.cos(angle) * 7, Math.sin(angle) * 4.5];
    canvas.stroke(x - dx, y - dy, x + dx, y + dy, 2.4, shade(plaster, 4));
    for (const side of [-1, 1]) {
      canvas.ellipse(x + dx * side, y + dy * side - 1, 1.8, 1.6, shade(plaster, 5));
      canvas.ellipse(x + dx * side, y + dy * side + 1, 1.8, 1.6, shade(plaster, 3));
    }
  }
  if (seed % 3 !== 0) skull(canvas, 22 + dice.between(-6, 6), 24);
  return canvas.outline();
}

/** A skull that looks at us, about 11 pixels wide. */
export function skull(canvas: Canvas, cx: number, cy: number): void {
  canvas.ellipse(cx, cy, 5.5, 5, (x, y) => shade(plaster, 4.4 - (x - cx) * 0.25 - (y - cy) * 0.18));
  canvas.rect(Math.round(cx - 3), Math.round(cy + 3), 6, 4, (x) => shade(plaster, x % 2 === 0 ? 4 : 2.4));
  for (const side of [-2.4, 2.4]) canvas.ellipse(cx + side, cy + 0.8, 1.7, 1.7, shade(RAMPS.ink, 1));
  canvas.set(Math.round(cx - 0.5), Math.round(cy + 2.6), shade(RAMPS.ink, 1));
}

/** Threads from a corner of the tile, with rings between them. */
function web(seed: number): Canvas {
  const canvas = new Canvas(44, 60);
  const [cx, cy] = seed % 2 === 0 ? [4, 6] : [40, 6];
  const side = seed % 2 === 0 ? 1 : -1;
  const spokes = [0.1, 0.4, 0.75, 1.1, 1.45].map(
    (angle) => [Math.cos(angle) * side, Math.sin(angle)] as const,
  );
  for (const [dx, dy] of spokes) canvas.line(cx, cy, cx + dx * 38, cy + dy * 44, shade(snow, 3));
  for (let ring = 8; ring < 40; ring += 7) {
    for (let i = 1; i < spokes.length; i++) {
      const [a, b] = [spokes[i - 1]!, spokes[i]!];
      const sag = 0.9;
      const middle = [
        cx + ((a[0] + b[0]) / 2) * ring * sag,
        cy + ((a[1] + b[1]) / 2) * ring * sag * 1.1,
      ] as const;
      canvas.line(cx + a[0] * ring, cy + a[1] * ring * 1.1, middle[0], middle[1], shade(snow, 4));
      canvas.line(middle[0], middle[1], cx + b[0] * ring, cy + b[1] * ring * 1.1, shade(snow, 4));
    }
  }
  return canvas;
}

function gravestone(id: number, low: boolean): Canvas {
  const scene = new Scene();
  const worn = (u: number, v: number): number =>
    chance(Math.floor(u / 4), Math.floor(v / 4), id) < 0.1 ? -0.5 : 0;
  const plain = (u: number, v: number, light: number): number => shade(stone, light + worn(u, v));
  if (low) {
    const lid = (u: number, v: number, light: number): number => {
      const edge = u < 1.6 || v < 1.6 || u > 11.4 || v > 17;
      const cross = (Math.abs(u - 6.6) < 1 && v > 4 && v < 14) || (Math.abs(v - 7) < 1 && u > 3.4 && u < 10);
      return shade(stone, light + (edge ? 0.5 : cross ? -1.4 : -0.3) + worn(u, v));
    };
    scene.box([0.2, 0.1, 0], [0.8, 0.95, 1.6], plain, lid);
    return standing(scene.canvas.rim(), scene.canvas.width / 2);
  }
  const [wide, high] = [17.6, 31];
  const arch = high - wide / 2;
  const face = (u: number, v: number, light: number): number => {
    const away = Math.hypot(u - wide / 2, v - arch);
    if (v > arch && away > wide / 2) return CLEAR;
    const rim = u < 1.6 || u > wide - 1.6 || (v > arch && away > wide / 2 - 1.6);
    const words = v > 9 && v < 20 && u > 4 && u < wide - 4 && Math.floor(v) % 4 < 1;
    const cross =
      (Math.abs(u - wide / 2) < 1 && v > 21 && v < 28) ||
      (Math.abs(v - 25) < 1 && Math.abs(u - wide / 2) < 3);
    return shade(stone, light + (rim ? 0.6 : words || cross ? -1.3 : 0) + worn(u, v));
  };
  // Seen from its edge, the stone ends where its arch begins.
  const edge = (u: number, v: number, light: number): number => (v > arch ? CLEAR : plain(u, v, light));
  const none = (): number => CLEAR;
  if (id % 3 === 0) scene.box([0.05, 0.3, 0], [0.95, 0.85, 1], plain, plain);
  if (id % 2 === 1) scene.nextPart().box([0.45, 0.1, 0], [0.65, 0.9, high / 4], edge, none, face);
  else scene.nextPart().box([0.1, 0.45, 0], [0.9, 0.65, high / 4], face, none, edge);
  return standing(scene.canvas.rim(), scene.canvas.width / 2);
}

/** How far water runs up on the tiles of the shore, in tiles, and how wide its edge of foam is. */
const RUN_UP = 0.5;
const FOAM = 0.09;

/** Water that laps on the land: from the sides of a tile where the sea lies up to an edge of foam. */
function shoreWater(shape: number, seed: number): Canvas {
  const canvas = new Canvas(TILE, TILE);
  const toSea = (east: number, south: number): number => {
    const sides = [south, 1 - east, 1 - south, east];
    const corners = [
      Math.hypot(east, south),
      Math.hypot(1 - east, south),
      Math.hypot(1 - east, 1 - south),
      Math.hypot(east, 1 - south),
    ];
    const turn = shape % 4;
    if (shape < 4) return sides[turn]!;
    if (shape < 8) return corners[turn]!;
    // Where two shores meet the water's edge is round.
    const [a, b] = [sides[turn]!, sides[(turn + 3) % 4]!].map((side) => Math.max(0, 0.85 - side)) as [
      number,
      number,
    ];
    return 0.85 - Math.hypot(a, b);
  };
  for (let y = 0; y < TILE; y++) {
    const { length, start } = diamondRow(y);
    for (let x = start; x < start + length; x++) {
      const [east, south] = tilePlace(x, y);
      const away = toSea(east, south) + (valueNoise(east * 6, south * 6, 6, 44) - 0.5) * 0.14;
      if (away > RUN_UP) continue;
      const speck = chance(x, y, seed);
      const depth = RUN_UP - away;
      if (depth < FOAM) canvas.set(x, y, speck < 0.55 ? shade(snow, 4) : shade(water, 5));
      else if (depth < FOAM * 2.4) canvas.set(x, y, shade(water, speck < 0.2 ? 5 : 4));
      else if (depth < FOAM * 4) canvas.set(x, y, shade(water, speck < 0.1 ? 4 : 3));
      else canvas.set(x, y, shade(water, 2.2 + (valueNoise(east * 3, south * 3, 3, 41) - 0.5) * 0.9));
    }
  }
  return canvas;
}

function stillWater(seed: number): Canvas {
  const scene = new Scene();
  scene.face([0, 0, 0], [1, 0, 0], [0, 1, 0], (u, v) =>
    shade(
      water,
      2.2 +
        (valueNoise(u / 7.34, v / 7.34, 3, 41) - 0.5) * 1.4 +
        (chance(Math.floor(u / 4), Math.floor(v), seed) < 0.05 ? 1.6 : 0),
    ),
  );
  return scene.picture();
}

const SHORE: ReadonlyMap<number, number> = new Map(
  SHORE_EDGES.flatMap((ids, shape) => ids.map((id) => [id, shape] as const)),
);

export const drawNature: Recipe = (graphic: Graphic) => {
  const { id, kind, name } = graphic;
  if (kind === 'rock' || (name === 'rock' && kind !== 'chair'))
    return rocks(id, name.includes('sand') ? sand : stone);
  if (kind === 'chair' && name === 'rock') return rocks(id, stone);
  if (kind === 'stalagmite') return stalagmites(id);
  if (kind === 'log') {
    const [alongX, before, after] = LOG_PARTS[id] ?? [true, false, false];
    return fallenLog(alongX, [before, after], id);
  }
  if (kind === 'bones' && /^bones|bone pile|bone shards/.test(name)) return bones(id);
  if (kind === 'web') return web(id);
  if (kind === 'grave') return gravestone(id, graphic.height <= 2);
  if (kind === 'water') return SHORE.has(id) ? shoreWater(SHORE.get(id)!, id) : stillWater(id);
  if (name.includes('ore')) return name.includes('iron ore') ? rocks(id, iron) : null;
  if (name === 'fertile dirt') return rocks(id, dirt);
  return null;
};
