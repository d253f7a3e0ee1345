import { TOWN_PIECES } from '../../worldgen/data/pieces.ts';
import { Canvas } from '../canvas.ts';
import type { Graphic, Recipe } from '../graphics.ts';
import { chance, hash } from '../noise.ts';
import { CLEAR, RAMPS, type Ramp, shade } from '../palette.ts';
import { HALF, plain, Scene, type Surface, standing } from '../scene.ts';
import { courses } from '../surfaces.ts';
import { SIGN_EMBLEMS } from './sign-emblems.ts';

const { blue, brick, gold, grass, iron, jade, oak, plaster, red, snow, stone, violet, water, wood } = RAMPS;

const finish = (scene: Scene): Canvas => standing(scene.crease(0.15).canvas.rim(), scene.canvas.width / 2);

function fence(edge: string, ramp: Ramp, height: number): Canvas {
  const scene = new Scene();
  const metal = ramp === iron;
  const rails: Surface = (u, v, light) => {
    const [x, y] = [Math.floor(u), Math.floor(v)];
    const post = metal ? x % 5 < 2 : x % 11 < 3;
    const rail = metal
      ? y === 6 || y === 7 || y === height * 4 - 8
      : (y >= 7 && y < 10) || (y >= 16 && y < 19);
    if (metal && y >= height * 4 - 4 && x % 5 !== 0) return CLEAR;
    return post || rail ? shade(ramp, light + (x % 5 === 0 ? 0.7 : 0)) : CLEAR;
  };
  const none: Surface = () => CLEAR;
  if (edge !== 'NS') scene.box([0, 0.9, 0], [1, 0.94, height], rails, none, none);
  if (edge !== 'EW') scene.box([0.9, 0, 0], [0.94, 1, height], none, none, rails);
  if (edge === 'SE')
    scene.nextPart().box([0.86, 0.86, 0], [0.98, 0.98, height + 1], plain(ramp, -0.3), plain(ramp));
  return finish(scene);
}

/** A board that hangs from an arm, with the emblem of a trade. */
function sign({ id, name, part }: Graphic): Canvas {
  const scene = new Scene();
  const brass = name.includes('brass');
  const ramp = brass ? gold : oak;
  const emblem = SIGN_EMBLEMS.find(([word]) => `${name} ${part}`.includes(word))?.[1];
  const guild = /guild/.test(name);
  const face: Surface = (u, v, light) => {
    const [x, y] = [Math.floor(u), Math.floor(v)];
    const [w, h] = [16, 20];
    if (x < 1 || y < 1 || x > w - 1 || y > h - 2) return shade(wood, light - 0.6);
    const row = emblem?.rows[h - 4 - y];
    const mark = row?.[x - 3];
    if (mark !== undefined && mark !== '.')
      return shade(emblem!.ramps[mark === '#' ? 0 : 1] ?? plaster, light + 1);
    return shade(guild ? [red, blue, violet, jade][hash(id >> 1) % 4]! : ramp, light - (guild ? 0.8 : -0.2));
  };
  const none: Surface = () => CLEAR;
  const north = id % 2 === 1;
  if (north) {
    scene.box([0.12, 0.46, 9], [0.86, 0.54, 14.2], face, plain(wood), plain(wood));
    scene.nextPart().box([0, 0.48, 15.4], [1, 0.52, 16.2], plain(iron), plain(iron));
    for (const at of [0.24, 0.72])
      scene.box([at, 0.49, 14], [at + 0.05, 0.51, 15.4], plain(iron), none, none);
  } else {
    scene.box([0.46, 0.14, 9], [0.54, 0.88, 14.2], plain(wood), plain(wood), face);
    scene.nextPart().box([0.48, 0, 15.4], [0.52, 1, 16.2], plain(iron), plain(iron));
    for (const at of [0.24, 0.72])
      scene.box([0.49, at, 14], [0.51, at + 0.05, 15.4], none, none, plain(iron));
  }
  return finish(scene);
}

