import type { Canvas } from '../canvas.ts';
import type { Graphic, Recipe } from '../graphics.ts';
import { chance } from '../noise.ts';
import { CLEAR, RAMPS, type Ramp, shade } from '../palette.ts';
import { plain, Scene, type Surface, standing } from '../scene.ts';
import { levelBoards, uprightBoards } from '../surfaces.ts';

const { blue, brick, gold, iron, oak, plaster, red, sand, snow, stone, violet, wood } = RAMPS;

type Side = 'N' | 'E' | 'S' | 'W';

/** Wood seen from above: boards that run along x. */
const boardTop =
  (ramp: Ramp, seed: number): Surface =>
  (u, v, light) =>
    shade(
      ramp,
      light -
        0.5 +
        (Math.floor(v) % 7 === 6 ? -0.9 : 0) +
        (chance(Math.floor(u / 5), Math.floor(v), seed) < 0.12 ? -0.5 : 0),
    );

const finish = (scene: Scene): Canvas => standing(scene.crease(0.15).canvas.rim(), scene.canvas.width / 2);

const rampOfMaterial = ({ material, name }: Graphic): Ramp => {
  const words = `${material} ${name}`;
  if (/marble/.test(words)) return snow;
  if (/sandstone/.test(words)) return sand;
  if (/stone/.test(words)) return stone;
  if (/bamboo|rattan|straw/.test(words)) return sand;
  if (/log|light|rustic|elven/.test(words)) return oak;
  return wood;
};

const isWood = (ramp: Ramp): boolean => ramp === wood || ramp === oak || ramp === sand;
const side = (ramp: Ramp): Surface => (isWood(ramp) ? levelBoards(ramp, 6, 71) : plain(ramp, -0.2));
const upright = (ramp: Ramp): Surface => (isWood(ramp) ? uprightBoards(ramp, 5.5, 72) : plain(ramp, -0.2));

function legs(scene: Scene, ramp: Ramp, inset: number, height: number, thick = 0.13): void {
  const far = 1 - inset - thick;
  for (const [x, y] of [
    [inset, inset],
    [far, inset],
    [inset, far],
    [far, far],
  ] as const) {
    scene.nextPart().box([x, y, 0], [x + thick, y + thick, height], plain(ramp, -0.4));
  }
}

function table(ramp: Ramp, height = 6, inset = 0.03): Canvas {
  const scene = new Scene();
  legs(scene, ramp, inset + 0.06, height - 1);
  scene
    .nextPart()
    .box([inset, inset, height - 1.2], [1 - inset, 1 - inset, height], side(ramp), boardTop(ramp, 3));
  return finish(scene);
}

function counter(ramp: Ramp): Canvas {
  const scene = new Scene();
  scene.box([0.06, 0.06, 0], [0.94, 0.94, 5.2], upright(ramp), boardTop(ramp, 4));
  scene.nextPart().box([0, 0, 5.2], [1, 1, 6.2], plain(oak), boardTop(oak, 5));
  return finish(scene);
}

/** A seat with its back away from where the sitter looks. */
function chair(
  faces: Side,
  ramp: Ramp,
  options: { back?: number; seat?: Ramp; arms?: boolean } = {},
): Canvas {
  const { arms = false, back = 12, seat = ramp } = options;
  const scene = new Scene();
  const [low, high] = [0.22, 0.78];
  legs(scene, ramp, low, 4, 0.1);
  scene
    .nextPart()
    .box(
      [low, low, 3.6],
      [high, high, 4.6],
      plain(ramp),
      seat === ramp ? boardTop(ramp, 6) : plain(seat, -0.6),
    );
  const slats: Surface = (u, v, light) =>
    v > 4 && v < back * 4 - 26 && Math.floor(u) % 4 === 2
      ? CLEAR
      : shade(ramp, light + (v > back * 4 - 22 ? 0.5 : 0));
  const backs: Record<Side, readonly [readonly [number, number], readonly [number, number]]> = {
    S: [
      [low, low],
      [high, low + 0.09],
    ],
    N: [
      [low, high - 0.09],
      [high, high],
    ],
    E: [
      [low, low],
      [low + 0.09, high],
    ],
    W: [
      [high - 0.09, low],
      [high, high],
    ],
  };
  const [a, b] = backs[faces];
  scene.nextPart().box([a[0], a[1], 4.6], [b[0], b[1], back], slats, plain(ramp));
  if (arms) {
    const alongX = faces === 'E' || faces === 'W';
    for (const at of [low, high - 0.08]) {
      const [x0, y0, x1, y1] = alongX ? [low, at, high, at + 0.08] : [at, low, at + 0.08, high];
      scene.nextPart().box([x0, y0, 4.6], [x1, y1, 7.6], plain(ramp, -0.2));
    }
  }
  return finish(scene);
}

