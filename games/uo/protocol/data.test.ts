import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Rand, Reader, Writer } from '@gommog/wire';
import * as rand from './generated/data.rand.ts';
import * as data from './generated/data.ts';
import { bytesOf } from './golden/notation.ts';

const EMPTY_ITEM: data.ItemTileIn = {
  flags: 0,
  flagsHigh: 0,
  weight: 0,
  layer: 0,
  quantity: 0,
  animation: 0,
  light: 0,
  height: 0,
  name: '',
};

function written(write: (writer: Writer) => void): Uint8Array {
  const writer = new Writer();
  write(writer);
  return writer.bytes().slice();
}

function same(bytes: Uint8Array, notation: string): void {
  assert.equal(Buffer.from(bytes).toString('hex'), Buffer.from(bytesOf(notation)).toString('hex'));
}

test('a file of tile properties has the known size in both formats', () => {
  const land = Array.from({ length: 512 }, () => ({
    tiles: Array.from({ length: 32 }, () => ({ flags: 0, flagsHigh: 0, texture: 0, name: '' })),
  }));
  const group = { tiles: Array.from({ length: 32 }, () => EMPTY_ITEM) };
  const old = written((w) => data.writeTiledata(w, { land, items: Array(512).fill(group) }, false));
  assert.equal(old.length, 1_036_288);
  const current = written((w) => data.writeTiledata(w, { land, items: Array(2048).fill(group) }, true));
  assert.equal(current.length, 3_188_736);
  assert.equal(data.readTiledata(new Reader(current), true).items.length, 2048);
});

test('the fields of an item tile are where clients look for them', () => {
  const item: data.ItemTileIn = {
    ...EMPTY_ITEM,
    flags: 0x4000_0042,
    flagsHigh: 0x100,
    weight: 10,
    layer: 2,
    quantity: 3,
    animation: 0x27b,
    light: 29,
    height: 20,
    name: 'longsword',
  };
  const fields = '0A 02 0000 00 03 7B02 00 00 1D00 14 "longsword":20';
  same(
    written((w) => data.writeItemTile(w, item, true)),
    `42000040 00010000 ${fields}`,
  );
  same(
    written((w) => data.writeItemTile(w, item, false)),
    `42000040 ${fields}`,
  );
  const full = bytesOf(`42000040 0A 02 0000 00 03 7B02 00 00 1D00 14 "a name of 20 letters"`);
  assert.equal(data.readItemTile(new Reader(full), false).name, 'a name of 20 letters');
});

test('records of map, statics, index and multi', () => {
  const cells = Array.from({ length: 64 }, (_, i) => ({ tile: i, z: -i }));
  const block = written((w) => data.writeMapBlock(w, { cells }));
  assert.equal(block.length, 196);
  same(block.subarray(0, 10), '0*4 0000 00 0100 FF');
  same(
    written((w) => data.writeStaticItem(w, { graphic: 0x0cca, x: 1, y: 2, z: -5, hue: 3 })),
    'CA0C 01 02 FB 0300',
  );
  same(
    written((w) => data.writeIndexEntry(w, { offset: 0xffffffff, len: -1, extra: 0 })),
    'FFFFFFFF FFFFFFFF 0*4',
  );
  const part = { graphic: 0x64, x: -1, y: 2, z: 7, visible: 1 };
  same(
    written((w) => data.writeMultiPart(w, part, false)),
    '6400 FFFF 0200 0700 01000000',
  );
  same(
    written((w) => data.writeMultiPart(w, part, true)),
    '6400 FFFF 0200 0700 01000000 0*4',
  );
  same(
    written((w) =>
      data.writePackedMulti(w, {
        id: 100,
        parts: [{ graphic: 0x64, x: -1, y: 2, z: 7, flags: 0, clilocs: [5] }],
      }),
    ),
    '64000000 01000000 6400 FFFF 0200 0700 0000 01000000 05000000',
  );
});

