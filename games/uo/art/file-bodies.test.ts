import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ClientFileError } from '../files/client-file-error.ts';
import { ClientFolder } from '../files/client-folder.ts';
import {
  actionTableBytes,
  animationBytes,
  archiveBytes,
  packedActionBytes,
  writeRecords,
} from '../files/testing/hand-made-frames.ts';
import { inFolder } from '../files/testing/sample-client.ts';
import { hashPath } from '../files/uop-hash.ts';
import { FileBodies } from './file-bodies.ts';

type Records = readonly (readonly [record: number, colour: number])[];

interface Folder {
  readonly records?: Readonly<Record<string, Records>>;
  readonly tables?: Readonly<Record<string, string>>;
  /** Colours of frame 1 by `body/action`. */
  readonly packed?: Readonly<Record<string, number>>;
  readonly archives?: Readonly<Record<string, Buffer>>;
}

async function withBodies(
  { archives = {}, packed, records = {}, tables = {} }: Folder,
  use: (bodies: FileBodies, damage: ClientFileError[]) => void,
): Promise<void> {
  await inFolder(async (dir) => {
    for (const [name, each] of Object.entries(records))
      await writeRecords(
        dir,
        name,
        each.map(([number, colour]) => [number, animationBytes(colour)]),
      );
    for (const [name, text] of Object.entries(tables)) await writeFile(join(dir, name), text);
    for (const [name, bytes] of Object.entries(archives)) await writeFile(join(dir, name), bytes);
    if (packed !== undefined) {
      const files = Object.entries(packed).map(([name, colour]) => {
        const [body, action] = name.split('/') as [string, string];
        const path = `build/animationlegacyframe/${body.padStart(6, '0')}/${action.padStart(2, '0')}.bin`;
        return { hash: hashPath(path), bytes: packedActionBytes(Number(action), [[1, colour]]) };
      });
      await writeFile(join(dir, 'AnimationFrame1.uop'), archiveBytes(files));
    }
    const damage: ClientFileError[] = [];
    const bodies = await FileBodies.open(await ClientFolder.open(dir), (problem) => damage.push(problem));
    try {
      use(bodies, damage);
    } finally {
      bodies.close();
    }
  });
}

const colourOf = (bodies: FileBodies, body: number, action: number, direction = 0): number | null => {
  const frame = bodies.frames(body, action, direction)?.[0];
  return frame === undefined ? null : frame.pixels[0]! & 0x7fff;
};

// The numbers of records are worked out by hand from the tables of the formats.
test('a body is in the slot and the file that Bodyconv.def names, by the layout of that file', () =>
  withBodies(
    {
      records: {
        anim: [
          [35_000, 1],
          [300 * 110, 2],
        ],
        // Monster 5, animal 210.
        anim2: [
          [550 + 2 * 5 + 3, 21],
          [22_000 + 10 * 65 + 5, 22],
          [22_000 + 10 * 65, 23],
        ],
        // Animal 250, monster 310, a worn thing 401.
        anim3: [
          [22_000 + 50 * 65, 31],
          [34_100, 32],
          [35_175 + 4 * 5 + 4, 33],
          [35_175, 34],
        ],
        anim4: [[22_000 + 5 * 65, 41]],
        anim5: [
          [700 * 175 - 35_000 - 175 * 200 + 5, 51],
          [22_000, 52],
        ],
      },
      tables: {
        'Bodyconv.def': [
          '1000 5 -1 -1 -1',
          '1001 210',
          '1002 -1 250 -1 -1',
          '1003 -1 310 -1 -1',
          '1004 -1 401',
          '1005 -1 -1 205 -1',
          '1006 -1 -1 -1 200',
          // In two files: the later counts.
          '1007 210 -1 205 -1',
        ].join('\n'),
      },
    },
    (bodies, damage) => {
      assert.equal(colourOf(bodies, 400, 0), 1);
      assert.equal(colourOf(bodies, 1000, 2, 3), 21);
      assert.equal(colourOf(bodies, 1001, 1), 22);
      assert.equal(colourOf(bodies, 1002, 0), 31);
      assert.equal(colourOf(bodies, 1003, 0), 32);
      assert.equal(colourOf(bodies, 1004, 4, 4), 33);
      assert.equal(colourOf(bodies, 1005, 0), 41);
      assert.equal(colourOf(bodies, 1006, 0), 52);
      assert.equal(colourOf(bodies, 1007, 0), 41);
      assert.ok(![...bodies.ids].includes(5));
      // Numbers from 400 on go about as people unless a file says otherwise.
      assert.deepEqual(bodies.looks.get(1003), { body: 1003, hue: 0, walk: 0, run: 0, stand: 1 });
      assert.deepEqual(bodies.looks.get(1001), { body: 1001, hue: 0, walk: 0, run: 1, stand: 2 });
      // An animal that cannot run walks.
      assert.deepEqual(bodies.looks.get(1005), { body: 1005, hue: 0, walk: 0, run: 0, stand: 2 });
      assert.ok(!bodies.looks.has(1004) && !bodies.looks.has(400));
      assert.deepEqual(damage, []);
    },
  ));

