import type { Context } from '../../../rules/context.ts';
import * as web from '../../../web/index.ts';
import { shortText } from '../../../web/short-text.ts';
import { type SpeechWords, wording } from '../../dialect.ts';
import { speakerName } from '../../speaker.ts';

const manners = {
  say: web.Manner.say,
  whisper: web.Manner.whisper,
  yell: web.Manner.yell,
  emote: web.Manner.emote,
} as const;

export function speechWords(ctx: Context): SpeechWords {
  return {
    spoken({ hue, manner, speaker, text }) {
      return wording(web.encodeSpoken, {
        serial: speaker,
        manner: manners[manner],
        hue,
        name: shortText(speakerName(ctx, speaker)),
        text,
      });
    },

    told(to, { hue, label, over, text }) {
      const kind = over === null ? web.ToldKind.system : label ? web.ToldKind.label : web.ToldKind.over;
      to.send(web.encodeTold, { kind, serial: over ?? 0, hue, text });
    },

    announced({ hue, text }) {
      return wording(web.encodeAnnounced, { hue, text });
    },
  };
}
