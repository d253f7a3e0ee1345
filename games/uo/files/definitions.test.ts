import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { BRITANNIA_FILE, loadDefinitions } from './definitions.ts';
import { inFolder, SAMPLE_WORLD } from './testing/sample-client.ts';

test('the built-in definitions have six facets and ten start cities', () => {
  const { facets, startCities } = loadDefinitions(BRITANNIA_FILE);
  assert.deepEqual(
    facets.map(({ id, width, height }) => [id, width, height]),
    [
      [0, 7168, 4096],
      [1, 7168, 4096],
      [2, 2304, 1600],
      [3, 2560, 2048],
      [4, 1448, 1448],
      [5, 1280, 4096],
    ],
  );
  assert.equal(startCities.length, 10);
  const { facet, x, y, z } = startCities.find(({ name }) => name === 'Britain')!;
  assert.deepEqual([facet, x, y, z], [1, 1496, 1628, 10]);
});

test('what is left out has its default', () =>
  inFolder(async (dir) => {
    const file = join(dir, 'world.yaml');
    await writeFile(file, SAMPLE_WORLD);
    const { facets, startCities } = loadDefinitions(file);
    assert.deepEqual(facets[0], {
      id: 0,
      name: 'Test Land',
      width: 64,
      height: 48,
      season: 1,
      optional: false,
    });
    assert.deepEqual([startCities[0]!.facet, startCities[0]!.cliloc], [0, 0]);
  }));

const mistakes: readonly [what: string, change: (text: string) => string, message: RegExp][] = [
  [
    'an unknown key',
    (t) => t.replace('season', 'saeson'),
    /world\.yaml:2: unknown key 'saeson'; did you mean 'season'\?/,
  ],
  [
    'an unknown list',
    (t) => `${t}startCitys: []\n`,
    /world\.yaml:5: unknown key 'startCitys'; did you mean 'startCities'\?/,
  ],
  ['a missing key', (t) => t.replace('y: 10, ', ''), /world\.yaml:4: startCities\.0\.y: /],
  [
    'a width between blocks',
    (t) => t.replace('width: 64', 'width: 65'),
    /world\.yaml:2: facets\.0\.width: .*multiple of 8/,
  ],
  [
    'a city at sea',
    (t) => t.replace('x: 9', 'x: 64'),
    /world\.yaml:4: Hereford is outside facet 0, 64 x 48 tiles/,
  ],
  [
    'a facet that is not there',
    (t) => t.replace('z: 3', 'z: 3, facet: 7'),
    /world\.yaml:4: there is no facet 7; known: 0/,
  ],
  [
    'a stand-in that is not there',
    (t) => t.replace('season: 1', 'season: 1, standIn: 4'),
    /world\.yaml:2: there is no facet 4; known: 0/,
  ],
  [
    'a facet that is there twice',
    (t) => t.replace('startCities', '  - { id: 0, name: Again, width: 8, height: 8 }\nstartCities'),
    /world\.yaml:3: facet 0 is there twice/,
  ],
  ['no YAML', (t) => `${t}  - {`, /world\.yaml:\d+: /],
];

for (const [what, change, message] of mistakes) {
  test(`definitions with ${what} are refused with file and line`, () =>
    inFolder(async (dir) => {
      const file = join(dir, 'world.yaml');
      await writeFile(file, change(SAMPLE_WORLD));
      assert.throws(() => loadDefinitions(file), message);
    }));
}
