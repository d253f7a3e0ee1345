/** A point of the facet, in tiles. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Straight-line distance. Only operations whose results are the same on every machine. */
export function distance(a: Point, b: Point): number {
  const dx = a.x - b.x;
  const dy = a.y - b.y;
  return Math.sqrt(dx * dx + dy * dy);
}