function bench(alongX: boolean, ramp: Ramp): Canvas {
  const scene = new Scene();
  const box = (
    a: number,
    b: number,
    c: number,
    d: number,
    z0: number,
    z1: number,
    surface: Surface,
  ): void => {
    if (alongX) scene.nextPart().box([a, b, z0], [c, d, z1], surface, boardTop(ramp, 8));
    else scene.nextPart().box([b, a, z0], [d, c, z1], surface, boardTop(ramp, 8));
  };
  box(0.06, 0.34, 0.2, 0.68, 0, 3.6, plain(ramp, -0.5));
  box(0.8, 0.34, 0.94, 0.68, 0, 3.6, plain(ramp, -0.5));
  box(0, 0.28, 1, 0.74, 3.4, 4.4, plain(ramp));
  return finish(scene);
}

function stool(ramp: Ramp): Canvas {
  const scene = new Scene();
  legs(scene, ramp, 0.3, 4, 0.08);
  scene.nextPart().turned(
    [0.5, 0.5, 3.8],
    [
      [0, 11],
      [3, 11],
    ],
    plain(ramp),
    plain(ramp),
    0.75,
  );
  return finish(scene);
}

/** Part of a bed on one tile: which sides are its ends, and whether a pillow lies on it. */
function bed(head: Side | null, foot: Side | null, blanket: Ramp, height = 4): Canvas {
  const scene = new Scene();
  const [x0, x1] = [head === 'W' || foot === 'W' ? 0.08 : 0, head === 'E' || foot === 'E' ? 0.92 : 1];
  const [y0, y1] = [head === 'N' || foot === 'N' ? 0.08 : 0, head === 'S' || foot === 'S' ? 0.92 : 1];
  scene.box([x0, y0, 0], [x1, y1, height - 1.4], side(wood), plain(wood));
  const quilt: Surface = (u, v, light) => {
    const square = (Math.floor(u / 5.5) + Math.floor(v / 5.5)) % 2 === 0;
    return shade(blanket, light - (square ? 0.5 : 1.1));
  };
  scene
    .nextPart()
    .box([x0, y0, height - 1.4], [x1, y1, height], plain(plaster), head === null ? quilt : plain(snow, -0.5));
  if (head !== null) {
    const pillow = { N: [0.5, 0.26], S: [0.5, 0.74], W: [0.26, 0.5], E: [0.74, 0.5] }[head] as [
      number,
      number,
    ];
    const [w, d] = head === 'N' || head === 'S' ? [0.3, 0.14] : [0.14, 0.3];
    scene
      .nextPart()
      .box(
        [pillow[0] - w, pillow[1] - d, height],
        [pillow[0] + w, pillow[1] + d, height + 1],
        plain(snow, -0.4),
        plain(snow, 0.3),
      );
    // The blanket is turned back in the other half.
    const [bx0, by0, bx1, by1] = {
      N: [x0, 0.62, x1, y1],
      S: [x0, y0, x1, 0.38],
      W: [0.62, y0, x1, y1],
      E: [x0, y0, 0.38, y1],
    }[head] as [number, number, number, number];
    scene.nextPart().box([bx0, by0, height - 0.2], [bx1, by1, height + 0.3], plain(blanket, -0.4), quilt);
  }
  for (const [end, tall] of [
    [head, height + 6],
    [foot, height + 2],
  ] as const) {
    if (end === null) continue;
    const boards: Record<Side, readonly [number, number, number, number]> = {
      N: [0, 0, 1, 0.1],
      S: [0, 0.9, 1, 1],
      W: [0, 0, 0.1, 1],
      E: [0.9, 0, 1, 1],
    };
    const [a, b, c, d] = boards[end];
    scene.nextPart().box([a, b, 0], [c, d, tall], upright(wood), plain(wood));
  }
  return finish(scene);
}

const BEDS: Readonly<Record<number, () => Canvas>> = {
  2659: () => bed('N', null, red),
  2652: () => bed(null, 'S', red),
  2653: () => bed('W', null, red),
  2658: () => bed(null, 'E', red),
  2691: () => bed('N', null, blue, 5),
  2690: () => bed('N', null, blue, 5),
  2687: () => bed(null, 'S', blue, 5),
  2686: () => bed(null, 'S', blue, 5),
};

