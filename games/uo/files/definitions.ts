import { join } from 'node:path';
import { z } from 'zod';
import { check } from '../content/explain.ts';
import { Problems } from '../content/problems.ts';
import { type Path, readSource } from '../content/source.ts';

const tiles = z.int().min(8).max(0xfff8).multipleOf(8);
const facetId = z.int().min(0).max(255);

const facetSchema = z.strictObject({
  id: facetId,
  name: z.string().min(1),
  width: tiles,
  height: tiles,
  /** Width in the files of older clients, which are read as well. */
  olderWidth: tiles.optional(),
  /** 0 spring, 1 summer, 2 autumn, 3 winter, 4 desolation. */
  season: z.int().min(0).max(4).default(0),
  /** A facet whose land stands in when there are no files for this one. */
  standIn: facetId.optional(),
  /** The world goes without this facet when there are no files for it. */
  optional: z.boolean().default(false),
  /** People push each other aside at the price of stamina, instead of passing; the shard's rule when left out. */
  shove: z.boolean().optional(),
});

const startCitySchema = z.strictObject({
  name: z.string().min(1).max(31),
  building: z.string().min(1).max(31),
  x: z.int().min(0).max(0xffff),
  y: z.int().min(0).max(0xffff),
  z: z.int().min(-128).max(127),
  facet: facetId.default(0),
  /** Number of the client's own description. */
  cliloc: z.int().min(0).max(0xffffffff).default(0),
});

const dimPlaceSchema = z.strictObject({
  facet: facetId.default(0),
  x: z.int().min(0).max(0xffff),
  y: z.int().min(0).max(0xffff),
  width: z.int().min(1).max(0xffff),
  height: z.int().min(1).max(0xffff),
  /** 0 bright to 30 dark. */
  level: z.int().min(0).max(30),
});

const worldDefinitionsSchema = z.strictObject({
  facets: z.array(facetSchema).min(1),
  startCities: z.array(startCitySchema).min(1),
  /** Places with a light of their own, whatever the hour, for a folder without regions.yaml. */
  dimPlaces: z.array(dimPlaceSchema).default([]),
});

/** One map plane: its number, its size in tiles, what it looks like. */
export type FacetDefinition = z.infer<typeof facetSchema>;
/** Where a new character may begin. */
export type StartCityDefinition = z.infer<typeof startCitySchema>;
/** What the files of a client do not say of a world. */
export type WorldDefinitions = z.infer<typeof worldDefinitionsSchema>;

/** Facets and start cities of Britannia, for the files of a real client. */
export const BRITANNIA_FILE = join(import.meta.dirname, 'definitions', 'britannia.yaml');

/** Reads and checks a definitions file. Throws ContentError with all that is wrong: file, line, and what may have been meant. */
export function loadDefinitions(file: string): WorldDefinitions {
  const problems = new Problems();
  const source = readSource(file, problems);
  problems.throwIfAny();
  const definitions = check(worldDefinitionsSchema, source.value, source.at, problems);
  problems.throwIfAny();
  checkReferences(definitions!, source.at, problems);
  problems.throwIfAny();
  return definitions!;
}

type Locate = (path: Path) => { file: string; line: number };

/** Every facet once; everything on a facet that there is, and within it. */
function checkReferences(definitions: WorldDefinitions, at: Locate, problems: Problems): void {
  const facets = new Map<number, FacetDefinition>();
  definitions.facets.forEach((facet, i) => {
    if (facets.has(facet.id)) problems.add(at(['facets', i, 'id']), `facet ${facet.id} is there twice`);
    facets.set(facet.id, facet);
  });
  const known = [...facets.keys()].join(', ');
  definitions.facets.forEach(({ standIn }, i) => {
    if (standIn === undefined || facets.has(standIn)) return;
    problems.add(at(['facets', i, 'standIn']), `there is no facet ${standIn}; known: ${known}`);
  });
  definitions.startCities.forEach(({ facet, name, x, y }, i) => {
    const there = facets.get(facet);
    if (there === undefined) {
      problems.add(at(['startCities', i, 'facet']), `there is no facet ${facet}; known: ${known}`);
    } else if (x >= there.width || y >= there.height) {
      problems.add(
        at(['startCities', i]),
        `${name} is outside facet ${facet}, ${there.width} x ${there.height} tiles`,
      );
    }
  });
  definitions.dimPlaces.forEach(({ facet }, i) => {
    if (!facets.has(facet))
      problems.add(at(['dimPlaces', i, 'facet']), `there is no facet ${facet}; known: ${known}`);
  });
}
