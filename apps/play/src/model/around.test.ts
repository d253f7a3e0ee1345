import assert from 'node:assert/strict';
import { test } from 'node:test';
import { around } from './around.ts';
import { MobileModel } from './mobile-model.ts';
import { WorldModel } from './world-model.ts';

function standing(serial: number, x: number, y: number, name = ''): MobileModel {
  const mobile = new MobileModel(serial);
  Object.assign(mobile, { x, y, name });
  return mobile;
}

test('what is near is told with its distance and direction, the nearest first, and oneself is not', () => {
  const world = new WorldModel();
  world.self = 1;
  world.mobiles.set(1, standing(1, 100, 100, 'Anna'));
  world.mobiles.set(2, standing(2, 103, 97, 'Bert'));
  world.mobiles.set(3, standing(3, 100, 120, 'Carl'));
  const lying = { amount: 1, z: 0, hue: 0, light: 0, flags: 1, graphic: 0xeed };
  for (const [serial, x, y] of [
    [0x40000001, 100, 101],
    [0x40000002, 100, 100],
    [0x40000003, 95, 100],
  ] as const)
    world.ground.set(serial, { serial, x, y, ...lying });
  assert.deepEqual(
    around(world).map(({ name, where }) => [name, where]),
    [
      ['', 'here'],
      ['', '1 south'],
      ['Bert', '3 north-east'],
      ['', '5 west'],
    ],
  );
});
