import * as packets from '../../protocol/index.ts';
import type * as events from '../../rules/events.ts';
import { Mobile } from '../../rules/mobiles/mobile.ts';
import { notorietyOf } from '../../rules/mobiles/notoriety.ts';
import * as describe from '../describe.ts';
import { sendFacet, sendStatus } from '../surroundings.ts';
import type { Stage } from './presenter.ts';

export function mobileStepped(stage: Stage, event: events.MobileStepped): void {
  const { ctx, view } = stage;
  const mobile = ctx.world.get(event.mobile, Mobile);
  if (mobile === undefined) return;
  if (event.sequence !== null) {
    const notoriety = notorietyOf(mobile);
    stage.own(event.mobile)?.send(packets.encodeWalkAccepted, { sequence: event.sequence, notoriety });
  }
  view.stepped(event);
}

export function stepDenied(stage: Stage, { mobile, sequence }: events.StepDenied): void {
  const placement = stage.ctx.world.placement(mobile);
  if (placement === undefined) return;
  const { x, y, z } = placement;
  const { direction } = stage.ctx.world.require(mobile, Mobile);
  stage.own(mobile)?.send(packets.encodeWalkDenied, { sequence, x, y, direction, z });
}

/** A jump: those at the old place lose sight of the mobile, those at the new one see it, itself sees all anew. */
export function mobileTeleported(stage: Stage, { mobile, from }: events.MobileTeleported): void {
  const { ctx, view } = stage;
  const now = ctx.world.placement(mobile);
  if (now === undefined) return;
  const moved = now.facet !== from.facet || now.x !== from.x || now.y !== from.y || now.z !== from.z;
  if (moved) view.mobileLeft(mobile, from);
  const session = stage.own(mobile);
  if (session !== undefined) {
    if (now.facet !== from.facet) sendFacet(ctx, session);
    session.send(packets.encodeUpdatePlayer, describe.updatePlayer(ctx.world, mobile));
    view.showAll(session);
  }
  if (moved) view.mobileArrived(mobile);
}

export function mobileChanged({ ctx, sessions, view }: Stage, { mobile }: events.MobileChanged): void {
  view.mobileChanged(mobile);
  const session = sessions.of(mobile);
  // It may have left the world within the same step.
  if (session === undefined || ctx.world.placement(mobile) === undefined) return;
  // 0x20 would throw the client's steps away; 0x77 only changes looks.
  session.send(packets.encodeMobileMoving, describe.mobileMoving(ctx.world, mobile));
}

export function statusChanged({ ctx, sessions }: Stage, { mobile }: events.StatusChanged): void {
  const session = sessions.of(mobile);
  if (session !== undefined) sendStatus(ctx, session, mobile);
}

export function warModeSet(stage: Stage, { mobile }: events.WarModeSet): void {
  const war = stage.ctx.world.get(mobile, Mobile)?.war ?? false;
  stage.own(mobile)?.send(packets.encodeWarMode, { war: war ? 1 : 0 });
}

/** Frames of most actions of a human body. */
const FRAMES = 7;

export function mobileAnimated({ outbound, view }: Stage, { mobile, action }: events.MobileAnimated): void {
  const animation = outbound.broadcast('character_animation', packets.encodeCharacterAnimation, {
    serial: mobile,
    action,
    frameCount: FRAMES,
    repeatCount: 1,
    backwards: 0,
    repeat: 0,
    delay: 0,
  });
  view.eachViewerOf(mobile, (session) => animation.to(session));
}
