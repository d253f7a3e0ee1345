import { Account } from '../../../rules/accounts/account.ts';
import type { Context } from '../../../rules/context.ts';
import { Mobile } from '../../../rules/mobiles/mobile.ts';
import * as web from '../../../web/index.ts';
import { shortText } from '../../../web/short-text.ts';
import { charactersOf } from '../../characters.ts';
import type { LobbyWords } from '../../dialect.ts';
import type { Session } from '../../session.ts';
import { refusalOf } from '../refusals.ts';
import type { Tokens } from '../tokens.ts';

export function lobbyWords(ctx: Context, tokens: Tokens): LobbyWords {
  return {
    // The link stays: a person mistypes a password. The guards count.
    loginDenied(to, why) {
      sayRefused(to, why, false);
    },

    loggedIn(to) {
      const { name, passwordHash } = ctx.world.require(to.account, Account);
      to.phase = 'characters';
      to.send(web.encodeLoggedIn, {
        validSeconds: tokens.validSeconds,
        name,
        token: tokens.issue(to.account, passwordHash),
      });
      sendCharacters(ctx, to);
    },

    charactersChanged: (to) => sendCharacters(ctx, to),

    refused(to, code) {
      if (to.phase === 'entering' || to.phase === 'deleting') to.phase = 'characters';
      sayRefused(to, code, false);
    },

    left: (to) => sendCharacters(ctx, to),

    ended(to, code) {
      sayRefused(to, code, true);
      to.close(code);
    },
  };
}

/** Says why something is refused, or why the link is closed behind this. */
export function sayRefused(to: Session, code: string, closing: boolean): void {
  const { mayReturn, reason, text } = refusalOf(code);
  to.send(web.encodeRefused, {
    reason,
    closing: closing ? 1 : 0,
    mayReturn: closing && mayReturn ? 1 : 0,
    text,
  });
}

function sendCharacters(ctx: Context, to: Session): void {
  const slots = charactersOf(ctx, to.account).map((serial) => {
    const mobile = serial === 0 ? undefined : ctx.world.get(serial, Mobile);
    if (mobile === undefined) return { serial: 0, body: 0, hue: 0, name: '' };
    return { serial, body: mobile.body, hue: mobile.hue, name: shortText(mobile.name) };
  });
  const cities = ctx.startCities.map(({ building, facet, name, x, y }) => ({
    facet,
    x,
    y,
    name: shortText(name),
    building: shortText(building),
  }));
  to.send(web.encodeCharacterList, { slots, cities });
}
