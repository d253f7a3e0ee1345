import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DimPlace } from '@gommog/uo';
import type { WorldDefinitions } from '@gommog/uo/files';
import { loadRegions, REGIONS_FILE } from '@gommog/uo/worldgen';

/** Places with a light of their own: those of the regions of a folder, or else those that its definitions name. */
export function dimPlacesIn(folder: string, { dimPlaces }: WorldDefinitions): readonly DimPlace[] {
  if (!existsSync(join(folder, REGIONS_FILE))) return dimPlaces;
  return loadRegions(folder).flatMap(({ facet, light, rects }) =>
    light === undefined ? [] : rects.map((rect) => ({ facet, ...rect, level: light })),
  );
}
