import type * as events from '../../rules/events.ts';
import { Mobile } from '../../rules/mobiles/mobile.ts';
import { Item } from '../../rules/things/item.ts';
import { templateOf } from '../../rules/things/template.ts';
import { MAX_RANGE } from '../session.ts';
import type { Stage } from './presenter.ts';

export function itemChanged({ view }: Stage, { item, from }: events.ItemChanged): void {
  view.itemChanged(item, from);
}

export function itemGone({ view }: Stage, event: events.ItemGone): void {
  view.itemGone(event);
}

export function liftRefused(stage: Stage, event: events.LiftRefused): void {
  const session = stage.own(event.mobile);
  session?.dialect.liftRefused(session, event);
}

export function dropAccepted(stage: Stage, { mobile }: events.DropAccepted): void {
  const session = stage.own(mobile);
  session?.dialect.dropTaken(session);
}

export function dropRefused(stage: Stage, { item, mobile }: events.DropRefused): void {
  const session = stage.own(mobile);
  session?.dialect.dropRefused(session, item);
}

export function containerOpened(stage: Stage, { mobile, container }: events.ContainerOpened): void {
  const session = stage.own(mobile);
  // It may have ceased to be within the same step.
  if (!stage.ctx.world.has(container, Item)) return;
  const gump = templateOf(stage.ctx, container)?.container?.gump;
  if (session === undefined || gump === undefined) return;
  session.opened.add(container);
  session.dialect.containerOpened(session, container, gump);
}

export function bookOpened(stage: Stage, { mobile, book }: events.BookOpened): void {
  const session = stage.own(mobile);
  session?.dialect.book(session, book);
}

export function paperdollOpened(stage: Stage, { mobile, of }: events.PaperdollOpened): void {
  const session = stage.own(mobile);
  if (stage.ctx.world.has(of, Mobile)) session?.dialect.paperdoll(session, of);
}

export function soundMade({ outbound, view }: Stage, event: events.SoundMade): void {
  const sound = outbound.broadcast((dialect) => dialect.sound(event));
  view.eachListener(event.at, MAX_RANGE, (session) => sound.to(session));
}
