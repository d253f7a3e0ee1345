import { Canvas } from '../canvas.ts';
import type { Graphic, Recipe } from '../graphics.ts';
import { chance } from '../noise.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { plain, Scene, type Surface, standing } from '../scene.ts';
import { skull } from './nature.ts';

const { brick, cloth, fire, gold, ink, iron, oak, plaster, red, snow, stone, wood } = RAMPS;

/** A flame that stands on x, y and is `high` pixels tall; frames differ in its tongues. */
export function flame(
  canvas: Canvas,
  x: number,
  y: number,
  high: number,
  frame = 0,
  ramp: Ramp = fire,
): void {
  for (let j = 0; j < high; j++) {
    const t = j / high;
    const sway = Math.sin(t * 4 + frame * 2.1 + x) * t * high * 0.12;
    const half =
      (high / 3.4) * Math.sin(Math.PI * (0.22 + 0.78 * t)) ** 0.9 * (1 + 0.14 * Math.sin(frame * 3 + j)) +
      0.2;
    for (let i = Math.ceil(-half); i <= half; i++) {
      const near = 1 - Math.abs(i) / (half + 0.6);
      canvas.set(Math.round(x + sway + i), Math.round(y - j), shade(ramp, 1.6 + near * 3.2 - t * 1.2));
    }
  }
}

const finish = (scene: Scene): Canvas => standing(scene.crease(0.2).canvas.rim(), scene.canvas.width / 2);

function candle(
  canvas: Canvas,
  x: number,
  y: number,
  high: number,
  lit: boolean,
  frame: number,
  ramp: Ramp = plaster,
): void {
  canvas.rect(x - 2, y - high, 4, high, (i, j) => shade(ramp, 5 - (i - x + 2) * 0.8 - (j > y - 3 ? 1 : 0)));
  canvas.set(x - 2, y - high + 2, shade(ramp, 5));
  canvas.set(x, y - high - 1, shade(ink, 1));
  if (lit) flame(canvas, x, y - high - 1, 8, frame);
}

function standingCandle(lit: boolean, frame: number, ramp: Ramp): Canvas {
  const canvas = new Canvas(44, 60);
  canvas.ellipse(22, 46, 6, 3, (x, y) => shade(gold, 4 - (x - 22) / 3 - (y - 46) / 3));
  candle(canvas, 22, 46, 11, lit, frame, ramp);
  return standing(canvas.outline());
}

function lantern(canvas: Canvas, x: number, y: number, lit: boolean, ramp: Ramp = iron): void {
  canvas.rect(x - 5, y - 3, 10, 3, (i) => shade(ramp, 4 - (i - x + 5) * 0.3));
  canvas.rect(x - 4, y - 14, 8, 11, (i, j) => {
    if (i === x - 4 || i === x + 3 || i === x) return shade(ramp, 3 - (i - x) * 0.2);
    return lit ? shade(fire, 5 - Math.abs(j - y + 7) * 0.35) : shade(RAMPS.slate, 3 - (i - x) * 0.2);
  });
  canvas.polygon(
    [
      [x - 6, y - 13],
      [x + 6, y - 13],
      [x + 2, y - 18],
      [x - 2, y - 18],
    ],
    (i) => shade(ramp, 4 - (i - x + 5) * 0.3),
  );
  canvas.rect(x - 1, y - 20, 2, 2, shade(ramp, 4));
}

function handLantern(lit: boolean): Canvas {
  const canvas = new Canvas(44, 60);
  lantern(canvas, 22, 48, lit, gold);
  for (const [dx, dy] of [
    [-4, -20],
    [-3, -22],
    [-1, -23],
    [1, -23],
    [3, -22],
    [4, -20],
  ] as const)
    canvas.set(22 + dx, 48 + dy, shade(gold, 3));
  return standing(canvas.outline());
}

function torch(lit: boolean, frame: number): Canvas {
  const canvas = new Canvas(44, 60);
  canvas.stroke(15, 50, 26, 31, 4, (x, y) => shade(wood, 3.6 - (x - 15 - (50 - y) * 0.58) * 0.7));
  canvas.stroke(24, 34, 27, 29, 6, (x) => shade(oak, 3 - (x - 25) * 0.5));
  const outlined = canvas.outline();
  if (lit) flame(outlined, 27, 30, 20, frame);
  return standing(outlined);
}

