import type { World } from '@gommog/core';
import { Writer } from '@gommog/wire';
import {
  encodePlayerStep,
  encodePlayerStepAndTurn,
  encodePlayerTeleport,
  encodePlayerTurn,
  LAYOUT,
} from '../protocol/index.ts';
import { Body, Presence } from '../rules/components.ts';
import type { Outbound } from './outbound.ts';
import type { Sessions } from './sessions.ts';

/** Where others see a player. */
export type Pose = Readonly<Pick<Body, 'x' | 'y' | 'z' | 'yaw' | 'pitch'>>;

/**
 * Shows where others went. Ids belong to the level and are the same for all in it, so that one run of bytes for each level and
 * flush serves everybody: only one's own packet is left out, for who goes knows it.
 */
export class Movement {
  readonly #world: World;
  readonly #sessions: Sessions;
  readonly #outbound: Outbound;
  readonly #writer = new Writer(2048);
  readonly #shown = new Map<number, Pose>();
  /** Who went since the last flush, by level. */
  readonly #moved = new Map<number, Set<number>>();
  /** Moves shown: one person's, to one other. */
  delivered = 0;

  constructor(world: World, sessions: Sessions, outbound: Outbound) {
    this.#world = world;
    this.#sessions = sessions;
    this.#outbound = outbound;
  }

  get hasMoves(): boolean {
    return this.#moved.size > 0;
  }

  /** Where the others believe a player to be. */
  shown(player: number): Pose | undefined {
    return this.#shown.get(player);
  }

  appeared(player: number): Pose {
    const { pitch, x, y, yaw, z } = this.#world.require(player, Body);
    const pose = { x, y, z, yaw, pitch };
    this.#shown.set(player, pose);
    return pose;
  }

  moved(player: number): void {
    if (!this.#shown.has(player)) return;
    const { level } = this.#world.require(player, Body);
    const players = this.#moved.get(level);
    if (players === undefined) this.#moved.set(level, new Set([player]));
    else players.add(player);
  }

  gone(player: number): void {
    this.#shown.delete(player);
    for (const players of this.#moved.values()) players.delete(player);
  }

  flush(): void {
    for (const [level, players] of this.#moved) this.#show(level, players);
    this.#moved.clear();
  }

  #show(level: number, players: ReadonlySet<number>): void {
    const writer = this.#writer;
    writer.reset();
    const own = new Map<number, { from: number; to: number }>();
    for (const player of players) {
      const from = writer.length;
      this.#encode(player);
      if (writer.length > from) own.set(player, { from, to: writer.length });
    }
    if (own.size === 0) return;
    const bytes = writer.bytes();
    for (const session of this.#sessions.watching(level)) {
      const mine = own.get(session.player);
      const seen = own.size - (mine === undefined ? 0 : 1);
      if (seen === 0) continue;
      this.delivered += seen;
      if (mine === undefined) {
        this.#outbound.write(session, bytes, seen);
        continue;
      }
      if (mine.from > 0) this.#outbound.write(session, bytes.subarray(0, mine.from), 0);
      if (mine.to < bytes.length) this.#outbound.write(session, bytes.subarray(mine.to), 0);
      this.#outbound.packets += seen;
    }
  }

  /** The shortest packet that says it. */
  #encode(serial: number): void {
    const writer = this.#writer;
    const player = this.#world.require(serial, Presence).slot;
    const before = this.#shown.get(serial)!;
    const { pitch, x, y, yaw, z } = this.appeared(serial);
    const [dx, dy, dz] = [x - before.x, y - before.y, z - before.z];
    const hasTurned = yaw !== before.yaw || pitch !== before.pitch;
    if (!isShort(dx) || !isShort(dy) || !isShort(dz))
      encodePlayerTeleport(writer, { player, x, y, z, yaw, pitch }, LAYOUT);
    else if (dx === 0 && dy === 0 && dz === 0) {
      if (hasTurned) encodePlayerTurn(writer, { player, yaw, pitch }, LAYOUT);
    } else if (hasTurned) encodePlayerStepAndTurn(writer, { player, dx, dy, dz, yaw, pitch }, LAYOUT);
    else encodePlayerStep(writer, { player, dx, dy, dz }, LAYOUT);
  }
}

function isShort(distance: number): boolean {
  return distance >= -128 && distance <= 127;
}
