import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Rand } from '@gommog/wire';
import type { Hue } from '../hues.ts';
import type { MultiPart } from '../multis.ts';
import type { Skill } from '../skills.ts';
import { TileFlag } from '../tile-data.ts';
import {
  type FacetRecord,
  type FormatOptions,
  type StaticRecord,
  type TileRecords,
  writeCliloc,
  writeFacet,
  writeHues,
  writeMultis,
  writeRadarColours,
  writeSkills,
  writeTileData,
} from '../write.ts';

/** Runs `use` with an empty folder that is gone afterwards. */
export async function inFolder<T>(use: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-files-'));
  try {
    return await use(dir);
  } finally {
    await rm(dir, { recursive: true });
  }
}

/** A facet of random land with `count` random statics, some of them on one tile. */
export function randomFacet(width: number, height: number, count: number, seed: number): FacetRecord {
  const rand = new Rand(seed);
  const statics: StaticRecord[] = Array.from({ length: count }, (_, i) => ({
    x: i % 4 === 0 ? 9 : rand.below(width),
    y: i % 4 === 0 ? 10 : rand.below(height),
    z: rand.below(256) - 128,
    graphic: rand.below(0x10000),
    hue: rand.below(3001),
  }));
  return {
    width,
    height,
    land: Uint16Array.from({ length: width * height }, () => rand.below(0x4000)),
    z: Int8Array.from({ length: width * height }, () => rand.below(256) - 128),
    statics,
  };
}

export const sampleTiles: TileRecords = {
  land: [
    { flags: 0, name: 'nothing' },
    { flags: TileFlag.impassable | TileFlag.wet, texture: 7, name: 'water' },
  ],
  items: [
    undefined,
    {
      flags: TileFlag.stairRight | TileFlag.surface,
      flagsHigh: 1,
      weight: 255,
      layer: 2,
      animation: 600,
      height: 20,
      name: 'a name of twenty-one.',
    },
  ],
};

export const sampleMultis: ReadonlyMap<number, readonly MultiPart[]> = new Map([
  [
    1,
    [
      { graphic: 1, x: 0, y: 0, z: 0, visible: false },
      { graphic: 0x3e4, x: -3, y: 4, z: -20, visible: true },
    ],
  ],
  [100, [{ graphic: 0x1fff, x: 0, y: -1, z: 7, visible: true }]],
]);

export const sampleTexts: ReadonlyMap<number, string> = new Map([
  [500_000, 'plain text'],
  [1_042_971, '~1_NOTHING~'],
  [3_000_000, 'Größe €'],
]);

export const sampleHues: readonly Hue[] = Array.from({ length: 24 }, (_, i) => ({
  colours: Uint16Array.from({ length: 32 }, (_, j) => i * 100 + j),
  first: i,
  last: i + 31,
  name: `hue ${i + 1}`,
}));

export const sampleSkills: readonly Skill[] = [
  { name: 'Alchemy', hasButton: false },
  { name: 'Hiding', hasButton: true },
];

export const sampleColours = Uint16Array.from({ length: 0x14000 }, (_, i) => (i * 7) & 0x7fff);

export const SAMPLE_WORLD = `facets:
  - { id: 0, name: Test Land, width: 64, height: 48, season: 1 }
startCities:
  - { name: Hereford, building: The Inn, x: 9, y: 10, z: 3 }
`;

/** Writes a whole folder of client files with one small facet and its world.yaml. */
export async function writeSampleClient(dir: string, options: FormatOptions = {}): Promise<FacetRecord> {
  const facet = randomFacet(64, 48, 400, 1);
  await writeFacet(dir, 0, facet);
  await writeTileData(dir, sampleTiles, options);
  await writeMultis(dir, sampleMultis, options);
  await writeCliloc(dir, sampleTexts);
  await writeHues(dir, sampleHues);
  await writeRadarColours(dir, sampleColours);
  await writeSkills(dir, sampleSkills);
  await writeFile(join(dir, 'world.yaml'), SAMPLE_WORLD);
  return facet;
}
