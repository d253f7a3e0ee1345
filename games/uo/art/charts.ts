import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadClientFiles, renderFacet, type Terrain, type TileData, TileFlag } from '../files/index.ts';
import { encodeColourChart, encodeInkChart } from '../files/write-charts.ts';

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
