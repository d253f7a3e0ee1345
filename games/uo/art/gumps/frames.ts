import { Canvas } from '../canvas.ts';
import { chance } from '../noise.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';

/** What a window's frame is made of. */
export interface FrameStyle {
  /** Pixels of the border; edges and middle repeat after `tile`. */
  readonly border: number;
  readonly tile: number;
  readonly rim: Ramp;
  readonly fill: Ramp;
  /** Shade of the ground, 0 to 5. */
  readonly level: number;
  /** A thin line of this inside the border. */
  readonly trim?: Ramp;
  readonly studs?: Ramp;
  readonly ground?: 'plain' | 'paper' | 'planks' | 'stone' | 'cloth' | 'leather';
  /** Pressed into what it lies on, such as a field to write in. */
  readonly sunken?: boolean;
  /** Torn edges of old paper. */
  readonly ragged?: boolean;
}

/** The shade of a ground at a place: quiet enough to read on. */
export function groundShade(
  { fill, ground = 'plain', level, tile }: FrameStyle,
  x: number,
  y: number,
): number {
  const i = ((x % tile) + tile) % tile;
  const j = ((y % tile) + tile) % tile;
  switch (ground) {
    case 'paper': {
      const fleck = chance(i >> 1, j, 11);
      return shade(fill, level - (fleck > 0.985 ? 0.6 : 0));
    }
    case 'planks': {
      if (j % 16 === 15) return shade(fill, level - 2);
      if (j % 16 === 0) return shade(fill, level + 1);
      const board = j >> 4;
      if ((i + board * 13) % tile === 7) return shade(fill, level - 1.6);
      return shade(fill, level - (chance(i >> 3, j, board) > 0.82 ? 0.8 : 0));
    }
    case 'stone': {
      const row = j >> 3;
      const at = (i + (row % 2) * 8) % 16;
      if (j % 8 === 7 || at === 15) return shade(fill, level - 1.2);
      if (j % 8 === 0 || at === 0) return shade(fill, level + 0.8);
      return shade(fill, level);
    }
    case 'cloth':
      return shade(fill, level - ((i + j) % 4 === 0 ? 0.6 : 0));
    case 'leather':
      return shade(fill, level - (chance(i, j, 5) > 0.9 ? 0.7 : chance(i, j, 6) > 0.94 ? -0.7 : 0));
    default:
      return shade(fill, level);
  }
}

/** Light on the ring `step` pixels inside the edge: a bar that is round across. */
function barLevel(step: number, border: number, towardsLight: boolean, sunken: boolean): number {
  const t = (step + 0.5) / border;
  const lit = towardsLight !== sunken;
  const round = Math.sin(t * Math.PI);
  return lit ? 2.2 + 2.2 * round - t * 1.4 : 1 + 1.8 * round - (1 - t) * 0.9;
}

/** Draws a framed ground of any size; what `framePieces` cuts up. */
export function drawFrame(width: number, height: number, style: FrameStyle): Canvas {
  const { border, ragged = false, rim, studs, sunken = false, tile, trim } = style;
  const canvas = new Canvas(width, height);
  canvas.rect(0, 0, width, height, (x, y) => {
    const left = x;
    const top = y;
    const right = width - 1 - x;
    const bottom = height - 1 - y;
    const step = Math.min(left, top, right, bottom);
    if (ragged) {
      const along = step === left || step === right ? y : x;
      const torn =
        1 +
        Math.floor(
          2.6 * chance((((along % tile) + tile) % tile) >> 1, step === left || step === top ? 1 : 2, 77),
        );
      if (step < torn) return 0;
      if (step === torn) return shade(style.fill, 1);
      if (step < torn + 3) return shade(style.fill, style.level - 1);
      return groundShade(style, x - border, y - border);
    }
    if (step >= border) return groundShade(style, x - border, y - border);
    const towardsLight = step === left || step === top ? !(step === right || step === bottom) : false;
    if (step === 0 || step === border - 1)
      return shade(
        step === 0 || trim === undefined ? rim : trim,
        step === 0 ? 0 : trim === undefined ? (sunken ? 3 : 0.6) : 3,
      );
    return shade(rim, barLevel(step, border, towardsLight, sunken));
  });
  if (studs !== undefined) {
    for (const [x, y] of [
      [0, 0],
      [width - border, 0],
      [0, height - border],
      [width - border, height - border],
    ] as const)
      drawStud(canvas, x, y, border, studs);
  }
  return canvas;
}

function drawStud(canvas: Canvas, x: number, y: number, size: number, ramp: Ramp): void {
  const c = size / 2;
  canvas.rect(x, y, size, size, (i, j) => {
    const dx = (i + 0.5 - x - c) / c;
    const dy = (j + 0.5 - y - c) / c;
    const edge = Math.abs(dx) + Math.abs(dy);
    if (edge > 1.25) return 0;
    if (edge > 1) return shade(ramp, 0);
    return shade(ramp, 3 - dx * 1.4 - dy * 1.6);
  });
}

