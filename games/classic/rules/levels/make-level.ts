import { ColumnMaker } from '../../worldgen/column-maker.ts';
import { Level, SECTION_VOLUME, Section } from '../components.ts';
import type { Context } from '../context.ts';
import type { MakeLevel } from '../intents.ts';
import { LEVEL, SECTION } from '../kinds.ts';
import { type Box, columnCount, sectionCount } from './cells.ts';

/** Sections that are made in a step, and the time between two such steps, in milliseconds: others play meanwhile. */
const SECTIONS_AT_ONCE = 64;
const PAUSE_MS = 16;

const MIN_SIDE = 16;
/** Positions are 16 bits of 32nds of a block. */
const MAX_SIDE = 1008;
const MAX_VOLUME = 2 ** 26;

/** What is wrong with the size of a level, or null. */
export function problemOfSize({ height, length, width }: Box): string | null {
  for (const side of [width, height, length]) {
    if (!(side >= MIN_SIDE && side <= MAX_SIDE && side % 8 === 0))
      return `each side of a level is from ${MIN_SIDE} to ${MAX_SIDE} blocks, and a multiple of 8`;
  }
  return width * height * length > MAX_VOLUME ? `a level has ${MAX_VOLUME} blocks at most` : null;
}

/** Begins a level; its columns follow, a few in each step. Throws when the size is none. */
export function makeLevel(
  ctx: Context,
  { height, length, name, seed, width }: Omit<MakeLevel, 'kind'>,
): number {
  const problem = problemOfSize({ width, height, length });
  if (problem !== null) throw new RangeError(problem);
  const { world } = ctx;
  const serial = world.newSerial(LEVEL);
  const firstSection = world.newSerial(SECTION);
  for (let i = sectionCount({ width, height, length }); i > 1; i--) world.newSerial(SECTION);
  const dueMs = ctx.nowMs + PAUSE_MS;
  world.set(serial, Level, { name, width, height, length, seed, firstSection, dueMs });
  ctx.levels.byName.add(name, serial);
  return serial;
}

/** Makes the next columns of a level, and opens it after the last. */
export function makeColumns(ctx: Context, serial: number): void {
  const level = ctx.world.require(serial, Level);
  const sections = level.height / 8;
  const total = columnCount(level);
  const maker = new ColumnMaker(level);
  const last = Math.min(total, level.columnsMade + Math.max(1, Math.floor(SECTIONS_AT_ONCE / sections)));
  for (let column = level.columnsMade; column < last; column++) {
    const blocks = maker.make(column % (level.width / 8), Math.floor(column / (level.width / 8)));
    for (let i = 0; i < sections; i++) {
      const part = blocks.subarray(i * SECTION_VOLUME, (i + 1) * SECTION_VOLUME);
      ctx.world.set(level.firstSection + column * sections + i, Section, { blocks: part });
    }
  }
  level.columnsMade = last;
  if (last < total) {
    level.dueMs = ctx.nowMs + PAUSE_MS;
    return;
  }
  level.dueMs = 0;
  const { x, y, z } = maker.spawn();
  level.spawnX = x * 32 + 16;
  level.spawnY = y * 32 + EYES;
  level.spawnZ = z * 32 + 16;
  ctx.emit({ kind: 'said', player: 0, text: `The level ${level.name} is ready` });
}

/** How high the eyes are above the feet, in 32nds of a block. */
export const EYES = 51;

/** All columns at once: before anybody is there to wait. */
export function finishLevel(ctx: Context, serial: number): void {
  while (!ctx.levels.isOpen(serial)) makeColumns(ctx, serial);
}
