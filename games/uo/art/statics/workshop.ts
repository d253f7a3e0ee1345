import { Canvas } from '../canvas.ts';
import type { Recipe } from '../graphics.ts';
import { CLEAR, RAMPS, type Ramp, shade } from '../palette.ts';
import { plain, Scene, type Surface, standing } from '../scene.ts';
import { courses, levelBoards, rubble } from '../surfaces.ts';
import { flame } from './lights.ts';

const { brick, cloth, dirt, fire, gold, ink, iron, oak, plaster, red, sand, snow, stone, wood } = RAMPS;

const finish = (scene: Scene): Canvas => standing(scene.crease(0.15).canvas.rim(), scene.canvas.width / 2);

function anvil(alongX: boolean): Canvas {
  const scene = new Scene();
  scene.turned(
    [0.5, 0.5, 0],
    [
      [0, 10],
      [12, 9],
    ],
    plain(wood, -0.2),
    plain(wood, -0.4),
    0.6,
  );
  const put = (a: number, b: number, c: number, d: number, z0: number, z1: number): void => {
    if (alongX) scene.nextPart().box([a, b, z0], [c, d, z1], plain(iron, -0.6), plain(iron, 0.3));
    else scene.nextPart().box([b, a, z0], [d, c, z1], plain(iron, -0.6), plain(iron, 0.3));
  };
  put(0.36, 0.38, 0.66, 0.62, 3, 4);
  put(0.42, 0.42, 0.6, 0.58, 4, 5);
  put(0.24, 0.37, 0.8, 0.63, 5, 6.6);
  scene.rod(
    alongX ? [0.8, 0.5, 6] : [0.5, 0.8, 6],
    alongX ? [1.02, 0.5, 6.3] : [0.5, 1.02, 6.3],
    4,
    plain(iron),
    1,
  );
  return finish(scene);
}

function forge(frame: number): Canvas {
  const scene = new Scene();
  scene.box([0, 0, 0], [1, 1, 5], rubble(stone, 4, dirt), (u, v, light) => {
    const r = Math.hypot(u - 11, v - 11);
    if (r < 7) return shade(fire, 2 + ((Math.floor(u * 1.7) + Math.floor(v * 2.3)) % 3));
    return shade(stone, light - (r < 9 ? 1.4 : 0.2));
  });
  const canvas = scene.crease(0.15).canvas.rim();
  const [x, y] = scene.project([0.5, 0.5, 5]);
  for (const [dx, high] of [
    [-5, 9],
    [5, 10],
    [0, 15],
  ] as const)
    flame(canvas, Math.round(x + dx), Math.round(y + 2), high, frame + dx);
  return standing(canvas, canvas.width / 2);
}

const bakedFace =
  (mouth: readonly [number, number], ramp: Ramp): Surface =>
  (u, v, light) => {
    const [x, y] = [u - mouth[0], v - mouth[1]];
    if (Math.abs(x) < 8 && y > 0 && y < 13 + 3 - (x * x) / 12) {
      const glow = y < 7 - Math.abs(x) * 0.5;
      return glow ? shade(fire, 4 - y * 0.4) : shade(ink, 0.4);
    }
    return courses(ramp, 11, 5, 8)(u, v, light);
  };

/** Half of a thing that is two tiles wide along x; its mouth lies where they meet. */
function hearth(left: boolean, ramp: Ramp, chimney: boolean): Canvas {
  const scene = new Scene();
  // No higher than the ceiling above it.
  const high = chimney ? 18 : 12;
  scene.box(
    [0, 0.1, 0],
    [1, 0.75, high],
    bakedFace([left ? 22 : 0, chimney ? 2 : 10], ramp),
    plain(stone, -0.2),
    courses(ramp, 11, 5, 8),
  );
  scene
    .nextPart()
    .box(
      [0, 0.06, high * 0.5],
      [1, 0.84, high * 0.5 + 1.4],
      plain(chimney ? wood : stone),
      plain(chimney ? wood : stone, 0.2),
    );
  if (!chimney) {
    const [x0, x1] = left ? [0.5, 1] : [0, 0.5];
    scene.nextPart().box([x0, 0.2, 12], [x1, 0.65, 34], courses(ramp, 11, 5, 8), plain(ink));
  }
  return finish(scene);
}