/** A cupboard with its front to the south or the east. */
function cupboard(front: 'S' | 'E', height: number, face: Surface, ramp: Ramp): Canvas {
  const scene = new Scene();
  const plainSide = upright(ramp);
  const [from, to] =
    front === 'S'
      ? ([
          [0.04, 0.12, 0],
          [0.96, 0.8, height],
        ] as const)
      : ([
          [0.12, 0.04, 0],
          [0.8, 0.96, height],
        ] as const);
  scene.box(from, to, front === 'S' ? face : plainSide, boardTop(ramp, 2), front === 'S' ? plainSide : face);
  return finish(scene);
}

const drawers =
  (ramp: Ramp): Surface =>
  (u, v, light) => {
    const y = Math.floor(v) % 10;
    const knob = Math.abs(u - 10) < 1.2 && Math.abs(y - 5) < 1.2;
    if (knob) return shade(gold, 4);
    return shade(ramp, light + (y === 0 || u < 2 || u > 18 ? -1.3 : y === 9 ? 0.7 : 0));
  };

const doors =
  (ramp: Ramp): Surface =>
  (u, v, light) => {
    const x = u < 10 ? u : 20 - u;
    if (Math.abs(x - 8.5) < 1 && Math.abs(v - 30) < 2) return shade(gold, 4);
    const panel = x > 2.5 && x < 7 && ((v > 6 && v < 28) || (v > 32 && v < 54));
    const line = Math.floor(u) === 10 || v < 2 || v > 57;
    return shade(
      ramp,
      light +
        (line ? -1.5 : panel ? -0.7 : 0.2) +
        (chance(Math.floor(u), Math.floor(v / 6), 9) < 0.1 ? -0.4 : 0),
    );
  };

const BOOKS: readonly Ramp[] = [red, blue, RAMPS.leaf, gold, violet, brick, plaster];

const shelvesOf =
  (ramp: Ramp, seed: number, full = true): Surface =>
  (u, v, light) => {
    const [x, y] = [Math.floor(u), Math.floor(v)];
    const shelf = y % 13;
    if (shelf < 2 || x < 1 || x > 18) return shade(ramp, light + (shelf === 1 ? 0.8 : 0));
    if (!full) return shade(ramp, light - 1.8);
    const book = Math.floor(x / 2.4);
    const tall = 7 + Math.floor(chance(book, Math.floor(y / 13), seed) * 4);
    if (shelf - 2 >= tall || chance(book, Math.floor(y / 13), seed + 4) < 0.1) return shade(RAMPS.ink, 1);
    const of = BOOKS[Math.floor(chance(book, Math.floor(y / 13), seed + 1) * BOOKS.length)]!;
    const band = shelf - 2 === tall - 3 ? 1.4 : 0;
    return shade(of, light - 0.4 + band + (x % 2.4 < 1 ? 0.4 : -0.5));
  };

/** Whether a piece of the classic runs has its front to the south (first) or the east. */
function frontOf({ id, orient }: Graphic): 'S' | 'E' {
  if (orient.includes('faces')) return /[SN]$/.test(orient) ? 'S' : 'E';
  const east = [0x0a34, 0x0a30, 0x0a53, 0x0a51, 0x0a99, 0x0a9a, 0x0a9c, 0x0e40, 0x0e42, 0x0a38, 0x0a48];
  return east.includes(id) || (id >= 0x0a30 && id < 0x0a4c && (id & 4) !== 0) ? 'E' : 'S';
}

function facesOf({ id, orient }: Graphic): Side {
  const letter = /faces ([NESW])/.exec(orient)?.[1];
  return (letter ?? ['E', 'S', 'N', 'W'][id % 4]!) as Side;
}

function throne(graphic: Graphic): Canvas {
  return chair(facesOf(graphic), gold, { back: 17, seat: red, arms: true });
}

function desk(id: number): Canvas {
  const scene = new Scene();
  legs(scene, wood, 0.08, 5);
  scene.nextPart().box([0.02, 0.02, 4.6], [0.98, 0.98, 6.2], drawers(wood), boardTop(wood, 3));
  scene.nextPart().box([0.3, 0.3, 6.2], [0.65, 0.7, 6.4], plain(plaster), plain(plaster, 0.6));
  scene.nextPart().rod([0.8, 0.4, 6.3], [0.72, 0.5, 9], 0.8, plain(id % 2 === 0 ? snow : blue, 0.6));
  return finish(scene);
}

