import * as packets from '../../../protocol/index.ts';
import type { Context } from '../../../rules/context.ts';
import { isMobile } from '../../../rules/kinds.ts';
import { Mobile } from '../../../rules/mobiles/mobile.ts';
import { Item } from '../../../rules/things/item.ts';
import type { SpeechWords } from '../../dialect.ts';
import { speakerName } from '../../speaker.ts';
import { packet } from '../packet-wording.ts';

const SYSTEM_SERIAL = 0xffffffff;
const SYSTEM_BODY = 0xffff;
const SYSTEM_NAME = 'System';
const FONT = 3;
const kinds = { say: 0, emote: 2, whisper: 8, yell: 9 } as const;
const SYSTEM = 1;
const LABEL = 6;

export function speechWords(ctx: Context): SpeechWords {
  /** Body and name of who speaks, as the packets want them. */
  const voiceOf = (serial: number): { body: number; name: string } => {
    const body = isMobile(serial)
      ? ctx.world.get(serial, Mobile)?.body
      : ctx.world.get(serial, Item)?.graphic;
    return { body: body ?? 0, name: speakerName(ctx, serial) };
  };
  return {
    spoken({ speaker, manner, text, hue, font, language }) {
      return packet('unicode_speech', packets.encodeUnicodeSpeech, {
        serial: speaker,
        ...voiceOf(speaker),
        kind: kinds[manner],
        hue,
        font,
        language,
        text,
      });
    },

    told(to, { text, hue, over, label }) {
      const voice = over === null ? { body: SYSTEM_BODY, name: SYSTEM_NAME } : voiceOf(over);
      to.send(packets.encodeUnicodeSpeech, {
        serial: over ?? SYSTEM_SERIAL,
        ...voice,
        kind: label ? LABEL : over === null ? SYSTEM : 0,
        hue,
        font: FONT,
        language: to.language,
        text,
      });
    },

    announced({ text, hue }) {
      return packet('unicode_speech', packets.encodeUnicodeSpeech, {
        serial: SYSTEM_SERIAL,
        body: SYSTEM_BODY,
        kind: SYSTEM,
        hue,
        font: FONT,
        language: 'ENU',
        name: SYSTEM_NAME,
        text,
      });
    },
  };
}
