import type { Canvas } from '../canvas.ts';
import type { Recipe } from '../graphics.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { plain, Scene, type Surface, standing } from '../scene.ts';
import { levelBoards } from '../surfaces.ts';

const { brick, cloth, dirt, gold, iron, oak, red, sand, snow, stone, water, wood } = RAMPS;

const finish = (scene: Scene): Canvas => standing(scene.crease(0.15).canvas.rim(), scene.canvas.width / 2);

/** Staves and hoops. */
const staves =
  (ramp: Ramp, tall: number): Surface =>
  (u, v, light) => {
    const hoop = [0.1, 0.36, 0.72, 0.94].some((at) => Math.abs(v - at * tall) < 1);
    if (hoop) return shade(iron, light + 0.2);
    const stave = Math.floor((Math.asin(Math.max(-1, Math.min(1, u))) / Math.PI + 0.5) * 9);
    return shade(ramp, light - 0.3 + (stave % 2 === 0 ? 0.25 : -0.35));
  };

export function barrel(options: { tall?: number; wide?: number; ramp?: Ramp; filling?: Ramp } = {}): Canvas {
  const { filling, ramp = wood, tall = 30, wide = 14 } = options;
  const scene = new Scene();
  const lid: Surface = (u, v, light) => {
    const rim = u * u + v * v > 0.72;
    if (rim) return shade(iron, light - 0.4);
    if (filling !== undefined)
      return shade(filling, light - 0.6 + (Math.floor(u * 9 + v * 4) % 5 === 0 ? 0.9 : 0));
    return shade(ramp, light - 0.7 + (Math.floor(u * 6 + 20) % 2 === 0 ? 0.4 : -0.3));
  };
  scene.turned(
    [0.5, 0.5, 0],
    [
      [0, wide * 0.8],
      [tall * 0.3, wide * 0.97],
      [tall * 0.55, wide],
      [tall, wide * 0.8],
    ],
    staves(ramp, tall),
    lid,
    0.56,
  );
  return finish(scene);
}

/** A small barrel on its side, on a stand. */
function keg(id: number): Canvas {
  const scene = new Scene();
  scene.box([0.2, 0.3, 0], [0.85, 0.75, 1.2], plain(wood, -0.5));
  const bands: Surface = (u, v, light) =>
    shade(Math.floor(v) % 12 < 2 ? iron : oak, light - 0.2 + (Math.floor(u * 5 + 10) % 2 === 0 ? 0.3 : -0.2));
  scene.nextPart().rod([0.28, 0.5, 3.8], [0.76, 0.5, 3.8], 10, bands);
  const [x, y] = scene.project([0.8, 0.5, 3.8]);
  scene.canvas.ellipse(x, y, 7.5, 9, (i, j) =>
    shade(
      Math.hypot((i - x) / 7.5, (j - y) / 9) > 0.8 ? iron : oak,
      2.6 - (Math.floor(i) % 3 === 0 ? 0.8 : 0),
    ),
  );
  if (id % 2 === 0) scene.canvas.rect(Math.round(x), Math.round(y + 2), 3, 5, shade(gold, 3));
  return finish(scene);
}

export function crate(size: number): Canvas {
  const scene = new Scene();
  const half = size / 2;
  const tall = size * 9;
  const wide = size * 22;
  const planks = levelBoards(oak, 6, 12);
  const face: Surface = (u, v, light) => {
    const edge = u < 3 || u > wide - 3 || v < 3 || v > tall * 4 - 3;
    const brace = Math.abs(v / (tall * 4) - u / wide) < 0.09;
    if (edge || brace) return shade(wood, light + 0.3 + (u < 1 || v < 1 ? -0.8 : 0));
    return planks(u, v, light - 0.3);
  };
  const top: Surface = (u, v, light) => {
    const edge = u < 3 || u > wide - 3 || v < 3 || v > wide - 3;
    return edge ? shade(wood, light) : planks(u, v, light - 0.4);
  };
  scene.box([0.5 - half, 0.5 - half, 0], [0.5 + half, 0.5 + half, tall], face, top);
  return finish(scene);
}