test('mobtypes.txt decides how a slot is laid out', () =>
  withBodies(
    {
      records: {
        anim: [
          [300 * 110 + 5, 1],
          [22_000 + 100 * 65 + 5, 2],
        ],
        anim4: [
          [800 * 110, 3],
          [22_000 + 600 * 65, 4],
        ],
      },
      tables: {
        'Bodyconv.def': '900 -1 -1 800 -1\n901 -1 -1 800 -1\n',
        'mobtypes.txt': '300 MONSTER 0\n900 MONSTER 0\n901 ANIMAL 0\n',
      },
    },
    (bodies) => {
      assert.equal(colourOf(bodies, 300, 1), 1);
      assert.equal(colourOf(bodies, 900, 0), 3);
      assert.equal(colourOf(bodies, 901, 0), 4);
      assert.deepEqual(bodies.looks.get(300), { body: 300, hue: 0, walk: 0, run: 0, stand: 1 });
    },
  ));

test('Body.def puts another body in place, with a hue, but not where a later file has it', () =>
  withBodies(
    {
      records: {
        anim: [
          [110, 1],
          [220, 2],
          [330, 3],
        ],
        anim2: [[440, 4]],
      },
      tables: {
        'Body.def': [
          '10 {1} 1109',
          '11 {10} 7',
          '2 {3} 0',
          '12 {1} 5',
          // In circles, and to nothing.
          '1 {20} 0',
          '20 {1} 0',
          '3 {150} 9',
        ].join('\n'),
        'Bodyconv.def': '12 4\n',
      },
    },
    (bodies) => {
      assert.equal(colourOf(bodies, 10, 0), 1);
      assert.equal(colourOf(bodies, 11, 0), 1);
      assert.equal(colourOf(bodies, 12, 0), 4);
      assert.equal(colourOf(bodies, 1, 0), 1);
      assert.equal(colourOf(bodies, 3, 0), 3);
      assert.deepEqual(bodies.looks.get(10), { body: 1, hue: 1109, walk: 0, run: 0, stand: 1 });
      assert.ok(!bodies.looks.has(12) && !bodies.looks.has(1) && !bodies.looks.has(3));
    },
  ));

