import { Reader, WireError } from '@gommog/wire';
import * as packets from '../../protocol/index.ts';
import { Handshake, type HandshakeResult } from '../../transport/index.ts';
import { Gate } from '../receive/gate.ts';
import type { Handler } from '../receive/handler.ts';
import type { Session } from '../session.ts';
import type { UoDesk } from './receive/desk.ts';
import { handlers } from './receive/table.ts';

/** Longest packet that a client has a reason to send. */
const MAX_PACKET = 16_384;
/** From bytes to intents: tells what connected, deciphers, cuts packets, reads them, and asks their handlers. */
export class Inbound {
  readonly #desk: UoDesk;
  readonly #now: () => number;
  readonly #log: (event: string, details: Readonly<Record<string, unknown>>) => void;
  packets = 0;

  constructor(
    desk: UoDesk,
    now: () => number,
    log: (event: string, details: Readonly<Record<string, unknown>>) => void,
  ) {
    this.#desk = desk;
    this.#now = now;
    this.#log = log;
  }

  /** A function that takes the bytes of one session as they come. */
  open(session: Session): (bytes: Uint8Array) => void {
    const stream = new PacketStream();
    const gate = new Gate<UoDesk>({
      now: this.#now,
      log: this.#log,
      refuse: (refused, code) => this.#refuse(refused, code),
    });
    const handshake = new Handshake((key) => this.#desk.door.relays.peek(key, this.#now()));
    const onFrame = (frame: Uint8Array): void => this.#packet(session, frame, gate);
    return (bytes) => {
      if (session.phase === 'closed') return;
      try {
        if (session.phase !== 'seed') {
          stream.feed(bytes, session, onFrame);
          return;
        }
        const result = handshake.feed(bytes);
        if (result.kind === 'more') return;
        if (result.kind !== 'open') {
          this.#notAClient(session, result);
          return;
        }
        session.phase = 'login';
        session.version = result.version ?? 0;
        session.encrypt = result.encrypt;
        stream.feed(result.rest, session, onFrame);
        stream.decrypt = result.decrypt;
      } catch (error) {
        if (!(error instanceof WireError)) throw error;
        this.#refuse(session, error.code, error.message);
      }
    };
  }

  /** What connected does not want to play: it is told how the shard is, or sent away. */
  #notAClient(session: Session, result: Exclude<HandshakeResult, { kind: 'more' | 'open' }>): void {
    if (result.kind === 'status') {
      session.link.write(new TextEncoder().encode(this.#desk.status(result.extended)));
      session.close('status-asked');
    } else if (result.kind === 'reject') this.#refuse(session, result.code);
    else
      this.#refuse(
        session,
        result.kind === 'enhanced' ? 'GMG_UO_ENHANCED_CLIENT' : 'GMG_UO_FOREIGN_PROTOCOL',
      );
  }

  #refuse(session: Session, code: string, problem?: string): void {
    this.#log('session-refused', { session: session.id, address: session.link.address, code, problem });
    session.close(code);
  }

  #packet(session: Session, frame: Uint8Array, gate: Gate<UoDesk>): void {
    this.packets++;
    const packet = packets.decodeClientPacket(frame, session.version || packets.OLDEST_VERSION);
    const handler = handlers[packet.kind] as Handler<unknown, UoDesk> | undefined;
    gate.pass(this.#desk, session, packet, handler);
  }
}

/** Deciphers bytes and cuts them into packets. */
class PacketStream {
  decrypt: ((bytes: Uint8Array) => void) | null = null;
  #held = new Uint8Array(0);

  /** Calls back with each whole packet; it is only good until the callback returns. Throws WireError. */
  feed(bytes: Uint8Array, session: Session, onFrame: (frame: Uint8Array) => void): void {
    let data = bytes;
    if (this.decrypt !== null) {
      data = bytes.slice();
      this.decrypt(data);
    }
    if (this.#held.length > 0) {
      const joined = new Uint8Array(this.#held.length + data.length);
      joined.set(this.#held);
      joined.set(data, this.#held.length);
      data = joined;
    }
    let at = 0;
    while (at < data.length && session.phase !== 'closed') {
      const length = frameLength(data, at, session.version || packets.OLDEST_VERSION);
      if (length === 0 || at + length > data.length) break;
      onFrame(data.subarray(at, at + length));
      at += length;
    }
    this.#held = at === data.length ? EMPTY : data.slice(at);
  }
}

const EMPTY = new Uint8Array(0);

/** Length of the packet that begins at `at`, 0 while its length field has not come. */
function frameLength(data: Uint8Array, at: number, version: number): number {
  const id = data[at]!;
  const fixed = packets.clientPacketLength(id, version);
  if (fixed < 0)
    throw new WireError('GMG_WIRE_UNKNOWN_PACKET', `no packet of a client has the id 0x${id.toString(16)}`);
  if (fixed > 0) return fixed;
  if (data.length - at < 3) return 0;
  const length = new Reader(data, at + 1).u2be();
  if (length < 3) throw new WireError('GMG_WIRE_BAD_VALUE', `a packet of ${length} bytes`);
  if (length > MAX_PACKET) throw new WireError('GMG_WIRE_TOO_LONG', `a packet of ${length} bytes`);
  return length;
}
