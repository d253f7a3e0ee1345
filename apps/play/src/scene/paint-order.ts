/** Something that is painted anew in each frame. */
export interface Laid {
  readonly depth: number;
  readonly isSeenThrough: boolean;
  /** Lays down its pictures at a depth. */
  readonly paint: (depth: number) => void;
}

/**
 * Paints the farthest first, and of one depth in the order given. What is seen through is drawn after all that is solid; where
 * something solid of its own depth comes after it, it is put behind that, a depth lower.
 */
export function paintInOrder(given: readonly Laid[]): void {
  const laid = given.toSorted((a, b) => a.depth - b.depth);
  const depths = laid.map(({ depth }) => depth);
  let solidDepth = Number.NaN;
  for (let i = laid.length - 1; i >= 0; i--) {
    const { depth, isSeenThrough } = laid[i]!;
    if (!isSeenThrough) solidDepth = depth;
    else if (depth === solidDepth) depths[i] = depth - 1;
  }
  for (const [i, { paint }] of laid.entries()) paint(depths[i]!);
}
