import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Ground, TileFlag } from '@gommog/uo/movement';
import type { WorldModel } from '../model/world-model.ts';
import { lampsAround } from './lamps.ts';
import { HALF, screenX, screenY } from './projection.ts';
import { NO_CEILING } from './roofs.ts';
import { isLitWindow } from './windows.ts';

const [PANE, ROOF, LAMP] = [1, 2, 3];
const FLAGS: Readonly<Record<number, number>> = {
  [PANE]: TileFlag.wall | TileFlag.window | TileFlag.lightSource,
  [ROOF]: TileFlag.roof,
  [LAMP]: TileFlag.lightSource,
};

type Static = readonly [graphic: number, z: number];

/** Light at the foot of tiles, of a land with statics on one tile. */
function lightOf(x: number, statics: readonly Static[], ceilingZ = NO_CEILING) {
  const there = statics.map(([graphic, z]) => ({ graphic, z, hue: 0 }));
  const ground = {
    terrain: {
      width: 200,
      height: 200,
      statics: (tx: number, ty: number) => (tx === x && ty === 100 ? there : []),
    },
    tileData: { itemFlags: (graphic: number) => FLAGS[graphic] ?? 0 },
  } as unknown as Ground;
  const world = { ground: new Map() } as unknown as WorldModel;
  const [px, py] = [screenX(x, 100), screenY(x, 100, 0)];
  const part = { left: px - 200, right: px + 200, top: py - 200, bottom: py + 200 };
  const at = lampsAround(world, ground, { z: ceilingZ, hidesRoofs: false }, part);
  return (tx: number, ty: number, z: number): number => at(screenX(tx, ty), screenY(tx, ty, 0) + HALF, z);
}

/** Where a window at a height is lit, or is dark. */
const where = (isLit: boolean, z: number): number =>
  Array.from({ length: 40 }, (_, i) => 80 + i).find(
    (x) => isLitWindow(PANE, FLAGS[PANE]!, x, 100, z) === isLit,
  )!;

test('light falls out of a window under its roof, modestly, near by, and not onto the roof', () => {
  const x = where(true, 0);
  const statics: Static[] = [
    [PANE, 0],
    [ROOF, 20],
  ];
  const light = lightOf(x, statics);
  const [beside, near] = [light(x, 100, 0), light(x + 1, 100, 0)];
  assert.ok(beside > near && near > 0.05 && beside < 0.4, `${beside} ${near}`);
  assert.deepEqual([light(x + 5, 100, 0), light(x, 100, 20), light(x, 100, -20)], [0, 0, 0]);
  const dark = where(false, 0);
  assert.equal(lightOf(dark, statics)(dark, 100, 0), 0);
});

test('a lamp lights more and farther, and one under a roof that is seen lights nothing', () => {
  const light = lightOf(100, [[LAMP, 0]]);
  assert.ok(light(100, 103, 0) > 0.2);
  assert.equal(light(100, 100, 20), 1);
  const roofed: Static[] = [
    [LAMP, 0],
    [ROOF, 20],
  ];
  assert.equal(lightOf(100, roofed)(100, 100, 0), 0);
});

test('windows above the ceiling of the room that one is in are dark', () => {
  const x = where(true, 20);
  assert.ok(lightOf(x, [[PANE, 20]])(x, 100, 20) > 0);
  assert.equal(lightOf(x, [[PANE, 20]], 20)(x, 100, 20), 0);
});