function signPost(id: number, ramp: Ramp): Canvas {
  const scene = new Scene();
  scene.turned(
    [0.5, 0.5, 0],
    [
      [0, 4],
      [72, 3],
    ],
    plain(ramp),
    plain(ramp),
    0.6,
  );
  if (id % 2 === 1) scene.nextPart().box([0.5, 0.47, 15.4], [1.4, 0.53, 16.4], plain(ramp), plain(ramp));
  else scene.nextPart().box([0.47, 0.5, 15.4], [0.53, 1.4, 16.4], plain(ramp), plain(ramp));
  return finish(scene);
}

/** The whole fountain, four tiles by four. It is drawn a tile further back than it stands, so that the canvas holds its front. */
function wholeFountain(frame: number): { scene: Scene; canvas: Canvas } {
  const scene = new Scene({ reach: 132, rise: 240 });
  const masonry = courses(stone, 11, 6, 7);
  const basin: Surface = (u, v, light) => {
    const edge = Math.min(u, v, 88 - u, 88 - v);
    if (edge < 6) return shade(stone, light + (edge < 1.4 || edge > 5 ? -0.9 : 0.2));
    const ripple = Math.floor(Math.hypot(u - 44, v - 44) - frame * 3) % 9;
    return shade(water, 3 + (ripple === 0 ? 1.5 : ripple < 3 ? 0.5 : 0) - (edge < 9 ? 1 : 0));
  };
  scene.box([-3, -3, 0], [1, 1, 5], masonry, basin);
  scene.nextPart().turned(
    [-1, -1, 4.4],
    [
      [0, 12],
      [4, 8],
      [30, 5],
      [32, 16],
      [37, 19],
    ],
    plain(stone),
    (u, v, light) =>
      u * u + v * v > 0.8
        ? shade(stone, light)
        : shade(water, 4 + (Math.floor(u * 7 + v * 5 + frame * 2 + 30) % 4 === 0 ? 1 : 0)),
    0.5,
  );
  scene.nextPart().turned(
    [-1, -1, 12.6],
    [
      [0, 5],
      [10, 3],
      [12, 8],
      [15, 9],
    ],
    plain(stone, 0.2),
    plain(water, 1),
    0.5,
  );
  const canvas = scene.crease(0.2).canvas;
  const [x, y] = scene.project([-1, -1, 12.4]);
  for (let i = 0; i < 26; i++) {
    const side = i % 2 === 0 ? -1 : 1;
    const reach = 9 + chance(i, 3, 2) * 14;
    for (let t = 0; t < 1; t += 0.05) {
      const px = x + side * t * reach;
      const py = y - 18 * Math.sin(t * Math.PI * 0.62) + t * t * 40;
      if ((Math.floor(t * 20) + i + frame * 2) % 3 > 0)
        canvas.set(Math.round(px), Math.round(py), shade(snow, 5 - t * 2));
    }
  }
  return { scene, canvas };
}

const FOUNTAINS = new Map<number, ReturnType<typeof wholeFountain>>();

/** The part of the fountain that one of its graphics shows: a strip of its front, or what lies behind that. */
function fountainPiece(dx: number, dy: number, frame: number): Canvas {
  let whole = FOUNTAINS.get(frame);
  if (whole === undefined) {
    whole = wholeFountain(frame);
    FOUNTAINS.set(frame, whole);
  }
  const { scene, canvas } = whole;
  const [px, py] = scene.project([dx - 1, dy - 1, 0]);
  const [middle, ground] = scene.project([1, 1, 0]);
  const isFront = dx === 1 || dy === 1;
  const corner = dx === 1 && dy === 1;
  // A front piece shows the strip above its own stretch of the edge; those behind show what is higher in the same strips.
  const left = corner || (isFront ? dy === 1 : dx <= dy) ? -HALF : 0;
  const right = corner || (isFront ? dx === 1 : dy <= dx) ? HALF : 0;
  const split = (x: number): number => ground - 2 * HALF - Math.abs(x - middle) - 10;
  const isPart = (x: number, y: number): boolean => {
    if (x < px + left || x >= px + right) return false;
    const alone = isFront && (dx === -2 || dy === -2);
    return isFront ? alone || y >= split(x) : y < split(x);
  };
  const tile = canvas.map((index, x, y) => (isPart(x, y) ? index : CLEAR));
  return standing(
    tile.crop(0, 0, tile.width, Math.round(py) + 44).crop(Math.round(px) - 66, 0, 132, Math.round(py) + 44),
    66,
  );
}

