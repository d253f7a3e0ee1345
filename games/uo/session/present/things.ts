import * as packets from '../../protocol/index.ts';
import type * as events from '../../rules/events.ts';
import { Mobile } from '../../rules/mobiles/mobile.ts';
import { Item } from '../../rules/things/item.ts';
import { templateOf } from '../../rules/things/template.ts';
import { sendBook } from '../books.ts';
import * as describe from '../describe.ts';
import { MAX_RANGE } from '../session.ts';
import type { Stage } from './presenter.ts';

export function itemChanged({ view }: Stage, { item, from }: events.ItemChanged): void {
  view.itemChanged(item, from);
}

export function itemGone({ view }: Stage, event: events.ItemGone): void {
  view.itemGone(event);
}

export function liftRefused(stage: Stage, { mobile, reason }: events.LiftRefused): void {
  stage.own(mobile)?.send(packets.encodeLiftRejected, { reason });
}

export function dropAccepted(stage: Stage, { mobile }: events.DropAccepted): void {
  stage.own(mobile)?.send(packets.encodeDropAccepted, {});
}

/** 0x28 empties the client's hand; where the item is now comes as a change of it. Reason 5 has no text of its own. */
export function dropRefused(stage: Stage, { mobile }: events.DropRefused): void {
  const session = stage.own(mobile);
  session?.send(packets.encodeLiftRejected, { reason: 5 });
  session?.send(packets.encodeDropRejected, {});
}

export function containerOpened(stage: Stage, { mobile, container }: events.ContainerOpened): void {
  const session = stage.own(mobile);
  // It may have ceased to be within the same step.
  if (!stage.ctx.world.has(container, Item)) return;
  const gump = templateOf(stage.ctx, container)?.container?.gump;
  if (session === undefined || gump === undefined) return;
  session.opened.add(container);
  session.send(packets.encodeOpenContainer, { serial: container, gump });
  session.send(packets.encodeContainerContents, describe.containerContents(stage.ctx.world, container));
}

export function bookOpened(stage: Stage, { mobile, book }: events.BookOpened): void {
  const session = stage.own(mobile);
  if (session !== undefined) sendBook(stage.ctx, session, book);
}

const AT_WAR = 1;
const MAY_LIFT = 2;

export function paperdollOpened(stage: Stage, { mobile, of }: events.PaperdollOpened): void {
  const seen = stage.ctx.world.get(of, Mobile);
  if (seen === undefined) return;
  const { name, title, war } = seen;
  const text = title === '' ? name : `${name}, ${title}`;
  const flags = (war ? AT_WAR : 0) | (mobile === of ? MAY_LIFT : 0);
  stage.own(mobile)?.send(packets.encodePaperdoll, { serial: of, text, flags });
}

export function soundMade({ outbound, view }: Stage, { sound, at }: events.SoundMade): void {
  const packet = outbound.broadcast('sound', packets.encodeSound, {
    mode: 1,
    sound,
    x: at.x,
    y: at.y,
    z: at.z,
  });
  view.eachListener(at, MAX_RANGE, (session) => packet.to(session));
}
