import { say } from './commands/say.ts';
import { Level, Player, Presence } from './components.ts';
import type { Context } from './context.ts';
import type { Intent, SetRank } from './intents.ts';
import { PLAYER } from './kinds.ts';
import { build } from './levels/build.ts';
import { finishLevel, makeColumns, makeLevel } from './levels/make-level.ts';
import { move } from './people/move.ts';
import { join, leave, levelLoaded, onPulse } from './people/visits.ts';

/** The one door into the world: every wish of a player or the host comes through here. */
export function apply(ctx: Context, intent: Intent): void {
  switch (intent.kind) {
    case 'join':
      return join(ctx, intent);
    case 'leave':
      return leave(ctx, intent);
    case 'make-level':
      return finishLevel(ctx, makeLevel(ctx, intent));
    case 'set-rank':
      return setRank(ctx, intent);
  }
  // All other wishes are those of somebody who is here; one who has left meanwhile wishes for nothing.
  if (!ctx.world.has(intent.player, Presence)) return;
  switch (intent.kind) {
    case 'level-loaded':
      return levelLoaded(ctx, intent);
    case 'move':
      return move(ctx, intent);
    case 'build':
      return build(ctx, intent);
    case 'say':
      return say(ctx, intent);
  }
}

/** A component's due time has come. */
export function onTimer(ctx: Context, serial: number, component: number): void {
  if (component === Level.id) makeColumns(ctx, serial);
  else if (component === Presence.id) onPulse(ctx, serial);
}

function setRank(ctx: Context, { name, rank }: SetRank): void {
  const known = ctx.people.byName.find(name);
  if (known !== undefined) {
    ctx.world.require(known, Player).rank = rank;
    return;
  }
  const player = ctx.world.newSerial(PLAYER);
  ctx.world.set(player, Player, { name, rank });
  ctx.people.byName.add(name, player);
}