function statue(ramp: Ramp, id: number): Canvas {
  const scene = new Scene();
  scene.box([0.2, 0.2, 0], [0.8, 0.8, 4], courses(ramp, 11, 8, 3), plain(ramp));
  const { canvas } = scene;
  const [x, y] = scene.project([0.5, 0.5, 4]);
  const robe = (from: number, to: number, a: number, b: number): void => {
    for (let j = from; j < to; j++) {
      const t = (j - from) / (to - from);
      const half = a + (b - a) * t;
      for (let i = Math.ceil(-half); i <= half; i++) {
        canvas.set(
          Math.round(x + i),
          Math.round(y - 62 + j),
          shade(ramp, 3.8 - (i / half) * 1.7 - (Math.abs(i + j * 0.2) % 4 < 1 ? 0.8 : 0)),
        );
      }
    }
  };
  robe(20, 62, 6, 10);
  robe(14, 22, 5, 9);
  canvas.ellipse(x, y - 52, 5, 6, (i, j) => shade(ramp, 4 - (i - x) * 0.35 - (j - y + 52) * 0.2));
  const side = id % 2 === 0 ? -1 : 1;
  canvas.stroke(x + side * 8, y - 42, x + side * 14, y - 56, 3.5, shade(ramp, side < 0 ? 4 : 2));
  canvas.stroke(x - side * 8, y - 42, x - side * 9, y - 22, 3.5, shade(ramp, side < 0 ? 2 : 4));
  return standing(canvas.outline(), canvas.width / 2);
}

function bust(): Canvas {
  const canvas = new Canvas(44, 70);
  canvas.rect(15, 48, 15, 5, (x) => shade(snow, 3.6 - (x - 15) / 8));
  canvas.ellipse(22, 44, 10, 5, (x, y) => shade(snow, 3.8 - (x - 22) * 0.2 - (y - 44) * 0.2));
  canvas.rect(19, 36, 6, 8, (x) => shade(snow, 3.6 - (x - 19) * 0.4));
  canvas.ellipse(22, 30, 6, 8, (x, y) => shade(snow, 4.4 - (x - 22) * 0.35 - (y - 30) * 0.12));
  canvas.rect(19, 29, 2, 1, shade(snow, 1));
  canvas.rect(23, 29, 2, 1, shade(snow, 1));
  return standing(canvas.outline());
}

function vase(ramp: Ramp, tall: number, band: Ramp): Canvas {
  const scene = new Scene();
  scene.turned(
    [0.5, 0.5, 0],
    [
      [0, tall * 0.2],
      [tall * 0.35, tall * 0.36],
      [tall * 0.75, tall * 0.18],
      [tall * 0.85, tall * 0.16],
      [tall, tall * 0.26],
    ],
    (_u, v, light) => shade(Math.abs(v - tall * 0.45) < tall * 0.08 ? band : ramp, light),
    (u, v) => (u * u + v * v > 0.6 ? shade(ramp, 4) : shade(RAMPS.ink, 0)),
    0.4,
  );
  return finish(scene);
}

function ankh(): Canvas {
  const canvas = new Canvas(44, 90);
  const paint = (x: number, y: number): number => shade(gold, 4.2 - (x - 22) * 0.12 - (y - 40) * 0.02);
  canvas.stroke(22, 48, 22, 80, 6, paint);
  canvas.stroke(9, 50, 35, 50, 6, paint);
  for (let a = 0; a < 90; a++) {
    const t = (a / 90) * Math.PI * 2;
    canvas.ellipse(22 + Math.cos(t) * 8, 34 + Math.sin(t) * 12, 2.6, 2.6, paint);
  }
  return standing(canvas.outline());
}

/** Hung on a wall: on one that runs east to west (left) or north to south (right). */
function hung(eastWest: boolean, wide: number, low: number, high: number, face: Surface): Canvas {
  const scene = new Scene();
  const none: Surface = () => CLEAR;
  const margin = (1 - wide) / 2;
  if (eastWest) scene.box([margin, 0.02, low], [1 - margin, 0.06, high], face, plain(wood), plain(wood));
  else scene.box([0.02, margin, low], [0.06, 1 - margin, high], none, plain(wood), face);
  return finish(scene);
}