function wallLight(graphic: Graphic, lit: boolean, isTorch: boolean): Canvas {
  const canvas = new Canvas(44, 80);
  // On a wall that runs east to west it hangs in the left half of the tile, else in the right.
  const eastWest = graphic.id < 0x0a00 || (graphic.id >= 0x0a05 && graphic.id <= 0x0a09);
  const x = eastWest ? 11 : 33;
  const y = 40;
  canvas.rect(x - 2, y, 4, 9, (i) => shade(iron, 3 - (i - x) * 0.4));
  canvas.stroke(x, y + 5, x + (eastWest ? 4 : -4), y, 2.5, shade(iron, 3));
  const tip = x + (eastWest ? 5 : -5);
  if (isTorch) canvas.stroke(tip, y + 3, tip, y - 9, 4, (i) => shade(wood, 3 - (i - tip) * 0.6));
  else canvas.rect(tip - 4, y - 2, 8, 3, (i) => shade(gold, 4 - (i - tip) * 0.3));
  const outlined = canvas.outline();
  if (isTorch && lit) flame(outlined, tip, y - 9, 17, graphic.frame);
  if (!isTorch) candle(outlined, tip, y - 2, 7, lit, graphic.frame);
  return standing(outlined);
}

function lampPost(id: number, lit: boolean): Canvas {
  const scene = new Scene();
  scene.turned(
    [0.5, 0.5, 0],
    [
      [0, 6],
      [4, 5],
      [5, 2.4],
      [66, 2],
    ],
    plain(iron, -0.4),
    plain(iron),
    0.6,
  );
  scene.nextPart().turned(
    [0.5, 0.5, 16],
    [
      [0, 2],
      [2, 4],
      [4, 2],
    ],
    plain(iron),
    plain(iron),
    0.6,
  );
  const { canvas } = scene;
  const [x, y] = scene.project([0.5, 0.5, 16]);
  lantern(canvas, Math.round(x), Math.round(y) + 2, lit, id >= 0x0b24 ? gold : iron);
  if (id === 0x0b20 || id === 0x0b21)
    canvas.ellipse(x, y - 8, 6, 7, (i, j) =>
      lit ? shade(fire, 5 - Math.hypot(i - x + 1, j - y + 9) * 0.35) : shade(RAMPS.slate, 4 - (i - x) * 0.25),
    );
  return standing(canvas.outline(), canvas.width / 2);
}

function lanternPost(): Canvas {
  const scene = new Scene();
  scene.turned(
    [0.5, 0.5, 0],
    [
      [0, 4],
      [70, 3],
    ],
    plain(wood),
    plain(wood),
    0.6,
  );
  const { canvas } = scene;
  const [x, y] = scene.project([0.5, 0.5, 16]);
  canvas.stroke(x, y, x + 14, y - 3, 3, shade(wood, 3));
  lantern(canvas, Math.round(x) + 13, Math.round(y) + 19, true);
  return standing(canvas.outline(), canvas.width / 2);
}

function candelabra(lit: boolean, frame: number, ramp: Ramp, tall: number): Canvas {
  const canvas = new Canvas(66, 110);
  const [x, ground] = [33, 88];
  canvas.ellipse(x, ground, 8, 4, (i, j) => shade(ramp, 4 - (i - x) / 4 - (j - ground) / 4));
  canvas.rect(x - 1, ground - tall, 3, tall, (i) => shade(ramp, 4.4 - (i - x + 1) * 1.1));
  for (const side of [-1, 1]) {
    for (let i = 0; i <= 12; i++) {
      const dip = Math.round(Math.sqrt(1 - ((i - 12) / 12) ** 2) * -4 + 4);
      canvas.rect(x + side * i, ground - tall + 8 - dip, 1, 2, shade(ramp, 3.6 - side * 0.8));
    }
  }
  const outlined = canvas.outline();
  for (const dx of [-12, 0, 12])
    candle(outlined, x + dx, ground - tall + (dx === 0 ? 0 : 4), 6, lit, frame + dx, snow);
  return standing(outlined);
}

function brazier(lit: boolean, frame: number, ramp: Ramp, tall: number): Canvas {
  const scene = new Scene();
  scene.turned(
    [0.5, 0.5, 0],
    [
      [0, 8],
      [2, 4],
      [tall - 9, 3],
      [tall - 6, 9],
      [tall, 13],
    ],
    plain(ramp, -0.3),
    (u, v, light) =>
      u * u + v * v > 0.75
        ? shade(ramp, light)
        : shade(fire, lit ? 2 + (Math.floor(u * 6 + v * 9 + 20) % 3) : 0),
    0.5,
  );
  const canvas = scene.canvas.rim();
  const [x, y] = scene.project([0.5, 0.5, tall / 4]);
  if (lit)
    for (const [dx, high] of [
      [-6, 12],
      [6, 13],
      [0, 22],
    ] as const)
      flame(canvas, Math.round(x + dx), Math.round(y + 2), high, frame + dx);
  return standing(canvas, canvas.width / 2);
}

