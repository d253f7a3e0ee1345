import { BRIDGE, FLOORS, ROOFS } from '../../worldgen/data/pieces.ts';
import type { Canvas } from '../canvas.ts';
import type { Graphic, Recipe } from '../graphics.ts';
import { TERRAINS } from '../land/terrains.ts';
import { chance } from '../noise.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { type Place, Scene, type Surface } from '../scene.ts';
import { logs, shingles } from '../surfaces.ts';

/** Up a slope of one tile there are 24 pixels of pattern, whatever its angle. */
const SLOPE = 24;
const RISES = 3;

const tilted =
  (surface: Surface, length: number): Surface =>
  (u, v, light) =>
    surface(u, (v / length) * SLOPE, light);
/** Length of a slope as the scene measures it. */
const LENGTH = Math.hypot(1, (RISES * 4) / 22) * 22;

const ROOFINGS: Readonly<Record<keyof typeof ROOFS, Surface>> = {
  shingle: shingles(RAMPS.wood, 5.5, 8, 31),
  tile: shingles(RAMPS.brick, 5.5, 6, 32, true),
  log: logs(RAMPS.oak, 8, 33),
};

type Way = 'north' | 'east' | 'south' | 'west';

/** A slope over the whole tile that rises to one side. */
function slope(surface: Surface, rises: Way): Canvas {
  const scene = new Scene();
  const sides: Record<Way, readonly [Place, Place, Place]> = {
    north: [
      [0, 1, 0],
      [1, 0, 0],
      [0, -1, RISES],
    ],
    south: [
      [0, 0, 0],
      [1, 0, 0],
      [0, 1, RISES],
    ],
    west: [
      [1, 1, 0],
      [0, -1, 0],
      [-1, 0, RISES],
    ],
    east: [
      [0, 1, 0],
      [0, -1, 0],
      [1, 0, RISES],
    ],
  };
  const lights: Record<Way, number> = { north: 3.5, west: 2.1, south: 2.9, east: 3.9 };
  const [origin, along, up] = sides[rises];
  scene.face(origin, along, up, tilted(surface, LENGTH), lights[rises]);
  return scene.picture();
}

/** Both slopes of the top: along x the ridge runs east to west. */
function ridge(surface: Surface, alongX: boolean): Canvas {
  const scene = new Scene();
  const half = RISES / 2;
  const cap: Surface = (u, v, light) =>
    surface(u, (v / (LENGTH / 2)) * (SLOPE / 2), light + (v > LENGTH / 2 - 3 ? 0.9 : 0));
  if (alongX) {
    scene.face([0, 0, 0], [1, 0, 0], [0, 0.5, half], cap, 2.9);
    scene.face([0, 1, 0], [1, 0, 0], [0, -0.5, half], cap, 3.5);
  } else {
    scene.face([0, 1, 0], [0, -1, 0], [0.5, 0, half], cap, 3.9);
    scene.face([1, 1, 0], [0, -1, 0], [-0.5, 0, half], cap, 2.1);
  }
  return scene.picture();
}

const ROOF_PICTURES: ReadonlyMap<number, () => Canvas> = new Map(
  Object.entries(ROOFS).flatMap(([name, kit]) => {
    const surface = ROOFINGS[name as keyof typeof ROOFS];
    return [
      [kit.north, () => slope(surface, 'north')],
      [kit.east, () => slope(surface, 'east')],
      [kit.south, () => slope(surface, 'south')],
      [kit.west, () => slope(surface, 'west')],
      [kit.ridgeNs, () => ridge(surface, false)],
      [kit.ridgeEw, () => ridge(surface, true)],
    ] as const;
  }),
);

/** Boards laid along the tile, as long as it or half of it. */
export function boardFloor(ramp: Ramp, seed: number, boards = 5): Canvas {
  const surface: Surface = (u, v, light) => {
    const board = Math.floor((v / 22) * boards);
    const inBoard = (v / 22) * boards - board;
    const cut = 4 + Math.floor(chance(board, 1, seed) * 14);
    const own = (chance(board, u > cut ? 2 : 3, seed) - 0.5) * 0.8;
    if (inBoard < 0.2) return shade(ramp, light - 1.6);
    if (Math.floor(u) === cut) return shade(ramp, light - 1.2);
    const grain = chance(Math.floor(u / 3), Math.floor(v * 2), seed) < 0.08 ? -0.5 : 0;
    return shade(ramp, light - 0.6 + own + grain);
  };
  return flat(surface);
}

function flat(surface: Surface): Canvas {
  const scene = new Scene();
  scene.face([0, 0, 0], [1, 0, 0], [0, 1, 0], surface, 3.8);
  return scene.picture();
}

const FLOOR_TERRAINS: readonly (readonly [string, string])[] = [
  ['brick', 'floor-brick'],
  ['flagstone', 'floor-flagstone'],
  ['paver', 'floor-flagstone'],
  ['sandstone', 'floor-sandstone'],
  ['marble', 'floor-marble'],
  ['cave', 'cave'],
  ['tile', 'floor-tile'],
  ['stone', 'floor-stone'],
];

export const drawRoofsAndFloors: Recipe = (graphic) => {
  const roof = ROOF_PICTURES.get(graphic.id);
  if (roof !== undefined) return roof();
  const deck = BRIDGE.deck.indexOf(graphic.id as never);
  if (deck >= 0) return boardFloor(RAMPS.wood, 40 + deck, 4);
  if ((FLOORS.flatRoof as readonly number[]).includes(graphic.id))
    return TERRAINS['floor-stone']!(graphic.id % 4);
  const { id, kind, material, name } = graphic;
  if (kind === 'roof') return slope(ROOFINGS.shingle, 'north');
  if (kind !== 'floor' && kind !== 'cave-floor') return null;
  if (material.includes('wood')) return boardFloor(material.includes('light') ? RAMPS.oak : RAMPS.wood, id);
  const words = `${name} ${material}`;
  const terrain = FLOOR_TERRAINS.find(([word]) => words.includes(word))?.[1] ?? 'floor-stone';
  return TERRAINS[terrain]!(id % 4);
};

/** Which way a stair or roof of the tables goes up; by default north. */
export function wayOf({ orient }: Graphic): Way {
  const letter = / ([NESW])$/.exec(orient)?.[1] ?? 'N';
  return ({ N: 'north', E: 'east', S: 'south', W: 'west' } as const)[letter as 'N'];
}
