import type * as events from '../../rules/events.ts';
import { SYSTEM_HUE } from '../../rules/refusals.ts';
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

/** Everything up to the wish is durable by now. */
export function saveAsked(stage: Stage, { mobile }: events.SaveAsked): void {
  const text = 'Everything up to your command is safe on disk.';
  told(stage, { kind: 'told', mobile, text, hue: SYSTEM_HUE, over: null, label: false });
}
