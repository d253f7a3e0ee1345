import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Reader } from '@gommog/wire';
import { loadContent } from '../../content/index.ts';
import type { Hue } from '../../files/hues.ts';
import type { StaticTile, Terrain } from '../../files/terrain.ts';
import { behaviours } from '../../rules/things/use/behaviours.ts';
import { flatLand, plainTileData } from '../../testing/flat-land.ts';
import * as web from '../index.ts';
import { type PublishedWorld, WorldPublisher } from './index.ts';

const wall: StaticTile = { graphic: 0x50, z: -3, hue: 7 };

/** A little land with a slope and one wall, whose east end is no whole block. */
const hilly: Terrain = {
  width: 72,
  height: 64,
  land: (x, y) => x + y * 3,
  landZ: (x) => x - 30,
  statics: (x, y) => (x === 70 && y === 2 ? [wall, { ...wall, z: 9 }] : []),
};

const red: Hue = {
  colours: Uint16Array.from({ length: 32 }, (_, i) => i << 10),
  first: 1,
  last: 2,
  name: 'red',
};
let world: PublishedWorld;

before(() => {
  world = {
    facets: [
      { id: 0, terrain: hilly },
      { id: 4, terrain: flatLand(64, 128) },
    ],
    tileData: { ...plainTileData, itemHeight: (graphic) => (graphic === 0x50 ? 20 : 0) },
    hues: [red],
    content: loadContent({ behaviours: new Set(Object.keys(behaviours)) }),
    places: [{ name: 'Here', facet: 4, x: 5, y: 6, town: true }],
    radarColours: Uint16Array.of(1, 2),
    art: '/art/index.bin',
  };
});

function read<T>(reader: (r: Reader) => T, bytes: Uint8Array | null): T {
  const r = new Reader(bytes!);
  const value = reader(r);
  r.finish();
  return value;
}

test('the index names the version, the facets and the pictures', () => {
  const published = new WorldPublisher(world);
  const index = read(web.readWorldIndex, published.index);
  assert.match(index.version, /^[0-9a-f]{20}$/);
  assert.equal(index.version, published.version);
  assert.equal(index.art, '/art/index.bin');
  assert.deepEqual(
    index.facets.map(({ height, id, width }) => [id, width, height]),
    [
      [0, 72, 64],
      [4, 64, 128],
    ],
  );
});

test('a block has its land, its heights and its statics; one at the edge has fewer tiles', () => {
  const published = new WorldPublisher(world);
  const west = read(web.readLandBlock, published.block(0, 0, 0));
  assert.deepEqual([west.width, west.height, west.statics.length], [64, 64, 0]);
  assert.deepEqual([west.tiles[64 * 2 + 5], west.heights[64 * 2 + 5]], [5 + 2 * 3, -25]);
  const east = read(web.readLandBlock, published.block(0, 1, 0));
  assert.deepEqual([east.width, east.height, east.tiles.length], [8, 64, 512]);
  assert.deepEqual(
    east.statics.map(({ graphic, hue, x, y, z }) => ({ graphic, hue, x, y, z })),
    [
      { graphic: 0x50, hue: 7, x: 6, y: 2, z: -3 },
      { graphic: 0x50, hue: 7, x: 6, y: 2, z: 9 },
    ],
  );
});

test('there are no other blocks and tables than those that there are', () => {
  const published = new WorldPublisher(world);
  for (const [facet, x, y] of [
    [0, 2, 0],
    [0, 0, 1],
    [0, -1, 0],
    [1, 0, 0],
    [0, Number.NaN, 0],
    [0, 0.5, 0],
  ] as const)
    assert.equal(published.block(facet, x, y), null, `${facet} ${x} ${y}`);
  assert.equal(published.table('passwords.bin'), null);
  assert.equal(published.table('__proto__'), null);
});

test('tables tell tiles, hues, skills and looks', () => {
  const published = new WorldPublisher(world);
  const tiles = read(web.readTileTable, published.table('tiles.bin'));
  const items = tiles.itemRuns.find(({ first, items }) => first <= 0x50 && first + items.length > 0x50)!;
  assert.equal(items.items[0x50 - items.first]?.height, 20);
  assert.equal(tiles.landRuns[0]?.tiles[3]?.name, 'grass');
  assert.deepEqual(read(web.readHueTable, published.table('hues.bin')).hues[0]?.colours[31], 31 << 10);
  const { skills } = read(web.readSkillTable, published.table('skills.bin'));
  assert.deepEqual([skills.length, skills[0]?.name], [58, 'Alchemy']);
  const creation = read(web.readCreationTable, published.table('creation.bin'));
  assert.deepEqual(
    creation.looks.map(({ female, race }) => [race, female]),
    [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
      [2, 0],
      [2, 1],
    ],
  );
  assert.ok(creation.looks[0]!.hair.includes(0x203b));
  const { places } = read(web.readPlaceTable, published.table('places.bin'));
  assert.deepEqual(
    places.map(({ facet, name, town, x, y }) => [name, facet, x, y, town]),
    [['Here', 4, 5, 6, 1]],
  );
  const { templates } = read(web.readTemplateTable, published.table('templates.bin'));
  const gold = templates.find(({ key }) => key === 'gold-coin');
  assert.deepEqual([gold?.name, gold?.graphic, gold?.stackable], ['gold coin', 0xeed, 1]);
});

test('another land is another version, the same one the same', () => {
  const { version } = new WorldPublisher(world);
  assert.equal(new WorldPublisher(world).version, version);
  const moved: Terrain = { ...hilly, landZ: (x, y) => (x === 71 && y === 63 ? 0 : x - 30) };
  const changed = { ...world, facets: [{ id: 0, terrain: moved }, world.facets[1]!] };
  assert.notEqual(new WorldPublisher(changed).version, version);
  const recoloured = { ...world, radarColours: Uint16Array.of(1, 3) };
  assert.notEqual(new WorldPublisher(recoloured).version, version);
});
