import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { inFolder } from './testing/sample-client.ts';
import {
  encodeMap,
  encodeStatics,
  type FacetRecord,
  writeCliloc,
  writeHues,
  writeMultis,
  writeSkills,
  writeTileData,
} from './write.ts';

const facet: FacetRecord = {
  width: 16,
  height: 24,
  land: Uint16Array.from({ length: 16 * 24 }, (_, i) => i),
  z: Int8Array.from({ length: 16 * 24 }, (_, i) => (i === 9 * 16 + 10 ? -7 : 0)),
  statics: [
    { x: 10, y: 9, z: -1, graphic: 0x1234, hue: 0x0456 },
    { x: 0, y: 0, z: 5, graphic: 1, hue: 0 },
  ],
};

// The bytes below are derived from the layout of the files by hand.

test('land lies in blocks of 8 x 8, column by column, after a header of four bytes', () => {
  const bytes = Buffer.from(encodeMap(facet));
  assert.equal(bytes.length, 6 * 196);
  // Tile 10, 9 is in block 1 * 3 + 1, in its row 1, column 2.
  const at = 4 * 196 + 4 + (1 * 8 + 2) * 3;
  assert.equal(bytes.readUInt16LE(at), 9 * 16 + 10);
  assert.equal(bytes.readInt8(at + 2), -7);
  assert.equal(bytes.readUInt32LE(4 * 196), 0);
});

test('statics lie block by block, with an entry for every block', () => {
  const { index, statics } = encodeStatics(facet);
  assert.equal(Buffer.from(statics).toString('hex'), '01000000050000' + '34120201ff5604');
  const entries = Buffer.from(index).toString('hex').match(/.{24}/g)!;
  const none = 'ffffffffffffffff00000000';
  assert.deepEqual(entries, ['000000000700000000000000', none, none, none, '070000000700000000000000', none]);
});

test('facets of impossible size and statics outside are refused', () => {
  assert.throws(() => encodeMap({ ...facet, width: 15 }), RangeError);
  assert.throws(() => encodeMap({ ...facet, height: 16 }), RangeError);
  const outside = { x: 16, y: 0, z: 0, graphic: 1, hue: 0 };
  assert.throws(() => encodeStatics({ ...facet, statics: [outside] }), RangeError);
});

test('an item has its properties at the places of both formats', () =>
  inFolder(async (dir) => {
    const item = {
      flags: 0x80000040,
      flagsHigh: 2,
      weight: 3,
      layer: 4,
      quantity: 5,
      animation: 0x607,
      light: 8,
      height: 9,
    };
    const tiles = { land: [], items: [{ ...item, name: 'x' }] };
    const name = `78${'00'.repeat(19)}`;
    await writeTileData(dir, tiles);
    const start = 512 * 964 + 4;
    const fresh = (await readFile(join(dir, 'tiledata.mul'))).subarray(start, start + 41).toString('hex');
    assert.equal(fresh, `40000080020000000304000000050706000008000 9${name}`.replaceAll(' ', ''));
    await writeTileData(dir, tiles, { oldFormat: true });
    const oldStart = 512 * 836 + 4;
    const old = (await readFile(join(dir, 'tiledata.mul'))).subarray(oldStart, oldStart + 37).toString('hex');
    assert.equal(old, `400000800304000000050706000008000 9${name}`.replaceAll(' ', ''));
  }));

test('multis, texts, skills and hues have their bytes', () =>
  inFolder(async (dir) => {
    const hex = async (name: string): Promise<string> => (await readFile(join(dir, name))).toString('hex');
    const parts = [{ graphic: 0x0102, x: -1, y: 2, z: -3, visible: true }];
    await writeMultis(dir, new Map([[1, parts]]));
    assert.equal(await hex('multi.idx'), `ffffffffffffffff00000000${'000000001000000000000000'}`);
    assert.equal(await hex('multi.mul'), '0201ffff0200fdff0100000000000000');
    await writeMultis(dir, new Map([[0, parts]]), { oldFormat: true });
    assert.equal(await hex('multi.mul'), '0201ffff0200fdff01000000');
    await writeCliloc(dir, new Map([[500_001, 'é']]));
    assert.equal(await hex('cliloc.enu'), '020000000100' + '21a10700' + '00' + '0200' + 'c3a9');
    await writeSkills(dir, [{ name: 'Hi', hasButton: true }]);
    assert.equal(await hex('skills.mul'), '01486900');
    assert.equal(await hex('skills.idx'), '000000000400000000000000');
    await writeHues(dir, [{ colours: new Uint16Array(32).fill(0x0102), first: 3, last: 4, name: 'h' }]);
    const hues = await hex('hues.mul');
    assert.equal(hues.length, 708 * 2);
    assert.equal(hues.slice(0, 184), `00000000${'0201'.repeat(32)}03000400${'68'}${'00'.repeat(19)}`);
  }));
