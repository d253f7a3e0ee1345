import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ContentError } from '../content/index.ts';
import { loadClientFiles, TileFlag } from '../files/index.ts';
import { DOOR_OFFSETS } from './decoration.ts';
import { generateFacet } from './generate.ts';
import { generateWorld, loadDecorations, loadRegions, type WorldSummary } from './index.ts';

const SEED = 11;
const SIZE = 512;

let root: string;
let summary: WorldSummary;
const steps: number[] = [];

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'worldgen-'));
  summary = await generateWorld({
    seed: SEED,
    size: SIZE,
    dir: join(root, 'one'),
    onProgress: (fraction) => {
      steps.push(fraction);
    },
  });
});

after(async () => {
  await rm(root, { recursive: true });
});

async function hashFiles(dir: string): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const name of (await readdir(dir)).sort()) {
    hashes.set(
      name,
      createHash('sha256')
        .update(await readFile(join(dir, name)))
        .digest('hex'),
    );
  }
  return hashes;
}

test('the same seed gives the same files, another seed another land', async () => {
  await generateWorld({ seed: SEED, size: SIZE, dir: join(root, 'two') });
  await generateWorld({ seed: SEED + 1, size: SIZE, dir: join(root, 'three') });
  const one = await hashFiles(join(root, 'one'));
  assert.deepEqual(await hashFiles(join(root, 'two')), one);
  const other = await hashFiles(join(root, 'three'));
  for (const name of ['map0.mul', 'statics0.mul', 'decoration.yaml']) {
    assert.notEqual(other.get(name), one.get(name), name);
  }
});

test('progress rises from the beginning to 1', () => {
  assert.ok(steps.length > 5);
  assert.equal(steps.at(-1), 1);
  assert.deepEqual(
    steps,
    [...steps].sort((a, b) => a - b),
  );
});

test('the loader of client files reads back all that was written', async () => {
  const files = await loadClientFiles(join(root, 'one'));
  const { draft } = await generateFacet(SEED, SIZE);
  const facet = files.facets.get(0)!;
  assert.equal(facet.width, SIZE);
  assert.equal(facet.height, SIZE);
  for (let y = 0; y < SIZE; y += 3) {
    for (let x = 0; x < SIZE; x += 3) {
      assert.equal(facet.land(x, y), draft.land[draft.index(x, y)]);
      assert.equal(facet.landZ(x, y), draft.zAt(x, y));
    }
  }
  let statics = 0;
  for (let y = 0; y < SIZE; y++) for (let x = 0; x < SIZE; x++) statics += facet.statics(x, y).length;
  assert.equal(statics, summary.statics);
  assert.deepEqual(
    files.definitions.startCities.map(({ name }) => name),
    summary.towns.map(({ name }) => name),
  );
  for (const { cliloc, name } of files.definitions.startCities) {
    assert.match(files.cliloc.get(cliloc) ?? '', new RegExp(name));
  }
  assert.equal(files.skills.length, 58);
  assert.equal(files.skills[25]?.name, 'Magery');
  assert.equal(files.hues.length, 3000);
  assert.ok(files.multis.get(0x64).length > 100);
  assert.equal(files.tileData.itemLayer(0x0e75), 21, 'a backpack is worn on the back');
  assert.ok((files.tileData.landFlags(0x00a8) & TileFlag.wet) !== 0);
});

test('doors have a facing, and open to a graphic that is a door', async () => {
  const { tileData } = await loadClientFiles(join(root, 'one'));
  const doors = loadDecorations(join(root, 'one')).filter(({ kind }) => kind === 'door');
  assert.ok(doors.length >= 40, `${doors.length} doors`);
  for (const { graphic, doorFacing } of doors) {
    assert.ok((tileData.itemFlags(graphic) & TileFlag.door) !== 0, `closed ${graphic.toString(16)}`);
    assert.ok((tileData.itemFlags(graphic + 1) & TileFlag.door) !== 0, `open ${graphic.toString(16)}`);
    assert.ok(DOOR_OFFSETS[doorFacing!] !== undefined);
  }
});

test('decoration and regions read back as they were summarised', () => {
  assert.deepEqual(loadDecorations(join(root, 'one')), summary.decorations);
  assert.deepEqual(loadRegions(join(root, 'one')), summary.regions);
  assert.equal(summary.regions.filter(({ guarded }) => guarded === true).length, 3);
  const kinds = new Set(summary.decorations.map(({ kind }) => kind));
  assert.deepEqual([...kinds].sort(), ['container', 'door', 'item', 'light', 'sign', 'teleporter']);
});

test('a folder without them has no decoration, and a wrong one is refused with its line', async () => {
  const dir = await mkdtemp(join(root, 'odd-'));
  assert.deepEqual(loadDecorations(dir), []);
  const lines = [
    '- kind: sign',
    '  graphic: 3000',
    '  facet: 0',
    '  x: 1',
    '  y: 1',
    '  z: 0',
    '  txet: hello',
  ];
  await writeFile(join(dir, 'decoration.yaml'), lines.join('\n'));
  assert.throws(
    () => loadDecorations(dir),
    (error) => error instanceof ContentError && /:7: unknown key 'txet'.*'text'/.test(error.message),
  );
});

test('a size that cannot be is refused', async () => {
  await assert.rejects(generateWorld({ seed: 1, size: 500, dir: join(root, 'none') }), RangeError);
  await assert.rejects(generateWorld({ seed: 1, size: 448, dir: join(root, 'none') }), RangeError);
});
