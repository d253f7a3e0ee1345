import * as web from '../../../web/index.ts';
import { shortText } from '../../../web/short-text.ts';
import { enter, type Handler } from '../../receive/handler.ts';
import type { Session } from '../../session.ts';
import { sayRefused } from '../words/lobby.ts';
import type { WebDesk } from './desk.ts';

/** As much of a client's own name as the log takes. */
const CLIENT_BYTES = 60;

/** Settles the version: the newest that both sides know. */
export const hello: Handler<web.Hello, WebDesk> = {
  phases: ['seed'],
  perSecond: 1,
  burst: 1,
  handle({ lobby, log, shardName }, session, { client, newest, oldest }) {
    const version = Math.min(newest, web.NEWEST_WEB_VERSION);
    if (version < oldest || version < web.OLDEST_WEB_VERSION) {
      sayRefused(session, 'version', true);
      session.close('GMG_UO_WEB_VERSION');
      return;
    }
    log('web-client', { session: session.id, client: shortText(client, CLIENT_BYTES), version });
    session.version = version;
    session.phase = 'login';
    session.send(web.encodeWelcome, {
      version,
      mayCreateAccount: lobby.isOpen ? 1 : 0,
      shardName: shortText(shardName),
    });
    lobby.flush(session);
  },
};

/** A check that fails for a reason of its own ends the session. */
function awaited(session: Session, check: Promise<void>): void {
  check.catch(() => session.close('login-failed'));
}

export const loginRequest: Handler<web.LoginRequest, WebDesk> = {
  phases: ['login'],
  perSecond: 1,
  burst: 3,
  handle({ lobby }, session, { name, password }) {
    awaited(session, lobby.login(session, name, password, false));
  },
};

export const createAccount: Handler<web.CreateAccount, WebDesk> = {
  phases: ['login'],
  perSecond: 1,
  burst: 3,
  handle({ lobby }, session, { name, password }) {
    awaited(session, lobby.createAccount(session, name, password));
  },
};

export const resumeRequest: Handler<web.ResumeRequest, WebDesk> = {
  phases: ['login'],
  perSecond: 1,
  burst: 3,
  handle({ lobby, tokens }, session, { token }) {
    lobby.resume(session, tokens, token);
  },
};

export const createCharacter: Handler<web.CreateCharacter, WebDesk> = {
  phases: ['characters'],
  perSecond: 1,
  burst: 3,
  handle({ offer }, session, body) {
    session.phase = 'entering';
    offer({
      kind: 'create-character',
      session: session.id,
      account: session.account,
      slot: body.slot,
      name: body.name,
      female: body.female === 1,
      race: body.race,
      profession: 0,
      str: body.strength,
      dex: body.dexterity,
      int: body.intelligence,
      skills: body.skills.map(({ points, skill }) => ({ skill, value: points })),
      skinHue: body.skinHue,
      hairStyle: body.hair,
      hairHue: body.hairHue,
      beardStyle: body.beard,
      beardHue: body.beardHue,
      shirtHue: body.shirtHue,
      pantsHue: body.pantsHue,
      city: body.city,
    });
  },
};

export const deleteCharacter: Handler<web.DeleteCharacter, WebDesk> = {
  phases: ['characters'],
  perSecond: 1,
  burst: 3,
  handle({ offer }, session, { slot }) {
    session.phase = 'deleting';
    offer({ kind: 'delete-character', session: session.id, account: session.account, slot });
  },
};

export const enterWorld: Handler<web.EnterWorld, WebDesk> = {
  phases: ['characters'],
  perSecond: 2,
  burst: 5,
  handle(desk, session, { slot }) {
    enter(desk, session, desk.lobby.characterIn(session.account, slot));
  },
};

export const leaveWorld: Handler<web.LeaveWorld, WebDesk> = {
  phases: ['world'],
  perSecond: 1,
  burst: 3,
  handle({ offer }, session) {
    offer({ kind: 'leave-world', mobile: session.mobile, session: session.id, how: 'logout' });
  },
};

export const ping: Handler<web.Ping, WebDesk> = {
  phases: ['login', 'characters', 'deleting', 'entering', 'world'],
  perSecond: 5,
  burst: 20,
  handle({ ctx, lobby }, session, { stamp }) {
    session.send(web.encodePong, { stamp, worldMs: ctx.nowMs });
    lobby.flush(session);
  },
};
