import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { type BodyDefinitions, fittingKey, loadBodyDefinitions } from './body-definitions.ts';
import type { ClientFileError } from './client-file-error.ts';
import { ClientFolder } from './client-folder.ts';
import { inFolder } from './testing/sample-client.ts';

async function definitionsOf(
  tables: Readonly<Record<string, string>>,
): Promise<BodyDefinitions & { damage: ClientFileError[] }> {
  return inFolder(async (dir) => {
    for (const [name, text] of Object.entries(tables)) await writeFile(join(dir, name), text, 'latin1');
    const damage: ClientFileError[] = [];
    const folder = await ClientFolder.open(dir);
    return { ...(await loadBodyDefinitions(folder, (problem) => damage.push(problem))), damage };
  });
}

test('a folder without tables says nothing', async () => {
  const { damage, slots, standIns, types } = await definitionsOf({});
  assert.deepEqual([damage.length, slots.size, standIns.size, types.size], [0, 0, 0, 0]);
});

test('Body.def names a body and a hue; of three bodies the third counts, of two lines the first', async () => {
  const { damage, standIns } = await definitionsOf({
    'body.DEF': [
      '# a comment {1} 2',
      '10\t{20}\t1109 # as it should be',
      '11 {21, 22} 0',
      '12 { 31,32,\t33 } 0x5',
      '10 {99} 1',
      '',
    ].join('\r\n'),
  });
  assert.deepEqual(
    [...standIns],
    [
      [10, { body: 20, hue: 1109 }],
      [11, { body: 21, hue: 0 }],
      [12, { body: 33, hue: 5 }],
    ],
  );
  assert.deepEqual(damage, []);
});

test('Bodyconv.def names slots in anim2 to anim5; shorter lines are of older clients', async () => {
  const { damage, slots } = await definitionsOf({
    'Bodyconv.def':
      '359 -1 -1 205 -1# a comment that touches\n300\t5\n301 -1 310\n302 -1 -1 -1 -1\n303 1 -1 -1 9\n',
  });
  assert.deepEqual(
    [...slots],
    [
      [359, [{ file: 4, slot: 205 }]],
      [300, [{ file: 2, slot: 5 }]],
      [301, [{ file: 3, slot: 310 }]],
      [302, []],
      [
        303,
        [
          { file: 2, slot: 1 },
          { file: 5, slot: 9 },
        ],
      ],
    ],
  );
  assert.deepEqual(damage, []);
});

test('mobtypes.txt says kind, what is worn, and what the archives have', async () => {
  const { damage, types } = await definitionsOf({
    'mobtypes.txt': [
      '1 MONSTER 0',
      '2 MONSTER 440 # like people before like animals',
      '3 monster 40',
      '4 ANIMAL 0',
      '5 ANIMAL 20',
      '6 ANIMAL 420',
      '7 SEA_MONSTER 0',
      '8 HUMAN 11000',
      '9 EQUIPMENT 0x10000#worn',
      '1 ANIMAL 0',
    ].join('\n'),
  });
  const said = [...types].map(([body, { isEquipment, isPacked, kind }]) => [
    body,
    kind,
    isEquipment,
    isPacked,
  ]);
  assert.deepEqual(said, [
    [1, 'animal', false, false],
    [2, 'people', false, false],
    [3, 'animal', false, false],
    [4, 'animal', false, false],
    [5, 'monster', false, false],
    [6, 'people', false, false],
    [7, 'monster', false, false],
    [8, 'people', false, true],
    [9, 'people', true, true],
  ]);
  assert.deepEqual(damage, []);
});

test('Corpse.def names what lies there, and Equipconv.def what is drawn in place of what is worn; the last line counts', async () => {
  const { corpses, damage, fittings } = await definitionsOf({
    'Corpse.def': '10 {20} 1109\n11\t{21, 22, 23} 0 # the third\n10 {24} -1\n',
    'Equipconv.def': [
      '#bodyType\tequipmentID\tconvertToID\tGumpIDToUse\thue',
      '605\t434\t1500\t0\t0',
      '605 435 1501 -1 0x21 # a comment',
      '606 434 1502 51502 0',
      '605 434 1503 0 7',
    ].join('\r\n'),
  });
  assert.deepEqual(
    [...corpses],
    [
      [10, { body: 24, hue: 0 }],
      [11, { body: 23, hue: 0 }],
    ],
  );
  assert.deepEqual(
    [...fittings],
    [
      [fittingKey(605, 434), { body: 1503, hue: 7 }],
      [fittingKey(605, 435), { body: 1501, hue: 0x21 }],
      [fittingKey(606, 434), { body: 1502, hue: 0 }],
    ],
  );
  assert.deepEqual(damage, []);
});

test('lines that cannot be understood are left out, and the first of a table is told with its place', async () => {
  const { corpses, damage, fittings, slots, standIns, types } = await definitionsOf({
    'Corpse.def': '1 {2} 3\n4 5 6\n',
    'Equipconv.def': '1 2 3\n1 2 3 4 5\n70000 2 3 4 5\n1 -2 3 4 5\n1 two 3 4 5\n1 2 99999 4 5\n1 2 3 4\n',
    'Body.def': '1 {2} 3\nfour {5} 6\n7 {} 8\n9 {10}\n11 {99999} 0\n-1 {3} 0\n',
    'Bodyconv.def': '1 2 3 4 5\n6 seven\n8\n9 1e9\n',
    'mobtypes.txt':
      'body TYPE marks\n1 DRAGON 0\n2 MONSTER zz\n3 MONSTER\n99999999999 MONSTER 0\n4 HUMAN 0\n',
  });
  assert.deepEqual([[...standIns.keys()], [...slots.keys()], [...types.keys()]], [[1], [1], [4]]);
  assert.deepEqual([[...corpses.keys()], [...fittings.keys()]], [[1], [fittingKey(1, 2)]]);
  const told = damage.map(({ file, offset, problem }) => [file.split('/').at(-1), offset, problem]);
  assert.deepEqual(told, [
    ['Body.def', 8, '5 lines are not understood'],
    ['Bodyconv.def', 10, '3 lines are not understood'],
    ['mobtypes.txt', 0, '5 lines are not understood'],
    ['Corpse.def', 8, 'a line is not understood'],
    ['Equipconv.def', 0, '6 lines are not understood'],
  ]);
});

test('a table of absurd length is not read, and bytes of anything are no trouble', async () => {
  const { damage, standIns } = await definitionsOf({ 'Body.def': '1 {2} 0\n'.repeat(200_000) });
  assert.equal(standIns.size, 0);
  assert.match(damage[0]!.problem, /has more than 1048576 bytes/);
  const noise = Array.from({ length: 5_000 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join('');
  await definitionsOf({ 'Body.def': noise, 'Bodyconv.def': noise, 'mobtypes.txt': noise });
  await definitionsOf({ 'Corpse.def': noise, 'Equipconv.def': noise });
});