function campfire(frame: number, ringed: boolean, lit = true): Canvas {
  const canvas = new Canvas(66, 80);
  const [x, ground] = [33, 58];
  for (let i = 0; i < 10 && ringed; i++) {
    const a = (i / 10) * Math.PI * 2;
    canvas.ellipse(x + Math.cos(a) * 16, ground + Math.sin(a) * 10, 4, 3.4, (p, q) =>
      shade(stone, 3.6 - (p - x - Math.cos(a) * 16) * 0.4 - (q - ground - Math.sin(a) * 10) * 0.3),
    );
  }
  canvas.ellipse(x, ground, 12, 7, (p, q) =>
    shade(lit ? fire : ink, lit ? chance(p, q, 4) * 2 : 1 + chance(p, q, 3) * 2),
  );
  for (const [x0, y0, x1, y1] of [
    [-12, 4, 9, -4],
    [12, 4, -9, -5],
    [-3, 7, 2, -6],
  ] as const) {
    canvas.stroke(x + x0, ground + y0, x + x1, ground + y1, 4, (p, q) =>
      shade(wood, 3 - (q - ground) * 0.12 - (chance(p, q, 2) < 0.2 ? 1 : 0)),
    );
  }
  const outlined = canvas.outline();
  if (lit)
    for (const [dx, dy, high] of [
      [-7, 0, 16],
      [7, -1, 15],
      [-2, 2, 28],
      [3, 3, 20],
    ] as const)
      flame(outlined, x + dx, ground + dy, high, frame + dx);
  return standing(outlined);
}

function paperLantern(lit: boolean): Canvas {
  const scene = new Scene();
  const ribs: Surface = (u, v, light) =>
    shade(
      lit ? fire : plaster,
      (lit ? 4.6 : light + 1) - Math.abs(u) * 1.6 + (Math.floor(v) % 5 === 0 ? -1 : 0),
    );
  scene.turned(
    [0.5, 0.5, 0],
    [
      [0, 5],
      [3, 9],
      [10, 11],
      [18, 9],
      [21, 5],
    ],
    ribs,
    plain(red),
    0.5,
  );
  return finish(scene);
}

export const drawLights: Recipe = (graphic) => {
  const { frame, id, kind, name } = graphic;
  if (
    kind !== 'light' &&
    kind !== 'lamp-post' &&
    kind !== 'brazier' &&
    kind !== 'campfire' &&
    !/torch|candle|lantern|embers|fire pit/.test(name)
  )
    return null;
  const unlit = [0x09fc, 0x0a01, 0x0a06, 0x0a0b, 0x0a18, 0x0a1d, 0x0a25, 0x0a26, 0x0a27, 0x0a28, 0x0a29];
  const alsoUnlit = [
    0x0b21, 0x0b23, 0x0b25, 0x0f64, 0x0f6b, 0x142f, 0x1433, 0x1437, 0x1853, 0x1857, 0x194e, 0x1c16, 0x24bc,
    0x24be, 0x24ca, 0x1f2b,
  ];
  const lit = !unlit.includes(id) && !alsoUnlit.includes(id);
  if (name.includes('sconce')) return wallLight(graphic, lit, false);
  if (name.includes('wall torch') || name.includes('torch holder')) return wallLight(graphic, lit, true);
  if (name.includes('torch')) return torch(lit, frame);
  if (name.includes('paper lantern')) return paperLantern(lit);
  if (name.includes('lamp post')) return lampPost(id, lit);
  if (name.includes('lantern post')) return lanternPost();
  if (name.includes('lantern')) return handLantern(lit);
  if (/candelabra|candlabra/.test(name))
    return candelabra(lit, frame, id % 2 === 0 ? gold : iron, id < 0x0b00 || id === 0x0b26 ? 26 : 52);
  if (name.includes('skull with candle')) {
    const canvas = new Canvas(44, 60);
    skull(canvas, 22, 42);
    const outlined = canvas.outline();
    candle(outlined, 22, 38, 7, lit, frame);
    return standing(outlined);
  }
  if (name.includes('candle'))
    return standingCandle(
      lit,
      frame,
      name.includes('love') ? red : id >= 0x142c && id < 0x1440 ? cloth : plaster,
    );
  if (name.includes('brazier'))
    return brazier(lit, frame, name.includes('dragon') ? brick : iron, id === 0x0e31 ? 22 : 44);
  if (name === 'campfire' || name === 'fire pit')
    return campfire(frame, name === 'fire pit' || id === 0x0de3);
  if (name === 'embers' || name === 'burned wood') return campfire(0, false, false);
  if (name === 'fire') {
    const canvas = new Canvas(44, 80);
    for (const [x, y, high] of [
      [14, 58, 22],
      [30, 57, 20],
      [22, 60, 34],
      [25, 62, 22],
    ] as const)
      flame(canvas, x, y, high, frame + x);
    return standing(canvas);
  }
  if (name === 'heating stand') {
    const canvas = new Canvas(44, 60);
    for (const x of [14, 29]) canvas.rect(x, 32, 2, 16, shade(iron, 3));
    canvas.rect(12, 30, 20, 3, (x) => shade(iron, 4 - (x - 12) / 8));
    if (lit) flame(canvas, 22, 47, 9, frame);
    return standing(canvas.outline());
  }
  if (/source/.test(name)) return standingCandle(true, 0, snow);
  return null;
};
