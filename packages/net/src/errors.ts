/**
 * Stable codes of this package. As the reason of a closed connection they go to logs; a code is never used again for something
 * else.
 */
export type NetCode =
  /** The peer closed its end. */
  | 'GMG_NET_PEER_CLOSED'
  /** The peer vanished: reset, unreachable, time-out of the system. */
  | 'GMG_NET_PEER_LOST'
  /** More waits for the peer than it may. */
  | 'GMG_NET_TOO_SLOW'
  /** The peer sent nothing for too long. */
  | 'GMG_NET_IDLE'
  /** The listener was closed. */
  | 'GMG_NET_SHUTDOWN'
  /** Whoever accepts connections did not want this one. */
  | 'GMG_NET_REFUSED'
  /** No more connections in all. */
  | 'GMG_NET_FULL'
  /** No more connections of this address at a time. */
  | 'GMG_NET_ADDRESS_FULL'
  /** Too many new connections of this address in a minute. */
  | 'GMG_NET_ADDRESS_TOO_OFTEN'
  /** No PROXY protocol header where one must be, a malformed one, or none in time. */
  | 'GMG_NET_PROXY_HEADER'
  /** A WebSocket peer sent text. */
  | 'GMG_NET_TEXT_FRAME'
  /** A WebSocket peer sent a malformed or too long frame. */
  | 'GMG_NET_BAD_FRAME'
  /** A page that is not ours asked a browser to connect. */
  | 'GMG_NET_FOREIGN_ORIGIN'
  | 'GMG_NET_LISTEN_FAILED'
  | 'GMG_NET_CONNECT_FAILED'
  | 'GMG_NET_BAD_NETWORK';

/** The network, or a setting that concerns it, failed. */
export class NetError extends Error {
  override readonly name = 'NetError';
  readonly code: NetCode;

  constructor(code: NetCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
