import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Frame } from '../art/art-source.ts';
import { AnimationArchives, type PackedAction } from './animation-archives.ts';
import { ClientFileError } from './client-file-error.ts';
import { ClientFolder } from './client-folder.ts';
import { archiveBytes, type HashedFile, packedActionBytes } from './testing/hand-made-frames.ts';
import { packMythic } from './testing/mythic-packing.ts';
import { inFolder } from './testing/sample-client.ts';
import { hashPath } from './uop-hash.ts';

/** Hash of build/animationlegacyframe/000400/04.bin in archives of real clients. */
const STANDING_MAN = 0x439989207c73deedn;
const MAN: Omit<PackedAction, 'direction'> = { body: 400, action: 4, isEquipment: false };
const CLEAR = 0;

async function withArchives<T>(
  archives: Readonly<Record<number, Buffer>>,
  use: (opened: AnimationArchives, dir: string) => T,
): Promise<T> {
  return inFolder(async (dir) => {
    for (const [number, bytes] of Object.entries(archives))
      await writeFile(join(dir, `AnimationFrame${number}.uop`), bytes);
    const opened = await AnimationArchives.open(await ClientFolder.open(dir));
    try {
      return use(opened, dir);
    } finally {
      opened.close();
    }
  });
}

const archiveOf = (bytes: Buffer, more: Partial<HashedFile> = {}): Buffer =>
  archiveBytes([{ hash: STANDING_MAN, bytes, ...more }]);

/** The one pixel of each frame, without the mark that it is drawn. */
const colours = (frames: readonly Frame[] | null): number[] | undefined =>
  frames?.map(({ pixels }) => pixels[0]! & 0x7fff);

/** Frames of all five directions, each in a colour that tells direction and frame. */
const numbered = (each: number): [number, number][] =>
  Array.from({ length: each * 5 }, (_, i) => [i + 1, 100 * (Math.floor(i / each) + 1) + (i % each)]);

test('frames are found by the hash of their path, stored and packed, in any of the archives', async () => {
  const bytes = packedActionBytes(4, numbered(2));
  for (const isStored of [true, false]) {
    for (const number of [1, 6]) {
      await withArchives({ [number]: archiveOf(bytes, { isStored }) }, (archives) => {
        assert.ok(archives.has(400, 4) && !archives.has(400, 5) && !archives.has(401, 4));
        const frames = archives.frames({ ...MAN, direction: 3 })!;
        assert.deepEqual(colours(frames), [400, 401]);
        const { centreX, centreY, height, pixels, width } = frames[0]!;
        assert.deepEqual([centreX, centreY, width, height, pixels[0]], [3, 4, 1, 1, 400 | 0x8000]);
        assert.equal(archives.frames({ ...MAN, body: 401, direction: 0 }), null);
      });
    }
  }
});

test('frames packed as by clients from 7.0.104 on are read, and damage in the inner packing is refused', async () => {
  const whole = archiveOf(packedActionBytes(4, numbered(2)), { isMythic: true });
  await withArchives({ 3: whole }, (archives) => {
    assert.ok(archives.has(400, 4));
    assert.deepEqual(colours(archives.frames({ ...MAN, direction: 3 })), [400, 401]);
  });
  const inner = packMythic(packedActionBytes(4, numbered(2)));
  inner.writeUInt32LE((0x8e2c9a3d ^ 5) >>> 0, 0);
  await withArchives({ 3: markedMythic(archiveOf(inner)) }, (archives) => {
    assert.throws(
      () => archives.frames({ ...MAN, direction: 3 }),
      (error: unknown) => error instanceof ClientFileError && /counts of packed data/.test(error.problem),
    );
  });
});

/** Its one file is said to be packed by method 3. */
function markedMythic(archive: Buffer): Buffer {
  archive.writeUInt16LE(3, 28 + 12 + 32);
  return archive;
}