const portrait =
  (id: number, wide: number, high: number): Surface =>
  (u, v, light) => {
    if (u < 2 || v < 2 || u > wide - 2 || v > high - 2) return shade(gold, light + 0.4);
    const [x, y] = [u - wide / 2, v - high / 2];
    if (id % 2 === 0) {
      if (Math.hypot(x, y - 4) < 4) return shade(RAMPS.skin, 4 - x * 0.3);
      if (Math.hypot(x, y - 6) < 5) return shade(wood, 2);
      if (y < 0 && Math.abs(x) < 6 + y * -0.2) return shade([red, blue, violet][id % 3]!, 3 - x * 0.2);
      return shade(brick, 1);
    }
    const land = Math.sin(u / 3 + id) * 2;
    return y < land - 2 ? shade(grass, 3 + y * 0.1) : y < land + 3 ? shade(blue, 3) : shade(plaster, 4);
  };

const woven: Surface = (u, v, light) => {
  const edge = u < 2 || u > 18 || v < 3;
  const diamond = (Math.abs(u - 10) + Math.abs((v % 20) - 10)) % 6 < 2;
  return shade(edge ? gold : diamond ? gold : red, light - (edge ? 0 : 0.2));
};

const arms =
  (id: number): Surface =>
  (u, v, light) => {
    const [x, y] = [u - 10, v - 14];
    const shield = Math.abs(x) < 7 - Math.max(0, -y - 2) * 0.55 && y > -12 && y < 10;
    const blade = Math.abs(Math.abs(x) - Math.abs(y)) < 1.3 && Math.abs(x) < 12;
    if (shield && id < 0x1560)
      return shade(Math.abs(x) < 1.2 || Math.abs(y) < 1.2 ? gold : [red, blue][id % 2]!, light + 0.3);
    if (blade) return shade(iron, light + (x * y > 0 ? 1 : 0));
    return shield ? shade([red, blue, violet][id % 3]!, light) : CLEAR;
  };

export const drawTown: Recipe = (graphic) => {
  const { frame, id, kind, name } = graphic;
  const piece = TOWN_PIECES.fountain.find(([of]) => of === id);
  if (piece !== undefined) return fountainPiece(piece[1], piece[2], frame);
  switch (kind) {
    case 'fence':
    case 'railing':
      return fence(graphic.orient, graphic.material === 'metal' ? iron : wood, graphic.height || 6);
    case 'sign':
      return sign(graphic);
    case 'signpost':
      return signPost(id, graphic.material === 'metal' ? iron : name.includes('light') ? oak : wood);
    case 'statue':
      if (name === 'bust') return bust();
      return name.includes('bell') ? null : statue(stone, id);
    case 'vase':
      return vase(
        name === 'urn' ? stone : name.includes('large') ? blue : brick,
        name === 'urn' ? 24 : name.includes('large') ? 34 : 20,
        name === 'urn' ? iron : gold,
      );
    case 'ankh':
      return ankh();
    case 'pedestal':
      return new Scene()
        .box([0.2, 0.2, 0], [0.8, 0.8, 5], courses(snow, 11, 8, 3, 0.4), plain(snow))
        .picture();
    case 'fountain':
      return vaseFountain(frame);
    case 'painting':
      return hung(id % 2 === 1, 0.8, 9, 15, portrait(id, 17, 24));
    case 'tapestry':
      return hung(true, 0.94, 5, 17, woven);
    case 'wall-hanging':
      return hung(id % 2 === 0, 0.94, 8, 16, arms(id));
    default:
      return null;
  }
};

function vaseFountain(frame: number): Canvas {
  const scene = new Scene();
  scene.turned(
    [0.5, 0.5, 0],
    [
      [0, 12],
      [3, 8],
      [14, 5],
      [17, 14],
      [22, 17],
    ],
    plain(stone),
    (u, v, light) =>
      u * u + v * v > 0.8
        ? shade(stone, light)
        : shade(water, 4 + (Math.floor(u * 7 + v * 5 + frame * 2 + 30) % 4 === 0 ? 1 : 0)),
    0.5,
  );
  return finish(scene);
}
