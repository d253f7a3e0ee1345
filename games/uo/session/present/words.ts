import * as packets from '../../protocol/index.ts';
import type { Context } from '../../rules/context.ts';
import type * as events from '../../rules/events.ts';
import { isMobile } from '../../rules/kinds.ts';
import { Mobile } from '../../rules/mobiles/mobile.ts';
import { Item } from '../../rules/things/item.ts';
import { nameOf } from '../../rules/things/template.ts';
import { placeOf } from '../../rules/where.ts';
import type { Stage } from './presenter.ts';

const SYSTEM_SERIAL = 0xffffffff;
const SYSTEM_BODY = 0xffff;
const FONT = 3;
const kinds = { say: 0, emote: 2, whisper: 8, yell: 9 } as const;
const SYSTEM = 1;
const LABEL = 6;

/** Body and name of who speaks, as the packets want them. */
function voiceOf(ctx: Context, serial: number): { body: number; name: string } {
  if (isMobile(serial)) {
    const mobile = ctx.world.get(serial, Mobile);
    return { body: mobile?.body ?? 0, name: mobile?.name ?? '' };
  }
  const item = ctx.world.get(serial, Item);
  return item === undefined ? { body: 0, name: '' } : { body: item.graphic, name: nameOf(ctx, serial) };
}

export function spoken({ ctx, outbound, view }: Stage, event: events.Spoken): void {
  const { speaker, manner, text, hue, font, language } = event;
  const at = placeOf(ctx.world, speaker);
  if (at === null) return;
  const packet = outbound.broadcast('unicode_speech', packets.encodeUnicodeSpeech, {
    serial: speaker,
    ...voiceOf(ctx, speaker),
    kind: kinds[manner],
    hue,
    font,
    language,
    text,
  });
  view.eachListener(at, event.rangeTiles, (session) => packet.to(session));
}

export function told(stage: Stage, { mobile, text, hue, over, label }: events.Told): void {
  const session = stage.own(mobile);
  if (session === undefined) return;
  const voice = over === null ? { body: SYSTEM_BODY, name: 'System' } : voiceOf(stage.ctx, over);
  session.send(packets.encodeUnicodeSpeech, {
    serial: over ?? SYSTEM_SERIAL,
    ...voice,
    kind: label ? LABEL : over === null ? SYSTEM : 0,
    hue,
    font: FONT,
    language: session.language,
    text,
  });
}

export function broadcast({ outbound, sessions }: Stage, { text, hue }: events.Broadcast): void {
  const packet = outbound.broadcast('unicode_speech', packets.encodeUnicodeSpeech, {
    serial: SYSTEM_SERIAL,
    body: SYSTEM_BODY,
    kind: SYSTEM,
    hue,
    font: FONT,
    language: 'ENU',
    name: 'System',
    text,
  });
  for (const session of sessions.inWorld()) packet.to(session);
}
