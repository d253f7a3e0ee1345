import type * as events from '../../rules/events.ts';
import { Mobile } from '../../rules/mobiles/mobile.ts';
import type { Stage } from './presenter.ts';

export function mobileStepped(stage: Stage, event: events.MobileStepped): void {
  const { ctx, view } = stage;
  if (!ctx.world.has(event.mobile, Mobile)) return;
  if (event.sequence !== null) {
    const session = stage.own(event.mobile);
    session?.dialect.stepTaken(session, event.sequence);
  }
  view.stepped(event);
}

export function stepDenied(stage: Stage, { mobile, sequence }: events.StepDenied): void {
  if (stage.ctx.world.placement(mobile) === undefined) return;
  const session = stage.own(mobile);
  session?.dialect.stepDenied(session, sequence);
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
    if (now.facet !== from.facet) session.dialect.facetEntered(session);
    session.dialect.placed(session);
    view.showAll(session);
  }
  if (moved) view.mobileArrived(mobile);
}

export function mobileChanged({ ctx, sessions, view }: Stage, { mobile }: events.MobileChanged): void {
  view.mobileChanged(mobile);
  const session = sessions.of(mobile);
  // It may have left the world within the same step.
  if (session === undefined || ctx.world.placement(mobile) === undefined) return;
  session.dialect.selfChanged(session);
}

export function statusChanged({ sessions }: Stage, { mobile }: events.StatusChanged): void {
  const session = sessions.of(mobile);
  session?.dialect.status(session, mobile);
}

export function warModeSet(stage: Stage, { mobile }: events.WarModeSet): void {
  const war = stage.ctx.world.get(mobile, Mobile)?.war ?? false;
  const session = stage.own(mobile);
  session?.dialect.warMode(session, war);
}

export function lightChanged({ ctx, sessions }: Stage, { mobile }: events.LightChanged): void {
  const session = sessions.of(mobile);
  // It may have left the world within the same step.
  if (session === undefined || ctx.world.placement(mobile) === undefined) return;
  session.dialect.light(session);
}

export function mobileAnimated({ outbound, view }: Stage, { mobile, action }: events.MobileAnimated): void {
  const animation = outbound.broadcast((dialect) => dialect.animated(mobile, action));
  view.eachViewerOf(mobile, (session) => animation.to(session));
}
