import type { Rect } from './rect.ts';

/** Cells of a row that lie side by side: the first one, and the one after the last. */
export interface Run {
  readonly row: number;
  readonly from: number;
  to: number;
}

/** Runs, the uppermost first, as rectangles in pixels: equal runs in rows that follow each other are one. `side`: of a cell. */
export function joined(runs: readonly Run[], side: number): Rect[] {
  const open: { from: number; to: number; top: number; bottom: number }[] = [];
  for (const { from, row, to } of runs) {
    const above = open.findLast((each) => each.from === from && each.to === to && each.bottom === row);
    if (above === undefined) open.push({ from, to, top: row, bottom: row + 1 });
    else above.bottom = row + 1;
  }
  return open.map(({ bottom, from, to, top }) => ({
    left: from * side,
    top: top * side,
    right: to * side,
    bottom: bottom * side,
  }));
}
