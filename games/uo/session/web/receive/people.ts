import { isMobile } from '../../../rules/kinds.ts';
import * as web from '../../../web/index.ts';
import { shortText } from '../../../web/short-text.ts';
import { askProfile, askRange, askStatus } from '../../receive/asks.ts';
import { inWorld } from '../../receive/handler.ts';

/** Honest clients send at most ten steps a second, after a stall of the network all of them at once; the rules hold the pace. */
export const walkRequest = inWorld<web.WalkRequest>(40, 120, ({ offer }, session, { facing, sequence }) => {
  offer({
    kind: 'walk',
    mobile: session.mobile,
    direction: facing & 7,
    running: (facing & web.RUNNING_BIT) !== 0,
    sequence,
  });
});

export const placeRequest = inWorld<web.PlaceRequest>(2, 5, ({ offer }, session) => {
  offer({ kind: 'resync', mobile: session.mobile });
});

export const viewRangeRequest = inWorld<web.ViewRangeRequest>(5, 10, (desk, session, { tiles: wish }) => {
  askRange(desk, session, wish, (tiles) => session.send(web.encodeViewRange, { tiles }));
});

export const warModeRequest = inWorld<web.WarModeRequest>(5, 10, ({ offer }, session, { war }) => {
  offer({ kind: 'set-war-mode', mobile: session.mobile, war: war !== 0 });
});

export const gestureRequest = inWorld<web.GestureRequest>(10, 20, ({ offer }, session, { gesture }) => {
  const action = gesture === web.Gesture.bow ? 'bow' : 'salute';
  if (gesture <= web.Gesture.salute) offer({ kind: 'emote', mobile: session.mobile, action });
});

export const healthRequest = inWorld<web.HealthRequest>(60, 300, (desk, session, { serial }) => {
  askStatus(desk, session, serial);
});

export const skillsRequest = inWorld<web.SkillsRequest>(5, 20, (_desk, session) => {
  session.dialect.skills(session);
});

export const skillLockRequest = inWorld<web.SkillLockRequest>(
  20,
  60,
  ({ offer }, session, { lock, skill }) => {
    offer({ kind: 'set-skill-lock', mobile: session.mobile, skill, lock });
  },
);

export const statLockRequest = inWorld<web.StatLockRequest>(10, 30, ({ offer }, session, { lock, stat }) => {
  offer({ kind: 'set-stat-lock', mobile: session.mobile, stat, lock });
});

/** The rules open a paperdoll for any use of a mobile: nobody rides yet. */
export const paperdollRequest = inWorld<web.PaperdollRequest>(20, 40, ({ offer }, session, { serial }) => {
  if (isMobile(serial)) offer({ kind: 'use', mobile: session.mobile, target: serial });
});

export const profileRequest = inWorld<web.ProfileRequest>(5, 10, (desk, session, { serial }) => {
  const profile = askProfile(desk, session, serial);
  if (profile === null) return;
  const { name, text, title } = profile;
  session.send(web.encodeProfile, { serial, name: shortText(name), title: shortText(title), text });
});

export const profileChange = inWorld<web.ProfileChange>(2, 5, ({ offer }, session, { text }) => {
  offer({ kind: 'set-profile', mobile: session.mobile, profile: text });
});
