import type * as packets from '../../../protocol/index.ts';
import { inWorld } from '../../receive/handler.ts';

/** Honest clients send at most ten steps a second, in bursts of five and more turns; the rules hold the pace. */
export const walkRequest = inWorld<packets.WalkRequest>(40, 120, ({ offer }, session, body) => {
  offer({
    kind: 'walk',
    mobile: session.mobile,
    direction: body.direction,
    running: body.running,
    sequence: body.sequence,
  });
});

export const resyncRequest = inWorld<packets.ResyncRequest>(2, 5, ({ offer }, session) => {
  offer({ kind: 'resync', mobile: session.mobile });
});

export const warModeRequest = inWorld<packets.WarModeRequest>(5, 10, ({ offer }, session, { war }) => {
  offer({ kind: 'set-war-mode', mobile: session.mobile, war: war !== 0 });
});
