import assert from 'node:assert/strict';
import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { ClientFileError } from './client-file-error.ts';
import { loadClientFiles } from './load.ts';
import { inFolder, writeSampleClient } from './testing/sample-client.ts';
import { writeUop } from './testing/write-uop.ts';
import { encodeMap, writeFacet } from './write.ts';

/** Loads and gives the error that must come. */
async function refusal(dir: string, what = 'damaged files'): Promise<ClientFileError> {
  try {
    await loadClientFiles(dir);
  } catch (error) {
    assert.ok(error instanceof ClientFileError, String((error as Error).stack));
    assert.ok(error.message.includes(error.file) && error.message.includes(error.suggestion));
    assert.ok(error.expected.length > 0 && error.problem.length > 0);
    return error;
  }
  throw new assert.AssertionError({ message: `${what} were loaded` });
}

const FILES = [
  'cliloc.enu',
  'hues.mul',
  'map0.mul',
  'multi.idx',
  'multi.mul',
  'radarcol.mul',
  'skills.idx',
  'skills.mul',
  'staidx0.mul',
  'statics0.mul',
  'tiledata.mul',
];

test('each missing file is named', () =>
  inFolder(async (dir) => {
    await writeSampleClient(dir);
    for (const name of FILES) {
      const bytes = await readFile(join(dir, name));
      await rm(join(dir, name));
      const error = await refusal(dir);
      // Multis come from either of two forms, which are named together.
      assert.match(error.message, name.startsWith('multi.') ? /multi\.mul or multi\.idx/ : new RegExp(name));
      assert.match(error.problem, /missing/);
      await writeFile(join(dir, name), bytes);
    }
    await loadClientFiles(dir);
  }));

test('each file that ends early is refused, wherever it ends', () =>
  inFolder(async (dir) => {
    await writeSampleClient(dir);
    for (const name of FILES) {
      // A shorter index has fewer records, and nothing says that there should be more.
      if (name === 'multi.idx' || name === 'skills.idx') continue;
      const path = join(dir, name);
      const bytes = await readFile(path);
      for (const length of [0, 1, bytes.length >> 1, bytes.length - 1]) {
        // Half of the colours are those of fewer items, which is no damage.
        if (name === 'radarcol.mul' && length > 0x8000 && length % 2 === 0) continue;
        await truncate(path, length);
        const error = await refusal(dir, `${length} bytes of ${name}`);
        assert.ok(
          error.file === path || (name === 'statics0.mul' && error.message.includes(path)),
          `${name} cut to ${length}: ${error.message}`,
        );
        await writeFile(path, bytes);
      }
    }
    await loadClientFiles(dir);
  }));

test('a folder that is not there is refused', async () => {
  assert.match(
    (await refusal('/nowhere/at/all')).message,
    /\/nowhere\/at\/all: the folder cannot be read \(ENOENT\)/,
  );
});

test('land of another size than the definitions say is refused, with the sizes that would do', () =>
  inFolder(async (dir) => {
    const facet = await writeSampleClient(dir);
    await writeFacet(dir, 0, { ...facet, width: 32, height: 96, statics: [] });
    await loadClientFiles(dir);
    await writeFacet(dir, 0, {
      ...facet,
      width: 64,
      height: 40,
      statics: [],
      ...cut(facet.land, facet.z, 64 * 40),
    });
    const error = await refusal(dir);
    assert.match(error.problem, /facet 0 \(Test Land\) has 7840 bytes/);
    assert.match(error.expected, /9408 bytes for 64 x 48 tiles/);
  }));

function cut(land: Uint16Array, z: Int8Array, length: number): { land: Uint16Array; z: Int8Array } {
  return { land: land.slice(0, length), z: z.slice(0, length) };
}

test('statics that lie outside their file are refused at their entry', () =>
  inFolder(async (dir) => {
    await writeSampleClient(dir);
    const path = join(dir, 'staidx0.mul');
    const bytes = await readFile(path);
    bytes.writeUInt32LE(0x7fffff00, 5 * 12);
    bytes.writeInt32LE(7, 5 * 12 + 4);
    await writeFile(path, bytes);
    const error = await refusal(dir);
    assert.equal(error.offset, 60);
    assert.match(
      error.message,
      /staidx0\.mul at byte 60: block 5 has its statics at bytes .* of .*statics0\.mul/,
    );
  }));