function spinningWheel(mirrored: boolean): Canvas {
  const canvas = new Canvas(66, 80);
  canvas.polygon(
    [
      [16, 52],
      [44, 60],
      [44, 64],
      [16, 56],
    ],
    (x) => shade(oak, 4 - (x - 16) / 20),
  );
  for (const [x, y] of [
    [18, 55],
    [40, 61],
    [29, 58],
  ] as const)
    canvas.rect(x, y, 2, 12, shade(oak, 2));
  const [cx, cy] = [26, 38];
  for (let a = 0; a < 120; a++) {
    const t = (a / 120) * Math.PI * 2;
    canvas.ellipse(
      cx + Math.cos(t) * 14,
      cy + Math.sin(t) * 15,
      1.4,
      1.4,
      shade(oak, 3.4 - Math.cos(t) * 0.9 - Math.sin(t) * 0.9),
    );
  }
  for (let i = 0; i < 4; i++) {
    const t = (i / 4) * Math.PI;
    canvas.line(
      cx - Math.cos(t) * 13,
      cy - Math.sin(t) * 14,
      cx + Math.cos(t) * 13,
      cy + Math.sin(t) * 14,
      shade(wood, 3),
    );
  }
  canvas.ellipse(cx, cy, 2.5, 2.5, shade(wood, 4));
  canvas.rect(42, 40, 3, 20, (x) => shade(oak, 4 - (x - 42)));
  canvas.ellipse(44, 38, 4, 6, (x, y) => shade(snow, 4 - (x - 44) * 0.4 - (y - 38) * 0.2));
  const outlined = canvas.outline();
  return standing(mirrored ? outlined.mirrored() : outlined);
}

function loom(left: boolean, alongX: boolean): Canvas {
  const scene = new Scene();
  const put = (a: number, b: number, c: number, d: number, z0: number, z1: number, s: Surface): void => {
    if (alongX) scene.nextPart().box([a, b, z0], [c, d, z1], s, s);
    else scene.nextPart().box([b, a, z0], [d, c, z1], s, s);
  };
  const threads: Surface = (u, v, light) =>
    v < 22
      ? shade(red, light + (Math.floor(v / 3) % 3 === 0 ? 1 : 0))
      : Math.floor(u) % 3 === 0
        ? shade(plaster, light + 0.6)
        : CLEAR;
  put(left ? 0.1 : 0, 0.46, left ? 1 : 0.9, 0.5, 3, 16, threads);
  put(left ? 0.06 : 0.84, 0.4, left ? 0.16 : 0.94, 0.6, 0, 18, plain(wood));
  put(left ? 0.06 : 0, 0.38, left ? 1 : 0.94, 0.6, 15.4, 17, plain(oak));
  put(left ? 0.06 : 0, 0.38, left ? 1 : 0.94, 0.6, 2.4, 3.8, plain(oak));
  return finish(scene);
}

function easel(withCanvas: boolean, id: number): Canvas {
  const canvas = new Canvas(44, 90);
  for (const [x0, x1] of [
    [22, 10],
    [22, 34],
    [22, 24],
  ] as const)
    canvas.stroke(x0, 22, x1, 74, 2.5, (x) => shade(oak, 3.6 - (x - 22) * 0.06));
  canvas.rect(11, 56, 22, 3, shade(oak, 3));
  if (withCanvas) {
    canvas.rect(10, 28, 24, 28, (x, y) => {
      if (x === 10 || y === 28 || x === 33 || y === 55) return shade(wood, 3);
      const land = 46 + Math.sin(x / 4 + id) * 3;
      return y > land ? shade(RAMPS.grass, 3.4 - (y - land) / 8) : shade(RAMPS.water, 5 - (land - y) / 12);
    });
  }
  return standing(canvas.outline());
}

function hay(bale: boolean): Canvas {
  const scene = new Scene();
  const straw: Surface = (u, v, light) =>
    shade(
      gold,
      light -
        0.4 +
        ((Math.floor(u * 1.3 + v * 0.4) + Math.floor(v)) % 3) * 0.5 -
        (Math.floor(u) === 7 || Math.floor(u) === 15 ? 1.6 : 0),
    );
  if (bale) scene.box([0.08, 0.14, 0], [0.92, 0.86, 5], straw, straw);
  else
    scene.turned(
      [0.5, 0.5, 0],
      [
        [0, 13],
        [6, 13],
        [14, 6],
        [16, 5],
        [26, 11],
      ],
      (u, v, light) =>
        shade(Math.abs(v - 15) < 1.5 ? wood : gold, light - 0.4 + (Math.floor(u * 9 + 20) % 3) * 0.5),
      (u, v, light) => shade(gold, light - (Math.floor(u * 9 + v * 5 + 20) % 3) * 0.7),
      0.5,
    );
  return finish(scene);
}

function butte(alongX: boolean): Canvas {
  const scene = new Scene();
  const rings: Surface = (u, v, light) => {
    const r = Math.hypot(u - 10, v - 30);
    if (r > 12.5)
      return v < 26 && (Math.abs(u - 3) < 1.2 || Math.abs(u - 17) < 1.2) ? shade(wood, light) : CLEAR;
    return shade(r < 2.5 ? gold : r < 5.5 ? red : r < 8.5 ? plaster : r < 11 ? red : gold, light + 0.4);
  };
  if (alongX)
    scene.box(
      [0.06, 0.5, 0],
      [0.98, 0.62, 12],
      rings,
      () => CLEAR,
      () => CLEAR,
    );
  else
    scene.box(
      [0.5, 0.06, 0],
      [0.62, 0.98, 12],
      () => CLEAR,
      () => CLEAR,
      rings,
    );
  return finish(scene);
}

