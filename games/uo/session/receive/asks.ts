import { isMobile } from '../../rules/kinds.ts';
import { type MenuEntry, menuOf } from '../../rules/menus/menu.ts';
import { Character, Mobile } from '../../rules/mobiles/mobile.ts';
import { type Property, propertiesOf } from '../properties.ts';
import { MAX_RANGE, MIN_RANGE, type Session } from '../session.ts';
import type { View } from '../view.ts';
import type { Desk } from './handler.ts';

// What people may ask about, in whatever words. Questions are answered from the world as it is: they change nothing, so
// they are no intents.

/** A mobile that a client may ask about: one it shows, or its own. */
export function knowsMobile(view: View, session: Session, serial: number): boolean {
  return serial === session.mobile || (isMobile(serial) && view.knows(session, serial));
}

export function lookAt({ offer, view }: Desk, session: Session, serial: number): void {
  if (view.shows(session, serial)) offer({ kind: 'look', mobile: session.mobile, target: serial });
}

/** The tooltip of something the client shows; null when it may not know. */
export function askProperties(
  { ctx, view }: Desk,
  session: Session,
  serial: number,
): readonly Property[] | null {
  return view.shows(session, serial) ? propertiesOf(ctx, serial) : null;
}

/** What can be done with something the client shows; null when it may not know. */
export function askMenu({ ctx, view }: Desk, session: Session, serial: number): readonly MenuEntry[] | null {
  return view.shows(session, serial) ? menuOf(ctx, session.mobile, serial) : null;
}

export interface Profile {
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

export function askProfile({ ctx, view }: Desk, session: Session, serial: number): Profile | null {
  const mobile = knowsMobile(view, session, serial) ? ctx.world.get(serial, Mobile) : undefined;
  if (mobile === undefined) return null;
  return { name: mobile.name, title: mobile.title, text: ctx.world.get(serial, Character)?.profile ?? '' };
}

export function askName({ ctx, view }: Desk, session: Session, serial: number): string | null {
  if (!knowsMobile(view, session, serial)) return null;
  return ctx.world.get(serial, Mobile)?.name ?? null;
}

export function askStatus({ view }: Desk, session: Session, serial: number): void {
  if (knowsMobile(view, session, serial)) session.dialect.status(session, serial);
}

/** Grants a view range as near to the wish as can be: `tell` is called with it before anything new is shown. */
export function askRange(
  { view }: Desk,
  session: Session,
  wish: number,
  tell: (granted: number) => void,
): void {
  const granted = Math.min(MAX_RANGE, Math.max(MIN_RANGE, wish));
  tell(granted);
  if (granted === session.range) return;
  session.range = granted;
  view.rangeChanged(session);
}
