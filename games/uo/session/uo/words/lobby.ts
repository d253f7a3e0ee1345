import * as packets from '../../../protocol/index.ts';
import type { Context } from '../../../rules/context.ts';
import type { LobbyWords, LoginDenial } from '../../dialect.ts';
import type { Session } from '../../session.ts';
import { slotsOf } from '../slots.ts';

/** What a client hears of a login that goes on; the rest is said by the door, see `door.ts`. */
export interface LobbyOffer {
  /** Sends the list of shards, which is this one. */
  shards(to: Session): void;
}

/** Reasons of a refused login, as the client words them. */
const denials: Readonly<Record<LoginDenial, packets.LoginDeniedIn['reason']>> = {
  'bad-password': 0,
  malformed: 0,
  'accounts-closed': 0,
  'name-taken': 0,
  'token-void': 0,
  locked: 2,
  banned: 2,
  busy: 4,
  'too-many-accounts': 5,
};

/** What the client is told, by code: a message (0x53) or the outcome of a deletion (0x85). */
const messages: Readonly<Record<string, packets.SessionMessageIn['reason']>> = {
  'no-such-character': 1,
  'character-exists': 2,
  'no-free-slot': 2,
  'bad-character': 10,
  'bad-name': 10,
  'other-character-online': 5,
  displaced: 5,
};
const deletions: Readonly<Record<string, packets.DeleteResultIn['reason']>> = {
  'no-such-character': 1,
  'character-in-world': 2,
  'character-too-young': 3,
  'cannot-save': 4,
};
/** A deletion that was refused for no reason that the client has words for. */
const BAD_REQUEST = 5;
/** When no better reason is known: a synchronisation error. */
const OUT_OF_STEP = 6;

export function lobbyWords(ctx: Context, offer: LobbyOffer): LobbyWords {
  return {
    loginDenied(to, why) {
      to.send(packets.encodeLoginDenied, { reason: denials[why] });
      to.close(`login-${why}`);
    },

    loggedIn: (to) => offer.shards(to),

    charactersChanged(to) {
      to.send(packets.encodeCharacterListUpdate, { slots: slotsOf(ctx, to.account) });
    },

    refused(to, code) {
      if (to.phase === 'deleting') {
        to.phase = 'characters';
        to.send(packets.encodeDeleteResult, { reason: deletions[code] ?? BAD_REQUEST });
        return;
      }
      if (to.phase !== 'login')
        to.send(packets.encodeSessionMessage, { reason: messages[code] ?? OUT_OF_STEP });
      to.close(code);
    },

    // The client closes by itself.
    left() {},

    ended(to, code) {
      // A client says by itself that its link is lost.
      if (code !== 'shard-stopped')
        to.send(packets.encodeSessionMessage, { reason: messages[code] ?? OUT_OF_STEP });
      to.close(code);
    },
  };
}
