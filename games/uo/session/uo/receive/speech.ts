import type * as packets from '../../../protocol/index.ts';
import type { Speak } from '../../../rules/intents.ts';
import { inWorld } from '../../receive/handler.ts';
import type { Session } from '../../session.ts';

const EMOTE = 2;
const WHISPER = 8;
const YELL = 9;
/** Set when keywords come with the text. */
const ENCODED = 0xc0;

function speak(session: Session, body: { kind: number; hue: number; font: number }, text: string): Speak {
  const kind = body.kind & ~ENCODED;
  const manner = kind === EMOTE ? 'emote' : kind === WHISPER ? 'whisper' : kind === YELL ? 'yell' : 'say';
  return {
    kind: 'speak',
    mobile: session.mobile,
    manner,
    text,
    hue: body.hue,
    font: body.font,
    language: session.language,
    keywords: [],
  };
}

export const asciiSpeech = inWorld<packets.AsciiSpeechRequest>(4, 12, ({ offer }, session, body) => {
  offer(speak(session, body, body.text));
});

export const unicodeSpeech = inWorld<packets.UnicodeSpeechRequest>(4, 12, ({ offer }, session, body) => {
  session.language = body.language;
  const text = body.textUtf8 ?? body.text ?? '';
  offer({ ...speak(session, body, text), keywords: body.keywords ?? [] });
});
