import * as packets from '../../protocol/index.ts';
import type * as events from '../../rules/events.ts';
import { enter } from '../receive/login.ts';
import { enterScreen, sendSkills } from '../surroundings.ts';
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

export function characterDeleted({ sessions, lobby }: Stage, event: events.CharacterDeleted): void {
  const session = sessions.get(event.session);
  if (session !== undefined && session.phase === 'characters') lobby.sendSlots(session);
}

/** What the client is told, by code: a message (0x53) or the outcome of a deletion (0x85). */
const messages: Readonly<Record<string, packets.SessionMessageIn['reason']>> = {
  'no-such-character': 1,
  'character-exists': 2,
  'no-free-slot': 2,
  'bad-character': 10,
  'bad-name': 10,
  'other-character-online': 5,
};
const deletions: Readonly<Record<string, packets.DeleteResultIn['reason']>> = {
  'no-such-character': 1,
  'character-in-world': 2,
  'character-too-young': 3,
};
/** When no better reason is known: a synchronisation error. */
const OUT_OF_STEP = 6;

export function sessionRefused({ sessions }: Stage, { session: id, code }: events.SessionRefused): void {
  const session = sessions.get(id);
  if (session === undefined) return;
  session.urgent = true;
  if (session.phase === 'characters' && deletions[code] !== undefined) {
    session.send(packets.encodeDeleteResult, { reason: deletions[code] });
    return;
  }
  if (session.phase === 'login') {
    session.close(code);
    return;
  }
  session.send(packets.encodeSessionMessage, { reason: messages[code] ?? OUT_OF_STEP });
  session.close(code);
}

export function characterEntered(stage: Stage, event: events.CharacterEntered): void {
  const { ctx, sessions, view } = stage;
  const { mobile } = event;
  const older = sessions.get(event.displaced);
  if (older !== undefined && older.id !== event.session) {
    older.send(packets.encodeSessionMessage, { reason: 5 });
    older.close('displaced');
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
  enterScreen(ctx, session);
  view.showAll(session);
  sendSkills(ctx, session);
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
}

export function sessionEnded({ sessions }: Stage, { session: id, code }: events.SessionEnded): void {
  const session = sessions.get(id);
  if (session === undefined) return;
  session.send(packets.encodeSessionMessage, { reason: 6 });
  session.close(code);
}