test('a cliloc file that says that it is packed, and is not, is refused as what it is', () =>
  inFolder(async (dir) => {
    await writeSampleClient(dir);
    const path = join(dir, 'cliloc.enu');
    const bytes = await readFile(path);
    bytes[3] = 0x8e;
    await writeFile(path, bytes);
    assert.match((await refusal(dir)).message, /packed, as by clients from 7\.0\.104.*cannot be/);
  }));

test('tile data of no known size names the sizes', () =>
  inFolder(async (dir) => {
    await writeSampleClient(dir);
    await truncate(join(dir, 'tiledata.mul'), 1_036_288 + 4);
    assert.match((await refusal(dir)).message, /1036292 bytes .* 1036288 bytes .* 3188736 bytes/);
  }));

test('lengths of multis that fit neither format are refused', () =>
  inFolder(async (dir) => {
    await writeSampleClient(dir);
    const path = join(dir, 'multi.idx');
    const bytes = await readFile(path);
    bytes.writeInt32LE(13, 12 + 4);
    await writeFile(path, bytes);
    const error = await refusal(dir);
    assert.equal(error.offset, 12);
    assert.match(error.expected, /12 bytes .* 16 bytes/);
  }));

/** A folder whose land is in an archive; `change` may damage it. */
async function withArchive(dir: string, method: number, change: (bytes: Buffer) => Buffer): Promise<string> {
  const facet = await writeSampleClient(dir);
  await rm(join(dir, 'map0.mul'));
  const path = join(dir, 'map0LegacyMUL.uop');
  const name = 'build/map0legacymul/00000000.dat';
  await writeUop(path, [{ path: name, bytes: encodeMap(facet), method }]);
  await writeFile(path, change(await readFile(path)));
  return path;
}

test('packing that nobody knows is refused', () =>
  inFolder(async (dir) => {
    await withArchive(dir, 4, (bytes) => bytes);
    assert.match((await refusal(dir)).message, /packed by method 4; expected method 0, 1, 3/);
  }));

type Change = (bytes: Buffer) => Buffer;

function cutTo(length: number): Change {
  return (bytes) => bytes.subarray(0, length);
}

function withByte(at: number, change: (byte: number) => number): Change {
  return (bytes) => {
    bytes[at] = change(bytes[at]!);
    return bytes;
  };
}

/** The first block of the archive, and in it the fourth byte of its count, its successor and the hash of its first entry. */
const BLOCK = 0x200;
const DATA = BLOCK + 12 + 3 * 34 + 6;

const damages: readonly [what: string, method: number, change: Change, problem: RegExp][] = [
  ['another magic', 0, withByte(0, () => 0x58), /head of the archive: byte 0 is 88, not 77/],
  ['a cut head', 0, cutTo(20), /ends too early/],
  ['a cut block', 0, cutTo(BLOCK + 16), /ends too early/],
  ['a cut file', 0, cutTo(DATA + 9407), /ends too early/],
  ['a billion entries', 0, withByte(BLOCK + 3, () => 0x40), /ends too early/],
  ['blocks in a circle', 0, withByte(BLOCK + 5, () => BLOCK >> 8), /have no end/],
  ['another path', 0, withByte(BLOCK + 12 + 20, (byte) => byte ^ 1), /has 0 bytes/],
  ['broken zlib data', 1, withByte(DATA, () => 0), /damaged or too long/],
  ['broken zlib data of newer clients', 3, withByte(DATA, () => 0), /damaged or too long/],
];

for (const [what, method, change, problem] of damages) {
  test(`an archive with ${what} is refused`, () =>
    inFolder(async (dir) => {
      const path = await withArchive(dir, method, change);
      const error = await refusal(dir);
      assert.equal(error.file, path);
      assert.match(error.message, problem);
    }));
}
