import { buildBridge } from './bridge.ts';
import { type FacetDraft, Ground } from './facet-draft.ts';
import type { Point } from './geometry.ts';
import { GRAIN, searchPath, smoothPath, squareMiddle, sweepLine } from './path-search.ts';
import { paveTile, WET } from './paving.ts';

/** Where a road begins or ends, and which way it leaves that place. */
export interface RoadEnd extends Point {
  readonly outX: number;
  readonly outY: number;
}

interface Squares {
  readonly wet: Uint8Array;
  readonly blocked: Uint8Array;
  readonly bridged: Uint8Array;
}

/** Half the width of a road, in tiles. */
const RADIUS = 1.5;

/** Lays a road of beaten earth, with bridges, and says whether there was a way. Needs heights and `toWater`. */
export function layRoad(draft: FacetDraft, from: RoadEnd, to: RoadEnd): boolean {
  const columns = draft.landWidth / GRAIN;
  const rows = draft.height / GRAIN;
  const { wet, blocked, bridged } = surveySquares(draft, columns, rows);
  const start = squareBefore(from, columns);
  const goal = squareBefore(to, columns);
  blocked[start] = 0;
  blocked[goal] = 0;
  const squares = searchPath({
    columns,
    rows,
    from: [start],
    isGoal: (square) => square === goal,
    cost: ({ from: here, to: next, isDiagonal, turns }) => {
      if (blocked[next] === 1) return Number.POSITIVE_INFINITY;
      const crossing = wet[here] === 1 || wet[next] === 1;
      if (crossing && (turns || isDiagonal)) return Number.POSITIVE_INFINITY;
      if (bridged[next] !== 0)
        return bridged[next] === axisOf(here, next, columns) ? 0.5 : Number.POSITIVE_INFINITY;
      return 1 + (wet[next] === 1 ? 3 : 0) + (turns ? 0.2 : 0) + steepness(draft, here, next, columns);
    },
  });
  if (squares === null || wet[start] === 1 || wet[goal] === 1) return false;
  draw(draft, from, to, squares, wet, columns);
  return true;
}

/** What a road has to know of the squares: whether they are wet, in use for something else, or bridged and which way. */
function surveySquares(draft: FacetDraft, columns: number, rows: number): Squares {
  const wet = new Uint8Array(columns * rows);
  const blocked = new Uint8Array(columns * rows);
  const bridged = new Uint8Array(columns * rows);
  for (let square = 0; square < wet.length; square++) {
    const { x, y } = squareMiddle(square, columns);
    const rect = { x: x - GRAIN / 2, y: y - GRAIN / 2, width: GRAIN, height: GRAIN };
    draft.each(rect, 1, (index) => {
      if (draft.toWater[index]! <= WET) wet[square] = 1;
      // Older roads and the stretches before bridges may be used again.
      if (draft.taken[index] === 1 && draft.ground[index] !== Ground.dirt) blocked[square] = 1;
    });
    bridged[square] = draft.bridges[draft.index(x, y)]!;
    if (bridged[square] !== 0) blocked[square] = 0;
  }
  return { wet, blocked, bridged };
}

/** 1 for a step east or west, 2 for one north or south. */
function axisOf(here: number, next: number, columns: number): number {
  return Math.floor(here / columns) === Math.floor(next / columns) ? 1 : 2;
}

function squareBefore(end: RoadEnd, columns: number): number {
  const x = Math.floor((end.x + end.outX * GRAIN) / GRAIN);
  const y = Math.floor((end.y + end.outY * GRAIN) / GRAIN);
  return y * columns + x;
}

function steepness(draft: FacetDraft, here: number, next: number, columns: number): number {
  const a = squareMiddle(here, columns);
  const b = squareMiddle(next, columns);
  const rise = Math.abs(draft.zAt(a.x, a.y) - draft.zAt(b.x, b.y));
  const ground = draft.groundAt(b.x, b.y);
  const rough =
    ground === Ground.rock ? 6 : ground === Ground.forest ? 0.6 : ground === Ground.dirt ? -0.7 : 0;
  return rise * 0.25 + rough;
}

function draw(
  draft: FacetDraft,
  from: Point,
  to: Point,
  squares: readonly number[],
  wet: Uint8Array,
  columns: number,
): void {
  const middles = squares.map((square) => squareMiddle(square, columns));
  const isWet = (i: number): boolean => squares[i] !== undefined && wet[squares[i]!] === 1;
  const nearWater = (i: number): boolean => {
    for (let j = i - 2; j <= i + 2; j++) if (isWet(j)) return true;
    return false;
  };
  const line = smoothPath(middles, nearWater);
  let dry: Point[] = [from];
  for (let i = 0; i < line.length; i++) {
    if (!isWet(i)) {
      dry.push(line[i]!);
      continue;
    }
    pavePath(draft, dry);
    let last = i;
    while (isWet(last + 1)) last++;
    const { x, y } = middles[i]!;
    if (draft.bridges[draft.index(x, y)] === 0) buildBridge(draft, middles[i - 1]!, middles[last + 1]!);
    dry = [];
    i = last;
  }
  dry.push(to);
  pavePath(draft, dry);
}

function pavePath(draft: FacetDraft, points: readonly Point[]): void {
  sweepLine(
    points,
    () => RADIUS,
    (x, y) => paveTile(draft, x, y),
  );
}
