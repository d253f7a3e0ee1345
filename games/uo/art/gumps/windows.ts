import { Canvas } from '../canvas.ts';
import { textWidth, writeText } from '../fonts/fonts.ts';
import { chance } from '../noise.ts';
import { RADAR_MARK, RAMPS, type Ramp, shade } from '../palette.ts';
import { drawFrame, FRAMES, type FrameStyle, groundShade } from './frames.ts';
import { sunken } from './sunken.ts';

const PAPER = FRAMES.get(0x0a28)!;
const WOOD = FRAMES.get(0x1400)!;
const STONE = FRAMES.get(0x13be)!;
const INK = shade(RAMPS.ink, 1);

/** Words between the letters of a heading, drawn twice for a light edge. */
function heading(
  canvas: Canvas,
  text: string,
  y: number,
  colour: number,
  light?: number,
  cx = canvas.width / 2,
): void {
  const x = Math.round(cx - textWidth(text) / 2);
  if (light !== undefined) writeText(canvas, x, y + 1, text, light);
  writeText(canvas, x, y, text, colour);
}

/** The window of a paperdoll: a niche for the figure, room for buttons and the name. */
function paperdoll(own: boolean): Canvas {
  const canvas = drawFrame(262, 324, WOOD);
  const width = own ? 170 : 240;
  sunken(canvas, 11, 19, width, 232, RAMPS.slate, 1.4);
  canvas.ellipse(11 + 85, 236, 62, 9, (i, j) => shade(RAMPS.slate, (i + j) % 2 ? 1 : 0.4));
  for (let i = 0; i < 2; i++) canvas.rect(12, 20 + i, width - 2, 1, shade(RAMPS.slate, 0));
  canvas.rect(26, 254, 210, 1, shade(RAMPS.gold, 1));
  sunken(canvas, 26, 257, 210, 44, RAMPS.plaster, 4);
  return canvas;
}

function bar(width: number, height: number, ramp: Ramp, level = 3): Canvas {
  const canvas = new Canvas(width, height);
  canvas.rect(0, 0, width, height, (_x, y) => shade(ramp, level + 1 - (y / Math.max(1, height - 1)) * 2));
  return canvas;
}

/** A small plate with room for three bars, or for one. */
function barPlate(bars: 1 | 3, ramp: Ramp): Canvas {
  const canvas = drawFrame(139, bars === 3 ? 62 : 44, {
    ...STONE,
    border: 5,
    rim: ramp,
    fill: RAMPS.ink,
    level: 1.4,
    ground: 'plain',
  });
  for (let i = 0; i < bars; i++)
    sunken(
      canvas,
      33,
      (bars === 3 ? 11 : 37) + i * 13 - (bars === 3 ? 0 : 0),
      111 - 6,
      bars === 3 ? 9 : 5,
      RAMPS.ink,
      0.4,
    );
  return canvas;
}

/** Values in columns; the client writes the numbers at places that it knows, from 88, 146, 216, 280 and 354 on. */
function status(): Canvas {
  const canvas = drawFrame(432, 184, { ...PAPER, border: 9 });
  heading(canvas, 'CHARACTER', 14, shade(RAMPS.red, 1));
  canvas.rect(30, 44, 372, 1, shade(RAMPS.oak, 2));
  const columns: readonly (readonly [
    x: number,
    end: number,
    first: number,
    step: number,
    ...words: string[],
  ])[] = [
    [56, 112, 77, 28, 'Str', 'Dex', 'Int'],
    [118, 186, 77, 28, 'Hits', 'Stam', 'Mana'],
    [190, 252, 77, 28, 'Cap', 'Luck', 'Load'],
    [256, 312, 77, 28, 'Hurt', 'Gold', 'Pets'],
    [322, 380, 76, 15, 'Ar', 'Fire', 'Cold', 'Pois', 'Enrg'],
  ];
  for (const [x, end, first, step, ...words] of columns) {
    for (const [i, word] of words.entries()) {
      const y = first + i * step;
      writeText(canvas, x, y, word, shade(RAMPS.wood, 2));
      canvas.rect(x, y + (step > 20 ? 20 : 12), end - x, 1, shade(RAMPS.oak, 4));
    }
  }
  return canvas;
}

