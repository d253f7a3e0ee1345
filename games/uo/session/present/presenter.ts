import type { Context } from '../../rules/context.ts';
import type { Event } from '../../rules/events.ts';
import type { Lobby } from '../lobby.ts';
import type { Outbound } from '../outbound.ts';
import type { Desk } from '../receive/handler.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import type { View } from '../view.ts';
import * as characters from './characters.ts';
import * as movement from './movement.ts';
import * as things from './things.ts';
import * as trade from './trade.ts';
import * as windows from './windows.ts';
import * as words from './words.ts';

/** What presenters may use. They read the world and send packets; they change nothing in it. */
export interface Stage {
  readonly ctx: Context;
  readonly sessions: Sessions;
  readonly outbound: Outbound;
  readonly view: View;
  readonly lobby: Lobby;
  readonly desk: Desk;
  /** A session that plays no more left its character behind. */
  linkLost(mobile: number, session: number): void;
  /** Tells the session what its own act led to: it leaves with this step. */
  own(mobile: number): Session | undefined;
}

/** Shows a fact of the tick to whom it concerns; a promise only when it is durable, which is for the caller to know. What concerns only the shard's operator is not here. */
export function present(stage: Stage, event: Event): void {
  switch (event.kind) {
    case 'account-created':
      return characters.accountCreated(stage, event);
    case 'character-created':
      return characters.characterCreated(stage, event);
    case 'character-deleted':
      return characters.characterDeleted(stage, event);
    case 'session-refused':
      return characters.sessionRefused(stage, event);
    case 'character-entered':
      return characters.characterEntered(stage, event);
    case 'character-left':
      return characters.characterLeft(stage, event);
    case 'session-ended':
      return characters.sessionEnded(stage, event);
    case 'mobile-stepped':
      return movement.mobileStepped(stage, event);
    case 'step-denied':
      return movement.stepDenied(stage, event);
    case 'mobile-teleported':
      return movement.mobileTeleported(stage, event);
    case 'mobile-changed':
      return movement.mobileChanged(stage, event);
    case 'status-changed':
      return movement.statusChanged(stage, event);
    case 'war-mode-set':
      return movement.warModeSet(stage, event);
    case 'light-changed':
      return movement.lightChanged(stage, event);
    case 'mobile-animated':
      return movement.mobileAnimated(stage, event);
    case 'item-changed':
      return things.itemChanged(stage, event);
    case 'item-gone':
      return things.itemGone(stage, event);
    case 'lift-refused':
      return things.liftRefused(stage, event);
    case 'drop-accepted':
      return things.dropAccepted(stage, event);
    case 'drop-refused':
      return things.dropRefused(stage, event);
    case 'container-opened':
      return things.containerOpened(stage, event);
    case 'book-opened':
      return things.bookOpened(stage, event);
    case 'paperdoll-opened':
      return things.paperdollOpened(stage, event);
    case 'sound-made':
      return things.soundMade(stage, event);
    case 'trade-opened':
      return trade.tradeOpened(stage, event);
    case 'trade-marked':
      return trade.tradeMarked(stage, event);
    case 'trade-sealed':
      return trade.tradeSealed(stage, event);
    case 'trade-closed':
      return trade.tradeClosed(stage, event);
    case 'spoken':
      return words.spoken(stage, event);
    case 'told':
      return words.told(stage, event);
    case 'broadcast':
      return words.broadcast(stage, event);
    case 'gump-opened':
      return windows.gumpOpened(stage, event);
    case 'gump-closed':
      return windows.gumpClosed(stage, event);
    case 'target-asked':
      return windows.targetAsked(stage, event);
    case 'save-asked':
      return words.saveAsked(stage, event);
    case 'staff-acted':
    case 'shutdown-asked':
    case 'office-acted':
      return;
    default:
      return event satisfies never;
  }
}
