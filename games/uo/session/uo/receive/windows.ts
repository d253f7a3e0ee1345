import type * as packets from '../../../protocol/index.ts';
import { inWorld } from '../../receive/handler.ts';

/** A cancelled cursor comes back with these coordinates and no object. */
const NOWHERE = 0xffff;

export const targetResponse = inWorld<packets.TargetResponse>(20, 40, ({ offer }, session, body) => {
  const { cursorId, serial, x, y, z, graphic } = body;
  const cancelled = serial === 0 && x === NOWHERE && y === NOWHERE;
  offer({
    kind: 'answer-target',
    mobile: session.mobile,
    cursor: cursorId,
    cancelled,
    target: serial,
    x,
    y,
    z,
    graphic,
  });
});

export const gumpResponse = inWorld<packets.GumpResponse>(20, 40, ({ offer }, session, body) => {
  offer({
    kind: 'answer-gump',
    mobile: session.mobile,
    serial: body.serial,
    gump: body.gumpId,
    button: body.button,
    switches: body.inputs?.switches ?? [],
    entries: (body.inputs?.texts?.entries ?? []).map(({ id, text }) => ({ id, text })),
  });
});

/** Kinds of text commands. */
const OPEN_DOOR = 0x58;
const EMOTE = 0xc7;

export const textCommand = inWorld<packets.TextCommand>(10, 20, ({ offer }, session, { kind, text }) => {
  if (kind === OPEN_DOOR) offer({ kind: 'open-nearest-door', mobile: session.mobile });
  else if (kind === EMOTE && (text === 'bow' || text === 'salute')) {
    offer({ kind: 'emote', mobile: session.mobile, action: text });
  }
});
