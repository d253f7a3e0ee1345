import { FrameCutter } from '@gommog/wire';
import { clientPacketLength, serverPacketLength } from './generated/index.ts';

export { MAX_HELD as STEPS_IN_FLIGHT } from '../rules/movement/pace.ts';
export * from './generated/index.ts';

/** Versions of the protocol that this code speaks. */
export const OLDEST_WEB_VERSION = 1;
export const NEWEST_WEB_VERSION = 2;
/** From here on clients have windows for trades and menus of things. */
export const TRADES_VERSION = 2;
/** From here on clients of staff are told what staff may say. */
export const COMMANDS_VERSION = 2;

/** `onto` of a drop on the ground. */
export const ONTO_GROUND = 0xffffffff;
/** `x` and `y` of a drop into a container, for any place in it. */
export const ANYWHERE = 0xffff;
/** Of a facing: at a run. */
export const RUNNING_BIT = 0x80;

/** Side of a block of land, in tiles. */
export const LAND_BLOCK_TILES = 64;

/** Bits of a mobile's flags. */
export const MobileFlag = { frozen: 1, female: 2, invulnerable: 4, war: 8, hidden: 16, dead: 32 } as const;
/** Bits of the flags of an item on the ground. */
export const ItemFlag = { movable: 1, door: 2 } as const;

/** Longest message that a client has a reason to send, in bytes. */
export const MAX_CLIENT_MESSAGE = 16_384;
const MAX_SERVER_MESSAGE = 0xffff;

/** Cuts what comes from a client into messages. */
export function clientCutter(): FrameCutter {
  return new FrameCutter(clientPacketLength, MAX_CLIENT_MESSAGE, 'le');
}

/** Cuts what comes from the shard into messages. */
export function serverCutter(): FrameCutter {
  return new FrameCutter(serverPacketLength, MAX_SERVER_MESSAGE, 'le');
}
