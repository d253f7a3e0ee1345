import type { Context } from '../context.ts';
import { isItem } from '../kinds.ts';
import { templateOf } from './template.ts';
import { contentsWeight, itemWeight } from './weight.ts';

/** Cells of the grid that newer clients show. */
const GRID_CELLS = 125;

export interface Room {
  readonly x: number;
  readonly y: number;
  readonly grid: number;
}

export function isContainer(ctx: Context, item: number): boolean {
  return templateOf(ctx, item)?.container !== undefined;
}

/** Does an item from outside go into a container: in number and weight, and so for every container around it? */
export function fits(ctx: Context, container: number, item: number): 'fits' | 'no-room' | 'too-heavy' {
  const { world } = ctx;
  const more = world.closureOf(item).length;
  for (let around = container; isItem(around); around = world.parentOf(around)) {
    const most = templateOf(ctx, around)?.container?.maxItems ?? 0;
    if (world.closureOf(around).length - 1 + more > most) return 'no-room';
  }
  return isLight(ctx, container, item) ? 'fits' : 'too-heavy';
}

/** Can a container, and every one around it, bear an item besides what is in it? In stones. */
export function isLight(ctx: Context, container: number, item: number): boolean {
  const more = itemWeight(ctx, item);
  for (let around = container; isItem(around); around = ctx.world.parentOf(around)) {
    const most = templateOf(ctx, around)?.container?.maxWeight ?? 0;
    if (contentsWeight(ctx, around) + more > most) return false;
  }
  return true;
}

/** A place in a container for an item: the wished one within the gump's bounds, else by chance. Null when it is full. */
export function findRoom(ctx: Context, container: number, item: number, wish?: Partial<Room>): Room | null {
  const shape = templateOf(ctx, container)?.container;
  if (shape === undefined || fits(ctx, container, item) !== 'fits') return null;
  const { x: left, y: top, width, height } = shape;
  const inside = (at: number | undefined, low: number, size: number): number =>
    at === undefined || at === 0xffff
      ? ctx.rng.between(low, low + size - 1)
      : Math.min(Math.max(at, low), low + size - 1);
  return {
    x: inside(wish?.x, left, width),
    y: inside(wish?.y, top, height),
    grid: freeCell(ctx, container, item, wish?.grid),
  };
}

function freeCell(ctx: Context, container: number, item: number, wish: number | undefined): number {
  const taken = new Set<number>();
  ctx.world.holders.each(container, (other) => {
    if (other !== item) taken.add(ctx.world.placement(other)!.slot);
  });
  if (wish !== undefined && wish < GRID_CELLS && !taken.has(wish)) return wish;
  for (let cell = 0; cell < GRID_CELLS; cell++) if (!taken.has(cell)) return cell;
  return 0;
}