test('of two archives with the same path the first counts', () =>
  withArchives(
    { 2: archiveOf(packedActionBytes(4, [[1, 11]])), 5: archiveOf(packedActionBytes(4, [[1, 22]])) },
    (archives) => assert.deepEqual(colours(archives.frames({ ...MAN, direction: 0 })), [11]),
  ));

test('frames that are left out are clear, and the others keep their place', () =>
  withArchives(
    {
      1: archiveOf(
        packedActionBytes(
          4,
          numbered(4).filter(([number]) => ![2, 5, 19, 20].includes(number)),
        ),
      ),
    },
    (archives) => {
      const of = (direction: number) => colours(archives.frames({ ...MAN, direction }));
      assert.deepEqual(of(0), [100, CLEAR, 102, 103]);
      assert.deepEqual(of(1), [CLEAR, 201, 202, 203]);
      assert.deepEqual(of(2), [300, 301, 302, 303]);
      assert.deepEqual(of(4), [500, 501, CLEAR, CLEAR]);
    },
  ));

test('what is worn has ten frames a direction, however many there are', () =>
  withArchives(
    {
      1: archiveOf(
        packedActionBytes(4, [
          [1, 5],
          [12, 6],
          [13, 7],
        ]),
      ),
    },
    (archives) => {
      const of = (direction: number) => colours(archives.frames({ ...MAN, isEquipment: true, direction }));
      assert.deepEqual(of(0), [5, ...Array(9).fill(CLEAR)]);
      assert.deepEqual(of(1), [CLEAR, 6, 7, ...Array(7).fill(CLEAR)]);
      assert.deepEqual(of(2), []);
    },
  ));

test('a file that hashes alike but holds another action is refused with its place', () =>
  withArchives({ 1: archiveOf(packedActionBytes(5, numbered(1))) }, (archives, dir) => {
    assert.throws(
      () => archives.frames({ ...MAN, direction: 0 }),
      (error: unknown) => {
        assert.ok(error instanceof ClientFileError);
        assert.equal(error.file, join(dir, 'AnimationFrame1.uop'));
        assert.equal(error.offset, 28 + 12 + 34);
        assert.match(error.problem, /000400\/04\.bin: frame 0 is of action 5/);
        return true;
      },
    );
  }));

test('a hash that is listed twice is read, and is one of the two', () =>
  withArchives(
    {
      1: archiveBytes([
        { hash: STANDING_MAN, bytes: packedActionBytes(4, [[1, 1]]) },
        { hash: STANDING_MAN, bytes: packedActionBytes(4, [[1, 2]]) },
      ]),
    },
    (archives) => assert.deepEqual(colours(archives.frames({ ...MAN, direction: 0 })), [2]),
  ));

test('a file that ends early is refused wherever it ends, and nothing but that is thrown', async () => {
  const whole = packedActionBytes(4, numbered(1));
  for (let length = 0; length < whole.length; length += length < 140 ? 1 : 61) {
    await withArchives({ 1: archiveOf(whole.subarray(0, length), { isStored: true }) }, (archives) => {
      for (const direction of [0, 4]) {
        try {
          const frames = archives.frames({ ...MAN, direction });
          // What stands before the cut is whole.
          assert.deepEqual(colours(frames), [100 * (direction + 1)], `${length}`);
          assert.ok(direction < 4, `${length}`);
        } catch (error) {
          assert.ok(error instanceof ClientFileError, `${length}: ${(error as Error).stack}`);
        }
      }
    });
  }
});

