import type { World } from '@gommog/core';
import type { Context } from '../rules/context.ts';
import type { ItemGone, ItemWhere, MobileStepped, Place } from '../rules/events.ts';
import { ITEM, isItem, isMobile, MOBILE } from '../rules/kinds.ts';
import { Mobile } from '../rules/mobiles/mobile.ts';
import { notices } from '../rules/sight/notice.ts';
import { Layer } from '../rules/things/item.ts';
import { boxAround } from '../rules/trade/trade-box.ts';
import { itemWhere, placeOf } from '../rules/where.ts';
import type { Dialect, Wording } from './dialect.ts';
import type { Broadcast, Outbound } from './outbound.ts';
import { MAX_RANGE, type Session } from './session.ts';
import type { Sessions } from './sessions.ts';
import { Watchers } from './watchers.ts';

/**
 * Who sees what. Each session remembers what its client knows; the view tells it of whatever comes into its range, changes
 * there or ceases to be there. What merely falls out of range the client forgets by itself.
 */
export class View {
  readonly #world: World;
  readonly #sessions: Sessions;
  readonly #outbound: Outbound;
  readonly #watchers = new Watchers();
  /** Rows of the mobiles: the bits of `Session.knownMobiles`. */
  readonly #mobiles: World['placements']['rows'];
  #mark = 0;
  /** Moves shown to others: one person's step, seen by one other. */
  delivered = 0;
  /** Steps and turns that people asked for and got. */
  steps = 0;

  constructor(ctx: Context, sessions: Sessions, outbound: Outbound) {
    this.#world = ctx.world;
    this.#mobiles = ctx.world.store(Mobile).rows;
    this.#sessions = sessions;
    this.#outbound = outbound;
  }

  // ── people ───────────────────────────────────────────────────────────────────────────────────────────────────────

  /** A step or a turn: those who know the mover are told of the move, those it comes near are shown all of it. */
  stepped(event: MobileStepped): void {
    const { mobile, from } = event;
    if (event.sequence !== null) this.steps++;
    const now = placeOf(this.#world, mobile);
    if (now === null) return;
    const own = this.#sessions.of(mobile);
    if (own !== undefined) this.#watchers.move(own, now.facet, now.x, now.y);
    const moved = this.#outbound.broadcast((dialect) => dialect.moved(mobile));
    let shown: Broadcast | null = null;
    const { x, y } = now;
    const row = this.#mobiles.get(mobile);
    // Nobody sees farther than this, and who saw it before its step is at most one tile beyond.
    this.#watchers.each(now.facet, x, y, MAX_RANGE + 1, (session) => {
      if (session === own) return;
      const isNear = Math.abs(session.x - x) <= session.range && Math.abs(session.y - y) <= session.range;
      if (session.knownMobiles.has(row)) {
        if (isNear) {
          this.delivered++;
          moved.to(session);
        } else session.knownMobiles.delete(row);
      } else if (isNear && notices(this.#world, session.mobile, mobile)) {
        session.knownMobiles.add(row);
        shown ??= this.#shown(mobile);
        shown.to(session);
      }
    });
    if (own !== undefined && (x !== from.x || y !== from.y)) this.#lookAround(own, now, from);
  }

  /** Body, flags or clothes changed: shown anew to all who see the mobile, taken from those who no longer do. */
  mobileChanged(mobile: number): void {
    const now = placeOf(this.#world, mobile);
    if (now === null) return;
    const shown = this.#shown(mobile);
    const gone = this.#gone(mobile);
    this.#eachSessionNear(now, (session) => {
      if (session.mobile === mobile) return;
      if (this.#inRange(session, now) && notices(this.#world, session.mobile, mobile))
        this.#showTo(session, mobile, shown);
      else if (this.#forgetMobile(session, mobile)) gone.to(session);
    });
  }

  /** The mobile is no longer where it was: everybody who knew it is told. */
  mobileLeft(mobile: number, at: Place): void {
    const gone = this.#gone(mobile);
    this.#eachSessionNear(at, (session) => {
      if (this.#forgetMobile(session, mobile)) gone.to(session);
    });
  }

