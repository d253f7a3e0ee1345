import type { Context } from '../context.ts';
import type { Resync, Walk } from '../intents.ts';
import { ITEM, MOBILE } from '../kinds.ts';
import { lookAtSky } from '../light/seen-light.ts';
import { type HeldStep, Mobile, Presence, Stats, Walker } from '../mobiles/mobile.ts';
import { refuse } from '../refusals.ts';
import { isStaff } from '../staff/access.ts';
import { isJailed } from '../staff/jailed.ts';
import { Layer, Teleporter } from '../things/item.ts';
import { carriedWeight, maxWeight } from '../things/weight.ts';
import { wornOn } from '../things/worn.ts';
import { placeOf } from '../where.ts';
import { offsetX, offsetY } from './direction.ts';
import { groundOf } from './ground.ts';
import { MAX_HELD, stepCost, tryStep, tryTurn } from './pace.ts';
import { FIRST_SEQUENCE, judgeSequence, nextSequence } from './sequence.ts';
import { checkStep } from './step.ts';
import { PERSON_HEIGHT } from './surfaces.ts';
import { resetSteps, teleport } from './teleport.ts';

/** Stamina that pushing through somebody costs, where a ruleset has it. */
const SHOVE_COST = 10;

/** One request of a client: a turn if it faces elsewhere, else a step. */
export function walk(ctx: Context, intent: Walk): void {
  const { mobile, sequence } = intent;
  const walker = ctx.world.get(mobile, Walker) ?? ctx.world.set(mobile, Walker, {});
  const verdict = judgeSequence(walker.sequence, sequence);
  if (verdict === 'ignore') return;
  if (verdict === 'deny') return deny(ctx, mobile, sequence);
  // A client that starts anew has forgotten what it asked for before.
  if (sequence === FIRST_SEQUENCE && walker.held.length > 0) resetSteps(ctx, mobile);
  walker.sequence = nextSequence(sequence);
  const step: HeldStep = { direction: intent.direction & 7, running: intent.running, sequence };
  if (walker.held.length > 0) return hold(ctx, walker, mobile, step, walker.dueMs);
  const dueMs = attempt(ctx, mobile, walker, step);
  if (dueMs !== null) hold(ctx, walker, mobile, step, dueMs);
}

/** Keeps a request that came too early until its time; more than an honest client can have under way are refused. */
function hold(ctx: Context, walker: Walker, mobile: number, step: HeldStep, dueMs: number): void {
  if (walker.held.length >= MAX_HELD) return deny(ctx, mobile, step.sequence);
  walker.held = [...walker.held, step];
  walker.dueMs = Math.ceil(dueMs);
}

/** The first held request is due. */
export function onWalkerDue(ctx: Context, mobile: number): void {
  const walker = ctx.world.require(mobile, Walker);
  walker.dueMs = 0;
  while (walker.held.length > 0) {
    const step = walker.held[0]!;
    const dueMs = attempt(ctx, mobile, walker, step);
    if (dueMs !== null) {
      walker.dueMs = Math.ceil(dueMs);
      return;
    }
    // A denial has emptied the list.
    if (walker.held[0] === step) walker.held = walker.held.slice(1);
  }
}

/** Does a request or denies it; or gives the time at which it may be tried again. */
function attempt(ctx: Context, mobile: number, walker: Walker, step: HeldStep): number | null {
  const self = ctx.world.require(mobile, Mobile);
  const isMounted = wornOn(ctx.world, mobile, Layer.mount) !== 0;
  const cost = stepCost(isMounted, step.running);
  const isTurn = self.direction !== step.direction;
  // Staff are trusted with their own pace.
  if (!isStaff(ctx, mobile)) {
    const dueMs = isTurn ? tryTurn(walker, ctx.nowMs, cost) : tryStep(walker, ctx.nowMs, cost);
    if (dueMs !== null) return dueMs;
  }
  if (isTurn) turn(ctx, mobile, self, step);
  else if (!takeStep(ctx, mobile, self, step)) deny(ctx, mobile, step.sequence);
  return null;
}

