import * as web from '../../../web/index.ts';
import type { WindowWords } from '../../dialect.ts';

export function windowWords(): WindowWords {
  return {
    gumpOpened(to, { gump, layout, lines, serial, x, y }) {
      to.send(web.encodeGump, { serial, kind: gump, x, y, layout, lines: lines.map((text) => ({ text })) });
    },

    gumpClosed(to, gump) {
      to.send(web.encodeGumpClosed, { kind: gump });
    },

    targetAsked(to, { cursor, ground }) {
      to.send(web.encodeTargetAsked, { cursor, ground: ground ? 1 : 0 });
    },
  };
}
