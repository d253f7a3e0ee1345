import { TileFlag } from '@gommog/uo/movement';
import type { Picture } from './art-book.ts';
import type { Part } from './quads.ts';

/** A window in a wall: what is open, such as an arch or a grille, is marked as one, too, but gives no light. */
const WINDOW_IN_WALL = TileFlag.wall | TileFlag.window | TileFlag.lightSource;
/** Light that falls out of a window onto what is close by, 0 to 1, and pixels at which it ends. */
export const WINDOW_LIGHT = 0.24;
export const WINDOW_REACH = 90;
/** Slits without a pane. */
const ARROW_LOOPS: ReadonlySet<number> = new Set([0x00ca, 0x00cb]);
/** Of so many groups of windows one is dark: somebody sleeps there. */
const DARK_ONE_IN = 4;
/** Levels of the shard's light at which the first light is lit, and from which on windows are as bright as they get. */
const DUSK = 5;
const NIGHT = 14;
/** How much of the pane is light; the rest shows what it is made of. */
const BRIGHTEST = 0.5;
/** Pixels of half a tile, and of the pane on a wall: from its left end, and up from the ground. Classic walls are alike. */
const FACE = 22;
const PANE = { left: 7, right: 15, bottom: 31, top: 57 };

export function isWindow(flags: number): boolean {
  return (flags & WINDOW_IN_WALL) === WINDOW_IN_WALL && (flags & TileFlag.door) === 0;
}

/** Is there light in a window by night? The same ones are dark in each night. */
export function isLitWindow(graphic: number, flags: number, x: number, y: number, z: number): boolean {
  if (!isWindow(flags) || ARROW_LOOPS.has(graphic)) return false;
  // A room is dark or lit as a whole: windows close to each other belong together.
  return ((x >> 2) * 73 + (y >> 2) * 179 + z * 31) % DARK_ONE_IN !== 0;
}

/** How much windows glow at a level of the shard, 0 to 1. */
export function windowGlow(level: number): number {
  return BRIGHTEST * Math.min(1, Math.max(0, (level - DUSK) / (NIGHT - DUSK)));
}

/** Where the pane is in the picture of a window, which faces south or east; null when it is none of that shape. */
export function paneOf({ down, height, right, width }: Picture): Part | null {
  const facesSouth = right + width / 2 < 0;
  const slope = facesSouth ? 1 : -1;
  const left = (facesSouth ? PANE.left - FACE : PANE.left) - right;
  const top = (facesSouth ? PANE.left - FACE : -PANE.left) - PANE.top - down;
  const part = { left, top, width: PANE.right - PANE.left, height: PANE.top - PANE.bottom, slope } as const;
  const [first, last] = slope === 1 ? [top, top + part.width] : [top - part.width, top];
  const isInside = left >= 0 && left + part.width <= width && first >= 0 && last + part.height <= height;
  return isInside ? part : null;
}
