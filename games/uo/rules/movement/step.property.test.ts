import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import type { StaticTile, Terrain } from '../../files/terrain.ts';
import { type TileData, TileFlag } from '../../files/tile-data.ts';
import type { Obstacle } from './obstacles.ts';
import { checkStep, type Step } from './step.ts';
import { sceneTileData } from './test-scene.ts';

// The rule once more, written down as one would explain it: slow, and with a list for everything.

interface Thing {
  readonly flags: number;
  readonly graphic: number;
  readonly z: number;
  readonly height: number;
  readonly stand: number;
  readonly isDoor: boolean;
  readonly isField: boolean;
}

interface LandAt {
  readonly low: number;
  readonly average: number;
  readonly high: number;
  readonly counts: boolean;
  readonly firm: boolean;
}

const has = (flags: number, flag: number): boolean => (flags & flag) !== 0;

function thingsAt(step: Step, x: number, y: number): Thing[] {
  const all: (StaticTile | Obstacle)[] = [...step.terrain.statics(x, y), ...step.obstacles.at(x, y)];
  return all.map((one) => {
    const flags = step.tileData.itemFlags(one.graphic);
    const height = step.tileData.itemHeight(one.graphic);
    const marked = one as Obstacle;
    const oldDoors = [0x692, 0x846, 0x873, 0x6f5, 0x6f6];
    return {
      flags,
      graphic: one.graphic,
      z: one.z,
      height,
      stand: one.z + (has(flags, TileFlag.bridge) ? Math.floor(height / 2) : height),
      isDoor: has(flags, TileFlag.door) || marked.isDoor === true || oldDoors.includes(one.graphic),
      isField: marked.isField === true,
    };
  });
}

function landAt(step: Step, x: number, y: number): LandAt {
  const { width, height } = step.terrain;
  const z = (dx: number, dy: number): number =>
    step.terrain.landZ(Math.min(x + dx, width - 1), Math.min(y + dy, height - 1));
  const [top, left, right, bottom] = [z(0, 0), z(0, 1), z(1, 0), z(1, 1)];
  const leftToRight = Math.abs(top - bottom) > Math.abs(left - right);
  const id = step.terrain.land(x, y);
  const voids = [0x002, 0x1db, 0x1ae, 0x1af, 0x1b0, 0x1b1, 0x1b2, 0x1b3, 0x1b4, 0x1b5];
  const flags = step.tileData.landFlags(id);
  const wetForSwimmer = step.mover.swims === true && has(flags, TileFlag.wet);
  return {
    low: Math.min(top, left, right, bottom),
    high: Math.max(top, left, right, bottom),
    average: Math.floor((leftToRight ? left + right : top + bottom) / 2),
    counts: !voids.includes(id),
    firm: !has(flags, TileFlag.impassable) || wetForSwimmer,
  };
}

function isSurface(step: Step, thing: Thing): boolean {
  if (step.mover.swims === true && has(thing.flags, TileFlag.wet)) return true;
  return has(thing.flags, TileFlag.surface) && !has(thing.flags, TileFlag.impassable);
}

function start(step: Step): { startZ: number; startTop: number } {
  const { x, y, z } = step;
  const land = landAt(step, x, y);
  const options = thingsAt(step, x, y)
    .filter((thing) => isSurface(step, thing))
    .map((thing) => ({ stand: thing.stand, from: thing.z, top: thing.z + thing.height }));
  if (land.counts && land.firm) options.push({ stand: land.average, from: land.low, top: land.high });
  const below = options.filter((option) => option.stand <= z);
  if (below.length === 0) return { startZ: z, startTop: z };
  const highest = Math.max(...below.map((option) => option.stand));
  const best = below.filter((option) => option.stand === highest);
  return {
    startZ: Math.min(...best.map((option) => option.from)),
    startTop: Math.max(z, ...best.map((option) => option.top)),
  };
}

function blocks(step: Step, thing: Thing): boolean {
  const { mover } = step;
  if (!has(thing.flags, TileFlag.impassable) && !has(thing.flags, TileFlag.surface)) return false;
  if (mover.ghost === true && thing.isDoor) return false;
  if (mover.passesFields === true && thing.isField) return false;
  return !(mover.flies === true && has(thing.flags, TileFlag.hoverOver));
}

function enter(step: Step, x: number, y: number): number | null {
  const { startZ, startTop } = start(step);
  const things = thingsAt(step, x, y);
  const land = landAt(step, x, y);
  const roomTop = (stand: number): number => Math.max(startZ, stand) + step.mover.height;
  const free = (stand: number): boolean =>
    things
      .filter((thing) => blocks(step, thing))
      .every((thing) => thing.stand <= stand || thing.z >= roomTop(stand));
  const places: number[] = [];
  for (const thing of things.filter((one) => isSurface(step, one))) {
    const edge = has(thing.flags, TileFlag.bridge) ? thing.z : thing.z + thing.height;
    const buried =
      land.counts &&
      thing.z + Math.min(thing.height, 2) < land.average &&
      land.average > thing.stand &&
      roomTop(thing.stand) > land.low;
    if (edge <= startTop + 2 && !buried && free(thing.stand)) places.push(thing.stand);
  }
  if (land.counts && land.firm && land.low <= startTop + 2 && free(land.average)) places.push(land.average);
  places.sort((a, b) => Math.abs(a - step.z) - Math.abs(b - step.z) || a - b);
  return places[0] ?? null;
}

