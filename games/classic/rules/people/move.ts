import { Body, Level, Presence } from '../components.ts';
import type { Context } from '../context.ts';
import type { Move } from '../intents.ts';

/** How far out of its level a player may be, in 32nds of a block: clients let people walk on the edge, fall and fly. */
const MARGIN = 16 * 32;
const HEADROOM = 256 * 32;
/** Distance that may be saved up, in milliseconds of going: packets come late and together. */
const SAVED_MS = 1_500;
/** A client that was put somewhere still sends where it was, for as long as it takes to know. Then it is told again. */
const PATIENCE_MS = 500;
/** So far from where it was put it may be when it knows, in 32nds of a block: it goes on and falls meanwhile. */
const NEAR = 3 * 32;

/** The client says where it is. It is believed, unless nobody could be there, or not so soon. */
export function move(ctx: Context, { pitch, player, x, y, yaw, z }: Move): void {
  const presence = ctx.world.require(player, Presence);
  if (!presence.isReady) return;
  const body = ctx.world.require(player, Body);
  const [dx, dy, dz] = [x - body.x, y - body.y, z - body.z];
  if (dx === 0 && dy === 0 && dz === 0 && yaw === body.yaw && pitch === body.pitch) return;
  if (presence.putMs > 0) {
    if (Math.abs(dx) > NEAR || Math.abs(dy) > NEAR || Math.abs(dz) > NEAR) {
      if (ctx.nowMs - presence.putMs >= PATIENCE_MS) putBack(ctx, player, presence);
      return;
    }
    presence.putMs = 0;
  }
  const { climbSpeed, strideSpeed } = ctx.ruleset;
  const elapsedMs = Math.min(SAVED_MS, ctx.nowMs - presence.movedMs);
  const stride = saved(presence.stride, elapsedMs, strideSpeed) - Math.ceil(Math.hypot(dx, dz));
  const climb = saved(presence.climb, elapsedMs, climbSpeed) - Math.abs(dy);
  if (stride < 0 || climb < 0 || !isInside(ctx, body.level, x, y, z)) {
    putBack(ctx, player, presence);
    return;
  }
  presence.stride = stride;
  presence.climb = climb;
  presence.movedMs = ctx.nowMs;
  presence.activeMs = ctx.nowMs;
  Object.assign(body, { x, y, z, yaw, pitch });
  ctx.emit({ kind: 'moved', player });
}

function putBack(ctx: Context, player: number, presence: Presence): void {
  presence.putMs = ctx.nowMs;
  ctx.emit({ kind: 'put', player });
}

/** What may be gone at once after some more time, in 32nds of a block. */
function saved(before: number, elapsedMs: number, speed: number): number {
  const most = Math.floor((speed * SAVED_MS) / 1000);
  return Math.min(most, before + Math.floor((speed * elapsedMs) / 1000));
}

function isInside(ctx: Context, level: number, x: number, y: number, z: number): boolean {
  const { height, length, width } = ctx.world.require(level, Level);
  const isOver = x >= -MARGIN && z >= -MARGIN && x <= width * 32 + MARGIN && z <= length * 32 + MARGIN;
  return isOver && y >= -MARGIN && y <= height * 32 + HEADROOM;
}

/** Puts a player somewhere in its level. */
export function put(ctx: Context, player: number, to: Pick<Body, 'x' | 'y' | 'z' | 'yaw' | 'pitch'>): void {
  const { pitch, x, y, yaw, z } = to;
  const presence = ctx.world.require(player, Presence);
  Object.assign(ctx.world.require(player, Body), { x, y, z, yaw, pitch });
  putBack(ctx, player, presence);
  ctx.emit({ kind: 'moved', player });
}
