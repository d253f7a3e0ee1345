import type * as events from '../../rules/events.ts';
import type { Stage } from './presenter.ts';

export function gumpOpened(stage: Stage, event: events.GumpOpened): void {
  const session = stage.own(event.mobile);
  session?.dialect.gumpOpened(session, event);
}

export function gumpClosed(stage: Stage, { mobile, gump }: events.GumpClosed): void {
  const session = stage.own(mobile);
  session?.dialect.gumpClosed(session, gump);
}

export function targetAsked(stage: Stage, event: events.TargetAsked): void {
  const session = stage.own(event.mobile);
  session?.dialect.targetAsked(session, event);
}