function explainedStep(step: Step): number | null {
  const [dx, dy] = [
    [0, -1],
    [1, -1],
    [1, 0],
    [1, 1],
    [0, 1],
    [-1, 1],
    [-1, 0],
    [-1, -1],
  ][step.direction] as [number, number];
  const { x, y } = step;
  const { width, height } = step.terrain;
  const exists = (tx: number, ty: number): boolean => tx >= 0 && tx < width && ty >= 0 && ty < height;
  if (!exists(x, y) || !exists(x + dx, y + dy)) return null;
  const result = enter(step, x + dx, y + dy);
  if (dx === 0 || dy === 0) return result;
  const beside = [enter(step, x + dx, y), enter(step, x, y + dy)].filter((z) => z !== null).length;
  return beside >= (step.mover.isPlayer ? 2 : 1) ? result : null;
}

// Random ground: 3 x 3 tiles, heights close together, so that everything is nearly in reach of everything.

const KINDS: readonly { flags: number; height: number }[] = [
  { flags: TileFlag.surface, height: 0 },
  { flags: TileFlag.surface, height: 1 },
  { flags: TileFlag.surface, height: 3 },
  { flags: TileFlag.surface | TileFlag.bridge, height: 5 },
  { flags: TileFlag.surface | TileFlag.bridge, height: 20 },
  { flags: TileFlag.surface | TileFlag.bridge, height: 1 },
  { flags: TileFlag.surface | TileFlag.impassable, height: 6 },
  { flags: TileFlag.impassable, height: 20 },
  { flags: TileFlag.impassable | TileFlag.door, height: 20 },
  { flags: TileFlag.impassable | TileFlag.wet, height: 0 },
  { flags: TileFlag.impassable | TileFlag.hoverOver, height: 4 },
  { flags: 0, height: 10 },
];
const OLD_DOOR = 0x873;
const FIRST_KIND = 0x1000;

const tileData: TileData = {
  ...sceneTileData,
  itemFlags: (id) => (id === OLD_DOOR ? TileFlag.impassable : (KINDS[id - FIRST_KIND]?.flags ?? 0)),
  itemHeight: (id) => (id === OLD_DOOR ? 20 : (KINDS[id - FIRST_KIND]?.height ?? 0)),
};

const height = fc.oneof(fc.integer({ min: -6, max: 12 }), fc.integer({ min: -40, max: 40 }));
const graphic = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: FIRST_KIND, max: FIRST_KIND + KINDS.length - 1 }) },
  { weight: 1, arbitrary: fc.constant(OLD_DOOR) },
);
const statics = fc.array(fc.record({ graphic, z: height, hue: fc.constant(0) }), { maxLength: 3 });
const obstacles = fc.array(
  fc.record(
    { graphic, z: height, isDoor: fc.boolean(), isField: fc.boolean() },
    { requiredKeys: ['graphic', 'z'] },
  ),
  { maxLength: 2 },
);
const land = fc.constantFrom(3, 3, 3, 3, 0x002, 0x1db, 0x1b2, 0x0a8, 0x0e0);
const tile = fc.record({ land, landZ: height, statics, obstacles });
const mover = fc.record({
  height: fc.constantFrom(16, 16, 8, 24),
  isPlayer: fc.boolean(),
  swims: fc.boolean(),
  flies: fc.boolean(),
  ghost: fc.boolean(),
  passesFields: fc.boolean(),
});

interface RandomTile {
  readonly land: number;
  readonly landZ: number;
  readonly statics: readonly StaticTile[];
  readonly obstacles: readonly Obstacle[];
}

function facetOf(tiles: readonly RandomTile[], size: number): Pick<Step, 'terrain' | 'obstacles'> {
  const at = (x: number, y: number): RandomTile => {
    const found = x < 0 || x >= size ? undefined : tiles[y * size + x];
    if (found === undefined) throw new RangeError(`no tile ${x}, ${y}`);
    return found;
  };
  const terrain: Terrain = {
    width: size,
    height: size,
    land: (x, y) => at(x, y).land,
    landZ: (x, y) => at(x, y).landZ,
    statics: (x, y) => at(x, y).statics,
  };
  return { terrain, obstacles: { at: (x, y) => at(x, y).obstacles } };
}

it('is what the rule says, on any ground', () => {
  let taken = 0;
  let asked = 0;
  fc.assert(
    fc.property(fc.array(tile, { minLength: 9, maxLength: 9 }), mover, height, (tiles, who, z) => {
      const facet = facetOf(tiles, 3);
      // From the middle and from a corner, so that the edge of the facet is met, too.
      for (const [x, y] of [
        [1, 1],
        [2, 2],
      ] as const) {
        for (let direction = 0; direction < 8; direction++) {
          const step: Step = { ...facet, tileData, x, y, z, direction, mover: who };
          const expected = explainedStep(step);
          assert.equal(checkStep(step), expected, `${x}, ${y} to ${direction}`);
          asked++;
          if (expected !== null) taken++;
        }
      }
    }),
    { numRuns: 6000 },
  );
  // A property that is nearly always "no" would say little.
  assert.ok(taken > asked / 10, `${taken} of ${asked} steps were possible`);
});
