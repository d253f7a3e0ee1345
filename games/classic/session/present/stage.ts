import type { Context } from '../../rules/context.ts';
import type { Intent } from '../../rules/intents.ts';
import type { LevelSnapshots } from '../level-snapshots.ts';
import type { Lobby } from '../lobby.ts';
import type { Movement } from '../movement.ts';
import type { Outbound } from '../outbound.ts';
import type { Sessions } from '../sessions.ts';

/** What presenters may use. They read the world and send packets; they change nothing in it. */
export interface Stage {
  readonly ctx: Context;
  readonly lobby: Lobby;
  readonly sessions: Sessions;
  readonly outbound: Outbound;
  readonly movement: Movement;
  readonly snapshots: LevelSnapshots;
  offer(intent: Intent): void;
}
