import { ClientFolder } from './client-folder.ts';
import { type Cliloc, loadCliloc } from './cliloc.ts';
import {
  BRITANNIA_FILE,
  type FacetDefinition,
  loadDefinitions,
  type WorldDefinitions,
} from './definitions.ts';
import { type FacetOptions, type LoadedFacet, loadFacet, type Source } from './facet-files.ts';
import { type Hue, loadHues } from './hues.ts';
import { loadMultis, type Multis } from './multis.ts';
import { loadRadarColours } from './radar-colours.ts';
import { loadSkills, type Skill } from './skills.ts';
import type { Terrain } from './terrain.ts';
import type { TileData } from './tile-data.ts';
import { TileTable } from './tile-table.ts';
import { loadVerdata, NO_PATCHES, type Patch, PatchedFile } from './verdata.ts';

/** All that the server reads of a folder of client files. */
export interface ClientFiles {
  readonly facets: ReadonlyMap<number, Terrain>;
  readonly tileData: TileData;
  readonly multis: Multis;
  readonly cliloc: Cliloc;
  /** By number. */
  readonly skills: readonly Skill[];
  /** 15-bit colours: 0x4000 land tiles, then the items. */
  readonly radarColours: Uint16Array;
  /** Hue n is element n - 1. */
  readonly hues: readonly Hue[];
  /** Facets and start cities that the folder has land for, with the sizes that it has. */
  readonly definitions: WorldDefinitions;
  /** Form of the first facet's land. */
  readonly source: Source;
  /** Facets whose land has blocks of mapdif and stadif files in use, of which the client must be told. */
  readonly difPatches: ReadonlyMap<number, { readonly land: number; readonly statics: number }>;
}

export interface LoadOptions {
  /** A definitions file; by default the folder's own world.yaml, else the built-in one of Britannia. */
  readonly definitionsFile?: string;
  /** Form to read where the folder has both. Default uop, as clients do. */
  readonly prefer?: Source;
  /** Ending of the cliloc file. Default `enu`. */
  readonly language?: string;
  /** Use mapdif and stadif files. Default false: clients use them only when told so. */
  readonly difFiles?: boolean;
  /** Use verdata.mul. Default false: only clients before 5.0.0 do. */
  readonly verdata?: boolean;
  /** How much is done, 0 to 1, and what comes next. */
  readonly onProgress?: (fraction: number, what: string) => void;
}

/**
 * Reads a folder of UO client files, mul or uop, of old or new format; a facet of Britannia takes about a second and
 * 110 MB. All reading is asynchronous; taking apart what was read keeps the thread for up to a second, so this
 * is for the start only. Throws ClientFileError for the first file that is missing or cannot be used (what, where, what to do), and
 * ContentError for definitions that are wrong.
 */
export async function loadClientFiles(dir: string, options: LoadOptions = {}): Promise<ClientFiles> {
  const folder = await ClientFolder.open(dir);
  const ownFile = folder.has('world.yaml') ? folder.pathOf('world.yaml') : BRITANNIA_FILE;
  const wanted = loadDefinitions(options.definitionsFile ?? ownFile);
  const progress = new Progress(wanted, options.onProgress);
  const prefer = options.prefer ?? 'uop';

  progress.begin('tables');
  const verdata = options.verdata === true ? await loadVerdata(folder) : NO_PATCHES;
  const patches = (file: number): readonly Patch[] => verdata.get(file) ?? [];
  const tileBytes = await folder.readAll('tiledata.mul');
  const tileData = new TileTable(folder.pathOf('tiledata.mul'), tileBytes, patches(PatchedFile.tileData));
  const multis = await loadMultis(folder, {
    prefer,
    newFormat: tileData.newFormat,
    patches: patches(PatchedFile.multi),
  });
  const cliloc = await loadCliloc(folder, options.language ?? 'enu');
  const skills = await loadSkills(folder, patches(PatchedFile.skills));
  const hues = await loadHues(folder, patches(PatchedFile.hues));
  const radarColours = await loadRadarColours(folder);

  const difFiles = options.difFiles === true;
  const loaded = await loadFacets(folder, wanted.facets, { prefer, difFiles, verdata }, progress);
  progress.end();
  return {
    facets: new Map([...loaded].map(([id, { terrain }]) => [id, terrain])),
    tileData,
    multis,
    cliloc,
    skills,
    radarColours,
    hues,
    definitions: narrow(wanted, loaded),
    source: [...loaded.values()][0]!.source,
    difPatches: new Map(
      [...loaded].map(([id, { landPatches, staticPatches }]) => [
        id,
        { land: landPatches, statics: staticPatches },
      ]),
    ),
  };
}

