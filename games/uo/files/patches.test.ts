import assert from 'node:assert/strict';
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { ClientFileError } from './client-file-error.ts';
import { loadClientFiles } from './load.ts';
import { inFolder, writeSampleClient } from './testing/sample-client.ts';

/** Blocks in a column of the sample facet. */
const HIGH = 6;

function numbers(...list: readonly number[]): Buffer {
  const bytes = Buffer.alloc(list.length * 4);
  list.forEach((number, i) => {
    bytes.writeUInt32LE(number, i * 4);
  });
  return bytes;
}

function landBlock(graphic: number, z: number): Buffer {
  const bytes = Buffer.alloc(196);
  for (let cell = 0; cell < 64; cell++) {
    bytes.writeUInt16LE(graphic, 4 + cell * 3);
    bytes.writeInt8(z, 4 + cell * 3 + 2);
  }
  return bytes;
}

/** One static at 3, 4 of its block. */
function oneStatic(graphic: number): Buffer {
  return Buffer.from([graphic & 0xff, graphic >> 8, 3, 4, 0xfe, 0x21, 0x00]);
}

async function writeDif(dir: string): Promise<void> {
  const block = 2 * HIGH + 1;
  await writeFile(join(dir, 'mapdifl0.mul'), numbers(block, 0));
  await writeFile(join(dir, 'mapdif0.mul'), Buffer.concat([landBlock(77, -9), landBlock(78, 9)]));
  await writeFile(join(dir, 'stadifl0.mul'), numbers(block, HIGH + 1));
  await writeFile(join(dir, 'stadifi0.mul'), numbers(0, 7, 0, 0xffffffff, 0, 0));
  await writeFile(join(dir, 'stadif0.mul'), oneStatic(0x1234));
}

test('dif files change their blocks when they are asked for', () =>
  inFolder(async (dir) => {
    const facet = await writeSampleClient(dir);
    await writeDif(dir);
    const plain = (await loadClientFiles(dir)).facets.get(0)!;
    assert.equal(plain.land(16, 8), facet.land[8 * 64 + 16]);
    assert.ok(plain.statics(9, 10).length > 0);

    const { facets, difPatches } = await loadClientFiles(dir, { difFiles: true });
    const terrain = facets.get(0)!;
    assert.deepEqual(difPatches.get(0), { land: 2, statics: 2 });
    assert.deepEqual([terrain.land(16, 8), terrain.landZ(23, 15)], [77, -9]);
    assert.deepEqual([terrain.land(0, 0), terrain.landZ(7, 7)], [78, 9]);
    assert.equal(terrain.land(24, 8), facet.land[8 * 64 + 24]);
    assert.deepEqual(terrain.statics(19, 12), [{ graphic: 0x1234, z: -2, hue: 0x21 }]);
    assert.equal(terrain.statics(16, 8).length, 0);
    // A patch without statics clears its block.
    assert.equal(terrain.statics(9, 10).length, 0);
  }));

test('dif files that are cut, or for blocks that are not there, are refused', () =>
  inFolder(async (dir) => {
    await writeSampleClient(dir);
    const names = ['mapdif0.mul', 'stadifi0.mul', 'stadif0.mul', 'mapdifl0.mul', 'stadifl0.mul'];
    for (const name of names) {
      await writeDif(dir);
      await truncate(
        join(dir, name),
        name === 'stadifi0.mul' ? 12 : (await readFile(join(dir, name))).length - 1,
      );
      const error = await loadClientFiles(dir, { difFiles: true }).catch((failed: unknown) => failed);
      assert.ok(error instanceof ClientFileError, name);
      assert.equal(error.file, join(dir, name));
    }
    for (const name of ['mapdifl0.mul', 'stadifl0.mul']) {
      await writeDif(dir);
      await writeFile(join(dir, name), numbers(48));
      await assert.rejects(loadClientFiles(dir, { difFiles: true }), /a patch for .*block 48/);
    }
  }));

