import * as web from '../../../web/index.ts';
import { inWorld } from '../../receive/handler.ts';

const manners = ['say', 'whisper', 'yell', 'emote'] as const;
const FONT = 3;

export const speakRequest = inWorld<web.SpeakRequest>(4, 12, ({ offer }, session, { hue, manner, text }) => {
  offer({
    kind: 'speak',
    mobile: session.mobile,
    manner: manners[manner] ?? 'say',
    text,
    hue,
    font: FONT,
    language: session.language,
    keywords: [],
  });
});

export const gumpAnswer = inWorld<web.GumpAnswer>(20, 40, ({ offer }, session, body) => {
  offer({
    kind: 'answer-gump',
    mobile: session.mobile,
    serial: body.serial,
    gump: body.kind,
    button: body.button,
    switches: body.switches,
    entries: body.entries.map(({ id, text }) => ({ id, text })),
  });
});

export const targetAnswer = inWorld<web.TargetAnswer>(20, 40, ({ offer }, session, body) => {
  const { choice, cursor, graphic, serial, x, y, z } = body;
  offer({
    kind: 'answer-target',
    mobile: session.mobile,
    cursor,
    cancelled: choice === web.TargetChoice.cancelled,
    target: choice === web.TargetChoice.object ? serial : 0,
    x,
    y,
    z,
    graphic,
  });
});