test('bodies that mobtypes.txt marks are in the archives, go about in their way, and have stand-ins', () =>
  withBodies(
    {
      records: {
        anim: [
          [300 * 110, 1],
          [350 * 110, 9],
          [35_000 + 266 * 175, 8],
        ],
      },
      packed: {
        '300/0': 10,
        '300/22': 11,
        '300/24': 12,
        '300/1': 13,
        '666/4': 20,
        '301/0': 30,
        '301/1': 31,
        '302/0': 40,
      },
      tables: {
        'mobtypes.txt':
          '300 MONSTER 10000\n301 ANIMAL 10000\n350 MONSTER 10000\n666 HUMAN 10000\n302 MONSTER 0\n',
      },
      archives: {
        'AnimationSequence.uop': archiveBytes([
          {
            hash: hashPath('build/animationsequence/00000300.bin'),
            bytes: actionTableBytes(300, [[25, 0, 1]]),
          },
        ]),
      },
    },
    (bodies, damage) => {
      assert.equal(colourOf(bodies, 300, 22), 11);
      // Action 25 has no frames of its own.
      assert.equal(colourOf(bodies, 300, 25), 13);
      assert.deepEqual(bodies.looks.get(300), { body: 300, hue: 0, walk: 22, run: 24, stand: 25 });
      assert.deepEqual(bodies.looks.get(301), { body: 301, hue: 0, walk: 0, run: 0, stand: 1 });
      assert.equal(colourOf(bodies, 666, 4), 20);
      assert.ok(!bodies.looks.has(666));
      // Marked, but no archive has it; and not marked, though an archive has it.
      assert.equal(colourOf(bodies, 350, 0), 9);
      assert.equal(colourOf(bodies, 302, 0), null);
      assert.deepEqual(damage, []);
    },
  ));

test('without mobtypes.txt the archives are asked for what anim.mul lacks', () =>
  withBodies({ records: { anim: [[110, 1]] }, packed: { '1/0': 10, '2/0': 20 } }, (bodies) => {
    assert.deepEqual(bodies.ids, [1, 2]);
    assert.equal(colourOf(bodies, 1, 0), 1);
    assert.equal(colourOf(bodies, 2, 0), 20);
  }));

test('a damaged action is one missing picture that is told with its place, and the rest is there', () =>
  withBodies(
    {
      records: {
        anim: [
          [110, 1],
          [111, 2],
        ],
      },
      packed: { '2/0': 5 },
      tables: { 'mobtypes.txt': '2 MONSTER 10000\n3 MONSTER 10000\n4 MONSTER\n' },
      archives: {
        'AnimationFrame3.uop': archiveBytes([
          { hash: hashPath('build/animationlegacyframe/000003/00.bin'), bytes: Buffer.alloc(39) },
        ]),
      },
    },
    (bodies, damage) => {
      assert.match(damage[0]!.message, /mobtypes\.txt at byte 32: a line is not understood/);
      assert.equal(colourOf(bodies, 3, 0), null);
      assert.match(
        damage[1]!.message,
        /AnimationFrame3\.uop at byte 74: build\/animationlegacyframe\/000003/,
      );
      assert.equal(colourOf(bodies, 2, 0), 5);
      assert.equal(colourOf(bodies, 1, 0, 1), 2);
      const wrong: [body: number, action: number, direction: number][] = [
        [1, -1, 0],
        [1, 99, 0],
        [1, 0, 5],
        [1, 0, -1],
        [70_000, 0, 0],
      ];
      for (const each of wrong) assert.equal(bodies.frames(...each), null);
      assert.equal(damage.length, 2);
    },
  ));

test('corpses and fittings are told where what stands in has frames; else the body itself is drawn', () =>
  withBodies(
    {
      records: {
        anim: [
          [35_000, 1],
          [35_000 + 175, 2],
          [0, 3],
        ],
      },
      tables: {
        'Body.def': '900 {401} 5\n',
        'Corpse.def': '400 {0} 33\n401 {1} 0\n',
        'Equipconv.def': '400 434 401 0 0\n400 435 900 0 12\n400 436 437 0 0\nfour\n',
      },
    },
    (bodies, damage) => {
      assert.deepEqual([...bodies.corpses], [[400, { body: 0, hue: 33 }]]);
      assert.deepEqual(
        [...bodies.fittings],
        [
          ['400/434', { body: 401, hue: 0 }],
          ['400/435', { body: 900, hue: 12 }],
        ],
      );
      assert.equal(damage.length, 1);
    },
  ));