function dummy(ramp: Ramp): Canvas {
  const canvas = new Canvas(44, 100);
  canvas.rect(21, 60, 3, 24, (x) => shade(wood, 4 - (x - 21)));
  canvas.ellipse(22, 84, 8, 3.5, (x) => shade(wood, 3.4 - (x - 22) / 5));
  for (let y = 28; y < 62; y++) {
    const half = 7 + 3 * Math.cos((y - 30) / 9) + (y > 54 ? 2 : 0);
    for (let x = Math.floor(22 - half); x < 22 + half; x++)
      canvas.set(x, y, shade(ramp, 3.8 - ((x - 22) / half) * 1.8 - (y > 58 ? 0.6 : 0)));
  }
  canvas.ellipse(22, 22, 5, 6, (x, y) => shade(ramp, 3.6 - (x - 22) * 0.35 - (y - 22) * 0.15));
  return standing(canvas.outline());
}

function stretchedHide(id: number): Canvas {
  const canvas = new Canvas(44, 80);
  for (const x of [5, 37]) canvas.rect(x, 18, 2, 48, shade(wood, 3));
  for (const y of [20, 60]) canvas.rect(3, y, 38, 2, shade(wood, 3.4));
  canvas.polygon(
    [
      [9, 26],
      [15, 23],
      [21, 27],
      [28, 23],
      [35, 26],
      [32, 40],
      [35, 55],
      [27, 52],
      [22, 57],
      [16, 52],
      [9, 55],
      [12, 40],
    ],
    (x, y) =>
      shade(
        id % 2 === 0 ? dirt : sand,
        3.6 - (x - 22) / 16 - (Math.abs(x - 22) < 2 ? 0.7 : 0) - (y - 40) / 40,
      ),
  );
  return standing(canvas.outline());
}

function bulletinBoard(): Canvas {
  const scene = new Scene();
  const face: Surface = (u, v, light) => {
    if (v < 4 || v > 40 || u < 1.5 || u > 20) return shade(wood, light);
    const note = (Math.floor(u / 6) * 5 + Math.floor((v - 4) / 11) * 3) % 4;
    const inNote = u % 6 > 1 && (v - 4) % 11 > 2;
    return note > 0 && inNote
      ? shade(note === 2 ? gold : plaster, light + 1.2 - ((v - 4) % 11 < 4 ? 0 : (Math.floor(v) % 2) * 0.8))
      : shade(oak, light - 0.4);
  };
  scene.box([0, 0.84, 5], [1, 0.94, 16], face, plain(wood));
  return finish(scene);
}

export const drawWorkshop: Recipe = ({ frame, id, kind, name }) => {
  if (kind === 'anvil') return anvil(id % 2 === 1);
  if (kind === 'forge') return forge(frame);
  if (kind === 'oven') return hearth(id !== 0x0930, brick, false);
  if (kind === 'fireplace') return hearth(id === 0x0967, stone, true);
  if (kind === 'spinning-wheel') return spinningWheel(id % 4 > 1);
  if (kind === 'loom') return loom(id % 2 === 1, (id >= 0x1061 && id <= 0x1062) || id > 0x1064);
  if (kind === 'easel') return easel(name.includes('canvas'), id);
  if (name === 'hay' || name.includes('hay shea') || name.includes('sheaf of hay'))
    return hay(name === 'hay');
  if (kind === 'training') return name.includes('butte') ? butte(id % 2 === 0) : dummy(sand);
  if (kind === 'dress-form') return dummy(cloth);
  if (kind === 'tanning-rack') return stretchedHide(id);
  if (kind === 'bulletin-board') return bulletinBoard();
  if (name === 'wig stand') return dummy(oak);
  if (name.includes('beehive')) return hay(false);
  if (/moulding board/.test(name))
    return new Scene().box([0.2, 0.3, 0], [0.8, 0.7, 0.6], plain(oak), levelBoards(oak, 5, 3)).picture();
  return name === 'cauldron' || name === 'spit' ? cauldron(iron) : null;
};

function cauldron(ramp: Ramp): Canvas {
  const scene = new Scene();
  scene.turned(
    [0.5, 0.5, 0],
    [
      [0, 6],
      [4, 11],
      [10, 12],
      [15, 9],
      [17, 11],
    ],
    plain(ramp, -0.8),
    (u, v, light) => (u * u + v * v > 0.66 ? shade(ramp, light - 0.8) : shade(dirt, 2)),
    0.5,
  );
  return finish(scene);
}
