// Run: node games/uo/rules/movement/step.bench.ts
// Walks at random over ground like that of a town and prints the time of one step and of one look.

import type { StaticTile, Terrain } from '../../files/terrain.ts';
import { EYE_HEIGHT, lineOfSight } from '../sight/line-of-sight.ts';
import { noObstacles } from './obstacles.ts';
import { checkStep } from './step.ts';
import type { Mover } from './surfaces.ts';
import { GRASS, Graphic, sceneTileData } from './test-scene.ts';

const SIZE = 256;
const STEPS = 2_000_000;
const LOOKS = 200_000;

const FLOORS = [
  { graphic: Graphic.floor, z: 2, hue: 0 },
  { graphic: Graphic.floor, z: 22, hue: 0 },
];
const STAIR = [{ graphic: Graphic.stair, z: 1, hue: 0 }];
const FENCE = [{ graphic: Graphic.halfWall, z: 0, hue: 0 }];
const WALL = [{ graphic: Graphic.wall, z: 0, hue: 0 }];

/** A small generator of its own, so that each run walks the same way. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
}

function town(): Terrain {
  const next = chance(7);
  const land = new Uint16Array(SIZE * SIZE).fill(GRASS);
  const landZ = new Int8Array(SIZE * SIZE);
  const none: readonly StaticTile[] = [];
  const tiles: (readonly StaticTile[])[] = [];
  for (let index = 0; index < SIZE * SIZE; index++) {
    landZ[index] = (next() >>> 16) % 3;
    const kind = (next() >>> 16) % 20;
    if (kind < 11) tiles.push(none);
    else if (kind < 16) tiles.push(FLOORS);
    else if (kind < 18) tiles.push(STAIR);
    else if (kind < 19) tiles.push(FENCE);
    else tiles.push(WALL);
  }
  return {
    width: SIZE,
    height: SIZE,
    land: (x, y) => land[y * SIZE + x]!,
    landZ: (x, y) => landZ[y * SIZE + x]!,
    statics: (x, y) => tiles[y * SIZE + x]!,
  };
}

const ground = { terrain: town(), obstacles: noObstacles, tileData: sceneTileData };
const mover: Mover = { height: 16, isPlayer: true };

function walk(count: number): number {
  const next = chance(11);
  let x = SIZE / 2;
  let y = SIZE / 2;
  let z = 2;
  let taken = 0;
  for (let i = 0; i < count; i++) {
    const direction = (next() >>> 20) & 7;
    const to = checkStep({ ...ground, x, y, z, direction, mover });
    if (to === null) continue;
    taken++;
    z = to;
    x += [0, 1, 1, 1, 0, -1, -1, -1][direction]!;
    y += [-1, -1, 0, 1, 1, 1, 0, -1][direction]!;
  }
  return taken;
}

function look(count: number): number {
  const next = chance(13);
  const place = (): number => 64 + ((next() >>> 16) % 18);
  let seen = 0;
  for (let i = 0; i < count; i++) {
    const from = { x: place(), y: place(), z: EYE_HEIGHT };
    if (lineOfSight(ground, from, { x: place(), y: place(), z: EYE_HEIGHT })) seen++;
  }
  return seen;
}

function measure(name: string, count: number, run: (count: number) => number): void {
  run(count / 10);
  const startedAt = performance.now();
  const good = run(count);
  const nanoseconds = ((performance.now() - startedAt) * 1e6) / count;
  console.log(`${name}: ${nanoseconds.toFixed(0)} ns, ${((100 * good) / count).toFixed(0)} % possible`);
}

measure('checkStep', STEPS, walk);
measure('lineOfSight', LOOKS, look);
