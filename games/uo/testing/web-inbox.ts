import type { ServerPacket } from '../web/index.ts';
import { Inbox } from './inbox.ts';

/** Every message that a client in a browser gets from now on, until it is cleared. */
export class WebInbox extends Inbox<ServerPacket> {}
