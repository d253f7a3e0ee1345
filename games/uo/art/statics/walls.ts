import { PARAPETS, WALLS, type WallKit } from '../../worldgen/data/pieces.ts';
import type { Canvas } from '../canvas.ts';
import type { Graphic, Recipe } from '../graphics.ts';
import { RAMPS, shade } from '../palette.ts';
import { type Place, Scene, type Surface } from '../scene.ts';
import {
  courses,
  FACE,
  glass,
  levelBoards,
  logs,
  plastered,
  rubble,
  timbered,
  uprightBoards,
} from '../surfaces.ts';

/** How walls of a kind are drawn. */
export interface Masonry {
  readonly face: Surface;
  /** Seen from above. */
  readonly top: Surface;
  /** At the end of a run, beside an opening: a post or larger stones. */
  readonly end: Surface;
  readonly frame: number;
}

const cap =
  (ramp: number, bias = 0): Surface =>
  (u, v, light) =>
    shade(ramp, light + bias - (Math.floor(u + v) % 11 === 0 ? 0.8 : 0));

const { iron, oak, plaster, sand, snow, stone, slate, wood } = RAMPS;

const masonry = (face: Surface, ramp: number, end: Surface = face, frame = wood): Masonry => ({
  face,
  top: cap(ramp),
  end,
  frame,
});

const post = (ramp: number, base: Surface): Surface => timbered(base, ramp, (u) => u < 4 || u >= FACE - 4);

const HIGH = 80;
const frames = (base: Surface, ramp: number): Surface =>
  timbered(
    base,
    ramp,
    (u, v) => v < 4 || v >= HIGH - 5 || (v >= 36 && v < 40) || (u >= 9 && u < 13 && v < 40),
  );

const plasterFace = plastered(plaster, 3);

/** By the names of the world's wall kits. */
export const MASONRIES: Readonly<Record<keyof typeof WALLS, Masonry>> = {
  darkWood: masonry(uprightBoards(wood, 5.5, 11), wood, post(wood, uprightBoards(wood, 5.5, 11)), wood),
  lightWood: masonry(levelBoards(oak, 8, 12), oak, post(oak, levelBoards(oak, 8, 12)), oak),
  log: masonry(logs(wood, 10, 13), wood, post(wood, logs(wood, 10, 13)), wood),
  fieldstone: masonry(rubble(stone, 1, RAMPS.dirt), stone, rubble(stone, 1, RAMPS.dirt), oak),
  greyBrick: masonry(courses(stone, 11, 5, 15), stone, courses(stone, 11, 5, 15), wood),
  plaster: masonry(
    timbered(plasterFace, wood, (_u, v) => v < 4 || v >= HIGH - 5),
    wood,
    timbered(plasterFace, wood, (u, v) => v < 4 || v >= HIGH - 5 || u < 4 || u >= FACE - 4),
  ),
  timberedPlaster: masonry(
    frames(plasterFace, wood),
    wood,
    timbered(
      plasterFace,
      wood,
      (u, v) => v < 4 || v >= HIGH - 5 || u < 4 || u >= FACE - 4 || (v >= 36 && v < 40),
    ),
  ),
  sandstone: masonry(courses(sand, 22, 10, 17, 0.7), sand, courses(sand, 11, 10, 17), wood),
  marble: masonry(courses(snow, 22, 16, 18, 0.4), snow, courses(snow, 11, 16, 18, 0.4), slate),
  weatheredStone: masonry(rubble(slate, 2, stone), slate, rubble(slate, 2, stone), iron),
  granite: masonry(courses(stone, 22, 13, 20, 0.9), stone, courses(stone, 22, 13, 20, 0.9), iron),
  darkSandstone: masonry(
    courses(RAMPS.dirt, 22, 11, 21, 0.9),
    RAMPS.dirt,
    courses(RAMPS.dirt, 22, 11, 21, 0.9),
    iron,
  ),
};

/** Thickness of walls, in tiles. */
const THICK = 0.2;
const IN = 1 - THICK;

export type Edge = 'EW' | 'NS' | 'SE' | 'NW';

/** Half of a window's width and its height, in pixels of the face. */
const WINDOW = { left: 6, right: 16, bottom: 30, top: 58 };

function withWindow({ face, frame }: Masonry): Surface {
  const pane = glass();
  return (u, v, light) => {
    const [x, y] = [Math.floor(u), Math.floor(v)];
    const { bottom, left, right, top } = WINDOW;
    const arch = y > top - 4 ? Math.round((y - top + 4) / 1.6) : 0;
    if (x >= left + arch && x < right - arch && y >= bottom && y < top) {
      // The reveal: dark above and on the side from which the light comes.
      if (x === left + arch || y === top - 1) return shade(frame, 0);
      return pane(x - left, y - bottom, light);
    }
    if (x >= left - 2 && x < right + 2 && y >= bottom - 3 && y < top + 2) {
      return shade(frame, light + (y < bottom - 1 ? 1.2 : y >= top ? 0.4 : -0.3));
    }
    return face(u, v, light);
  };
}

