import type { TileRecords } from '../files/write.ts';
import { SKILLS } from './data/skills.ts';

/** Number of the text that describes the first start city; the others follow. */
export const FIRST_CITY_TEXT = 3_900_001;
/** Item names have the number of their graphic above this one. Source: classic client files. */
const FIRST_ITEM_NAME = 1_020_000;
const LAST_ITEM_NAME = 1_036_383;
const FIRST_SKILL_NAME = 1_044_060;

/** Localised texts that a server of this world refers to by number. */
export function makeTexts(items: TileRecords['items'], cities: readonly string[]): Map<number, string> {
  const texts = new Map<number, string>([
    [1_042_971, '~1_NOTHING~'],
    [1_050_039, '~1_NUMBER~ ~2_ITEMNAME~'],
    [1_050_044, '~1_COUNT~ items, ~2_WEIGHT~ stones'],
    [1_050_045, '~1_PREFIX~~2_NAME~~3_SUFFIX~'],
    [1_070_722, '~1_NOTHING~'],
    [1_072_788, 'Weight: ~1_WEIGHT~ stone'],
    [1_072_789, 'Weight: ~1_WEIGHT~ stones'],
    [1_073_841, 'Contents: ~1_COUNT~/~2_MAXCOUNT~ items, ~3_WEIGHT~ stones'],
  ]);
  items.forEach((tile, graphic) => {
    const number = FIRST_ITEM_NAME + graphic;
    if (tile !== undefined && number <= LAST_ITEM_NAME) texts.set(number, tile.name);
  });
  SKILLS.forEach(([name], skill) => {
    texts.set(FIRST_SKILL_NAME + skill, name);
  });
  cities.forEach((text, index) => {
    texts.set(FIRST_CITY_TEXT + index, text);
  });
  return texts;
}
