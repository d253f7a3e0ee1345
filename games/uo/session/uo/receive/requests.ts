import * as packets from '../../../protocol/index.ts';
import { askName, askProfile, askProperties, askRange, askStatus } from '../../receive/asks.ts';
import { type Desk, type Handler, inWorld } from '../../receive/handler.ts';
import type { Session } from '../../session.ts';
import { propertyList } from '../properties.ts';

const STATUS = 4;
const SKILLS = 5;

export const statusRequest = inWorld<packets.StatusRequest>(60, 300, (desk, session, { kind, serial }) => {
  if (kind === SKILLS) session.dialect.skills(session);
  else if (kind === STATUS) askStatus(desk, session, serial);
});

export const nameRequest = inWorld<packets.NameRequest>(60, 300, (desk, session, { serial }) => {
  const name = askName(desk, session, serial);
  if (name !== null) session.send(packets.encodeMobileName, { serial, name });
});

export const propertyListRequest = inWorld<packets.PropertyListRequest>(
  60,
  200,
  (desk, session, { serials }) => {
    for (const serial of serials) sendProperties(desk, session, serial);
  },
);

/** Tells of an object that the client is shown. */
export function sendProperties(desk: Desk, session: Session, serial: number): void {
  const properties = askProperties(desk, session, serial);
  if (properties !== null) session.send(packets.encodePropertyList, propertyList(serial, properties));
}

export const viewRange = inWorld<packets.ViewRangeRequest>(5, 10, (desk, session, { range: wish }) => {
  askRange(desk, session, wish, (range) => session.send(packets.encodeViewRange, { range }));
});

/** Clients change one: a packet must not become a hundred intents. */
const LOCKS_AT_ONCE = 4;

export const skillLock = inWorld<packets.SkillLockRequest>(10, 60, ({ offer }, session, { changes }) => {
  for (const { skill, lock } of changes.slice(0, LOCKS_AT_ONCE))
    offer({ kind: 'set-skill-lock', mobile: session.mobile, skill, lock });
});

export const profileRequest = inWorld<packets.ProfileRequest>(5, 10, (desk, session, body) => {
  const { serial, change } = body;
  if (change !== undefined) {
    if (serial === session.mobile)
      desk.offer({ kind: 'set-profile', mobile: session.mobile, profile: change.text });
    return;
  }
  const profile = askProfile(desk, session, serial);
  if (profile === null) return;
  const { name, text, title } = profile;
  session.send(packets.encodeProfile, { serial, header: name, footer: title, body: text });
});

/** Characters and staff rights end here when the client says it leaves; the link closes right after. */
export const logoutRequest: Handler<packets.LogoutRequest> = {
  phases: ['characters', 'deleting', 'world'],
  perSecond: 1,
  burst: 3,
  handle({ offer }, session) {
    session.send(packets.encodeLogoutReply, { allowed: 1 });
    if (session.inWorld)
      offer({ kind: 'leave-world', mobile: session.mobile, session: session.id, how: 'logout' });
  },
};

export const ping: Handler<packets.PingRequest> = {
  phases: ['login', 'characters', 'deleting', 'entering', 'world'],
  perSecond: 5,
  burst: 20,
  handle(_desk, session, { sequence }) {
    session.send(packets.encodePingReply, { sequence });
  },
};

export const clientVersion: Handler<packets.ClientVersion> = {
  phases: ['login', 'characters', 'deleting', 'entering', 'world'],
  perSecond: 1,
  burst: 5,
  handle(_desk, session, { version }) {
    // A client that told its version in the seed keeps it: layouts must not change in the middle of a session.
    if (session.version === 0) session.version = packets.parseVersion(version) ?? packets.OLDEST_VERSION;
  },
};
