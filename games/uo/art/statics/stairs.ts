import { STAIRS } from '../../worldgen/data/pieces.ts';
import type { Canvas } from '../canvas.ts';
import type { Graphic, Recipe } from '../graphics.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { type Place, Scene, type Surface } from '../scene.ts';
import { courses, uprightBoards } from '../surfaces.ts';
import { wayOf } from './roofs-and-floors.ts';

interface Steps {
  readonly side: Surface;
  readonly tread: Surface;
}

const tread =
  (ramp: Ramp): Surface =>
  (u, v, light) =>
    shade(ramp, light - 0.3 - (Math.floor(u) % 11 === 0 ? 0.5 : 0) + (Math.floor(v) < 1 ? 0.8 : 0));

const style = (ramp: Ramp, side: Surface): Steps => ({ side, tread: tread(ramp) });
const { dirt, oak, sand, slate, snow, stone, violet, wood } = RAMPS;

const STYLES: readonly (readonly [string, Steps])[] = [
  ['wood light', style(oak, uprightBoards(oak, 11, 51))],
  ['wood', style(wood, uprightBoards(wood, 11, 52))],
  ['weathered', style(slate, courses(slate, 11, 5, 53))],
  ['granite', style(stone, courses(stone, 22, 10, 54))],
  ['sandstone', style(sand, courses(sand, 11, 10, 55))],
  ['marble', style(snow, courses(snow, 22, 10, 56, 0.4))],
  ['cave', style(dirt, courses(dirt, 11, 5, 57))],
  ['crystal', style(RAMPS.jade, courses(RAMPS.jade, 11, 10, 58))],
  ['shadow', style(violet, courses(violet, 11, 10, 59))],
  ['stone', style(stone, courses(stone, 11, 5, 60))],
];

const HIGH = 5;
/** Treads to a tile. */
const TREADS = 2;

/** Boxes that rise towards a side; each keeps what lies behind it at its own height. */
function flight({ side, tread: top }: Steps, rises: 'north' | 'east' | 'south' | 'west'): Scene {
  const scene = new Scene();
  for (let i = 0; i < TREADS; i++) {
    const high = (HIGH * (i + 1)) / TREADS;
    const part = i / TREADS;
    const boxes: Record<typeof rises, readonly [Place, Place]> = {
      north: [
        [0, 0, 0],
        [1, 1 - part, high],
      ],
      south: [
        [0, part, 0],
        [1, 1, high],
      ],
      west: [
        [0, 0, 0],
        [1 - part, 1, high],
      ],
      east: [
        [part, 0, 0],
        [1, 1, high],
      ],
    };
    const [from, to] = boxes[rises];
    scene.nextPart().box(from, to, side, top);
  }
  return scene;
}

/** The outer corner of two flights that rise to the same place. */
function corner({ side, tread: top }: Steps, turn: number): Canvas {
  const scene = new Scene();
  const [north, west] = [turn === 0 || turn === 1, turn === 0 || turn === 3];
  for (let i = 0; i < TREADS; i++) {
    const high = (HIGH * (i + 1)) / TREADS;
    const part = i / TREADS;
    scene
      .nextPart()
      .box(
        [west ? 0 : part, north ? 0 : part, 0],
        [west ? 1 - part : 1, north ? 1 - part : 1, high],
        side,
        top,
      );
  }
  return scene.picture();
}

function stepsOf({ material, name }: Graphic): Steps {
  const words = `${material} ${name}`;
  return STYLES.find(([word]) => words.includes(word))?.[1] ?? STYLES.at(-1)![1];
}

const BLOCKS: ReadonlySet<number> = new Set(Object.values(STAIRS).map(({ block }) => block));

export const drawStairs: Recipe = (graphic) => {
  const { height, id, kind, part } = graphic;
  if (kind !== 'stair' && kind !== 'ramp') return null;
  const steps = stepsOf(graphic);
  if (part === 'block' || BLOCKS.has(id)) {
    return new Scene().box([0, 0, 0], [1, 1, height || HIGH], steps.side, steps.tread).picture();
  }
  if (part.includes('corner') || graphic.orient === '') return corner(steps, id % 4);
  return flight(steps, wayOf(graphic)).picture();
};
