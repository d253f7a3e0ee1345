import { distance, type Point } from './geometry.ts';

/** Paths are searched on squares of this many tiles; a path runs through their middles. */
export const GRAIN = 4;

/** North, then clockwise. */
const STEPS: readonly Point[] = [
  { x: 0, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
  { x: -1, y: 1 },
  { x: -1, y: 0 },
  { x: -1, y: -1 },
];
const DIRECTIONS = STEPS.length;
const DIAGONAL = Math.SQRT2;

/** One step of a path, from square to square. */
export interface PathStep {
  readonly from: number;
  readonly to: number;
  readonly isDiagonal: boolean;
  /** It goes another way than the step before. */
  readonly turns: boolean;
}

export interface Search {
  /** Squares across and down. */
  readonly columns: number;
  readonly rows: number;
  /** Squares to start from. */
  readonly from: readonly number[];
  readonly isGoal: (square: number) => boolean;
  /** Cost of a step for its length, above 0; Infinity forbids it. */
  readonly cost: (step: PathStep) => number;
}

/** The cheapest path of squares from any start to any goal, both included; null when there is none. */
export function searchPath(search: Search): number[] | null {
  const { columns, rows } = search;
  const states = columns * rows * DIRECTIONS;
  const costs = new Float64Array(states).fill(Number.POSITIVE_INFINITY);
  const parents = new Int32Array(states).fill(-1);
  const open = new StateHeap();
  for (const square of search.from) {
    for (let direction = 0; direction < DIRECTIONS; direction++) {
      costs[square * DIRECTIONS + direction] = 0;
      open.push(square * DIRECTIONS + direction, 0);
    }
  }
  for (let state = open.pop(); state !== -1; state = open.pop()) {
    if (open.poppedCost > costs[state]!) continue;
    const square = Math.floor(state / DIRECTIONS);
    if (search.isGoal(square)) return trace(parents, state);
    const x = square % columns;
    const y = (square - x) / columns;
    for (let direction = 0; direction < DIRECTIONS; direction++) {
      const step = STEPS[direction]!;
      const toX = x + step.x;
      const toY = y + step.y;
      if (toX < 0 || toY < 0 || toX >= columns || toY >= rows) continue;
      const to = toY * columns + toX;
      const isDiagonal = direction % 2 === 1;
      const turns = direction !== state % DIRECTIONS;
      const cost = search.cost({ from: square, to, isDiagonal, turns });
      const total = costs[state]! + (isDiagonal ? cost * DIAGONAL : cost);
      const next = to * DIRECTIONS + direction;
      if (total >= costs[next]!) continue;
      costs[next] = total;
      parents[next] = state;
      open.push(next, total);
    }
  }
  return null;
}

function trace(parents: Int32Array, last: number): number[] {
  const squares: number[] = [];
  for (let state = last; state !== -1; state = parents[state]!) squares.push(Math.floor(state / DIRECTIONS));
  return squares.reverse();
}

/** The middle of a square. */
export function squareMiddle(square: number, columns: number): Point {
  const x = square % columns;
  return { x: x * GRAIN + GRAIN / 2, y: ((square - x) / columns) * GRAIN + GRAIN / 2 };
}

/** Rounds the corners of a path: each point that is not held moves to the middle of its neighbours, a few times over. */
export function smoothPath(points: readonly Point[], isHeld: (index: number) => boolean): Point[] {
  let current = [...points];
  for (let round = 0; round < 4; round++) {
    const before = current;
    current = before.map((point, i) => {
      const previous = before[i - 1];
      const next = before[i + 1];
      if (previous === undefined || next === undefined || isHeld(i)) return point;
      return { x: (previous.x + 2 * point.x + next.x) / 4, y: (previous.y + 2 * point.y + next.y) / 4 };
    });
  }
  return current;
}

/** Visits every tile within `radius` of the line through the points; radius may change along it. */
export function sweepLine(
  points: readonly Point[],
  radius: (index: number) => number,
  visit: (x: number, y: number) => void,
): void {
  for (let i = 0; i + 1 < points.length; i++) {
    const from = points[i]!;
    const to = points[i + 1]!;
    const steps = Math.max(1, Math.ceil(distance(from, to) * 2));
    for (let step = 0; step <= steps; step++) {
      const x = from.x + ((to.x - from.x) * step) / steps;
      const y = from.y + ((to.y - from.y) * step) / steps;
      visitDisc(x, y, radius(i), visit);
    }
  }
}

function visitDisc(x: number, y: number, radius: number, visit: (x: number, y: number) => void): void {
  for (let ty = Math.floor(y - radius); ty <= Math.ceil(y + radius); ty++) {
    for (let tx = Math.floor(x - radius); tx <= Math.ceil(x + radius); tx++) {
      if (distance({ x: tx, y: ty }, { x, y }) <= radius) visit(tx, ty);
    }
  }
}

/** A binary heap of (state, cost); equal costs leave in an order that depends only on what was pushed. */
class StateHeap {
  readonly #states: number[] = [];
  readonly #costs: number[] = [];
  poppedCost = 0;

  push(state: number, cost: number): void {
    let at = this.#states.length;
    this.#states.push(state);
    this.#costs.push(cost);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#costs[parent]! <= cost) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#set(at, state, cost);
  }

  pop(): number {
    const top = this.#states[0];
    if (top === undefined) return -1;
    this.poppedCost = this.#costs[0]!;
    const state = this.#states.pop()!;
    const cost = this.#costs.pop()!;
    const size = this.#states.length;
    if (size === 0) return top;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= size) break;
      if (child + 1 < size && this.#costs[child + 1]! < this.#costs[child]!) child++;
      if (this.#costs[child]! >= cost) break;
      this.#move(child, at);
      at = child;
    }
    this.#set(at, state, cost);
    return top;
  }

  #move(from: number, to: number): void {
    this.#states[to] = this.#states[from]!;
    this.#costs[to] = this.#costs[from]!;
  }

  #set(at: number, state: number, cost: number): void {
    this.#states[at] = state;
    this.#costs[at] = cost;
  }
}