function oldStatus(): Canvas {
  const canvas = drawFrame(270, 126, PAPER);
  const words: readonly (readonly [x: number, first: number, ...lines: string[]])[] = [
    [40, 50, 'Str', 'Dex', 'Int', 'Sex', 'AR'],
    [136, 54, 'Hits', 'Mana', 'Stam', 'Gold', 'Weight'],
  ];
  for (const [x, first, ...lines] of words) {
    for (const [i, line] of lines.entries()) writeText(canvas, x, first + i * 12, line, shade(RAMPS.wood, 2));
  }
  return canvas;
}

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

/** A scroll's parts: its upper roll, what is between, its lower roll. */
function scrollPart(part: 'top' | 'middle' | 'bottom', width = 300): Canvas {
  const roll = 34;
  const canvas = new Canvas(width, part === 'middle' ? 32 : roll);
  const paper: FrameStyle = {
    border: 0,
    tile: 32,
    rim: RAMPS.sand,
    fill: RAMPS.plaster,
    level: 4.2,
    ground: 'paper',
  };
  const inset = 12;
  const sheet = (y0: number, high: number): void =>
    canvas.rect(inset, y0, width - inset * 2, high, (x, y) =>
      x < inset + 2 || x >= width - inset - 2
        ? shade(RAMPS.plaster, 1.6)
        : x < inset + 6
          ? shade(RAMPS.plaster, 3)
          : groundShade(paper, x, y),
    );
  if (part === 'middle') {
    sheet(0, 32);
    return canvas;
  }
  const [y0, sheetAt] = part === 'top' ? [4, 20] : [8, 0];
  sheet(sheetAt, part === 'top' ? roll - 20 : 14);
  canvas.rect(inset - 4, y0, width - inset * 2 + 8, 20, (_x, y) =>
    shade(RAMPS.sand, 1.4 + 3 * Math.sin(((y - y0 + 0.5) / 20) * Math.PI) - (y - y0) * 0.07),
  );
  for (const x of [0, width - 12])
    canvas.rect(x, y0 + 3, 12, 14, (_i, y) =>
      shade(RAMPS.wood, 1 + 3 * Math.sin(((y - y0 - 2) / 15) * Math.PI)),
    );
  return canvas.outline(RAMPS.ink);
}