  /** Shows a mobile that has just come to where it stands. */
  mobileArrived(mobile: number): void {
    const now = placeOf(this.#world, mobile);
    if (now === null) return;
    const shown = this.#shown(mobile);
    this.#eachSessionNear(now, (session) => {
      if (session.mobile === mobile || !this.#inRange(session, now)) return;
      if (notices(this.#world, session.mobile, mobile)) this.#showTo(session, mobile, shown);
    });
  }

  /** Tells a client everything around it, as after entering the world or a jump. */
  showAll(session: Session): void {
    const now = placeOf(this.#world, session.mobile);
    if (now === null) return;
    session.knownMobiles.clear();
    session.knownItems.clear();
    this.#watchers.move(session, now.facet, now.x, now.y);
    this.#lookAround(session, now, null);
    this.#forgetContainers(session);
  }

  /** The session looks at the world no more. */
  leave(session: Session): void {
    this.#watchers.leave(session);
    session.knownMobiles.clear();
    session.knownItems.clear();
    session.opened.clear();
  }

  /** A new range: what lies in it and is not known yet is shown. */
  rangeChanged(session: Session): void {
    const now = placeOf(this.#world, session.mobile);
    if (now === null) return;
    this.#forgetFar(session, now);
    this.#lookAround(session, now, null);
  }

  /** Shows what is within range of `now` and was not within range of `before`; forgets what no longer is. */
  #lookAround(session: Session, now: Place, before: Place | null): void {
    const world = this.#world;
    const { range } = session;
    const { rows } = world.placements;
    const xs = world.placements.columns['x']!;
    const ys = world.placements.columns['y']!;
    /** What was in range before is known already: by far the most, and cheaper to find out than to look up. */
    const wasNear = (serial: number): boolean => {
      if (before === null) return false;
      const row = rows.get(serial);
      return Math.abs(xs[row]! - before.x) <= range && Math.abs(ys[row]! - before.y) <= range;
    };
    world.eachNear(now.facet, now.x, now.y, range, MOBILE, (serial) => {
      if (serial === session.mobile || wasNear(serial) || session.knownMobiles.has(this.#mobiles.get(serial)))
        return;
      if (notices(world, session.mobile, serial)) this.#showMobile(session, serial);
    });
    world.eachNear(now.facet, now.x, now.y, range, ITEM, (serial) => {
      if (!wasNear(serial) && !session.knownItems.has(serial)) this.#showGroundItem(session, serial);
    });
    if (before !== null) this.#forgetFar(session, now);
  }

  /** What is out of range the client has forgotten by itself. */
  #forgetFar(session: Session, now: Place): void {
    const { range } = session;
    const { rows } = this.#world.placements;
    const xs = this.#world.placements.columns['x']!;
    const ys = this.#world.placements.columns['y']!;
    const isFar = (row: number): boolean =>
      row < 0 || Math.abs(xs[row]! - now.x) > range || Math.abs(ys[row]! - now.y) > range;
    const mobiles = this.#world.store(Mobile);
    session.knownMobiles.each((row) => {
      if (isFar(rows.get(mobiles.serialAt(row)))) session.knownMobiles.delete(row);
    });
    for (const serial of session.knownItems) if (isFar(rows.get(serial))) session.knownItems.delete(serial);
    this.#forgetContainers(session);
  }

  /** The client closes the window of a container that is out of range, and of no other. */
  #forgetContainers(session: Session): void {
    for (const container of session.opened) {
      const at = placeOf(this.#world, container);
      if (at === null || !this.#inRange(session, at)) session.opened.delete(container);
    }
  }

  /** Containers that somebody else has taken, with what they were in, show their contents no more. */
  #forgetTaken(session: Session, item: number): void {
    if (session.opened.size === 0) return;
    const root = this.#world.rootOf(item);
    if (root === session.mobile || !isMobile(root) || this.#sees(session, itemWhere(this.#world, item)))
      return;
    for (const container of session.opened) {
      if (this.#world.closureOf(item).includes(container)) session.opened.delete(container);
    }
  }

  /** After a trade: the bags that the other offered, or took, show what is in them no more. Other trades go on. */
  forgetOthersBags(session: Session): void {
    for (const container of session.opened) {
      const root = this.#world.rootOf(container);
      if (root === session.mobile || !isMobile(root) || boxAround(this.#world, container) !== 0) continue;
      session.opened.delete(container);
    }
  }

  #shown(mobile: number): Broadcast {
    return this.#outbound.broadcast((dialect) => dialect.mobile(mobile));
  }

  #gone(serial: number): Broadcast {
    return this.#outbound.broadcast((dialect) => dialect.gone(serial));
  }

  #showTo(session: Session, mobile: number, shown: Broadcast): void {
    session.knownMobiles.add(this.#mobiles.get(mobile));
    shown.to(session);
  }

  #showMobile(session: Session, mobile: number): void {
    session.knownMobiles.add(this.#mobiles.get(mobile));
    session.show(session.dialect.mobile(mobile));
  }

  #showGroundItem(session: Session, item: number): void {
    session.knownItems.add(item);
    session.show(session.dialect.groundItem(item));
  }

  // ── items ────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** An item is new, changed, or moved from `from`: shown where it is now, taken away where it was. */
  itemChanged(item: number, from: ItemWhere | null): void {
    const world = this.#world;
    if (world.placement(item) === undefined) return;
    const now = itemWhere(world, item);
    const shown = this.#outbound.broadcast((dialect) => itemIn(dialect, item, now));
    const gone = this.#gone(item);
    const consider = (session: Session): void => {
      const sawBefore = from !== null && this.#sees(session, from);
      if (this.#sees(session, now)) {
        if (now.parent === 0) session.knownItems.add(item);
        shown.to(session);
      } else if (now.parent === session.mobile && now.slot === Layer.held)
        session.dialect.held(session, item);
      else if (sawBefore) gone.to(session);
      if (now.parent !== 0 || !this.#inRange(session, now)) session.knownItems.delete(item);
      if (from !== null && now.parent !== 0) this.#forgetTaken(session, item);
    };
    this.#eachSessionConcerned(now, from, consider);
  }

  itemGone(event: ItemGone): void {
    const gone = this.#gone(event.item);
    this.#eachSessionConcerned(event.from, null, (session) => {
      session.opened.delete(event.item);
      const known = session.knownItems.delete(event.item);
      if (known || this.#sees(session, event.from)) gone.to(session);
    });
  }

  /** Does the client of this session show what is at a place? */
  #sees(session: Session, where: ItemWhere): boolean {
    if (where.parent === 0) return this.#inRange(session, where);
    if (isItem(where.parent)) return session.opened.has(where.parent);
    if (where.slot === Layer.held) return false;
    if (where.parent === session.mobile) return true;
    return where.slot <= Layer.mount && this.knows(session, where.parent);
  }

  // ── ranges ───────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Has the client of a session been told of a mobile or of an item on the ground? */
  knows(session: Session, serial: number): boolean {
    return isItem(serial)
      ? session.knownItems.has(serial)
      : session.knownMobiles.has(this.#mobiles.get(serial));
  }

  /** May the client of a session ask about something: does it show it, or is it its person's own? */
  shows(session: Session, serial: number): boolean {
    if (!this.#world.exists(serial)) return false;
    if (this.#world.rootOf(serial) === session.mobile) return true;
    if (isMobile(serial)) return this.knows(session, serial);
    if (this.#world.placement(serial) === undefined) return false;
    const where = itemWhere(this.#world, serial);
    return where.parent === 0 ? this.knows(session, serial) : this.#sees(session, where);
  }

  #forgetMobile(session: Session, mobile: number): boolean {
    return session.knownMobiles.delete(this.#mobiles.get(mobile));
  }

  /** Visits the sessions whose person is within `range` tiles of a place. */
  eachListener(at: Place, range: number, visit: (session: Session) => void): void {
    this.#watchers.each(at.facet, at.x, at.y, range, visit);
  }

  /** Visits the sessions that see a mobile or an item, its own among them. */
  eachViewerOf(serial: number, visit: (session: Session) => void): void {
    const at = placeOf(this.#world, serial);
    if (at === null) return;
    this.#eachSessionNear(at, (session) => {
      const isOwn = session.mobile === serial || this.#world.rootOf(serial) === session.mobile;
      if (isOwn || this.knows(session, serial)) visit(session);
    });
  }

  #inRange(session: Session, at: Place): boolean {
    if (session.facet !== at.facet) return false;
    return Math.abs(session.x - at.x) <= session.range && Math.abs(session.y - at.y) <= session.range;
  }

  #eachSessionNear(at: Place, visit: (session: Session) => void): void {
    // One tile more than anybody sees: who has just stepped away still has to be told.
    this.eachListener(at, MAX_RANGE + 1, visit);
  }

  /** Visits each session near either place once. */
  #eachSessionConcerned(now: ItemWhere, from: ItemWhere | null, visit: (session: Session) => void): void {
    const mark = ++this.#mark;
    const once = (session: Session): void => {
      if (session.mark === mark) return;
      session.mark = mark;
      visit(session);
    };
    for (const where of [now, from]) {
      if (where === null) continue;
      const at = where.parent === 0 ? where : placeOf(this.#world, where.parent);
      if (at !== null) this.#eachSessionNear(at, once);
    }
  }
}

function itemIn(dialect: Dialect, item: number, { parent }: ItemWhere): Wording {
  if (parent === 0) return dialect.groundItem(item);
  return isItem(parent) ? dialect.containedItem(item) : dialect.wornItem(item);
}
