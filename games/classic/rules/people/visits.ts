import { Body, Level, Player, Presence } from '../components.ts';
import type { Context } from '../context.ts';
import type { Join, Leave, LevelLoaded } from '../intents.ts';
import { PLAYER } from '../kinds.ts';
import { GUEST, may } from '../ranks.ts';

/** How often a visit is looked at, in milliseconds. */
const PULSE_MS = 10_000;
/** Who has not got a level after so long does not take it, and takes the place of another. */
const LOADING_MS = 300_000;

/** Somebody comes in: a visit begins, or the session is told why not. */
export function join(ctx: Context, intent: Join): void {
  const { world } = ctx;
  const refuse = (code: string, reason: string): void =>
    ctx.emit({ kind: 'join-refused', session: intent.session, code, reason });
  const known = ctx.people.byName.find(intent.name);
  const rank = known === undefined ? GUEST : world.require(known, Player).rank;
  if (known !== undefined && world.require(known, Player).banned) return refuse('banned', 'You are banned');
  const before = known === undefined ? undefined : world.get(known, Presence);
  if (before !== undefined) {
    if (!intent.mayReplace) return refuse('name-in-use', 'Somebody plays under this name already');
    dismiss(ctx, known!, 'replaced', 'You came in from somewhere else');
  }
  if (ctx.people.here >= ctx.ruleset.maxPlayers && !may(rank, 'joinFull'))
    return refuse('full', 'The server is full');
  const player = known ?? world.newSerial(PLAYER);
  const level = placeFor(ctx, player);
  const slot = level === 0 ? -1 : ctx.people.enter(level, player);
  if (level === 0) return refuse('no-level', 'The first level is being made: come back in a minute');
  if (slot < 0) return refuse('full', 'The level is full');
  if (known === undefined) {
    world.set(player, Player, { name: intent.name, rank });
    ctx.people.byName.add(intent.name, player);
  }
  const { nowMs } = ctx;
  const dueMs = nowMs + PULSE_MS;
  world.set(player, Presence, { session: intent.session, slot, activeMs: nowMs, movedMs: nowMs, dueMs });
  ctx.emit({ kind: 'joined', player, session: intent.session, isNew: known === undefined });
  ctx.emit({ kind: 'level-entered', player, level, slot });
}

/** The level that a player comes into: where it was last, if that is still open. Its body is there afterwards. 0 if there is none. */
function placeFor(ctx: Context, player: number): number {
  const body = ctx.world.get(player, Body);
  if (body !== undefined && ctx.levels.isOpen(body.level)) return body.level;
  const { main } = ctx.levels;
  if (main === 0 || !ctx.levels.isOpen(main)) return 0;
  putAtSpawn(ctx, player, main);
  return main;
}

function putAtSpawn(ctx: Context, player: number, level: number): void {
  const { spawnPitch, spawnX, spawnY, spawnYaw, spawnZ } = ctx.world.require(level, Level);
  const [yaw, pitch] = [spawnYaw, spawnPitch];
  ctx.world.set(player, Body, { level, x: spawnX, y: spawnY, z: spawnZ, yaw, pitch });
}

/** The player's client has the level now: others see it from here on. */
export function levelLoaded(ctx: Context, { level, player }: LevelLoaded): void {
  const presence = ctx.world.require(player, Presence);
  if (presence.isReady || ctx.world.require(player, Body).level !== level) return;
  presence.isReady = true;
  // It may go at once as far as one who has stood for long.
  presence.movedMs = 0;
  ctx.emit({ kind: 'appeared', player, level });
}

/** Takes a player into another level. False when that one is full. */
export function goTo(ctx: Context, player: number, level: number): boolean {
  const slot = ctx.people.enter(level, player);
  if (slot < 0) return false;
  const presence = ctx.world.require(player, Presence);
  leaveLevel(ctx, player, presence.slot);
  putAtSpawn(ctx, player, level);
  presence.slot = slot;
  presence.isReady = false;
  ctx.emit({ kind: 'level-entered', player, level, slot });
  return true;
}

function leaveLevel(ctx: Context, player: number, slot: number): void {
  const { level } = ctx.world.require(player, Body);
  ctx.people.leave(level, slot);
  ctx.emit({ kind: 'level-left', player, level, slot });
}

/** The link is gone, unless another session plays the player by now. */
export function leave(ctx: Context, { player, session }: Leave): void {
  const presence = ctx.world.get(player, Presence);
  if (presence?.session === session) endVisit(ctx, player, presence, 'left');
}

/** Ends a visit by somebody's will. */
export function dismiss(ctx: Context, player: number, code: string, reason: string): void {
  const presence = ctx.world.get(player, Presence);
  if (presence === undefined) return;
  ctx.emit({ kind: 'dismissed', player, session: presence.session, code, reason });
  endVisit(ctx, player, presence, code);
}

function endVisit(ctx: Context, player: number, { session, slot }: Presence, reason: string): void {
  leaveLevel(ctx, player, slot);
  ctx.world.remove(player, Presence);
  ctx.emit({ kind: 'left', player, session, name: ctx.world.require(player, Player).name, reason });
}

/** A visit is looked at: who does nothing for too long is sent away, all others are pinged. */
export function onPulse(ctx: Context, player: number): void {
  const presence = ctx.world.require(player, Presence);
  const { idleMs } = ctx.ruleset;
  if (idleMs > 0 && ctx.nowMs - presence.activeMs >= idleMs) {
    dismiss(ctx, player, 'idle', 'You did nothing for too long');
    return;
  }
  if (!presence.isReady && ctx.nowMs - presence.activeMs >= LOADING_MS) {
    dismiss(ctx, player, 'never-loaded', 'You did not take the level');
    return;
  }
  presence.dueMs = ctx.nowMs + PULSE_MS;
  ctx.emit({ kind: 'ping-due', player });
}
