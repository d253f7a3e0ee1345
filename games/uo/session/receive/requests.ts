import * as packets from '../../protocol/index.ts';
import { isMobile } from '../../rules/kinds.ts';
import { Character, Mobile } from '../../rules/mobiles/mobile.ts';
import { propertyList } from '../properties.ts';
import { MAX_RANGE, MIN_RANGE, type Session } from '../session.ts';
import { sendSkills, sendStatus } from '../surroundings.ts';
import type { View } from '../view.ts';
import { type Desk, type Handler, inWorld } from './handler.ts';

// Questions that are answered from the world as it is: they change nothing, so they are no intents.

const STATUS = 4;
const SKILLS = 5;

export const statusRequest = inWorld<packets.StatusRequest>(
  60,
  300,
  ({ ctx, view }, session, { kind, serial }) => {
    if (kind === SKILLS) sendSkills(ctx, session);
    else if (kind === STATUS && knows(view, session, serial)) sendStatus(ctx, session, serial);
  },
);

export const nameRequest = inWorld<packets.NameRequest>(60, 300, ({ ctx, view }, session, { serial }) => {
  const mobile = knows(view, session, serial) ? ctx.world.get(serial, Mobile) : undefined;
  if (mobile !== undefined) session.send(packets.encodeMobileName, { serial, name: mobile.name });
});

export const propertyListRequest = inWorld<packets.PropertyListRequest>(
  60,
  200,
  (desk, session, { serials }) => {
    for (const serial of serials) sendProperties(desk, session, serial);
  },
);

/** Tells of an object that the client is shown. */
export function sendProperties({ ctx, view }: Desk, session: Session, serial: number): void {
  if (!view.shows(session, serial)) return;
  const list = propertyList(ctx, serial);
  if (list !== null) session.send(packets.encodePropertyList, list);
}

export const viewRange = inWorld<packets.ViewRangeRequest>(5, 10, ({ view }, session, { range }) => {
  const granted = Math.min(MAX_RANGE, Math.max(MIN_RANGE, range));
  session.send(packets.encodeViewRange, { range: granted });
  if (granted === session.range) return;
  session.range = granted;
  view.rangeChanged(session);
});

/** Clients change one: a packet must not become a hundred intents. */
const LOCKS_AT_ONCE = 4;

export const skillLock = inWorld<packets.SkillLockRequest>(10, 60, ({ offer }, session, { changes }) => {
  for (const { skill, lock } of changes.slice(0, LOCKS_AT_ONCE))
    offer({ kind: 'set-skill-lock', mobile: session.mobile, skill, lock });
});

export const profileRequest = inWorld<packets.ProfileRequest>(
  5,
  10,
  ({ ctx, offer, view }, session, body) => {
    const { serial, change } = body;
    if (change !== undefined) {
      if (serial === session.mobile)
        offer({ kind: 'set-profile', mobile: session.mobile, profile: change.text });
      return;
    }
    const mobile = ctx.world.get(serial, Mobile);
    if (mobile === undefined || !knows(view, session, serial)) return;
    const profile = ctx.world.get(serial, Character)?.profile ?? '';
    session.send(packets.encodeProfile, { serial, header: mobile.name, footer: mobile.title, body: profile });
  },
);

/** Characters and staff rights end here when the client says it leaves; the link closes right after. */
export const logoutRequest: Handler<packets.LogoutRequest> = {
  phases: ['characters', 'world'],
  perSecond: 1,
  burst: 3,
  handle({ offer }, session) {
    session.send(packets.encodeLogoutReply, { allowed: 1 });
    if (session.inWorld)
      offer({ kind: 'leave-world', mobile: session.mobile, session: session.id, how: 'logout' });
  },
};

export const ping: Handler<packets.PingRequest> = {
  phases: ['login', 'characters', 'entering', 'world'],
  perSecond: 5,
  burst: 20,
  handle(_desk, session, { sequence }) {
    session.send(packets.encodePingReply, { sequence });
  },
};

export const clientVersion: Handler<packets.ClientVersion> = {
  phases: ['login', 'characters', 'entering', 'world'],
  perSecond: 1,
  burst: 5,
  handle(_desk, session, { version }) {
    // A client that told its version in the seed keeps it: layouts must not change in the middle of a session.
    if (session.version === 0) session.version = packets.parseVersion(version) ?? packets.OLDEST_VERSION;
  },
};

/** A mobile that the client may ask about: one it sees, or its own. */
function knows(view: View, session: Session, serial: number): boolean {
  return serial === session.mobile || (isMobile(serial) && view.knows(session, serial));
}