/** A chest with a rounded lid; its lock is to the south or the east. */
function chest(front: 'S' | 'E', body: Ramp, band: Ramp): Canvas {
  const scene = new Scene();
  const wood2 = levelBoards(body, 6, 14);
  const banded =
    (isFront: boolean, wide: number): Surface =>
    (u, v, light) => {
      const lock = isFront && Math.abs(u - wide / 2) < 2 && v > 9 && v < 15;
      if (lock) return shade(gold, light + 1);
      if (u < 2.5 || u > wide - 2.5 || v < 2 || Math.abs(v - 14) < 1)
        return shade(band, light + (v > 13 ? 0.8 : 0));
      if (isFront && (Math.abs(u - wide * 0.28) < 1.2 || Math.abs(u - wide * 0.72) < 1.2))
        return shade(band, light);
      return wood2(u, v, light);
    };
  const [x0, y0, x1, y1] = front === 'S' ? [0.1, 0.24, 0.9, 0.76] : [0.24, 0.1, 0.76, 0.9];
  const [dx, dy] = [(x1 - x0) * 22, (y1 - y0) * 22];
  scene.box([x0, y0, 0], [x1, y1, 3.8], banded(front === 'S', dx), plain(body), banded(front === 'E', dy));
  // The lid: steps of a round.
  for (let i = 0; i < 4; i++) {
    const inset = [0, 0.03, 0.08, 0.16][i]!;
    const z = 3.8 + i * 0.55;
    const [a, b, c, d] = front === 'S' ? [x0, y0 + inset, x1, y1 - inset] : [x0 + inset, y0, x1 - inset, y1];
    const lid: Surface = (u, v, light) => {
      const along = front === 'S' ? u : v;
      const long = front === 'S' ? dx : dy;
      const isBand =
        along < 2.5 ||
        along > long - 2.5 ||
        Math.abs(along - long * 0.28) < 1.2 ||
        Math.abs(along - long * 0.72) < 1.2;
      return shade(isBand ? band : body, light + (isBand ? 0.2 : -0.2) + i * 0.1);
    };
    scene.box(
      [a, b, z],
      [c, d, z + 0.56],
      front === 'S' ? (u, _v, l) => lid(u, 0, l + 0.5) : plain(body, 0.3),
      lid,
      front === 'E' ? (u, _v, l) => lid(0, u, l + 0.5) : plain(body, 0.3),
    );
  }
  return finish(scene);
}

function smallBox(body: Ramp, band: Ramp): Canvas {
  const scene = new Scene();
  scene.box([0.28, 0.3, 0], [0.76, 0.7, 2.4], plain(body), plain(body, -0.2));
  scene
    .nextPart()
    .box([0.27, 0.29, 2.4], [0.77, 0.71, 3.2], plain(body, 0.4), (u, v, light) =>
      shade(u < 1.5 || v < 1.5 || u > 9 || v > 7.6 ? band : body, light),
    );
  const [x, y] = scene.project([0.52, 0.71, 2.2]);
  scene.canvas.rect(Math.round(x) - 1, Math.round(y) - 1, 2, 3, shade(gold, 4));
  return finish(scene);
}

const woven: Surface = (u, v, light) =>
  shade(sand, light - 0.8 + ((Math.floor(u * 7 + 20) + Math.floor(v / 2)) % 2 === 0 ? 0.7 : -0.6));

function basket(id: number, filling: Ramp | null): Canvas {
  const scene = new Scene();
  scene.turned(
    [0.5, 0.5, 0],
    [
      [0, 9],
      [10, 12],
    ],
    woven,
    (u, v, light) => {
      if (u * u + v * v > 0.72) return shade(sand, light);
      return filling === null
        ? shade(dirt, 1.4)
        : shade(filling, light - 0.4 - (Math.floor(u * 4 + v * 3 + 10) % 2) * 1.2);
    },
    0.55,
  );
  const canvas = scene.canvas;
  if (id % 2 === 1) {
    const [x, y] = scene.project([0.5, 0.5, 2.5]);
    for (let i = -11; i <= 11; i++) {
      const high = Math.sqrt(1 - (i / 12) ** 2) * 13;
      canvas.rect(Math.round(x + i), Math.round(y - high), 1, 2, shade(sand, 3.5 - i / 12));
    }
  }
  return finish(scene);
}

export function sack(ramp: Ramp, open: boolean, filling: Ramp = snow): Canvas {
  const scene = new Scene();
  const fold: Surface = (u, v, light) =>
    shade(ramp, light + (Math.floor(u * 5 + v / 5 + 10) % 3 === 0 ? -0.6 : 0.1));
  const top: Surface = open ? (_u, _v, light) => shade(filling, light) : fold;
  scene.turned(
    [0.5, 0.5, 0],
    open
      ? [
          [0, 9],
          [4, 11],
          [12, 10],
          [15, 11],
        ]
      : [
          [0, 9],
          [4, 11.5],
          [10, 10],
          [15, 4],
          [17, 3],
          [20, 5],
        ],
    fold,
    top,
    0.55,
  );
  return finish(scene);
}

