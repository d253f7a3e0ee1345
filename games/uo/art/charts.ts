import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadClientFiles, renderFacet, type Terrain, type TileData, TileFlag } from '../files/index.ts';
import type { FacetSize } from '../files/widen-facet.ts';
import { encodeColourChart, encodeInkChart } from '../files/write-charts.ts';
import type { Bitmap } from './art-source.ts';
import { CHART, type ChartedLand, drawChart } from './gumps/chart.ts';
import { FACET_CHART } from './gumps/places.ts';

/** Columns at the right of a facet that its chart does not show, where there are as many. Source: classic client rule. */
const HIDDEN_COLUMNS = 2048;
/** Land that is nothing: caves are dug into it. Source: classic client rule. */
const VOID = 0x0244;
/** Land this high is drawn as a hill. */
const HILL_Z = 20;

/**
 * Writes what clients draw the maps of from that people hold: multimap.rle, the coasts of facet 0 in ink, and facet0{n}.mul in
 * the colours of the radar. Some clients do not begin without the first.
 */
export async function writeCharts(world: string, out: string, radarColours: Uint16Array): Promise<void> {
  const { facets, tileData } = await loadClientFiles(world);
  for (const [id, terrain] of facets) {
    const { height, width } = terrain;
    const area = { x: 0, y: 0, width, height, scale: 1, hillshade: false };
    const { rgb } = renderFacet(terrain, tileData, radarColours, area);
    const channel = (at: number) => rgb[at]! >> 3;
    const colour = (x: number, y: number) => {
      const at = (y * width + x) * 3;
      return (channel(at) << 10) | (channel(at + 1) << 5) | channel(at + 2);
    };
    await writeFile(join(out, `facet0${id}.mul`), encodeColourChart(width, height, colour));
    if (id === 0) {
      const isCoast = coasts(terrain, tileData);
      await writeFile(join(out, 'multimap.rle'), encodeInkChart(width >> 1, height >> 1, isCoast));
    }
  }
}

/** Whether water and land meet in the two by two tiles of a pixel, or at their right or lower side. */
function coasts(terrain: Terrain, tileData: TileData): (x: number, y: number) => boolean {
  const isWet = (x: number, y: number) =>
    (tileData.landFlags(terrain.land(Math.min(x, terrain.width - 1), Math.min(y, terrain.height - 1))) &
      TileFlag.wet) !==
    0;
  return (x, y) => {
    const wet = isWet(x * 2, y * 2);
    for (let dy = 0; dy <= 2; dy++) {
      for (let dx = 0; dx <= 2; dx++) if (isWet(x * 2 + dx, y * 2 + dy) !== wet) return true;
    }
    return false;
  };
}

/**
 * The charts upon which a new character chooses a town, by gump: a client puts the towns where they are on the facet.
 * `size` is what facets are widened to, by default nothing.
 */
export async function townCharts(world: string, size?: FacetSize): Promise<ReadonlyMap<number, Bitmap>> {
  const { facets, tileData } = await loadClientFiles(world);
  return new Map(
    [...facets].map(([id, terrain]) => [
      FACET_CHART + id,
      drawChart(chartedFacet(terrain, tileData, size ?? terrain, id)).toBitmap(),
    ]),
  );
}

function chartedFacet(terrain: Terrain, tileData: TileData, size: FacetSize, seed: number): ChartedLand {
  const width = size.width > HIDDEN_COLUMNS ? size.width - HIDDEN_COLUMNS : size.width;
  const tile = (x: number, y: number): [number, number] => [
    Math.floor((x * width) / CHART),
    Math.floor((y * size.height) / CHART),
  ];
  // Around all land there is sea; a column that begins with nothing is one of caves.
  const has = ([x, y]: readonly [number, number]): boolean =>
    x >= 0 && y >= 0 && x < terrain.width && y < terrain.height && terrain.land(x, 0) !== VOID;
  return {
    seed,
    isLand(px, py) {
      const at = tile(px, py);
      return has(at) && (tileData.landFlags(terrain.land(...at)) & TileFlag.wet) === 0;
    },
    sign(px, py) {
      const at = tile(px, py);
      if (!has(at)) return null;
      if (terrain.landZ(...at) >= HILL_Z) return 'hill';
      const isWood = terrain
        .statics(...at)
        .some(({ graphic }) => (tileData.itemFlags(graphic) & TileFlag.foliage) !== 0);
      return isWood ? 'tree' : null;
    },
  };
}
