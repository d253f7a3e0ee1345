import type { Canvas } from '../canvas.ts';
import type { Graphic, Recipe } from '../graphics.ts';
import { CLEAR, RAMPS, type Ramp, shade } from '../palette.ts';
import { Scene, type Surface } from '../scene.ts';
import { levelBoards, uprightBoards } from '../surfaces.ts';
import { MASONRIES } from './walls.ts';

/** Pixels of a door's leaf. */
const WIDE = 22;

/** A leaf of boards with two iron bands and a ring, or whatever its family has instead. `hinge` is at the left or right. */
type Leaf = (u: number, v: number, light: number, handle: number) => number;

function banded(boards: Surface, band: Ramp): Leaf {
  return (u, v, light, handle) => {
    const [x, y] = [Math.floor(u), Math.floor(v)];
    if (Math.hypot(x - handle, y - 36) < 2.3 && Math.hypot(x - handle, y - 36) > 1)
      return shade(RAMPS.gold, light + 0.5);
    if ((y >= 14 && y < 18) || (y >= 58 && y < 62)) {
      return shade(
        band,
        light - 0.4 + (y === 17 || y === 61 ? 1 : 0) + (x % 5 === 2 && (y === 16 || y === 60) ? 1.4 : 0),
      );
    }
    return boards(u, v, light);
  };
}

const plated: Leaf = (u, v, light, handle) => {
  const [x, y] = [Math.floor(u), Math.floor(v)];
  if (Math.hypot(x - handle, y - 36) < 2.3) return shade(RAMPS.gold, light);
  if (y % 20 < 2 || x < 2 || x >= WIDE - 2) return shade(RAMPS.iron, light - 0.8 + (x % 4 === 1 ? 1.2 : 0));
  return shade(RAMPS.iron, light - 0.2 + (x < 6 ? 0.5 : 0));
};

const barred: Leaf = (u, v, light, handle) => {
  const [x, y] = [Math.floor(u), Math.floor(v)];
  if (Math.abs(x - handle) < 2 && Math.abs(y - 36) < 3) return shade(RAMPS.gold, light);
  if (y < 3 || y % 26 < 2 || x < 2 || x >= WIDE - 2 || x % 5 === 0 || x % 5 === 1) {
    return shade(RAMPS.iron, light - 0.2 + (x % 5 === 0 ? 0.7 : 0));
  }
  return CLEAR;
};

const railed =
  (ramp: Ramp): Leaf =>
  (u, v, light) => {
    const [x, y] = [Math.floor(u), Math.floor(v)];
    const brace = Math.abs(y - 6 - x * 1.1) < 1.6;
    if (x < 3 || x >= WIDE - 3 || (y >= 6 && y < 9) || (y >= 28 && y < 31) || brace || x % 6 < 2) {
      return shade(ramp, light + (x % 6 === 0 ? 0.6 : 0));
    }
    return CLEAR;
  };

const secret: Leaf = (u, v, light) => MASONRIES.granite.face(u, v, light);

const woven =
  (ramp: Ramp): Leaf =>
  (u, v, light) =>
    shade(
      ramp,
      light +
        ((Math.floor(u / 2) + Math.floor(v / 2)) % 2 === 0 ? 0.5 : -0.5) -
        (Math.floor(v) % 26 < 2 ? 1 : 0),
    );

const FAMILIES: readonly (readonly [word: string, leaf: Leaf])[] = [
  ['secret', secret],
  ['dungeon wall', secret],
  ['stone wall', secret],
  ['barred', barred],
  ['iron gate', barred],
  ['metal', plated],
  ['rattan', woven(RAMPS.sand)],
  ['gate wood light', railed(RAMPS.oak)],
  ['wooden gate', railed(RAMPS.wood)],
  ['wood light', banded(uprightBoards(RAMPS.oak, 5.5, 61), RAMPS.iron)],
  ['wood dark', banded(uprightBoards(RAMPS.wood, 5.5, 62), RAMPS.iron)],
  ['door', banded(levelBoards(RAMPS.wood, 14, 63), RAMPS.gold)],
];

/** Facings as they follow each other in a family of doors. */
const FACINGS = ['WestCW', 'EastCCW', 'WestCCW', 'EastCW', 'SouthCW', 'NorthCCW', 'SouthCCW', 'NorthCW'];

/**
 * A door on the south or east edge of its tile. Open, it has swung by a quarter and stands on the other edge of the tile that it
 * is moved to, so that the hinge stays where it was.
 */
function drawDoor(graphic: Graphic, leaf: Leaf): Canvas {
  const facing = Math.max(0, FACINGS.indexOf(graphic.orient));
  const open = graphic.part.includes('open');
  const eastWest = facing < 4 !== open;
  const tall = graphic.height >= 15 || graphic.height === 0 ? 19.5 : Math.max(8, graphic.height);
  const handle = facing % 2 === 0 ? WIDE - 5 : 4;
  const face: Surface = (u, v, light) => leaf(u, v, light, handle);
  const scene = new Scene({ reach: 88 });
  const [x, y] = (open ? OPEN_LINES[graphic.orient] : undefined) ?? [1, 1];
  const thin = 0.1;
  const gap = 0.04;
  if (eastWest)
    scene.box([0, Math.max(0, y - thin - gap), 0], [1, y === 0 ? thin : y - gap, tall], face, face);
  else {
    const south = Math.max(0, y - 1);
    scene.box(
      [x === 0 ? 0 : x - thin - gap, south, 0],
      [x === 0 ? thin : x - gap, south + 1, tall],
      face,
      face,
    );
  }
  return scene.picture();
}

/**
 * Where an open leaf stands in the tile to which its door is moved, when it is not on that tile's south or east edge: worked out
 * from the offsets of doors, so that the hinge stays where it was. The line's east, and the south end of the leaf.
 */
const OPEN_LINES: Readonly<Record<string, readonly [east: number, south: number]>> = {
  EastCCW: [0, 1],
  EastCW: [0, 2],
  SouthCW: [1, 0],
};

export const drawDoors: Recipe = (graphic) => {
  if (graphic.kind !== 'door' && graphic.kind !== 'gate') return null;
  const words = `${graphic.part} ${graphic.name} ${graphic.kind} ${graphic.material}`;
  const leaf = FAMILIES.find(([word]) => words.includes(word))?.[1] ?? FAMILIES.at(-1)![1];
  return drawDoor(graphic, leaf);
};