/** The nine pieces of a frame, in the order of the client: each row from left to right. */
export function framePieces(style: FrameStyle): readonly Canvas[] {
  const { border, tile } = style;
  const whole = drawFrame(border * 2 + tile, border * 2 + tile, style);
  const places: readonly (readonly [number, number])[] = [
    [0, border],
    [border, tile],
    [border + tile, border],
  ];
  return places.flatMap(([y, high]) => places.map(([x, wide]) => whole.crop(x, y, wide, high)));
}

const PAPER: FrameStyle = {
  border: 10,
  tile: 48,
  rim: RAMPS.wood,
  fill: RAMPS.plaster,
  level: 4,
  trim: RAMPS.gold,
  studs: RAMPS.gold,
  ground: 'paper',
};
const FIELD: FrameStyle = {
  border: 4,
  tile: 24,
  rim: RAMPS.oak,
  fill: RAMPS.plaster,
  level: 4.6,
  sunken: true,
};
const STONE: FrameStyle = {
  border: 12,
  tile: 48,
  rim: RAMPS.slate,
  fill: RAMPS.slate,
  level: 1.6,
  trim: RAMPS.gold,
  studs: RAMPS.iron,
  ground: 'stone',
};
const SLATE: FrameStyle = {
  border: 8,
  tile: 48,
  rim: RAMPS.iron,
  fill: RAMPS.slate,
  level: 1,
  trim: RAMPS.iron,
};
const WOOD: FrameStyle = {
  border: 10,
  tile: 64,
  rim: RAMPS.oak,
  fill: RAMPS.wood,
  level: 2,
  ground: 'planks',
  studs: RAMPS.iron,
};
const DARK: FrameStyle = { border: 5, tile: 24, rim: RAMPS.ink, fill: RAMPS.ink, level: 1, trim: RAMPS.gold };
const SHEET: FrameStyle = {
  border: 14,
  tile: 60,
  rim: RAMPS.sand,
  fill: RAMPS.sand,
  level: 4.2,
  ground: 'paper',
  ragged: true,
};
const LEATHER: FrameStyle = {
  border: 12,
  tile: 48,
  rim: RAMPS.wood,
  fill: RAMPS.dirt,
  level: 1.8,
  trim: RAMPS.gold,
  studs: RAMPS.gold,
  ground: 'leather',
};
const VELVET: FrameStyle = {
  border: 10,
  tile: 48,
  rim: RAMPS.gold,
  fill: RAMPS.red,
  level: 1.4,
  ground: 'cloth',
  studs: RAMPS.gold,
};

/** Frames by the number of their first piece; the other eight follow. */
export const FRAMES: ReadonlyMap<number, FrameStyle> = new Map<number, FrameStyle>([
  [0x0053, { ...FIELD, fill: RAMPS.stone, level: 2, rim: RAMPS.stone }],
  [0x06db, WOOD],
  [0x0a28, PAPER],
  [0x0a3c, DARK],
  [0x0bb8, FIELD],
  [0x0dac, SHEET],
  [0x0e10, STONE],
  [
    0x13be,
    {
      ...STONE,
      border: 8,
      fill: RAMPS.stone,
      level: 4.6,
      rim: RAMPS.stone,
      studs: RAMPS.gold,
      ground: 'leather',
    },
  ],
  [0x13ec, { ...LEATHER, fill: RAMPS.blue, level: 1, ground: 'cloth' }],
  [0x1400, WOOD],
  [0x141e, { ...WOOD, rim: RAMPS.gold }],
  [0x1432, LEATHER],
  [
    0x23f0,
    {
      ...PAPER,
      border: 9,
      fill: RAMPS.stone,
      rim: RAMPS.slate,
      level: 4.2,
      ground: 'plain',
      studs: RAMPS.iron,
    },
  ],
  [0x2422, { ...LEATHER, border: 9, fill: RAMPS.plaster, level: 3.4 }],
  [0x2436, SLATE],
  [0x2454, { ...SHEET, ragged: false, border: 6, rim: RAMPS.oak }],
  [0x2486, { ...FIELD, fill: RAMPS.plaster, level: 5 }],
  [0x249a, { ...FIELD, fill: RAMPS.ink, level: 1, rim: RAMPS.iron }],
  [0x24a4, SHEET],
  [0x24ae, { ...PAPER, rim: RAMPS.gold }],
  [0x24b8, { ...SHEET, ragged: false, border: 8, rim: RAMPS.wood, trim: RAMPS.gold }],
  [0x24ea, VELVET],
  [0x251c, { ...STONE, rim: RAMPS.gold }],
  [0x7748, DARK],
]);
