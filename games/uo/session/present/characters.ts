import type * as events from '../../rules/events.ts';
import { enter } from '../receive/handler.ts';
import type { Stage } from './presenter.ts';

export function accountCreated({ sessions, lobby }: Stage, event: events.AccountCreated): void {
  const session = sessions.get(event.session);
  if (session !== undefined) lobby.accountCreated(session, event.account);
}

/** A new character enters the world at once. */
export function characterCreated(stage: Stage, { session: id, character }: events.CharacterCreated): void {
  const session = stage.sessions.get(id);
  if (session !== undefined && session.phase === 'entering') enter(stage.desk, session, character);
}

export function characterDeleted({ sessions }: Stage, event: events.CharacterDeleted): void {
  const session = sessions.get(event.session);
  if (session === undefined || session.phase !== 'deleting') return;
  session.phase = 'characters';
  session.urgent = true;
  session.dialect.charactersChanged(session);
}

export function sessionRefused({ sessions }: Stage, { session: id, code }: events.SessionRefused): void {
  const session = sessions.get(id);
  if (session === undefined) return;
  session.urgent = true;
  session.dialect.refused(session, code);
}

export function characterEntered(stage: Stage, event: events.CharacterEntered): void {
  const { sessions, view } = stage;
  const { mobile } = event;
  const older = sessions.get(event.displaced);
  if (older !== undefined && older.id !== event.session) {
    older.dialect.ended(older, 'displaced');
  }
  const session = sessions.get(event.session);
  if (session === undefined || session.phase !== 'entering') {
    // Its link was lost meanwhile: the character stands there without one.
    stage.linkLost(mobile, event.session);
    view.mobileArrived(mobile);
    return;
  }
  session.phase = 'world';
  session.urgent = true;
  sessions.play(session, mobile);
  session.dialect.entered(session);
  view.showAll(session);
  session.dialect.surroundingsShown(session);
  view.mobileArrived(mobile);
}

export function characterLeft({ sessions, view }: Stage, event: events.CharacterLeft): void {
  view.mobileLeft(event.mobile, event.at);
  const session = sessions.get(event.session);
  if (session === undefined) return;
  sessions.unplay(session);
  session.phase = 'characters';
  session.mobile = 0;
  view.leave(session);
  session.urgent = true;
  session.dialect.left(session);
}

export function sessionEnded({ sessions }: Stage, { session: id, code }: events.SessionEnded): void {
  const session = sessions.get(id);
  session?.dialect.ended(session, code);
}