test('lengths and numbers that lie are refused before anything is set aside for them', async () => {
  const lies: [what: string, bytes: Buffer][] = [];
  const lie = (what: string, change: (bytes: Buffer) => void): void => {
    const bytes = packedActionBytes(4, numbered(1));
    change(bytes);
    lies.push([what, bytes]);
  };
  lie('number of frames', (bytes) => bytes.writeUInt32LE(0xffffffff, 32));
  lie('place of the table', (bytes) => bytes.writeUInt32LE(0xfffffff0, 36));
  lie('frame number', (bytes) => bytes.writeUInt16LE(0xffff, 48 + 2));
  lie('frame number 0', (bytes) => bytes.writeUInt16LE(0, 48 + 2));
  lie('place of the pixels', (bytes) => bytes.writeUInt32LE(0xfffffff0, 48 + 12));
  lie('run without end', (bytes) => bytes.writeUInt32LE(0, bytes.length - 4));
  for (const [what, bytes] of lies) {
    await withArchives({ 1: archiveOf(bytes) }, (archives) => {
      const direction = what === 'run without end' ? 4 : 0;
      assert.throws(() => archives.frames({ ...MAN, direction }), ClientFileError, what);
    });
  }
  // Many frames that lie over each other, each as large as a frame may be.
  const many = packedActionBytes(
    4,
    Array.from({ length: 255 * 5 }, (_, i) => [i + 1, 1]),
  );
  const picture = many.length - 529;
  many.writeUInt16LE(1024, picture + 512 + 4);
  many.writeUInt16LE(1024, picture + 512 + 6);
  for (let i = 0; i < 255; i++) many.writeUInt32LE(picture - 48 - i * 16, 48 + i * 16 + 12);
  await withArchives({ 1: archiveOf(many) }, (archives) => {
    assert.throws(() => archives.frames({ ...MAN, direction: 0 }), /more than 16777216 pixels/);
  });
});

test('an archive with a damaged table is refused with file and place', async () => {
  const bytes = archiveOf(packedActionBytes(4, numbered(1)));
  const refused = async (damaged: Buffer): Promise<ClientFileError> => {
    let found: unknown = null;
    await withArchives({ 1: damaged }, () => {}).catch((error: unknown) => {
      found = error;
    });
    assert.ok(found instanceof ClientFileError, String(found));
    assert.match(found.file, /AnimationFrame1\.uop$/);
    return found;
  };
  const changed = (change: (copy: Buffer) => void): Buffer => {
    const copy = Buffer.from(bytes);
    change(copy);
    return copy;
  };
  for (let length = 0; length < 28 + 12 + 34; length++) await refused(bytes.subarray(0, length));
  await refused(changed((copy) => copy.writeUInt32LE(0x1234, 0)));
  await refused(changed((copy) => copy.writeBigUInt64LE(0xffffffffffffffffn, 12)));
  await refused(changed((copy) => copy.writeUInt32LE(0xffffffff, 28)));
  const circle = await refused(changed((copy) => copy.writeBigUInt64LE(28n, 32)));
  assert.match(circle.problem, /no end/);
});

test('a record that claims more than the file has, or unpacks to another length, is refused', async () => {
  const bytes = archiveOf(packedActionBytes(4, numbered(1)));
  const entry = 28 + 12;
  const lies: ((bytes: Buffer) => void)[] = [
    (all) => all.writeUInt32LE(0x7fffffff, entry + 12),
    (all) => all.writeUInt32LE(1000, entry + 12 + 4),
    (all) => all.writeUInt32LE(all.readUInt32LE(entry + 12 + 4) + 1, entry + 12 + 4),
    (all) => all.writeUInt32LE(0x7fffffff, entry + 12 + 4),
    (all) => all.writeBigUInt64LE(0x7fffffffffffn, entry),
    (all) => all.fill(0x55, entry + 34),
  ];
  for (const lie of lies) {
    const damaged = Buffer.from(bytes);
    lie(damaged);
    await withArchives({ 1: damaged }, (archives) => {
      assert.ok(archives.has(400, 4));
      assert.throws(() => archives.frames({ ...MAN, direction: 0 }), ClientFileError);
    });
  }
});

test('paths of other bodies and actions have six and two digits', () =>
  withArchives(
    {
      1: archiveBytes([
        {
          hash: hashPath('build/animationlegacyframe/001254/24.bin'),
          bytes: packedActionBytes(24, numbered(1)),
        },
      ]),
    },
    (archives) => {
      const frames = archives.frames({ body: 1254, action: 24, direction: 1, isEquipment: false });
      assert.deepEqual(colours(frames), [200]);
    },
  ));