/** A picture for the beginning: hills, a castle and a moon, framed. */
function landscape(width: number, height: number): Canvas {
  const canvas = new Canvas(width, height);
  const horizon = Math.round(height * 0.62);
  canvas.rect(0, 0, width, height, (_x, y) => {
    const t = y / horizon;
    const step = Math.floor(t * 7 + ((_x + y) % 2) * 0.5);
    return step < 3
      ? shade(RAMPS.slate, Math.max(0, step))
      : step < 5
        ? shade(RAMPS.violet, step - 2)
        : shade(RAMPS.brick, Math.min(5, step - 2));
  });
  for (let i = 0; i < 90; i++)
    canvas.set(
      Math.floor(chance(i, 1, 31) * width),
      Math.floor(chance(i, 2, 31) * horizon * 0.55),
      shade(RAMPS.snow, chance(i, 3, 31) > 0.7 ? 5 : 3),
    );
  canvas.ellipse(width * 0.78, height * 0.18, 26, 26, (x, y) =>
    Math.hypot(x - width * 0.78 - 9, y - height * 0.18 + 6) < 22 ? 0 : shade(RAMPS.plaster, 5),
  );
  const hills = (base: number, high: number, seed: number, ramp: Ramp, level: number): void => {
    for (let x = 0; x < width; x++) {
      const top =
        base - high * (0.5 + 0.5 * Math.sin(x / 61 + seed)) - high * 0.5 * Math.sin(x / 29 + seed * 2.3);
      canvas.rect(x, Math.round(top), 1, height - Math.round(top), (_i, y) =>
        shade(ramp, level + (y - top < 2 ? 1.4 : 0)),
      );
    }
  };
  hills(horizon, 34, 1, RAMPS.slate, 1);
  const keep = (x: number, y: number, w: number, h: number): void => {
    canvas.rect(x, y, w, h, (i) => shade(RAMPS.ink, i - x < 3 ? 3 : 1));
    for (let i = 0; i < w; i += 6) canvas.rect(x + i, y - 4, 3, 4, shade(RAMPS.ink, 2));
    canvas.rect(x + (w >> 1) - 1, y + 10, 3, 5, shade(RAMPS.fire, 4));
  };
  const cx = Math.round(width * 0.28);
  keep(cx, horizon - 96, 26, 90);
  keep(cx + 30, horizon - 70, 44, 70);
  keep(cx + 78, horizon - 112, 22, 110);
  canvas.polygon(
    [
      [cx + 76, horizon - 116],
      [cx + 102, horizon - 116],
      [cx + 89, horizon - 146],
    ],
    shade(RAMPS.red, 1),
  );
  hills(horizon + 40, 26, 4, RAMPS.pine, 1);
  hills(horizon + 100, 30, 7, RAMPS.pine, 0);
  for (let i = 0; i < 34; i++) {
    const x = Math.floor(chance(i, 5, 41) * width);
    const y = horizon + 60 + Math.floor(chance(i, 6, 41) * (height - horizon - 60));
    const h = 16 + Math.floor(chance(i, 7, 41) * 22);
    canvas.polygon(
      [
        [x - h * 0.3, y],
        [x + h * 0.3, y],
        [x, y - h],
      ],
      (px) => shade(RAMPS.pine, px < x ? 2 : 1),
    );
  }
  return canvas;
}

function login(): Canvas {
  const canvas = landscape(640, 480);
  frameOver(canvas);
  const panel = drawFrame(420, 172, WOOD);
  canvas.blit(panel, 110, 260);
  writeText(canvas, 140, 290, 'Account', shade(RAMPS.plaster, 5));
  writeText(canvas, 140, 330, 'Password', shade(RAMPS.plaster, 5));
  return canvas;
}

function frameOver(canvas: Canvas): void {
  const frame = drawFrame(canvas.width, canvas.height, { ...WOOD, border: 14 });
  canvas.rect(0, 0, canvas.width, canvas.height, (x, y) =>
    Math.min(x, y, canvas.width - 1 - x, canvas.height - 1 - y) < 14 || isCorner(x, y, canvas, 14)
      ? frame.get(x, y)
      : 0,
  );
}
const isCorner = (x: number, y: number, { height, width }: Canvas, size: number): boolean =>
  (x < size || x >= width - size) && (y < size || y >= height - size);

function banner(): Canvas {
  const canvas = drawFrame(240, 40, { ...WOOD, border: 7 });
  heading(canvas, 'A SHARD OF YOUR OWN', 16, shade(RAMPS.gold, 4), INK);
  return canvas;
}

/** The round frame of the small map, its middle left for the client to fill. */
function radar(size: number): Canvas {
  const canvas = new Canvas(size, size);
  const c = size / 2;
  canvas.polygon(
    [
      [c, 0],
      [size, c],
      [c, size],
      [0, c],
    ],
    (x, y) => {
      const d = (Math.abs(x + 0.5 - c) + Math.abs(y + 0.5 - c)) / c;
      if (d > 0.985) return shade(RAMPS.wood, 0);
      if (d > 0.93) return shade(RAMPS.gold, x + y < size ? 4 : 1.6);
      if (d > 0.9) return shade(RAMPS.wood, 1);
      return RADAR_MARK;
    },
  );
  return canvas;
}

