/** The eight ways a mobile can face, clockwise from north. On screen, north is towards the upper right. */
export const Direction = {
  north: 0,
  northEast: 1,
  east: 2,
  southEast: 3,
  south: 4,
  southWest: 5,
  west: 6,
  northWest: 7,
} as const;
export type Direction = (typeof Direction)[keyof typeof Direction];

/** The three bits of a direction byte that say where to; the rest are flags. */
export const DIRECTION_MASK = 0x07;

/** The bit of a direction byte that says: at a run. */
export const RUNNING_BIT = 0x80;

const OFFSET_X = Int8Array.of(0, 1, 1, 1, 0, -1, -1, -1);
const OFFSET_Y = Int8Array.of(-1, -1, 0, 1, 1, 1, 0, -1);

/** Tiles east (+1), west (-1) or neither (0) of one step; only the low three bits of `direction` count. */
export function offsetX(direction: number): number {
  return OFFSET_X[direction & DIRECTION_MASK]!;
}

/** Tiles south (+1), north (-1) or neither (0) of one step; only the low three bits of `direction` count. */
export function offsetY(direction: number): number {
  return OFFSET_Y[direction & DIRECTION_MASK]!;
}

/** The tile one step away. It may lie outside the facet: the caller checks. */
export function stepFrom(x: number, y: number, direction: number): { x: number; y: number } {
  return { x: x + offsetX(direction), y: y + offsetY(direction) };
}

/** Is it one of the four directions that pass between two tiles? */
export function isDiagonal(direction: number): boolean {
  return (direction & 1) === 1;
}

/** The direction that looks the other way. */
export function opposite(direction: number): number {
  return (direction + 4) & DIRECTION_MASK;
}

/**
 * The direction that points best from one tile to another: of the eight, the one at the smallest angle.
 * A tile has no direction to itself: then the answer is north.
 */
export function directionTo(fromX: number, fromY: number, toX: number, toY: number): number {
  const dx = toX - fromX;
  const dy = toY - fromY;
  const across = Math.abs(dx);
  const along = Math.abs(dy);
  // tan(22.5 degrees) is about 0.4142: nearer to an axis than that, the axis points better than the diagonal.
  if (across * 1000 <= along * 414) return dy <= 0 ? Direction.north : Direction.south;
  if (along * 1000 <= across * 414) return dx > 0 ? Direction.east : Direction.west;
  if (dx > 0) return dy < 0 ? Direction.northEast : Direction.southEast;
  return dy < 0 ? Direction.northWest : Direction.southWest;
}

/** The direction byte of a packet: facing and, in bit 7, whether at a run. */
export function directionByte(direction: number, running: boolean): number {
  return running ? direction | RUNNING_BIT : direction;
}
