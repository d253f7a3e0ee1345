import { Player } from '../../rules/components.ts';
import type { Event } from '../../rules/events.ts';
import { OPERATOR } from '../../rules/ranks.ts';
import * as levels from './levels.ts';
import * as people from './people.ts';
import type { Stage } from './stage.ts';
import * as words from './words.ts';

/** Shows a fact of the tick to whom it concerns. What concerns only the server's operator is not here. */
export function present(stage: Stage, event: Event): void {
  const { lobby, movement, sessions } = stage;
  switch (event.kind) {
    case 'join-refused': {
      const session = sessions.get(event.session);
      if (session !== undefined) lobby.refuse(session, event.code, event.reason);
      return;
    }
    case 'joined':
      return joined(stage, event.player, event.session);
    case 'level-entered': {
      const session = sessions.of(event.player);
      if (session === undefined) return;
      sessions.enter(session, event.level);
      session.slot = event.slot;
      return levels.sendLevel(stage, session);
    }
    case 'level-left':
      return people.disappeared(stage, event.player, event.level, event.slot);
    case 'appeared':
      return people.appeared(stage, event.player, event.level);
    case 'moved':
      return movement.moved(event.player);
    case 'put':
      return people.putBack(stage, event.player);
    case 'left':
      return words.said(stage, 0, `&7${event.name} left`);
    case 'dismissed': {
      const session = sessions.get(event.session);
      if (session !== undefined) lobby.refuse(session, event.code, event.reason);
      return;
    }
    case 'block-changed':
      return levels.blockChanged(stage, event);
    case 'block-refused':
      return levels.blockRefused(stage, event);
    case 'colours-changed':
      return levels.coloursChanged(stage, event.level);
    case 'said':
      return words.said(stage, event.player, event.text);
    case 'told':
      return words.told(stage, event.player, event.text);
    case 'rank-changed':
      return rankChanged(stage, event.player);
    case 'ping-due':
      return people.pingDue(stage, event.player);
    case 'save-asked':
      return words.told(stage, event.player, 'All up to your command is safe on disk');
    case 'staff-acted':
      return;
    default:
      return event satisfies never;
  }
}

function joined(stage: Stage, player: number, id: number): void {
  const { ctx, offer, sessions } = stage;
  const session = sessions.get(id);
  if (session === undefined || session.phase !== 'entering') {
    // Its link was lost while it waited.
    offer({ kind: 'leave', player, session: id });
    return;
  }
  sessions.play(session, player);
  words.said(stage, 0, `&7${ctx.world.require(player, Player).name} came in`);
}

/** Whoever rises to where a key is needed is told it: there is no other way to know. */
function rankChanged(stage: Stage, player: number): void {
  people.rankChanged(stage, player);
  const { name, rank } = stage.ctx.world.require(player, Player);
  if (rank < OPERATOR) return;
  words.told(stage, player, `&eFrom now on your name needs its key. Keep it: &f${stage.lobby.keyOf(name)}`);
}
