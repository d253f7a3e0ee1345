import type { Rate } from '@gommog/gate';
import type { Context } from '../../rules/context.ts';
import type { Intent } from '../../rules/intents.ts';
import type { Lobby } from '../lobby.ts';
import type { Phase, Session } from '../session.ts';
import type { View } from '../view.ts';

/** What a packet's handler may use. It reads the world to answer questions; to change it, it offers an intent. */
export interface Desk {
  readonly ctx: Context;
  readonly view: View;
  readonly lobby: Lobby;
  offer(intent: Intent): void;
}

/** How one kind of packet is taken; more often than its rate is refused. `D`: a desk with what only one dialect needs. */
export interface Handler<B, D extends Desk = Desk> extends Rate {
  /** In which phases it may come; at any other time it is a fault. */
  readonly phases: readonly Phase[];
  handle(desk: D, session: Session, body: B): void;
}

export function inWorld<B>(
  perSecond: number,
  burst: number,
  handle: (desk: Desk, session: Session, body: B) => void,
): Handler<B> {
  return { phases: ['world'], perSecond, burst, handle };
}

/** Into the world with a character. */
export function enter(desk: Desk, session: Session, character: number): void {
  session.phase = 'entering';
  desk.offer({ kind: 'enter-world', session: session.id, account: session.account, character });
}