test('hues, texts, skills and speech', () => {
  const hue = { colors: Array(32).fill(0x7fff), first: 1, last: 2, name: 'white' };
  const group = written((w) => data.writeHueGroup(w, { hues: Array(8).fill(hue) }));
  assert.equal(group.length, 708);
  assert.equal(data.readHues(new Reader(Uint8Array.from([...group, ...group]))).groups.length, 2);
  same(
    written((w) =>
      data.writeCliloc(w, {
        header1: 2,
        header2: 1,
        entries: [{ number: 500000, flag: 0, text: 'h\u00e9' }],
      }),
    ),
    '02000000 0100 20A10700 00 0300 "h" C3A9',
  );
  same(
    written((w) => data.writeSkillEntry(w, { hasButton: 1, name: 'Hiding' })),
    '01 "Hiding" 00',
  );
  same(
    written((w) => data.writeSpeechEntry(w, { id: 2, pattern: '*bank*' })),
    '0002 0006 "*bank*"',
  );
});

test('an archive begins with its head and its first block', () => {
  same(
    written((w) =>
      data.writeUopHeader(w, {
        version: 5,
        signature: 0xfd23ec43,
        firstBlock: 0x200n,
        blockCapacity: 100,
        numFiles: 1,
      }),
    ),
    '"MYP" 00 05000000 43EC23FD 0002000000000000 64000000 01000000',
  );
  const entry = {
    offset: 0x1000n,
    lenHeader: 0,
    lenStored: 10,
    lenUnpacked: 12,
    pathHash: 0x99361f7d3a53aea8n,
    checksum: 7,
    method: 1,
  };
  const bytes = written((w) => data.writeUopBlock(w, { nextBlock: 0n, entries: [entry] }));
  same(bytes, '01000000 0*8 0010000000000000 0*4 0A000000 0C000000 A8AE533A7D1F3699 07000000 0100');
  assert.deepEqual(data.readUopBlock(new Reader(bytes)).entries[0], entry);
});

test('a radar file of the largest known size is read whole', () => {
  const bytes = new Uint8Array(163_840);
  assert.equal(data.readRadarColors(new Reader(bytes)).colors.length, 81_920);
});

test('a run of a small map row is read to its end mark', () => {
  const frame = rand.randAnimationFrame(new Rand(5));
  const bytes = written((w) => data.writeAnimationFrame(w, frame));
  assert.deepEqual(
    written((w) => data.writeAnimationFrame(w, data.readAnimationFrame(new Reader(bytes)))),
    bytes,
  );
});

test('frames and actions in archives of animations', () => {
  const bytes = bytesOf('0*32 02000000 28000000 0400 0100 0*8 20000000 0400 0700 0*8 30000000');
  const { numFrames, rest, tableStart } = data.readPackedAnimation(new Reader(bytes));
  assert.deepEqual([numFrames, tableStart, rest.length], [2, 40, 32]);
  const { action, number, pixelOffset } = data.readPackedAnimationFrame(new Reader(rest.subarray(16)));
  assert.deepEqual([action, number, pixelOffset], [4, 7, 0x30]);
  same(
    written((w) => data.writePackedAnimationFrame(w, { action: 4, number: 7, pixelOffset: 0x30 })),
    '0400 0700 0*8 30000000',
  );
  const rows =
    '16000000 0*4 00000000 0*52 0*4 0*4 19000000 05000000 FFFFFFFF 0*52 01000000 0*32 02000000 0*8';
  const table = data.readActionTable(new Reader(bytesOf(`E6040000 0*48 02000000 ${rows} 09`)));
  assert.deepEqual(
    table.actions.map(({ action: of, frames, marks, points, standIn }) => [
      of,
      frames,
      standIn,
      points.length,
      marks.length,
    ]),
    [
      [22, 0, 0, 0, 0],
      [25, 5, -1, 1, 2],
    ],
  );
  assert.deepEqual([table.body, [...table.rest]], [0x4e6, [9]]);
});
