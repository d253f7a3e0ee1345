import { Rng } from '@gommog/core';
import type { House } from './building.ts';
import { type CaveMouth, cutCave } from './cave-mouth.ts';
import { drawCoast, measureToWater, roundCoast } from './coast.ts';
import { buildFarms, layGraveyard } from './countryside.ts';
import { type DungeonLevel, digDungeon } from './dungeon.ts';
import { FacetDraft } from './facet-draft.ts';
import { ploughFields } from './fields.ts';
import { distance } from './geometry.ts';
import { buildPier, findHarbour } from './harbour.ts';
import { chooseLandTiles, settleEdges } from './land-tiles.ts';
import { Noise } from './noise.ts';
import { growBiomes, raiseLand } from './relief.ts';
import { digRivers } from './rivers.ts';
import { layRoad, type RoadEnd } from './roads.ts';
import { TOWN_STYLES } from './town-plan.ts';
import { chooseTownSites } from './town-sites.ts';
import { buildTown, foundTown, type Town } from './towns.ts';
import { growPlants, plantGardens } from './vegetation.ts';

/** Says how far the work is, 0 to 1, and what is being done. May return a promise to let others run. */
export type OnProgress = (fraction: number, what: string) => void | Promise<void>;

/** A whole facet, ready to be written. */
export interface GeneratedWorld {
  readonly draft: FacetDraft;
  readonly towns: readonly Town[];
  readonly farms: readonly House[];
  readonly cave: CaveMouth;
  readonly levels: readonly DungeonLevel[];
}

/** Least and greatest size of a generated facet, in tiles; sizes are multiples of 64. */
export const SMALLEST_SIZE = 512;
export const LARGEST_SIZE = 4096;

/**
 * Makes a facet of `size` by `size` tiles. The same seed and size give the same facet on every machine. Throws RangeError for
 * a size that cannot be.
 */
export async function generateFacet(
  seed: number,
  size: number,
  onProgress: OnProgress = () => {},
): Promise<GeneratedWorld> {
  if (size % 64 !== 0 || size < SMALLEST_SIZE || size > LARGEST_SIZE) {
    throw new RangeError(
      `a generated facet is ${SMALLEST_SIZE} to ${LARGEST_SIZE} tiles wide, in steps of 64`,
    );
  }
  let done = 0;
  // A land that is begun anew must not set the bar back.
  const onRise: OnProgress = (fraction, what) => {
    done = Math.max(done, fraction);
    return onProgress(done, what);
  };
  for (let attempt = 0; ; attempt++) {
    try {
      return await generateOnce(seed + attempt * SEED_STEP, size, onRise);
    } catch (error) {
      // Some lands have no room for three towns, no mountain, or no river in anybody's way: the next one may.
      if (attempt >= MOST_ATTEMPTS || !(error instanceof LandUnfit)) throw error;
    }
  }
}

const MOST_ATTEMPTS = 24;
/** Between the seeds of lands that are tried in turn: any number that sends neighbouring seeds different ways. */
const SEED_STEP = 0x9e37;

/** This land cannot hold what belongs on it. */
class LandUnfit extends Error {}

function orUnfit<T>(stage: () => T): T {
  try {
    return stage();
  } catch (error) {
    throw new LandUnfit((error as Error).message);
  }
}

async function generateOnce(seed: number, size: number, onProgress: OnProgress): Promise<GeneratedWorld> {
  const draft = new FacetDraft(size);
  const rng = new Rng(seed);
  const noise = (): Noise => new Noise(new Rng(rng.next()));
  await onProgress(0.02, 'coast');
  drawCoast(draft, noise());
  roundCoast(draft);
  measureToWater(draft);
  const toSea = draft.toWater.slice();
  await onProgress(0.2, 'rivers');
  digRivers(draft, rng, noise(), Math.round(size / 130));
  roundCoast(draft);
  measureToWater(draft);
  await onProgress(0.3, 'hills');
  raiseLand(draft, noise(), noise());
  growBiomes(draft, toSea, noise());
  await onProgress(0.5, 'towns');
  const sites = orUnfit(() => chooseTownSites(draft, toSea, TOWN_STYLES));
  const towns = sites.map((site, index) => foundTown(draft, TOWN_STYLES[index]!, site));
  const cave = orUnfit(() => cutCave(draft, rng));
  await onProgress(0.6, 'roads');
  orUnfit(() => layRoads(draft, towns, cave));
  for (const town of towns) if (town.style.likes === 'coast') joinHarbour(draft, rng, town);
  for (const town of towns) buildTown(draft, rng, town);
  const farms = towns.flatMap((town) => buildFarms(draft, rng, town));
  for (const town of towns) if (town.style.likes === 'woods') layGraveyard(draft, rng, town);
  for (const town of towns) ploughFields(draft, rng, town);
  await onProgress(0.7, 'dungeon');
  const levels = digDungeon(draft, rng, cave);
  await onProgress(0.75, 'plants');
  settleEdges(draft);
  for (const town of towns) plantGardens(draft, rng, town);
  growPlants(draft, rng, noise());
  chooseLandTiles(draft, rng);
  await onProgress(0.9, 'files');
  return { draft, towns, farms, cave, levels };
}

function layRoads(draft: FacetDraft, towns: readonly Town[], cave: CaveMouth): void {
  for (let i = 0; i < towns.length; i++) {
    for (let j = i + 1; j < towns.length; j++) joinTowns(draft, towns[i]!, towns[j]!);
  }
  const gates = towns.flatMap((town) => town.gates);
  if (!joinNearest(draft, [cave.road], gates)) throw new Error('no way to the cave');
  if (!draft.bridges.some((axis) => axis !== 0)) throw new Error('no river to bridge');
}

function joinTowns(draft: FacetDraft, a: Town, b: Town): void {
  if (!joinNearest(draft, a.gates, b.gates)) throw new Error(`no way from ${a.name} to ${b.name}`);
}

/** A pier with a road to it, where the coast lets one be built. */
function joinHarbour(draft: FacetDraft, rng: Rng, town: Town): void {
  const site = findHarbour(draft, town);
  if (site !== null && joinNearest(draft, [site.road], town.gates)) buildPier(draft, rng, site);
}

/** Tries pairs of ends, the nearest first, until a road can be laid. */
function joinNearest(draft: FacetDraft, from: readonly RoadEnd[], to: readonly RoadEnd[]): boolean {
  const pairs = from.flatMap((a) => to.map((b) => ({ a, b, away: distance(a, b) })));
  pairs.sort((one, other) => one.away - other.away);
  return pairs.slice(0, 6).some(({ a, b }) => layRoad(draft, a, b));
}