function turn(ctx: Context, mobile: number, self: Mobile, step: HeldStep): void {
  const { facet, x, y, z } = ctx.world.placement(mobile)!;
  self.direction = step.direction;
  self.running = false;
  ctx.emit({ kind: 'mobile-stepped', mobile, from: { facet, x, y, z }, sequence: step.sequence });
}

/** False when terrain, weight, weariness or a person is in the way. */
function takeStep(ctx: Context, mobile: number, self: Mobile, step: HeldStep): boolean {
  const { world } = ctx;
  const { facet, x, y, z } = world.placement(mobile)!;
  const ground = groundOf(ctx, facet);
  const mover = { height: PERSON_HEIGHT, isPlayer: world.has(mobile, Presence), ghost: self.ghost };
  if (!mayMove(ctx, mobile, self)) return false;
  const toZ = checkStep({ ...ground, x, y, z, direction: step.direction, mover });
  if (toZ === null) return false;
  const toX = x + offsetX(step.direction);
  const toY = y + offsetY(step.direction);
  if (ctx.shovesOn(facet) && !shove(ctx, mobile, facet, toX, toY, toZ)) return false;
  world.place(mobile, facet, toX, toY, toZ);
  self.running = step.running;
  ctx.emit({ kind: 'mobile-stepped', mobile, from: { facet, x, y, z }, sequence: step.sequence });
  lookAtSky(ctx, mobile);
  useTeleporter(ctx, mobile);
  return true;
}

function mayMove(ctx: Context, mobile: number, self: Mobile): boolean {
  if (isJailed(ctx, mobile)) {
    refuse(ctx, mobile, 'jailed');
    return false;
  }
  if (isStaff(ctx, mobile)) return true;
  if (self.frozen) {
    refuse(ctx, mobile, 'frozen');
    return false;
  }
  const stats = ctx.world.get(mobile, Stats);
  if (stats === undefined || self.ghost) return true;
  if (stats.stam <= 0) {
    refuse(ctx, mobile, 'exhausted');
    return false;
  }
  if (carriedWeight(ctx, mobile) <= maxWeight(ctx, mobile)) return true;
  refuse(ctx, mobile, 'overloaded');
  return false;
}

/** Pushes through whoever stands there, which takes all one's stamina to begin and some of it to do. */
function shove(ctx: Context, mobile: number, facet: number, x: number, y: number, z: number): boolean {
  const { world } = ctx;
  let blocked = false;
  world.eachNear(facet, x, y, 0, MOBILE, (other) => {
    const seen = world.require(other, Mobile);
    if (other === mobile || seen.ghost || seen.hidden) return;
    if (Math.abs(world.placement(other)!.z - z) < PERSON_HEIGHT) blocked = true;
  });
  const stats = world.get(mobile, Stats);
  if (!blocked || stats === undefined || world.require(mobile, Mobile).ghost || isStaff(ctx, mobile))
    return true;
  if (stats.stam < stats.dex) return false;
  stats.stam = Math.max(0, stats.stam - SHOVE_COST);
  ctx.emit({ kind: 'status-changed', mobile });
  return true;
}

function deny(ctx: Context, mobile: number, sequence: number): void {
  resetSteps(ctx, mobile);
  ctx.emit({ kind: 'step-denied', mobile, sequence });
}

/** The client has lost its way and asks where it is. */
export function resync(ctx: Context, { mobile }: Resync): void {
  teleport(ctx, mobile, placeOf(ctx.world, mobile)!);
}

/** What lies at one's feet may lead elsewhere. */
function useTeleporter(ctx: Context, mobile: number): void {
  const { world } = ctx;
  const { facet, x, y, z } = world.placement(mobile)!;
  let found = 0;
  world.eachNear(facet, x, y, 0, ITEM, (item) => {
    if (world.has(item, Teleporter) && Math.abs(world.placement(item)!.z - z) < PERSON_HEIGHT) found = item;
  });
  if (found === 0) return;
  const to = world.require(found, Teleporter);
  if (world.sectors.contains(to.facet, to.x, to.y))
    teleport(ctx, mobile, { facet: to.facet, x: to.x, y: to.y, z: to.z });
}