function slot(): Canvas {
  const canvas = new Canvas(19, 20);
  sunken(canvas, 0, 0, 19, 20, RAMPS.wood, 1.6);
  return canvas;
}

/** A roll of parchment, tied. */
function smallScroll(): Canvas {
  const canvas = new Canvas(34, 24);
  canvas.stroke(5, 17, 28, 6, 9, (x, y) => shade(RAMPS.sand, 4 - (x * 0.43 + y - 15) * 0.35));
  canvas.stroke(14, 8, 19, 16, 3, shade(RAMPS.red, 3));
  return canvas.rim().outline(RAMPS.ink);
}

function virtueSign(): Canvas {
  const canvas = new Canvas(22, 26);
  canvas.stroke(11, 5, 11, 22, 3, shade(RAMPS.gold, 3));
  canvas.stroke(5, 14, 17, 14, 3, shade(RAMPS.gold, 4));
  canvas.ellipse(11, 6, 5, 5, (x, y) => (Math.hypot(x - 10.5, y - 5.5) < 2.4 ? 0 : shade(RAMPS.gold, 4)));
  return canvas.outline(RAMPS.ink);
}

function listing(rows: number): Canvas {
  const canvas = drawFrame(260, 40 + rows * 20, PAPER);
  for (let i = 0; i < rows; i++) canvas.rect(28, 44 + i * 20, 200, 1, shade(RAMPS.oak, 4));
  return canvas;
}

const SPELL_COVERS: readonly (readonly [number, Ramp])[] = [
  [0x08ac, RAMPS.red],
  [0x2b00, RAMPS.ink],
  [0x2b01, RAMPS.plaster],
  [0x2b02, RAMPS.iron],
  [0x2b06, RAMPS.brick],
  [0x2b07, RAMPS.slate],
  [0x2b08, RAMPS.gold],
  [0x2b29, RAMPS.oak],
  [0x2b2d, RAMPS.violet],
  [0x2b2f, RAMPS.leaf],
  [0x2b32, RAMPS.violet],
];
/** Small books that a spellbook becomes when it is put aside. */
const SMALL_COVERS: readonly (readonly [number, Ramp])[] = [
  [0x08ba, RAMPS.red],
  [0x2b03, RAMPS.ink],
  [0x2b04, RAMPS.plaster],
  [0x2b09, RAMPS.brick],
  [0x2b30, RAMPS.leaf],
  [0x2b27, RAMPS.slate],
];

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

