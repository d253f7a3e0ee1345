import type { Rng } from '@gommog/core';
import { type FacetDraft, Ground } from './facet-draft.ts';
import { distance, type Point } from './geometry.ts';
import { type Noise, smoothStep } from './noise.ts';
import { GRAIN, searchPath, smoothPath, squareMiddle, sweepLine } from './path-search.ts';

/**
 * Digs rivers from far inland to the sea. They follow what the noise makes soft, so they wind, and run into each other
 * where they meet. Needs `toWater`; leaves it stale.
 */
export function digRivers(draft: FacetDraft, rng: Rng, noise: Noise, count: number): void {
  const columns = draft.landWidth / GRAIN;
  const rows = draft.height / GRAIN;
  const farthest = draft.toWater.reduce(
    (most, distance) => (distance < 255 ? Math.max(most, distance) : most),
    0,
  );
  const springs: number[] = [];
  const isWater = (square: number): boolean => {
    const { x, y } = squareMiddle(square, columns);
    return draft.groundAt(x, y) === Ground.water;
  };
  for (let attempt = 0; attempt < 4000 && springs.length < count; attempt++) {
    const square = rng.between(0, columns * rows - 1);
    const { x, y } = squareMiddle(square, columns);
    if (draft.toWater[draft.index(x, y)]! < farthest * 0.6) continue;
    const crowded = springs.some((other) => {
      return distance(squareMiddle(other, columns), { x, y }) < draft.height / 7;
    });
    if (!crowded) springs.push(square);
  }
  for (const spring of springs) {
    const squares = searchPath({
      columns,
      rows,
      from: [spring],
      isGoal: isWater,
      cost: ({ to }) => {
        const { x, y } = squareMiddle(to, columns);
        return 0.12 + smoothStep(-0.45, 0.45, noise.fractal(x / 38, y / 38, 2)) * 4;
      },
    });
    if (squares !== null)
      dig(
        draft,
        squares.map((square) => squareMiddle(square, columns)),
      );
  }
}

function dig(draft: FacetDraft, line: readonly Point[]): void {
  const smooth = smoothPath(line, () => false);
  const widest = Math.min(3.2, 1.8 + smooth.length / 60);
  sweepLine(
    smooth,
    (index) => 1.6 + (widest - 1.6) * (index / smooth.length),
    (x, y) => {
      if (x >= 0 && y >= 0 && x < draft.landWidth && y < draft.height) {
        draft.ground[draft.index(x, y)] = Ground.water;
      }
    },
  );
}
