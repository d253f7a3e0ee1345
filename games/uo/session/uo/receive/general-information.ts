import type * as packets from '../../../protocol/index.ts';
import { type Desk, inWorld } from '../../receive/handler.ts';
import type { Session } from '../../session.ts';
import { sendMenu } from './menus.ts';
import { sendProperties } from './requests.ts';

type Sub = (desk: Desk, session: Session, body: never) => void;

/** Subcommands that mean something today; the others are known to the protocol and have no effect yet. */
const subs = new Map<number, Sub>([
  [
    0x0b,
    (_desk, session, { language }: packets.ClientLanguage) => {
      session.language = language.slice(0, 3);
    },
  ],
  [0x10, (desk, session, { serial }: packets.OldPropertyRequest) => sendProperties(desk, session, serial)],
  [0x13, (desk, session, { serial }: packets.ContextMenuRequest) => sendMenu(desk, session, serial)],
  [
    0x15,
    ({ offer }, session, { index, serial }: packets.ContextMenuChoice) =>
      offer({ kind: 'choose-from-menu', mobile: session.mobile, target: serial, entry: index }),
  ],
  [
    0x1a,
    ({ offer }, session, { stat, lock }: packets.StatLockRequest) =>
      offer({ kind: 'set-stat-lock', mobile: session.mobile, stat, lock }),
  ],
]);

export const generalRequest = {
  ...inWorld<packets.GeneralRequest>(60, 200, (desk, session, { sub, body }) => {
    subs.get(sub)?.(desk, session, body as never);
  }),
  // The window's size and the client's flags come as soon as the characters are shown.
  phases: ['characters', 'deleting', 'entering', 'world'] as const,
};
