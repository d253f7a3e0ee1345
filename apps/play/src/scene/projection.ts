/** Half a tile's diamond on the screen, in pixels: across and down. */
export const HALF = 22;
/** Pixels that one unit of height lifts. */
export const Z_PIXELS = 4;

/** Left to right on the screen of a place in tiles, before the camera. */
export function screenX(x: number, y: number): number {
  return (x - y) * HALF;
}

/** Top to bottom on the screen: of the upper corner of a tile's diamond. */
export function screenY(x: number, y: number, z: number): number {
  return (x + y) * HALF - z * Z_PIXELS;
}

/** The tile under a point, for land at a height. */
export function tileAt(px: number, py: number, z: number): { x: number; y: number } {
  const flat = py + z * Z_PIXELS;
  return { x: Math.floor((flat + px) / (2 * HALF)), y: Math.floor((flat - px) / (2 * HALF)) };
}

/**
 * The direction of a pointer from the middle of the screen: 0 north clockwise to 7 north-west, where north is up and to the
 * right.
 */
export function pointedDirection(dx: number, dy: number): number {
  const eighth = Math.round((Math.atan2(dy, dx) * 4) / Math.PI);
  // Straight right is north-east, direction 1.
  return (eighth + 1 + 8) % 8;
}
