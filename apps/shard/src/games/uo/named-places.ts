import type { NamedPlace } from '@gommog/uo/web/publish';

interface Region {
  readonly name: string;
  readonly facet: number;
  readonly rects: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
}

interface StartCity {
  readonly name: string;
  readonly facet: number;
  readonly x: number;
  readonly y: number;
}

/** What maps write on the land: each town where characters begin once, and the world's regions, in the middle of their first area. */
export function namedPlaces(
  regions: readonly Region[],
  startCities: readonly StartCity[],
): readonly NamedPlace[] {
  const towns = new Set(startCities.map(({ name }) => name));
  const places = new Map<string, NamedPlace>();
  for (const { facet, name, x, y } of startCities)
    places.set(`${facet}/${name}`, { facet, name, x, y, town: true });
  for (const { facet, name, rects } of regions) {
    const area = rects[0];
    if (area === undefined) continue;
    const x = Math.round(area.x + area.width / 2);
    const y = Math.round(area.y + area.height / 2);
    places.set(`${facet}/${name}`, {
      facet,
      name,
      x: Math.max(0, x),
      y: Math.max(0, y),
      town: towns.has(name),
    });
  }
  return [...places.values()];
}
