import { Delivery } from '@gommog/gate';
import * as packets from '../../protocol/index.ts';
import { Level } from '../../rules/components.ts';
import type { Cell } from '../../rules/events.ts';
import { blockAt } from '../../rules/levels/cells.ts';
import type { Session } from '../session.ts';
import { shownBlock } from '../shown-block.ts';
import { oneLine } from '../text.ts';
import { showEverybody } from './people.ts';
import type { Stage } from './stage.ts';

/** Sends a player the level that it is in now. */
export function sendLevel(stage: Stage, session: Session): void {
  const { ctx, lobby, outbound, snapshots } = stage;
  const { motd, serverName } = lobby.options;
  session.phase = 'loading';
  stopTransfer(stage, session);
  const userType = lobby.userType(session.player);
  const reply = { serverName: oneLine(serverName), motd: oneLine(motd), userType };
  outbound.answer(session, packets.encodeLoginReply, reply);
  if (session.extensions.has('ClickDistance'))
    outbound.answer(session, packets.encodeClickDistance, { distance: ctx.ruleset.reach });
  outbound.answer(session, packets.encodeLevelBegin, {});
  const snapshot = snapshots.take(session.level, session.extensions.has('CustomBlocks'));
  const delivery = new Delivery(session.link, snapshot.stream, () => finish(stage, session));
  session.transfer = { snapshot, delivery };
  delivery.pump();
}

export function stopTransfer({ snapshots }: Stage, session: Session): void {
  if (session.transfer === null) return;
  session.transfer.delivery.stop();
  snapshots.release(session.transfer.snapshot);
  session.transfer = null;
}

/** All packets of the level are written: the rest follows, and the player stands in it. */
function finish(stage: Stage, session: Session): void {
  const { ctx, offer, outbound } = stage;
  const { snapshot } = session.transfer!;
  const level = ctx.world.require(session.level, Level);
  const { height, length, width } = level;
  outbound.answer(session, packets.encodeLevelEnd, { sizeX: width, sizeY: height, sizeZ: length });
  stopTransfer(stage, session);
  if (snapshot.isStale) {
    sendLevel(stage, session);
    outbound.flush(true);
    return;
  }
  for (const cell of snapshot.changed) {
    const x = cell % width;
    const z = Math.floor(cell / width) % length;
    const y = Math.floor(cell / (width * length));
    const block = shownBlock(session, blockAt(ctx.world, level, x, y, z));
    outbound.answer(session, packets.encodeSetBlock, { x, y, z, block });
  }
  session.phase = 'playing';
  if (session.extensions.has('EnvColors')) {
    for (const colour of coloursOf(level)) outbound.answer(session, packets.encodeEnvironmentColor, colour);
  }
  showEverybody(stage, session);
  outbound.flush(true);
  offer({ kind: 'level-loaded', player: session.player, level: session.level });
}

/** The colours around a level, for each part that a client knows. */
function coloursOf({ colours }: Level): packets.EnvironmentColorIn[] {
  return colours.map((rgb, part) =>
    rgb < 0
      ? { part, red: -1, green: -1, blue: -1 }
      : { part, red: rgb >> 16, green: (rgb >> 8) & 0xff, blue: rgb & 0xff },
  );
}

/** The colours around a level are others now. */
export function coloursChanged({ ctx, outbound, sessions }: Stage, level: number): void {
  for (const colour of coloursOf(ctx.world.require(level, Level))) {
    const bytes = outbound.encoded(packets.encodeEnvironmentColor, colour);
    for (const session of sessions.watching(level))
      if (session.extensions.has('EnvColors')) outbound.write(session, bytes);
  }
}

export function blockChanged(stage: Stage, event: Cell & { player: number; block: number }): void {
  const { ctx, outbound, sessions, snapshots } = stage;
  const { block, level, player, x, y, z } = event;
  const { length, width } = ctx.world.require(level, Level);
  snapshots.blockChanged(level, (y * length + z) * width + x);
  const forms = new Map<number, Uint8Array>();
  for (const session of sessions.watching(level)) {
    const shown = shownBlock(session, block);
    let form = forms.get(shown);
    if (form === undefined) {
      form = outbound.encoded(packets.encodeSetBlock, { x, y, z, block: shown });
      forms.set(shown, form);
    }
    outbound.write(session, form);
    if (session.player === player) session.urgent = true;
  }
}

export function blockRefused(
  { outbound, sessions }: Stage,
  event: Cell & { player: number; block: number },
): void {
  const session = sessions.of(event.player);
  if (session === undefined || !session.isPlaying || session.level !== event.level) return;
  const { x, y, z } = event;
  outbound.answer(session, packets.encodeSetBlock, { x, y, z, block: shownBlock(session, event.block) });
}