function backpack(ramp: Ramp): Canvas {
  const scene = new Scene();
  const hide: Surface = (u, v, light) =>
    shade(ramp, light + (Math.abs(u) < 0.12 ? -0.8 : 0) + (v < 2 ? -0.6 : 0));
  scene.turned(
    [0.5, 0.5, 0],
    [
      [0, 9],
      [3, 11],
      [12, 10],
      [17, 7],
      [19, 3],
    ],
    hide,
    hide,
    0.6,
  );
  const [x, y] = scene.project([0.5, 0.5, 0]);
  const { canvas } = scene;
  canvas.polygon(
    [
      [x - 9, y - 9],
      [x + 7, y - 6],
      [x + 8, y - 1],
      [x - 8, y - 2],
    ],
    (i, j) => shade(ramp, 4 - (i - x) / 9 - (j - y + 9) / 12),
  );
  canvas.line(x - 8, y - 2, x + 8, y - 1, shade(ramp, 0.6));
  canvas.rect(Math.round(x - 2), Math.round(y - 3), 3, 4, shade(gold, 4));
  canvas.rect(Math.round(x - 1), Math.round(y - 1), 1, 3, shade(gold, 1.6));
  return finish(scene);
}

export function bucket(ramp: Ramp = wood, filling: Ramp | null = water): Canvas {
  const scene = new Scene();
  scene.turned(
    [0.5, 0.5, 0],
    [
      [0, 7],
      [13, 9],
    ],
    staves(ramp, 13),
    (u, v, light) => {
      if (u * u + v * v > 0.7) return shade(ramp, light);
      return filling === null ? shade(ramp, 0.6) : shade(filling, light - 0.7 + (u + v < -0.2 ? 0.9 : 0));
    },
    0.5,
  );
  const [x, y] = scene.project([0.5, 0.5, 3.25]);
  for (let i = -9; i <= 9; i++) {
    const high = Math.sqrt(1 - (i / 9.5) ** 2) * 8;
    scene.canvas.dot(x + i, y - high, shade(iron, 3.6 - i / 8));
  }
  return finish(scene);
}

export const drawContainers: Recipe = ({ id, kind, name }) => {
  if (/keg|barrel tap/.test(name)) return name === 'keg' ? keg(id) : null;
  if (kind === 'barrel' || name === 'barrel' || name.includes('water barrel')) {
    if (/broken|tap|lid|unfinished/.test(name))
      return name.includes('unfinished') ? barrel({ tall: 24, filling: dirt }) : null;
    return barrel(
      name.includes('water') ? { filling: water } : id === 0x0fae ? { tall: 24, filling: snow } : {},
    );
  }
  if (kind === 'crate' || name.includes('crate'))
    return crate(
      name.includes('small') || id === 0x0e7e || id === 0x09a9
        ? 0.55
        : id >= 0x0e3e && id <= 0x0e3f
          ? 0.68
          : 0.86,
    );
  if (kind === 'chest' || (name.includes('chest') && !name.includes('drawers'))) {
    const front = [0x0e40, 0x0e42, 0x0e7c].includes(id) ? 'E' : 'S';
    return name.includes('metal') || name.includes('strong')
      ? chest(front, name.includes('strong') ? stone : gold, iron)
      : chest(front, wood, iron);
  }
  if (kind === 'box')
    return name.includes('metal')
      ? smallBox(iron, gold)
      : name.includes('gift')
        ? smallBox(red, gold)
        : smallBox(oak, wood);
  if (kind === 'basket' || name === 'bushel')
    return basket(id, name.includes('fruit') || name === 'bushel' ? red : null);
  if (/sack of flour/.test(name)) return sack(sand, name.includes('open'));
  if (name === 'bag') return sack(cloth, false);
  if (name === 'pouch' || name === 'belt pouch') return sack(dirt, false);
  if (name === 'backpack') return backpack(dirt);
  if (/bucket/.test(name)) return bucket(wood, name.includes('battered') ? null : water);
  if (name.includes('tub'))
    return barrel({ tall: 13, wide: 14, filling: name.includes('dye') ? cloth : wood });
  if (name.includes('basin')) return bucket(brick, water);
  return null;
};
