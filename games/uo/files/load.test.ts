import assert from 'node:assert/strict';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadClientFiles } from './load.ts';
import type { Terrain } from './terrain.ts';
import { packMythic } from './testing/mythic-packing.ts';
import { NaiveFacet } from './testing/naive-facet.ts';
import {
  inFolder,
  randomFacet,
  SAMPLE_WORLD,
  sampleColours,
  sampleHues,
  sampleMultis,
  sampleSkills,
  sampleTexts,
  writeSampleClient,
} from './testing/sample-client.ts';
import { writeUop } from './testing/write-uop.ts';
import { TileFlag } from './tile-data.ts';
import { encodeMap, type FacetRecord, writeFacet, writeMultis } from './write.ts';

function assertSameLand(terrain: Terrain, facet: FacetRecord): void {
  assert.deepEqual([terrain.width, terrain.height], [facet.width, facet.height]);
  for (let y = 0; y < facet.height; y++) {
    for (let x = 0; x < facet.width; x++) {
      assert.equal(terrain.land(x, y), facet.land[y * facet.width + x]);
      assert.equal(terrain.landZ(x, y), facet.z[y * facet.width + x]);
    }
  }
}

function assertSameStatics(terrain: Terrain, facet: FacetRecord): void {
  let count = 0;
  for (let y = 0; y < facet.height; y++) {
    for (let x = 0; x < facet.width; x++) count += terrain.statics(x, y).length;
  }
  assert.equal(count, facet.statics.length);
  for (const { x, y, graphic, hue, z } of facet.statics) {
    const found = terrain
      .statics(x, y)
      .some((each) => each.graphic === graphic && each.z === z && each.hue === hue);
    assert.ok(found, `static ${graphic} at ${x}, ${y}`);
  }
}

for (const oldFormat of [false, true]) {
  test(`what was written in the ${oldFormat ? 'old' : 'new'} format is read again`, () =>
    inFolder(async (dir) => {
      const facet = await writeSampleClient(dir, { oldFormat });
      const files = await loadClientFiles(dir);
      assertSameLand(files.facets.get(0)!, facet);
      assertSameStatics(files.facets.get(0)!, facet);
      assert.deepEqual(files.multis.ids, [1, 100]);
      for (const [id, parts] of sampleMultis) assert.deepEqual(files.multis.get(id), parts);
      assert.deepEqual(files.multis.get(2), []);
      assert.equal(files.cliloc.size, sampleTexts.size);
      for (const [number, text] of sampleTexts) assert.equal(files.cliloc.get(number), text);
      assert.equal(files.cliloc.get(1), undefined);
      assert.deepEqual(files.skills, sampleSkills);
      assert.deepEqual(files.hues, sampleHues);
      assert.deepEqual(files.radarColours, sampleColours);
      assert.equal(files.source, 'mul');
      assert.deepEqual(files.difPatches.get(0), { land: 0, statics: 0 });
      assert.equal(files.definitions.startCities[0]!.name, 'Hereford');
    }));

  test(`tile data of the ${oldFormat ? 'old' : 'new'} format`, () =>
    inFolder(async (dir) => {
      await writeSampleClient(dir, { oldFormat });
      const { size } = await stat(join(dir, 'tiledata.mul'));
      assert.equal(size, oldFormat ? 1_036_288 : 3_188_736);
      const { tileData } = await loadClientFiles(dir);
      assert.equal(tileData.landFlags(1), TileFlag.impassable | TileFlag.wet);
      assert.equal(tileData.landName(1), 'water');
      assert.equal(tileData.itemFlags(1), 0x80000200);
      assert.equal(tileData.itemName(1), 'a name of twenty-one');
      assert.deepEqual(
        [tileData.itemWeight(1), tileData.itemLayer(1), tileData.itemAnimation(1), tileData.itemHeight(1)],
        [255, 2, 600, 20],
      );
      assert.equal(tileData.itemFlags(0x10000), 0);
      assert.equal(tileData.itemName(0xffff), '');
    }));
}

test('names of files do not depend on case', () =>
  inFolder(async (dir) => {
    const facet = await writeSampleClient(dir);
    for (const name of await readdir(dir)) {
      const shouted = name.startsWith('s') ? name.toUpperCase() : name[0]!.toUpperCase() + name.slice(1);
      await rename(join(dir, name), join(dir, shouted));
    }
    const files = await loadClientFiles(dir);
    assertSameLand(files.facets.get(0)!, facet);
    assert.equal(files.skills.length, sampleSkills.length);
  }));

/** Puts an archive with the same land in place of map0.mul, in two chunks of which the second is packed. */
async function packMap(dir: string, facet: FacetRecord, method: number): Promise<void> {
  const bytes = encodeMap(facet);
  const chunk = 4096 * 196;
  const files = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, i) => ({
    path: `build/map0legacymul/${String(i).padStart(8, '0')}.dat`,
    bytes: bytes.slice(i * chunk, (i + 1) * chunk),
    method: i === 0 ? 0 : method,
  }));
  assert.ok(files.length > 1);
  await writeUop(join(dir, 'map0LegacyMUL.uop'), files);
}