function withLoop({ face }: Masonry): Surface {
  return (u, v, light) => {
    const [x, y] = [Math.floor(u), Math.floor(v)];
    const slit = (x >= 10 && x < 12 && y >= 28 && y < 60) || (x >= 7 && x < 15 && y >= 42 && y < 45);
    return slit ? shade(RAMPS.ink, 0) : face(u, v, light);
  };
}

/** A piece of wall on an edge of its tile, from the ground to `height`. */
export function wallPiece(edge: Edge, height: number, face: Surface, top: Surface): Canvas {
  const scene = new Scene();
  const boxes: Record<Edge, readonly (readonly [Place, Place])[]> = {
    EW: [
      [
        [0, IN, 0],
        [1, 1, height],
      ],
    ],
    NS: [
      [
        [IN, 0, 0],
        [1, 1, height],
      ],
    ],
    SE: [
      [
        [0, IN, 0],
        [1, 1, height],
      ],
      [
        [IN, 0, 0],
        [1, 1, height],
      ],
    ],
    NW: [
      [
        [IN, IN, 0],
        [1, 1, height],
      ],
    ],
  };
  // Walls continue into the next tile: ends that meet another piece are not drawn over it.
  for (const [from, to] of boxes[edge]) scene.box(from, to, grounded(face), top);
  return scene.picture();
}

function grounded(face: Surface): Surface {
  return (u, v, light) => face(u, v, light - (v < 2 ? 0.8 : 0));
}

type Draw = () => Canvas;

function kitPictures(kit: WallKit, style: Masonry, pictures: Map<number, Draw>): void {
  const put = (id: number, edge: Edge, height: number, face: Surface): void => {
    if (!pictures.has(id)) pictures.set(id, () => wallPiece(edge, height, face, style.top));
  };
  // Kits with three pieces to a run have posts at its ends.
  const hasEnds = kit.ew[0] !== kit.ew[1];
  for (const place of [0, 1, 2] as const) {
    const face = hasEnds && place !== 1 ? style.end : style.face;
    put(kit.ew[place], 'EW', 20, face);
    put(kit.ns[place], 'NS', 20, face);
  }
  put(kit.se, 'SE', 20, style.end);
  put(kit.nw, 'NW', 20, style.end);
  const isLoop = kit.windowEw === WALLS.granite.windowEw;
  put(kit.windowEw, 'EW', 20, isLoop ? withLoop(style) : withWindow(style));
  put(kit.windowNs, 'NS', 20, isLoop ? withLoop(style) : withWindow(style));
  put(kit.gableEw, 'EW', 3, style.face);
  put(kit.gableNs, 'NS', 3, style.face);
}

const KIT_PICTURES: ReadonlyMap<number, Draw> = (() => {
  const pictures = new Map<number, Draw>();
  // The style that is named later keeps what an earlier one has drawn: kits share pieces.
  for (const [name, kit] of Object.entries(WALLS)) {
    kitPictures(kit, MASONRIES[name as keyof typeof WALLS], pictures);
  }
  for (const [name, kit] of Object.entries(PARAPETS)) {
    const style = MASONRIES[name as keyof typeof PARAPETS];
    for (const [edge, id] of Object.entries({ EW: kit.ew, NS: kit.ns, SE: kit.se, NW: kit.nw })) {
      pictures.set(id, () => wallPiece(edge as Edge, 3, style.face, style.top));
    }
  }
  return pictures;
})();

const BY_MATERIAL: readonly (readonly [string, Masonry])[] = [
  ['fieldstone', MASONRIES.fieldstone],
  ['granite', MASONRIES.granite],
  ['stone', MASONRIES.weatheredStone],
  ['brick', MASONRIES.greyBrick],
  ['marble', MASONRIES.marble],
  ['sand', MASONRIES.sandstone],
  ['plaster', MASONRIES.plaster],
  ['log', MASONRIES.log],
  ['light', MASONRIES.lightWood],
  ['wood', MASONRIES.darkWood],
];

export function masonryOf({ material, name }: Graphic): Masonry {
  const words = `${material} ${name}`;
  return BY_MATERIAL.find(([word]) => words.includes(word))?.[1] ?? MASONRIES.weatheredStone;
}

function archway(graphic: Graphic, edge: 'EW' | 'NS'): Canvas {
  const { face, top } = masonryOf(graphic);
  const arched: Surface = (u, v, light) => {
    const x = Math.abs(u - FACE / 2);
    return v < 70 - (x * x) / 8 && x < 9 ? 0 : face(u, v, light + (v < 74 - (x * x) / 8 && x < 10 ? 1 : 0));
  };
  return wallPiece(edge, graphic.height || 20, arched, top);
}

export const drawWalls: Recipe = (graphic) => {
  const known = KIT_PICTURES.get(graphic.id);
  if (known !== undefined) return known();
  const { height, kind, orient } = graphic;
  const edge = (['EW', 'NS', 'SE', 'NW'] as const).find((each) => each === orient) ?? 'SE';
  if (kind === 'arch' && height >= 20) return archway(graphic, edge === 'NS' ? 'NS' : 'EW');
  if (kind !== 'wall' && kind !== 'arch' && kind !== 'window') return null;
  const style = masonryOf(graphic);
  const face = kind === 'window' ? withWindow(style) : style.face;
  return wallPiece(edge, Math.max(2, height), face, style.top);
};