function displayCase(): Canvas {
  const scene = new Scene();
  scene.box([0.05, 0.05, 0], [0.95, 0.95, 3.5], upright(wood), plain(red, -0.5));
  scene.nextPart().box(
    [0.05, 0.05, 3.5],
    [0.95, 0.95, 6.5],
    (u, v, light) => shade(RAMPS.slate, light + (Math.floor(u + v) % 9 < 2 ? 1.6 : 0)),
    (u, v, light) => shade(RAMPS.slate, light + (Math.floor(u - v) % 11 < 2 ? 1 : -0.6)),
  );
  return finish(scene);
}

function screen(id: number): Canvas {
  const scene = new Scene();
  const panes: Surface = (u, v, light) => {
    const [x, y] = [Math.floor(u) % 11, Math.floor(v) % 17];
    return x === 0 || y === 0 || v > 66 ? shade(wood, light) : shade(plaster, light + 0.8);
  };
  if (id % 2 === 0) scene.box([0, 0.46, 0], [1, 0.54, 17], panes, plain(wood));
  else scene.box([0.46, 0, 0], [0.54, 1, 17], panes, plain(wood));
  return finish(scene);
}

function trough(id: number): Canvas {
  const scene = new Scene();
  scene.box([0.1, 0.2, 0], [0.9, 0.8, 4.5], levelBoards(wood, 6, 4), (u, v, light) =>
    u < 1.6 || v < 1.6 || u > 15.6 || v > 11.2
      ? shade(wood, light)
      : shade(RAMPS.water, 3 + (Math.floor(u + v * 2 + id) % 9 === 0 ? 1 : 0)),
  );
  return finish(scene);
}

function bedroll(id: number): Canvas {
  const scene = new Scene();
  const ramp = [RAMPS.moss, brick, blue][id % 3]!;
  const surface: Surface = (_u, v, light) => shade(ramp, light - 0.2 + (Math.floor(v) % 9 < 2 ? -1 : 0));
  if (id % 2 === 0) scene.rod([0.2, 0.5, 1.4], [0.85, 0.5, 1.4], 6, surface);
  else
    scene.box([0.05, 0.25, 0], [0.95, 0.8, 0.7], plain(ramp, -0.6), (u, _v, light) =>
      shade(u < 5 ? plaster : ramp, light - (Math.floor(u) % 6 === 0 ? 1 : 0.4)),
    );
  return finish(scene);
}

export const drawFurniture: Recipe = (graphic) => {
  const { id, kind, name } = graphic;
  const ramp = rampOfMaterial(graphic);
  switch (kind) {
    case 'table':
      return /leg/.test(name) ? null : table(ramp, name.includes('low') ? 3.5 : 6);
    case 'counter':
      return name === 'counter' ? counter(wood) : null;
    case 'desk':
      return desk(id);
    case 'chair':
      if (/broken/.test(name)) return null;
      return chair(
        facesOf(graphic),
        ramp,
        name.includes('covered')
          ? { seat: red, back: 13 }
          : id < 0x0b52
            ? { seat: red, back: 13 }
            : { back: 11 },
      );
    case 'throne':
      return throne(graphic);
    case 'bench':
      return bench(/N\/S|faces S/.test(graphic.orient) ? true : !/E/.test(graphic.orient), ramp);
    case 'stool':
      return stool(ramp);
    case 'bed':
      return (
        BEDS[id]?.() ??
        bed(
          id % 2 === 0 ? 'N' : null,
          id % 2 === 0 ? null : 'S',
          name.includes('nails') ? iron : [red, blue, RAMPS.leaf][id % 3]!,
        )
      );
    case 'bedroll':
      return bedroll(id);
    case 'bookcase':
      return cupboard(
        frontOf(graphic),
        15,
        shelvesOf(wood, id, !name.includes('ruined') && id !== 0x0a9d),
        wood,
      );
    case 'shelf':
      return cupboard(frontOf(graphic), 15, shelvesOf(wood, id, false), wood);
    case 'cabinet':
      if (name.includes('armoire'))
        return cupboard(frontOf(graphic), 15, doors(id % 3 === 0 ? oak : wood), id % 3 === 0 ? oak : wood);
      return cupboard(frontOf(graphic), 8, drawers(oak), oak);
    case 'display-case':
      return displayCase();
    case 'screen':
      return screen(id);
    case 'trough':
      return trough(id);
    default:
      return null;
  }
};
