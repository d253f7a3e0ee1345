import * as packets from '../../protocol/index.ts';
import type * as events from '../../rules/events.ts';
import type { Stage } from './presenter.ts';

/** From here on a gump may come compressed. */
const COMPRESSED_GUMPS = 0x05000001;

export function gumpOpened(stage: Stage, event: events.GumpOpened): void {
  const session = stage.own(event.mobile);
  if (session === undefined) return;
  const { serial, gump: gumpId, x, y, layout } = event;
  const lines = event.lines.map((text) => ({ text }));
  if (session.version < COMPRESSED_GUMPS) {
    session.send(packets.encodeGump, { serial, gumpId, x, y, layout, lines });
    return;
  }
  session.send(packets.encodeCompressedGump, {
    serial,
    gumpId,
    x,
    y,
    layout: { text: layout },
    ...(lines.length > 0 ? { lines: { lines } } : {}),
  });
}

export function gumpClosed(stage: Stage, { mobile, gump }: events.GumpClosed): void {
  stage.own(mobile)?.send(packets.encodeGeneralInformation, { sub: 0x04, body: { gumpId: gump, button: 0 } });
}

export function targetAsked(stage: Stage, { mobile, cursor, ground }: events.TargetAsked): void {
  stage.own(mobile)?.send(packets.encodeTargetCursor, { kind: ground ? 1 : 0, cursorId: cursor, intent: 0 });
}