/** Windows and their parts by gump. */
export const WINDOWS: ReadonlyMap<number, () => Canvas> = new Map<number, () => Canvas>([
  [0x0028, () => barPlate(1, RAMPS.gold)],
  [0x0029, () => bar(109, 6, RAMPS.red)],
  [0x0071, virtueSign],
  [0x014e, login],
  [0x0150, () => landscape(640, 480)],
  [0x0151, banner],
  [0x01fe, () => openBook(386, 230, RAMPS.wood)],
  [0x01ff, () => corner(true)],
  [0x0200, () => corner(false)],
  [0x0474, () => drawFrame(400, 180, PAPER)],
  [0x0477, () => drawFrame(330, 30, FRAMES.get(0x0bb8)!)],
  [0x058a, banner],
  [0x07d0, () => paperdoll(true)],
  [0x07d1, () => paperdoll(false)],
  [0x07d2, smallScroll],
  [0x07ee, () => closedBook(RAMPS.oak)],
  [0x0802, oldStatus],
  [0x0803, () => barPlate(3, RAMPS.gold)],
  [0x0500, () => landscape(640, 480)],
  [0x0804, () => barPlate(1, RAMPS.iron)],
  [0x0805, () => bar(109, 8, RAMPS.red, 1)],
  [0x0806, () => bar(109, 8, RAMPS.blue)],
  [0x0807, () => barPlate(3, RAMPS.red)],
  [0x0808, () => bar(109, 8, RAMPS.leaf)],
  [0x0809, () => bar(109, 8, RAMPS.gold)],
  [0x080a, () => bar(109, 8, RAMPS.stone)],
  [0x0816, () => drawFrame(200, 116, PAPER)],
  [0x0820, () => scrollPart('top')],
  [0x0821, () => scrollPart('middle')],
  [0x0822, () => scrollPart('middle')],
  [0x0823, () => scrollPart('bottom')],
  [0x082a, () => headingPlate('JOURNAL')],
  [0x082b, () => bar(240, 2, RAMPS.oak, 2)],
  [0x0830, () => closedBook(RAMPS.plaster)],
  [0x0834, () => headingPlate('SKILLS')],
  [0x0835, () => bar(120, 2, RAMPS.oak, 2)],
  [0x0836, () => bar(200, 2, RAMPS.oak, 2)],
  [0x0839, () => closedBook(RAMPS.blue)],
  [0x085c, () => drawFrame(160, 80, PAPER)],
  [0x0870, () => listing(10)],
  [0x0871, () => listing(10)],
  [0x0872, () => listing(10)],
  [0x0873, () => listing(10)],
  [0x087a, () => drawFrame(370, 280, WOOD)],
  [0x08b1, () => numeral('1')],
  [0x08b2, () => numeral('2')],
  [0x08b3, () => numeral('3')],
  [0x08b4, () => numeral('4')],
  [0x08b5, () => numeral('5')],
  [0x08b6, () => numeral('6')],
  [0x08b7, () => numeral('7')],
  [0x08b8, () => numeral('8')],
  [0x08bb, () => corner(true)],
  [0x08bc, () => corner(false)],
  [0x0910, () => drawFrame(360, 240, PAPER)],
  [0x1392, () => radar(136)],
  [0x1393, () => radar(250)],
  [0x139d, () => drawFrame(300, 300, FRAMES.get(0x1432)!)],
  [
    0x157c,
    () => {
      const canvas = new Canvas(640, 480);
      frameOver(canvas);
      return canvas;
    },
  ],
  [0x15a0, banner],
  [0x1f40, () => scrollPart('top')],
  [0x1f41, () => scrollPart('middle')],
  [0x1f42, () => scrollPart('middle')],
  [0x1f43, () => scrollPart('bottom')],
  [0x2329, () => landscape(640, 480)],
  [0x2344, slot],
  [0x2a6c, status],
  [0x2b28, () => shelvedBook(RAMPS.oak)],
  [0x2b34, () => shelvedBook(RAMPS.iron)],
  [0x757f, () => drawFrame(60, 40, FRAMES.get(0x0a3c)!)],
  [0x7580, () => drawFrame(40, 120, FRAMES.get(0x0a3c)!)],
  [0x7581, () => drawFrame(120, 40, FRAMES.get(0x0a3c)!)],
  [0x7582, () => drawFrame(40, 120, FRAMES.get(0x0a3c)!)],
  ...SPELL_COVERS.map(([id, cover]): [number, () => Canvas] => [id, () => openBook(406, 230, cover)]),
  ...SMALL_COVERS.map(([id, cover]): [number, () => Canvas] => [id, () => closedBook(cover)]),
]);

function headingPlate(text: string): Canvas {
  const canvas = new Canvas(textWidth(text) * 2 + 20, 16);
  heading(canvas, text, 4, shade(RAMPS.red, 1), shade(RAMPS.sand, 3));
  return canvas;
}

function numeral(text: string): Canvas {
  const canvas = new Canvas(26, 26);
  canvas.ellipse(13, 13, 12, 12, (x, y) => shade(RAMPS.gold, 3.6 - (x + y - 26) * 0.12));
  canvas.ellipse(13, 13, 9.5, 9.5, shade(RAMPS.wood, 1));
  writeText(canvas, 11, 10, text, shade(RAMPS.gold, 5));
  return canvas.outline(RAMPS.ink);
}