/** Reads every facet that the folder has land for; those without one share the land of their stand-in. */
async function loadFacets(
  folder: ClientFolder,
  facets: readonly FacetDefinition[],
  options: Omit<FacetOptions, 'onBytes'>,
  progress: Progress,
): Promise<Map<number, LoadedFacet>> {
  const loaded = new Map<number, LoadedFacet>();
  const absent: FacetDefinition[] = [];
  for (const facet of facets) {
    progress.begin(facet.name, facet);
    const found = await loadFacet(folder, facet, { ...options, onBytes: (count) => progress.add(count) });
    if (found === null) absent.push(facet);
    else loaded.set(facet.id, found);
  }
  for (const { id, optional, standIn } of absent) {
    const shared = standIn === undefined ? undefined : loaded.get(standIn);
    if (shared !== undefined) loaded.set(id, shared);
    else if (!optional) throw folder.missing(`map${id}.mul`, `map${id}LegacyMUL.uop`);
  }
  if (loaded.size === 0) throw folder.missing('map0.mul', 'map0LegacyMUL.uop');
  return new Map([...loaded].sort(([a], [b]) => a - b));
}

/** Definitions of what is there, with the widths that the files really have. */
function narrow(wanted: WorldDefinitions, loaded: ReadonlyMap<number, LoadedFacet>): WorldDefinitions {
  const inside = ({ facet, x }: { facet: number; x: number }): boolean =>
    x < (loaded.get(facet)?.terrain.width ?? 0);
  return {
    facets: wanted.facets
      .filter(({ id }) => loaded.has(id))
      .map((facet) => ({ ...facet, width: loaded.get(facet.id)!.terrain.width })),
    startCities: wanted.startCities.filter(inside),
    dimPlaces: wanted.dimPlaces.filter(inside),
  };
}

/** What the tables count for, in bytes of land. */
const TABLES_WEIGHT = 4 << 20;
/** Reports are no finer than this. */
const STEP = 0.005;

/** Adds up bytes into a fraction of all that is to be read. */
class Progress {
  readonly #report: ((fraction: number, what: string) => void) | undefined;
  readonly #total: number;
  #what = '';
  #finished = 0;
  #weight = 0;
  #done = 0;
  #reported = 0;

  constructor({ facets }: WorldDefinitions, report: ((fraction: number, what: string) => void) | undefined) {
    this.#report = report;
    this.#total = facets.reduce((sum, facet) => sum + weightOf(facet), TABLES_WEIGHT);
  }

  begin(what: string, facet?: FacetDefinition): void {
    this.#finished += this.#weight;
    this.#weight = facet === undefined ? TABLES_WEIGHT : weightOf(facet);
    this.#done = 0;
    this.#what = what;
    this.#tell(this.#finished / this.#total);
  }

  add(bytes: number): void {
    this.#done += bytes;
    const fraction = (this.#finished + Math.min(this.#done, this.#weight)) / this.#total;
    if (fraction >= this.#reported + STEP) this.#tell(fraction);
  }

  end(): void {
    this.#tell(1);
  }

  #tell(fraction: number): void {
    this.#reported = fraction;
    this.#report?.(fraction, this.#what);
  }
}

function weightOf({ width, height }: FacetDefinition): number {
  return width * height * 3;
}
