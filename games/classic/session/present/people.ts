import * as packets from '../../protocol/index.ts';
import { speakerOf } from '../../rules/commands/say.ts';
import { Body, Player, Presence } from '../../rules/components.ts';
import { rankNames } from '../../rules/ranks.ts';
import type { Pose } from '../movement.ts';
import type { Session } from '../session.ts';
import { oneLine } from '../text.ts';
import type { Stage } from './stage.ts';

/** A client's id for itself. */
const SELF = -1;
/** The same, in the list of players and where ids have no sign. */
const SELF_UNSIGNED = 0xff;
/** A client puts itself so much higher than it is told, in 32nds of a block. */
const SELF_LIFT = 22;

/** How one player is shown: to those who know the list of players, and to the others. */
class Appearance {
  readonly #stage: Stage;
  readonly #player: number;
  readonly #pose: Pose;
  readonly #forms = new Map<boolean, Uint8Array[]>();

  constructor(stage: Stage, player: number, pose: Pose) {
    this.#stage = stage;
    this.#player = player;
    this.#pose = pose;
  }

  to(session: Session): void {
    const isOwn = session.player === this.#player;
    const isExtended = session.extensions.has('ExtPlayerList');
    let form = isOwn ? undefined : this.#forms.get(isExtended);
    if (form === undefined) {
      form = this.#encode(isOwn, isExtended);
      if (!isOwn) this.#forms.set(isExtended, form);
    }
    for (const bytes of form) this.#stage.outbound.write(session, bytes);
  }

  #encode(isOwn: boolean, isExtended: boolean): Uint8Array[] {
    const { ctx, outbound } = this.#stage;
    const { name: skin, rank } = ctx.world.require(this.#player, Player);
    const { slot } = ctx.world.require(this.#player, Presence);
    const { pitch, x, yaw, z } = this.#pose;
    const y = this.#pose.y - (isOwn ? SELF_LIFT : 0);
    const name = oneLine(speakerOf(ctx, this.#player));
    const place = { name, x, y, z, yaw, pitch };
    if (!isExtended)
      return [outbound.encoded(packets.encodePlayerSpawn, { ...place, player: isOwn ? SELF : slot })];
    const player = isOwn ? SELF_UNSIGNED : slot;
    const groupName = rankNames[rank] ?? '';
    const listed = { nameId: player, playerName: skin, listName: name, groupName, groupRank: 255 - rank };
    return [
      outbound.encoded(packets.encodePlayerName, listed),
      outbound.encoded(packets.encodePlayerSpawnExtended, { ...place, player, skin }),
    ];
  }
}

/** Shows a player itself and all others in its level. */
export function showEverybody(stage: Stage, session: Session): void {
  const { ctx, movement } = stage;
  const own = ctx.world.require(session.player, Body);
  new Appearance(stage, session.player, own).to(session);
  ctx.people.each(session.level, (player) => {
    const pose = movement.shown(player);
    if (player !== session.player && pose !== undefined) new Appearance(stage, player, pose).to(session);
  });
}

/** A player stands in the level: all others there see it. */
export function appeared(stage: Stage, player: number, level: number): void {
  const appearance = new Appearance(stage, player, stage.movement.appeared(player));
  for (const session of stage.sessions.watching(level)) if (session.player !== player) appearance.to(session);
}

/** A player is in the level no more. */
export function disappeared(stage: Stage, player: number, level: number, slot: number): void {
  const { movement, sessions } = stage;
  if (movement.shown(player) !== undefined) {
    movement.gone(player);
    for (const session of sessions.watching(level)) if (session.player !== player) hide(stage, session, slot);
  }
  // What it saw it sees no more: clients keep people over a change of levels.
  const own = sessions.of(player);
  if (own?.isPlaying !== true) return;
  stage.ctx.people.each(level, (other, otherSlot) => {
    if (other !== player && movement.shown(other) !== undefined) hide(stage, own, otherSlot);
  });
}

function hide({ outbound }: Stage, session: Session, slot: number): void {
  outbound.send(session, packets.encodePlayerDespawn, { player: slot });
  if (session.extensions.has('ExtPlayerList'))
    outbound.send(session, packets.encodePlayerNameGone, { nameId: slot });
}

/** A player is where it did not go: its client has to know. */
export function putBack({ ctx, outbound, sessions }: Stage, player: number): void {
  const session = sessions.of(player);
  if (session?.isPlaying !== true) return;
  const { pitch, x, y, yaw, z } = ctx.world.require(player, Body);
  const place = { x, y: y - SELF_LIFT, z, yaw, pitch };
  outbound.answer(session, packets.encodePlayerTeleport, { player: SELF, ...place });
}

/** A rank changes the name's colour, and what the client lets its person do. */
export function rankChanged(stage: Stage, player: number): void {
  const { ctx, lobby, movement, outbound, sessions } = stage;
  const session = sessions.of(player);
  if (session === undefined) return;
  outbound.send(session, packets.encodeUserTypeChange, { userType: lobby.userType(player) });
  const { slot } = ctx.world.require(player, Presence);
  const pose = movement.shown(player);
  if (pose === undefined) return;
  const appearance = new Appearance(stage, player, pose);
  for (const viewer of sessions.watching(session.level)) {
    if (viewer === session) continue;
    hide(stage, viewer, slot);
    appearance.to(viewer);
  }
}

/** Asks a client for a sign of life. */
export function pingDue({ lobby, outbound, sessions }: Stage, player: number): void {
  const session = sessions.of(player);
  if (session === undefined) return;
  if (session.extensions.has('TwoWayPing') && session.isPlaying) {
    session.askedMs = lobby.options.now();
    outbound.send(session, packets.encodeServerTwoWayPing, { isQuestion: 1, token: 0 });
  } else outbound.send(session, packets.encodePing, {});
}
