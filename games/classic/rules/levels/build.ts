import { AIR, BEDROCK, DOUBLE_SLAB, isBlock, isLiquid, SLAB } from '../blocks.ts';
import { Body, Level, Player, Presence } from '../components.ts';
import type { Context } from '../context.ts';
import type { Build } from '../intents.ts';
import { may, type Right } from '../ranks.ts';
import { blockAt, contains, putBlock } from './cells.ts';

/** What clients and server may differ in, in 32nds of a block: the builder has gone on since its last packet. */
const TOLERANCE = 64;

/** Somebody places or breaks a block. What is not allowed is taken back on the builder's own screen. */
export function build(ctx: Context, { block, player, x, y, z }: Build): void {
  const { world } = ctx;
  const presence = world.require(player, Presence);
  const body = world.require(player, Body);
  const level = world.require(body.level, Level);
  if (!presence.isReady || !contains(level, x, y, z)) return;
  presence.activeMs = ctx.nowMs;
  const before = blockAt(world, level, x, y, z);
  const cell = { level: body.level, x, y, z };
  const isRefused = !isBlock(block) || !isInReach(ctx, body, x, y, z) || !fits(before, block);
  const wanting = isRefused ? null : firstMissing(world.require(player, Player).rank, before, block);
  if (isRefused || wanting !== null) {
    ctx.emit({ kind: 'block-refused', player, ...cell, block: before });
    if (wanting !== null)
      ctx.emit({ kind: 'told', player, text: `&cYour rank does not allow that (${wanting})` });
    return;
  }
  if (block === SLAB && y > 0 && blockAt(world, level, x, y - 1, z) === SLAB) {
    // Two slabs, one on the other, are one whole block.
    ctx.emit({ kind: 'block-refused', player, ...cell, block: before });
    change(ctx, player, { ...cell, y: y - 1 }, DOUBLE_SLAB);
  } else change(ctx, player, cell, block);
}

/** Makes a cell of a level another block, whoever wished it. */
export function change(
  ctx: Context,
  player: number,
  cell: { level: number; x: number; y: number; z: number },
  block: number,
): void {
  putBlock(ctx.world, ctx.world.require(cell.level, Level), cell.x, cell.y, cell.z, block);
  ctx.emit({ kind: 'block-changed', player, ...cell, block });
}

function isInReach({ ruleset }: Context, body: Body, x: number, y: number, z: number): boolean {
  const reach = ruleset.reach + TOLERANCE;
  return (
    (x * 32 + 16 - body.x) ** 2 + (y * 32 + 16 - body.y) ** 2 + (z * 32 + 16 - body.z) ** 2 <= reach * reach
  );
}

/** Blocks go where there is none, or where a liquid is; only what is there can be broken. */
function fits(before: number, block: number): boolean {
  return block === AIR ? before !== AIR : before === AIR || isLiquid(before);
}

function firstMissing(rank: number, before: number, block: number): Right | null {
  const needed: Right[] = ['build'];
  if (before === BEDROCK) needed.push('breakBedrock');
  if (block === BEDROCK) needed.push('placeBedrock');
  if (isLiquid(block) || (isLiquid(before) && block === AIR)) needed.push('placeLiquid');
  return needed.find((right) => !may(rank, right)) ?? null;
}
