import { Canvas } from '../canvas.ts';
import { writeText } from '../fonts/fonts.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { groundShade } from './frames.ts';

/** An open book: covers, two pages, a shadow in the fold. */
export function openBook(width: number, height: number, cover: Ramp, page: Ramp = RAMPS.plaster): Canvas {
  const canvas = new Canvas(width, height);
  canvas.rect(0, 6, width, height - 8, (x, y) =>
    groundShade(
      {
        border: 0,
        tile: 48,
        rim: cover,
        fill: cover,
        level: 2.2 - (y > height - 10 ? 1 : 0) - (x > width - 4 ? 1 : 0),
        ground: 'leather',
      },
      x,
      y,
    ),
  );
  for (const [x, y] of [
    [0, 6],
    [width - 16, 6],
    [0, height - 18],
    [width - 16, height - 18],
  ] as const)
    canvas.rect(x, y, 16, 16, (i, j) =>
      i - x + (j - y) < 4 ? 0 : shade(RAMPS.gold, 3.4 - (i - x + j - y) * 0.08),
    );
  const middle = width / 2;
  for (let k = 3; k >= 0; k--) {
    const inset = 8 - k * 1.4;
    canvas.rect(Math.round(inset), Math.round(3 + k), Math.round(width - inset * 2), height - 14, (x) => {
      const fold = Math.abs(x + 0.5 - middle);
      if (k > 0) return shade(page, 2.4 + (k % 2) * 0.8);
      return shade(page, fold < 1 ? 0.6 : fold < 5 ? 2.4 : fold < 12 ? 3.4 : 4.4);
    });
  }
  return canvas.outline(RAMPS.ink);
}

/** The turned corner of a page. */
function corner(left: boolean): Canvas {
  const canvas = new Canvas(28, 24);
  const fold = canvas.map((_, x, y) => {
    const i = left ? x : 27 - x;
    if (i + y * 1.16 > 27) return 0;
    if (i + y * 1.16 > 25) return shade(RAMPS.sand, 1);
    return shade(RAMPS.sand, 4.6 - (i + y) * 0.06);
  });
  return fold;
}

function closedBook(cover: Ramp): Canvas {
  const canvas = new Canvas(44, 36);
  canvas.rect(4, 3, 34, 28, (x, y) => shade(cover, x < 9 ? 1.4 : 3 - (y / 36) * 1.4));
  canvas.rect(7, 29, 32, 3, shade(RAMPS.plaster, 4));
  canvas.rect(37, 6, 2, 25, shade(RAMPS.plaster, 3));
  canvas.ellipse(22, 16, 6, 6, (x, y) => (Math.hypot(x - 21.5, y - 15.5) < 3 ? 0 : shade(RAMPS.gold, 4)));
  return canvas.outline(RAMPS.ink);
}

/** A book beside the figure of a paperdoll, narrow: the buttons begin 29 pixels after it. */
function shelvedBook(cover: Ramp): Canvas {
  const canvas = new Canvas(26, 32);
  canvas.rect(2, 3, 21, 25, (x, y) => shade(cover, x < 6 ? 1.4 : 3 - (y / 32) * 1.4));
  canvas.rect(4, 26, 20, 3, shade(RAMPS.plaster, 4));
  canvas.rect(22, 5, 2, 23, shade(RAMPS.plaster, 3));
  canvas.ellipse(14, 14, 4, 4, (x, y) => (Math.hypot(x - 13.5, y - 13.5) < 2 ? 0 : shade(RAMPS.gold, 4)));
  return canvas.outline(RAMPS.ink);
}

function numeral(text: string): Canvas {
  const canvas = new Canvas(26, 26);
  canvas.ellipse(13, 13, 12, 12, (x, y) => shade(RAMPS.gold, 3.6 - (x + y - 26) * 0.12));
  canvas.ellipse(13, 13, 9.5, 9.5, shade(RAMPS.wood, 1));
  writeText(canvas, 11, 10, text, shade(RAMPS.gold, 5));
  return canvas.outline(RAMPS.ink);
}

const SPELL_COVERS: readonly (readonly [number, Ramp])[] = [
  [0x08ac, RAMPS.red],
  [0x2b00, RAMPS.ink],
  [0x2b01, RAMPS.plaster],
  [0x2b02, RAMPS.iron],
  [0x2b06, RAMPS.brick],
  [0x2b07, RAMPS.slate],
  [0x2b29, RAMPS.oak],
  [0x2b2f, RAMPS.leaf],
  [0x2b32, RAMPS.violet],
];

/** Small books that a spellbook becomes when it is put aside. */
const SMALL_COVERS: readonly (readonly [number, Ramp])[] = [
  [0x08ba, RAMPS.red],
  [0x2b03, RAMPS.ink],
  [0x2b04, RAMPS.plaster],
  [0x2b08, RAMPS.brick],
  [0x2b09, RAMPS.slate],
  [0x2b2d, RAMPS.leaf],
  [0x2b30, RAMPS.violet],
];

const NUMERALS_FROM = 0x08b1;

/** Books, their corners and the numbers of circles, by gump. */
export const BOOKS: ReadonlyMap<number, () => Canvas> = new Map<number, () => Canvas>([
  [0x01fe, () => openBook(386, 230, RAMPS.wood)],
  [0x01ff, () => corner(true)],
  [0x0200, () => corner(false)],
  [0x07ee, () => closedBook(RAMPS.oak)],
  [0x0830, () => closedBook(RAMPS.plaster)],
  [0x0839, () => closedBook(RAMPS.blue)],
  [0x08bb, () => corner(true)],
  [0x08bc, () => corner(false)],
  [0x09d4, () => closedBook(RAMPS.moss)],
  [0x2b28, () => shelvedBook(RAMPS.oak)],
  [0x2b34, () => shelvedBook(RAMPS.iron)],
  ...[...'12345678'].map((digit, i): [number, () => Canvas] => [NUMERALS_FROM + i, () => numeral(digit)]),
  ...SPELL_COVERS.map(([id, cover]): [number, () => Canvas] => [id, () => openBook(406, 230, cover)]),
  ...SMALL_COVERS.map(([id, cover]): [number, () => Canvas] => [id, () => closedBook(cover)]),
]);
