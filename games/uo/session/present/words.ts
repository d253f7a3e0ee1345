import type * as events from '../../rules/events.ts';
import { placeOf } from '../../rules/where.ts';
import type { Stage } from './presenter.ts';

export function spoken({ ctx, outbound, view }: Stage, event: events.Spoken): void {
  const at = placeOf(ctx.world, event.speaker);
  if (at === null) return;
  const words = outbound.broadcast((dialect) => dialect.spoken(event));
  view.eachListener(at, event.rangeTiles, (session) => words.to(session));
}

export function told(stage: Stage, event: events.Told): void {
  const session = stage.own(event.mobile);
  session?.dialect.told(session, event);
}

export function broadcast({ outbound, sessions }: Stage, event: events.Broadcast): void {
  const words = outbound.broadcast((dialect) => dialect.announced(event));
  for (const session of sessions.inWorld()) words.to(session);
}
