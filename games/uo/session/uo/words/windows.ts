import * as packets from '../../../protocol/index.ts';
import type { WindowWords } from '../../dialect.ts';

/** From here on a gump may come compressed. */
const COMPRESSED_GUMPS = 0x05000001;

export function windowWords(): WindowWords {
  return {
    gumpOpened(to, { serial, gump: gumpId, x, y, layout, lines: texts }) {
      const lines = texts.map((text) => ({ text }));
      if (to.version < COMPRESSED_GUMPS) {
        to.send(packets.encodeGump, { serial, gumpId, x, y, layout, lines });
        return;
      }
      to.send(packets.encodeCompressedGump, {
        serial,
        gumpId,
        x,
        y,
        layout: { text: layout },
        ...(lines.length > 0 ? { lines: { lines } } : {}),
      });
    },

    gumpClosed(to, gump) {
      to.send(packets.encodeGeneralInformation, { sub: 0x04, body: { gumpId: gump, button: 0 } });
    },

    targetAsked(to, { cursor, ground }) {
      to.send(packets.encodeTargetCursor, { kind: ground ? 1 : 0, cursorId: cursor, intent: 0 });
    },
  };
}
