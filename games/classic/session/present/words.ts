import * as packets from '../../protocol/index.ts';
import { speakerOf } from '../../rules/commands/say.ts';
import type { Session } from '../session.ts';
import { linesOf, toWire } from '../text.ts';
import type { Stage } from './stage.ts';

/** Where a message is shown: in the chat. Clients of old take it for the id of who speaks, and 255 for the server. */
const CHAT = 0;
const SERVER = 0xff;

/** Lines to some sessions, encoded once for each form that their clients need. */
export function tellAll({ outbound }: Stage, to: Iterable<Session>, text: string): void {
  const forms = new Map<string, Uint8Array[]>();
  for (const session of to) {
    const knowsAll = session.extensions.has('FullCP437');
    const place = session.extensions.has('MessageTypes') ? CHAT : SERVER;
    const key = `${knowsAll} ${place}`;
    let form = forms.get(key);
    if (form === undefined) {
      // Clients of old show what the server says in yellow: it begins with white.
      const words = place === SERVER && !text.startsWith('&') ? `&f${text}` : text;
      form = linesOf(toWire(words, knowsAll)).map((line) =>
        outbound.encoded(packets.encodeMessage, { place, text: line }),
      );
      forms.set(key, form);
    }
    for (const bytes of form) outbound.write(session, bytes);
  }
}

/** Somebody said something to all, or the server did. */
export function said(stage: Stage, player: number, text: string): void {
  const words =
    player === 0 ? (text.startsWith('&') ? text : `&e${text}`) : `${speakerOf(stage.ctx, player)}: &f${text}`;
  tellAll(stage, stage.sessions.players(), words);
}

/** An answer to one. */
export function told(stage: Stage, player: number, text: string): void {
  const session = stage.sessions.of(player);
  if (session === undefined) return;
  session.urgent = true;
  tellAll(stage, [session], text.startsWith('&') ? text : `&e${text}`);
}
