import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContainedEntry, GroundItem, Mobile, ServerPacket } from '@gommog/uo/web';
import { WorldModel } from './world-model.ts';

const ANNA = 1;
const BERT = 2;
const BAG = 0x40000001;
const COIN = 0x40000002;

function mobile(serial: number, x: number, worn: Mobile['worn'] = []): ServerPacket {
  const looks = {
    body: 400,
    hue: 0,
    facing: 0,
    flags: 0,
    notoriety: 1,
    name: serial === ANNA ? 'Anna' : 'Bert',
  };
  return { kind: 'mobile', body: { serial, x, y: 100, z: 0, worn, ...looks } as Mobile };
}

function lying(serial: number, x: number): ServerPacket {
  const body = { serial, graphic: 0xeed, amount: 1, x, y: 100, z: 0, hue: 0, light: 0, flags: 1 };
  return { kind: 'ground_item', body: body as GroundItem };
}

function contained(container: number, serial: number): ServerPacket {
  const item = { serial, graphic: 0xeed, amount: 1, x: 0, y: 0, grid: 0, hue: 0 } as ContainedEntry;
  return { kind: 'contained_item', body: { container, item } };
}

/** Anna is in the world at 100, 100. */
function world(...packets: readonly ServerPacket[]): WorldModel {
  const model = new WorldModel();
  const entered = { serial: ANNA, access: 0, viewRange: 18 };
  const all = [{ kind: 'entered', body: entered } as ServerPacket, mobile(ANNA, 100), ...packets];
  for (const packet of all) model.apply(packet, 0, true);
  return model;
}

test('a thing is in one place: on the ground, then in a bag, then worn, then nowhere', () => {
  const model = world(
    lying(BAG, 101),
    { kind: 'container_opened', body: { len: 0, serial: BAG, gump: 0x3c, numItems: 0, items: [] } },
    lying(COIN, 102),
  );
  const places = (): unknown => [
    model.ground.has(COIN),
    model.itemsAt(102, 100).length,
    model.containers.get(BAG)?.items.has(COIN),
    model.me?.worn.some(({ serial }) => serial === COIN),
  ];
  assert.deepEqual(places(), [true, 1, false, false]);
  model.apply(contained(BAG, COIN), 0, true);
  assert.deepEqual(places(), [false, 0, true, false]);
  model.apply(
    { kind: 'worn_item', body: { serial: COIN, mobile: ANNA, layer: 8, graphic: 1, hue: 0 } },
    0,
    true,
  );
  assert.deepEqual(places(), [false, 0, false, true]);
  model.apply({ kind: 'gone', body: { serial: COIN } }, 0, true);
  assert.deepEqual(places(), [false, 0, false, false]);
});

test('what is out of sight is forgotten when one walks, and the person itself is not', () => {
  const model = world(mobile(BERT, 110), lying(COIN, 84));
  model.me?.jump({ x: 103, y: 100, z: 0 }, 2);
  model.forgetFar();
  assert.deepEqual([...model.mobiles.keys()], [ANNA, BERT]);
  assert.equal(model.ground.size, 0);
});

test('while steps are under way the shard may not set the person back, but its looks are taken', () => {
  const model = world();
  model.me?.jump({ x: 105, y: 100, z: 0 }, 2);
  model.apply(mobile(ANNA, 101, [{ serial: COIN, graphic: 1, layer: 5, hue: 0 }]), 0, false);
  assert.deepEqual([model.me?.x, model.me?.worn.length], [105, 1]);
  model.apply(mobile(ANNA, 101), 0, true);
  assert.equal(model.me?.x, 101);
});

test('to enter again begins with nothing of before', () => {
  const model = world(mobile(BERT, 110), lying(COIN, 101));
  model.apply({ kind: 'entered', body: { serial: ANNA, access: 0, viewRange: 18 } } as ServerPacket, 0, true);
  assert.deepEqual([model.mobiles.size, model.ground.size, model.itemsAt(101, 100).length], [0, 0, 0]);
});

test('others stride from tile to tile, and jump when they are far', () => {
  const model = world(mobile(BERT, 110));
  const bert = model.mobiles.get(BERT)!;
  const moved = (x: number): ServerPacket => ({
    kind: 'mobile_moved',
    body: { serial: BERT, x, y: 100, z: 0, facing: 2 },
  });
  model.apply(moved(111), 1_000, true);
  assert.deepEqual([bert.x, bert.stride?.lengthMs], [111, 400]);
  model.apply(moved(114), 1_100, true);
  assert.deepEqual([bert.x, bert.stride], [114, null]);
});
