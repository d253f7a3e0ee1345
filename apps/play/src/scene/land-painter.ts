import type { Ground } from '@gommog/uo/movement';
import type { ArtBook } from './art-book.ts';
import { screenX, screenY, Z_PIXELS } from './projection.ts';
import type { LampAt, Quads } from './quads.ts';
import type { Rect } from './rect.ts';

/** Land graphics that are no land: nothing is drawn there. */
const VOID_LAND = 0x002;
const TILE_SIDE = 44;

/** Lays down a tile of land, unless it is outside of a part of the scene. */
export function paintLand(
  art: ArtBook,
  { terrain }: Ground,
  x: number,
  y: number,
  part: Rect,
  depth: number,
  quads: Quads,
  lampAt: LampAt,
): void {
  const graphic = terrain.land(x, y);
  if (graphic === VOID_LAND) return;
  const z = terrain.landZ(x, y);
  const east = x + 1 < terrain.width ? x + 1 : x;
  const south = y + 1 < terrain.height ? y + 1 : y;
  const right = terrain.landZ(east, y);
  const left = terrain.landZ(x, south);
  const bottom = terrain.landZ(east, south);
  const px = screenX(x, y);
  const py = screenY(x, y, 0);
  if (py - Math.max(z, right, left, bottom) * Z_PIXELS > part.bottom + 1) return;
  if (py + TILE_SIDE - Math.min(z, right, left, bottom) * Z_PIXELS < part.top - 1) return;
  const picture = art.land(graphic);
  if (picture === null) return;
  const lift = {
    top: z * Z_PIXELS,
    right: right * Z_PIXELS,
    bottom: bottom * Z_PIXELS,
    left: left * Z_PIXELS,
  };
  const shade = { hue: 0, tone: slopeLight(z, right, bottom, left), alpha: 1, glow: 0 };
  quads.diamond(picture, px, py, depth, lift, shade, lampAt);
}

/** Light falls from the upper left: slopes that face it are brighter. */
function slopeLight(top: number, right: number, bottom: number, left: number): number {
  if (top === right && right === bottom && bottom === left) return 1;
  const facing = (right - left) * 0.012 + (bottom - top) * 0.02;
  return Math.min(1.15, Math.max(0.72, 1 + facing));
}