test('an archive of land is read as the plain file is, and comes first', () =>
  inFolder(async (dir) => {
    await writeSampleClient(dir);
    const facet = randomFacet(520, 512, 100, 3);
    await writeFacet(dir, 0, facet);
    const world = SAMPLE_WORLD.replace('width: 64, height: 48', 'width: 520, height: 512');
    await writeFile(join(dir, 'world.yaml'), world);
    for (const method of [1, 3]) {
      await packMap(dir, facet, method);
      const packed = await loadClientFiles(dir);
      assert.equal(packed.source, 'uop');
      assertSameLand(packed.facets.get(0)!, facet);
    }
    assert.equal((await loadClientFiles(dir, { prefer: 'mul' })).source, 'mul');
    await rm(join(dir, 'map0.mul'));
    assert.equal((await loadClientFiles(dir, { prefer: 'mul' })).source, 'uop');
  }));

test('texts that are packed as by clients from 7.0.104 on are read', () =>
  inFolder(async (dir) => {
    await writeSampleClient(dir);
    const path = join(dir, 'cliloc.enu');
    await writeFile(path, packMythic(await readFile(path), 300));
    const { cliloc } = await loadClientFiles(dir);
    assert.deepEqual(
      [...sampleTexts],
      [...sampleTexts.keys()].map((number) => [number, cliloc.get(number)]),
    );
  }));

test('a collection of multis is read as the plain files are', () =>
  inFolder(async (dir) => {
    await writeSampleClient(dir);
    const files = [...sampleMultis].map(([id, parts]) => {
      const bytes = Buffer.alloc(8 + parts.length * 18);
      bytes.writeUInt32LE(id, 0);
      bytes.writeUInt32LE(parts.length, 4);
      let at = 8;
      for (const { graphic, visible, x, y, z } of parts) {
        bytes.writeUInt16LE(graphic, at);
        bytes.writeInt16LE(x, at + 2);
        bytes.writeInt16LE(y, at + 4);
        bytes.writeInt16LE(z, at + 6);
        bytes.writeUInt16LE(visible ? 0x100 : 1, at + 8);
        // One text for each part.
        bytes.writeUInt32LE(1, at + 10);
        at += 18;
      }
      return { path: `build/multicollection/${String(id).padStart(6, '0')}.bin`, bytes, method: 1 };
    });
    await writeUop(join(dir, 'MultiCollection.uop'), files);
    await rm(join(dir, 'multi.mul'));
    const { multis } = await loadClientFiles(dir);
    assert.deepEqual(multis.ids, [...sampleMultis.keys()]);
    for (const [id, parts] of sampleMultis) assert.deepEqual(multis.get(id), parts);
  }));

for (const oldFormat of [false, true]) {
  test(`multis whose lengths fit both formats are ${oldFormat ? 'old' : 'new'} where tile data is`, () =>
    inFolder(async (dir) => {
      await writeSampleClient(dir, { oldFormat });
      // 4 parts of 12 bytes, or 3 of 16.
      const parts = Array.from({ length: oldFormat ? 4 : 3 }, (_, i) => ({
        graphic: i,
        x: i,
        y: 0,
        z: 0,
        visible: true,
      }));
      await writeMultis(dir, new Map([[5, parts]]), { oldFormat });
      assert.deepEqual((await loadClientFiles(dir)).multis.get(5), parts);
    }));
}

test('progress goes from 0 to 1 and never back', () =>
  inFolder(async (dir) => {
    await writeSampleClient(dir);
    const seen: number[] = [];
    const named = new Set<string>();
    const onProgress = (fraction: number, what: string): void => {
      seen.push(fraction);
      named.add(what);
    };
    await loadClientFiles(dir, { onProgress });
    assert.equal(seen[0], 0);
    assert.equal(seen.at(-1), 1);
    assert.ok(seen.every((fraction, i) => i === 0 || fraction >= seen[i - 1]!));
    assert.deepEqual([...named], ['tables', 'Test Land']);
  }));

test('a facet without files shares its stand-in, an optional one is left out with its cities, an older width is found', () =>
  inFolder(async (dir) => {
    const facet = await writeSampleClient(dir);
    await writeFile(
      join(dir, 'world.yaml'),
      `facets:
  - { id: 0, name: Old, width: 80, height: 48, olderWidth: 64 }
  - { id: 1, name: Twin, width: 80, height: 48, standIn: 0 }
  - { id: 2, name: Lost, width: 64, height: 48, optional: true }
startCities:
  - { name: A, building: B, x: 9, y: 10, z: 3, facet: 1 }
  - { name: C, building: D, x: 9, y: 10, z: 3, facet: 2 }
  - { name: E, building: F, x: 70, y: 10, z: 3, facet: 0 }
`,
    );
    const { facets, definitions } = await loadClientFiles(dir);
    assert.deepEqual([...facets.keys()], [0, 1]);
    assert.equal(facets.get(1), facets.get(0));
    assert.equal(facets.get(0)!.width, facet.width);
    assert.deepEqual(
      definitions.facets.map(({ width }) => width),
      [64, 64],
    );
    assert.deepEqual(
      definitions.startCities.map(({ name }) => name),
      ['A'],
    );
  }));

test('statics are what a naive reader finds in the files', () =>
  inFolder(async (dir) => {
    const { height } = await writeSampleClient(dir);
    const read = (name: string): Promise<Buffer> => readFile(join(dir, name));
    const naive = new NaiveFacet(
      height,
      await read('map0.mul'),
      await read('staidx0.mul'),
      await read('statics0.mul'),
    );
    const terrain = (await loadClientFiles(dir)).facets.get(0)!;
    assert.deepEqual(terrain.statics(9, 10), naive.statics(9, 10));
  }));