/** Entries of verdata.mul: number of the file, number of the record, bytes. */
function verdata(patches: readonly (readonly [file: number, index: number, bytes: Buffer])[]): Buffer {
  let offset = 4 + patches.length * 20;
  const table = patches.map(([file, index, bytes]) => {
    const entry = numbers(file, index, offset, bytes.length, 0);
    offset += bytes.length;
    return entry;
  });
  return Buffer.concat([numbers(patches.length), ...table, ...patches.map(([, , bytes]) => bytes)]);
}

function hueGroup(): Buffer {
  const bytes = Buffer.alloc(708);
  bytes.writeUInt16LE(0x7fff, 4);
  bytes.write('patched', 4 + 68, 'latin1');
  return bytes;
}

/** Groups of 32 tiles in the old format, the second one named. */
function landGroup(): Buffer {
  const bytes = Buffer.alloc(836);
  bytes.writeUInt32LE(0x40, 4 + 26);
  bytes.write('new land', 4 + 26 + 6, 'latin1');
  return bytes;
}

function itemGroup(): Buffer {
  const bytes = Buffer.alloc(1188);
  bytes.writeUInt32LE(0x80000000, 4 + 37);
  bytes.writeUInt8(11, 4 + 37 + 16);
  bytes.write('new item', 4 + 37 + 17, 'latin1');
  return bytes;
}

const PATCHED = verdata([
  [0, HIGH, landBlock(99, 1)],
  [2, 0, oneStatic(0x42)],
  [4, 7, Buffer.from('art, which a server does not read')],
  [14, 1, Buffer.from([0x05, 0, 0xff, 0xff, 2, 0, 0, 0, 1, 0, 0, 0])],
  [16, 1, Buffer.from('\x00Patched\x00', 'latin1')],
  [30, 2, landGroup()],
  [30, 512 + 3, itemGroup()],
  [32, 1, hueGroup()],
]);

test('verdata patches what it lists when it is asked for', () =>
  inFolder(async (dir) => {
    await writeSampleClient(dir, { oldFormat: true });
    await writeFile(join(dir, 'verdata.mul'), PATCHED);
    assert.equal((await loadClientFiles(dir)).skills[1]!.name, 'Hiding');

    const files = await loadClientFiles(dir, { verdata: true });
    const terrain = files.facets.get(0)!;
    assert.deepEqual([terrain.land(8, 0), terrain.landZ(15, 7)], [99, 1]);
    assert.deepEqual(terrain.statics(3, 4), [{ graphic: 0x42, z: -2, hue: 0x21 }]);
    assert.deepEqual(files.multis.get(1), [{ graphic: 5, x: -1, y: 2, z: 0, visible: true }]);
    assert.deepEqual(files.skills[1], { name: 'Patched', hasButton: false });
    assert.deepEqual([files.tileData.landName(65), files.tileData.landFlags(65)], ['new land', 0x40]);
    assert.equal(files.tileData.itemName(97), 'new item');
    assert.deepEqual([files.tileData.itemFlags(97), files.tileData.itemHeight(97)], [0x80000000, 11]);
    assert.equal(files.hues.length, 24);
    assert.deepEqual([files.hues[8]!.name, files.hues[8]!.colours[0]], ['patched', 0x7fff]);
    assert.equal(files.hues[7]!.name, 'hue 8');
  }));

test('verdata that is cut is refused', () =>
  inFolder(async (dir) => {
    await writeSampleClient(dir, { oldFormat: true });
    const path = join(dir, 'verdata.mul');
    for (const length of [0, 3, 50, PATCHED.length - 1]) {
      await writeFile(path, PATCHED.subarray(0, length));
      const error = await loadClientFiles(dir, { verdata: true }).catch((failed: unknown) => failed);
      assert.ok(error instanceof ClientFileError, `cut to ${length}`);
      assert.equal(error.file, path);
    }
  }));
