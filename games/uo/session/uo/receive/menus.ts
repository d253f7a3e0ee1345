import * as packets from '../../../protocol/index.ts';
import type { MenuAction } from '../../../rules/menus/menu.ts';
import { askMenu } from '../../receive/asks.ts';
import type { Desk } from '../../receive/handler.ts';
import type { Session } from '../../session.ts';

/** From here on a client takes entries with any text; before, only with those of FIRST_SHORT and after. */
const FULL_TEXTS = 0x06000000;
const FIRST_SHORT = 3_000_000;
const SHORT = 1;
const FULL = 2;
const DISABLED = 1;

/**
 * Texts that every client has in its own language file. What is not here cannot be said in a menu of theirs: these things are
 * used by a double click.
 */
const texts: Partial<Readonly<Record<MenuAction, number>>> = {
  paperdoll: 3_006_123,
  backpack: 3_006_145,
  eat: 3_006_135,
  trade: 1_077_728,
};

/** Shows the menu of something that the client shows. Nothing is sent when there is nothing to choose: that is what clients expect. */
export function sendMenu(desk: Desk, session: Session, serial: number): void {
  const isFull = session.version >= FULL_TEXTS;
  const entries = (askMenu(desk, session, serial) ?? []).flatMap(({ action, enabled, index }) => {
    const cliloc = texts[action];
    const isKnown = cliloc !== undefined && (isFull || cliloc >= FIRST_SHORT);
    return isKnown ? [{ cliloc, index, flags: enabled ? 0 : DISABLED }] : [];
  });
  if (entries.length === 0) return;
  const body = isFull
    ? { mode: FULL, serial, numEntries: entries.length, entries }
    : {
        mode: SHORT,
        serial,
        numEntries: entries.length,
        oldEntries: entries.map(({ cliloc, flags, index }) => ({
          index,
          clilocOffset: cliloc - FIRST_SHORT,
          flags,
        })),
      };
  session.send(packets.encodeGeneralInformation, { sub: 0x14, body });
}
