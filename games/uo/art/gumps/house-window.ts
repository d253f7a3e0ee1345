import { Canvas } from '../canvas.ts';
import { RAMPS, shade } from '../palette.ts';
import { type Press, plate } from './button-shapes.ts';
import { drawFrame, FRAMES, type FrameStyle, groundShade } from './frames.ts';
import { HOUSE_ICONS, type HouseIcon } from './house-icons.ts';
import { HOUSE_STOREYS } from './house-storeys.ts';
import { sunken } from './sunken.ts';

/** Source of all numbers, sizes and places here: classic client rule. Clients lay the parts upon each other at fixed places. */
const WINDOW = { width: 660, height: 154, top: 17 } as const;
/** Where the three parts of the frame meet. */
const LEFT_END = 153;
const RIGHT_FROM = 486;
/** Hole through which walls, doors and roofs to choose from are seen; clients draw them below the frame. */
const HOLE = { left: 121, top: 36 - WINDOW.top, right: 518, bottom: 156 - WINDOW.top } as const;
const BEZEL = 13;

const STONE: FrameStyle = { ...FRAMES.get(0x0e10)!, border: 7 };

function wholeWindow(): Canvas {
  const { height, width } = WINDOW;
  const canvas = drawFrame(width, height, STONE);
  // Uprights beside the hole, on which clients put the arrows that turn its pages.
  for (const x of [HOLE.left - BEZEL, HOLE.right]) {
    canvas.rect(x, STONE.border, BEZEL, height - 2 * STONE.border, (i) =>
      shade(RAMPS.slate, 3.4 - Math.abs(i - x - 4) * 0.42),
    );
  }
  const { bottom, left, right, top } = HOLE;
  canvas.rect(left - 2, top - 2, right - left + 4, bottom - top + 4, (x, y) =>
    x < left || y < top ? shade(RAMPS.gold, 1) : shade(RAMPS.gold, 3),
  );
  // Plates for the numbers of parts and of fittings, and for the price.
  for (const x of [22, 519]) sunken(canvas, x, 121, 84, 20, RAMPS.ink, 1);
  return canvas.map((index, x, y) => (x >= left && x < right && y >= top && y < bottom ? 0 : index));
}

function windowPart(from: number, width: number): () => Canvas {
  return () => wholeWindow().crop(from, 0, width, WINDOW.height);
}

/** The board above the hole, for what belongs to the chosen kind of wall or roof. */
function board(): Canvas {
  const [width, height] = [334, 36];
  const canvas = new Canvas(width, height);
  const wood = FRAMES.get(0x1400)!;
  canvas.rect(0, 0, width, height, (x, y) => {
    const corner = Math.min(x, width - 1 - x) + y;
    if (corner < 5) return 0;
    const step = Math.min(x, y, width - 1 - x, height - 1 - y);
    if (step === 0 || corner === 5) return shade(RAMPS.wood, 0);
    if (step < 3) return shade(RAMPS.gold, step === 1 && (y === 1 || x === 1) ? 4 : 2);
    return groundShade(wood, x, y);
  });
  return canvas;
}

/** What the button for windows in walls lies in. */
function nest(): Canvas {
  const canvas = drawFrame(44, 30, { ...FRAMES.get(0x1400)!, border: 4, studs: RAMPS.gold });
  sunken(canvas, 4, 4, 36, 22, RAMPS.ink, 1);
  return canvas;
}

/** A button with a picture on it, which sinks with it. */
function pictureButton(icon: HouseIcon, width: number, height: number, press: Press): Canvas {
  const canvas = plate(width, height, RAMPS.oak, press);
  const picture = HOUSE_ICONS[icon]().outline(RAMPS.ink);
  const sink = press === 'down' ? 1 : 0;
  canvas.blit(picture, ((width - picture.width) >> 1) + sink, ((height - picture.height) >> 1) + sink);
  return canvas;
}

/** As long as the hole is high between its corners: turns to the next kinds. */
function pageArrow(towards: 'left' | 'right', press: Press): Canvas {
  const [width, height] = [14, 66];
  const canvas = plate(width, height, RAMPS.gold, press);
  const sink = press === 'down' ? 1 : 0;
  const [tip, back] = towards === 'left' ? [3, 10] : [11, 4];
  canvas.polygon(
    [
      [tip + sink, 33 + sink],
      [back + sink, 24 + sink],
      [back + sink, 42 + sink],
    ],
    shade(RAMPS.ink, 0),
  );
  return canvas;
}

type Gump = readonly [number, () => Canvas];

/** Three gumps that follow each other: as it lies, with the pointer on it, and pressed. */
function button(first: number, make: (press: Press) => Canvas): Gump[] {
  return [
    [first, () => make('up')],
    [first + 1, () => make('over')],
    [first + 2, () => make('down')],
  ];
}

const TOOLS: readonly (readonly [gump: number, icon: HouseIcon])[] = [
  [0x5654, 'wall'],
  [0x5657, 'door'],
  [0x565a, 'floor'],
  [0x565d, 'stair'],
  [0x5788, 'roof'],
  [0x5663, 'column'],
  [0x566c, 'page'],
  [0x5666, 'rubber'],
  [0x5669, 'dropper'],
];

/** The window in which custom houses are built, by gump. */
export const HOUSE_WINDOW: ReadonlyMap<number, () => Canvas> = new Map<number, () => Canvas>([
  [0x55f0, windowPart(0, LEFT_END)],
  [0x55f1, windowPart(LEFT_END, STONE.tile)],
  // For houses of four storeys, and of three.
  [0x55f2, windowPart(RIGHT_FROM, WINDOW.width - RIGHT_FROM)],
  [0x55f9, windowPart(RIGHT_FROM, WINDOW.width - RIGHT_FROM)],
  [0x55f3, board],
  [0x55f4, nest],
  ...TOOLS.flatMap(([gump, icon]) => button(gump, (press) => pictureButton(icon, 30, 28, press))),
  ...button(0x5622, (press) => pictureButton('back', 40, 26, press)),
  ...button(0x5625, (press) => pageArrow('left', press)),
  ...button(0x5628, (press) => pageArrow('right', press)),
  ...button(0x562b, (press) => pictureButton('plainWall', 24, 20, press)),
  ...button(0x562e, (press) => pictureButton('window', 24, 20, press)),
  ...button(0x578b, (press) => pictureButton('roofDown', 40, 34, press)),
  ...button(0x578e, (press) => pictureButton('roofUp', 40, 34, press)),
  ...HOUSE_STOREYS,
]);
