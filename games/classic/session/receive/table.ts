import * as packets from '../../protocol/index.ts';
import { AIR } from '../../rules/blocks.ts';
import { Level } from '../../rules/components.ts';
import { blockAt, contains } from '../../rules/levels/cells.ts';
import type { Session } from '../session.ts';
import { shownBlock } from '../shown-block.ts';
import { fromWire } from '../text.ts';
import type { Desk, Handler } from './handler.ts';

type Body<K extends packets.ClientPacketKind> = Extract<packets.ClientPacket, { kind: K }>['body'];

/** Letters of one saying, over all the packets that it comes in. */
const MAX_SAYING = 640;

/** Every packet of a client: when it may come, how often, and what it leads to. */
export const handlers: { readonly [K in packets.ClientPacketKind]: Handler<Body<K>> } = {
  login_request: {
    phases: ['hello'],
    perSecond: 1,
    burst: 1,
    handle: ({ lobby }, session, body) => lobby.login(session, body),
  },
  client_extensions: {
    phases: ['extensions'],
    perSecond: 1,
    burst: 1,
    handle: ({ lobby }, session, { count }) => lobby.clientExtensions(session, count),
  },
  client_extension_entry: {
    phases: ['extensions'],
    perSecond: 100,
    burst: 600,
    handle: ({ lobby }, session, body) => lobby.clientExtension(session, body),
  },
  client_block_level: {
    phases: ['blocks'],
    perSecond: 1,
    burst: 1,
    handle: ({ lobby }, session, { level }) => lobby.blockLevel(session, level),
  },
  client_two_way_ping: {
    phases: ['extensions', 'blocks', 'entering', 'loading', 'playing'],
    perSecond: 20,
    burst: 40,
    handle: ping,
  },
  move_request: {
    phases: ['playing'],
    ignoredIn: ['entering', 'loading'],
    perSecond: 60,
    burst: 200,
    handle: ({ offer }, { player }, { pitch, x, y, yaw, z }) =>
      offer({ kind: 'move', player, x, y, z, yaw, pitch }),
  },
  build_request: {
    phases: ['playing'],
    ignoredIn: ['entering', 'loading'],
    perSecond: 30,
    burst: 120,
    tooOften: takeBack,
    handle: ({ offer }, { player }, { block, isPlace, x, y, z }) =>
      offer({ kind: 'build', player, x, y, z, block: isPlace === 0 ? AIR : block }),
  },
  chat_request: {
    phases: ['playing'],
    ignoredIn: ['entering', 'loading'],
    perSecond: 1,
    burst: 8,
    tooOften: (desk, session) => tell(desk, session, '&cYou speak too fast'),
    handle: chat,
  },
};

function chat({ offer }: Desk, session: Session, { isPartial, text }: packets.ChatRequest): void {
  const hasMore = isPartial === 1 && session.extensions.has('LongerMessages');
  // The last space of a part is lost with the padding, unless the part is full.
  const part = hasMore ? text.padEnd(packets.TEXT_LENGTH) : text;
  session.saying = (session.saying + part).slice(0, MAX_SAYING);
  if (hasMore) return;
  const said = fromWire(session.saying);
  session.saying = '';
  if (said !== '') offer({ kind: 'say', player: session.player, text: said });
}

function tell({ outbound }: Desk, session: Session, text: string): void {
  outbound.send(session, packets.encodeMessage, { place: 0, text });
}

/** The client shows what it has built: it has to be told that it has not. */
function takeBack(desk: Desk, session: Session, { x, y, z }: packets.BuildRequest): void {
  const { world } = desk.ctx;
  const level = world.require(session.level, Level);
  if (!contains(level, x, y, z)) return;
  const block = shownBlock(session, blockAt(world, level, x, y, z));
  desk.outbound.send(session, packets.encodeSetBlock, { x, y, z, block });
  tell(desk, session, '&cYou build too fast');
}

function ping({ lobby, outbound }: Desk, session: Session, body: packets.ClientTwoWayPing): void {
  if (body.isReply !== 0) {
    session.roundTripMs = lobby.options.now() - session.askedMs;
    return;
  }
  outbound.answer(session, packets.encodeServerTwoWayPing, { isQuestion: 0, token: body.token });
  outbound.flush(true);
}
