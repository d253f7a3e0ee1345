import type { Rate } from '@gommog/gate';
import type { Context } from '../../rules/context.ts';
import type { Intent } from '../../rules/intents.ts';
import type { Lobby } from '../lobby.ts';
import type { Outbound } from '../outbound.ts';
import type { Phase, Session } from '../session.ts';

/** What a packet's handler may use. It reads the world to answer questions; to change it, it offers an intent. */
export interface Desk {
  readonly ctx: Context;
  readonly lobby: Lobby;
  readonly outbound: Outbound;
  offer(intent: Intent): void;
}

/** How one kind of packet is taken; more often than its rate is refused. */
export interface Handler<B> extends Rate {
  /** In which phases it may come. */
  readonly phases: readonly Phase[];
  /** In which it is passed over: on its way a client may send what belonged to the phase before. */
  readonly ignoredIn?: readonly Phase[];
  /** What a person is told who does it too often. */
  tooOften?(desk: Desk, session: Session, body: B): void;
  handle(desk: Desk, session: Session, body: B): void;
}
