import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import {
  writeCliloc,
  writeFacet,
  writeHues,
  writeMultis,
  writeRadarColours,
  writeSkills,
  writeTileData,
} from '../files/write.ts';
import { SKILLS } from './data/skills.ts';
import type { Decoration, Region } from './decoration.ts';
import { type GeneratedWorld, generateFacet, type OnProgress } from './generate.ts';
import { makeHues } from './hue-ramps.ts';
import { DECORATION_FILE, REGIONS_FILE } from './load-places.ts';
import { makeMultis } from './multis.ts';
import { describeCities, listRegions, listStartCities, type StartCity } from './places.ts';
import { makeTexts } from './texts.ts';
import { loadTileTables } from './tile-tables.ts';

export {
  type Decoration,
  DOOR_OFFSETS,
  type DoorFacing,
  decorationSchema,
  decorationsSchema,
  type Region,
  regionSchema,
  regionsSchema,
} from './decoration.ts';
export { LARGEST_SIZE, type OnProgress, SMALLEST_SIZE } from './generate.ts';
export { loadDecorations, loadRegions, REGIONS_FILE } from './load-places.ts';

/** Name of the only facet of a generated world. */
const FACET_NAME = 'Aldmarch';
const DEFAULT_SIZE = 1024;

export interface WorldOptions {
  /** Any integer; the same one gives the same files. */
  readonly seed: number;
  /** Folder to write to; made when it is missing. Files of a world that is there already are written over. */
  readonly dir: string;
  /** Tiles along each side, 512 to 4096 in steps of 64; 1024 by default. */
  readonly size?: number;
  readonly onProgress?: OnProgress;
}

/** What was made. */
export interface WorldSummary {
  readonly size: number;
  readonly towns: readonly {
    readonly name: string;
    readonly x: number;
    readonly y: number;
    readonly z: number;
  }[];
  readonly startCities: readonly StartCity[];
  readonly regions: readonly Region[];
  readonly decorations: readonly Decoration[];
  readonly statics: number;
}

/**
 * Makes a world and writes it as UO client files, with world.yaml (facets and start cities), regions.yaml and decoration.yaml
 * beside them. Throws RangeError for a size that cannot be, and what the file system throws.
 */
export async function generateWorld(options: WorldOptions): Promise<WorldSummary> {
  const { dir, seed, size = DEFAULT_SIZE, onProgress = () => {} } = options;
  const world = await generateFacet(seed, size, onProgress);
  const { draft } = world;
  await mkdir(dir, { recursive: true });
  await writeFacet(dir, draft.id, draft);
  await onProgress(0.94, 'files');
  const tables = await loadTileTables();
  await writeTileData(dir, tables.records);
  await writeRadarColours(dir, tables.radarColours);
  await writeHues(dir, makeHues());
  await writeMultis(dir, makeMultis());
  await writeCliloc(dir, makeTexts(tables.records.items, describeCities(world)));
  await writeSkills(
    dir,
    SKILLS.map(([name, hasButton]) => ({ name, hasButton })),
  );
  await onProgress(0.98, 'files');
  const summary = summarise(world);
  await writeYaml(dir, 'world.yaml', {
    facets: [{ id: draft.id, name: FACET_NAME, width: draft.width, height: draft.height, season: 1 }],
    startCities: summary.startCities,
  });
  await writeYaml(dir, REGIONS_FILE, summary.regions);
  await writeYaml(dir, DECORATION_FILE, summary.decorations);
  await onProgress(1, 'done');
  return summary;
}

function summarise(world: GeneratedWorld): WorldSummary {
  const { draft, towns } = world;
  return {
    size: draft.width,
    towns: towns.map(({ name, middle, z }) => ({ name, x: middle.x, y: middle.y, z })),
    startCities: listStartCities(world),
    regions: listRegions(world),
    decorations: draft.decorations,
    statics: draft.statics.length,
  };
}

async function writeYaml(dir: string, name: string, value: unknown): Promise<void> {
  await writeFile(join(dir, name), stringify(value, { aliasDuplicateObjects: false }));
}
