import { FrameCutter, WireError } from '@gommog/wire';
import * as packets from '../protocol/index.ts';
import type { Desk, Handler } from './receive/handler.ts';
import { handlers } from './receive/table.ts';
import type { Session } from './session.ts';

/** The longest packet of a client: the first. */
const LONGEST = packets.clientPacketLength(packets.clientPackets.login_request.id, packets.LAYOUT);
/** Packets too many or at the wrong time that are forgiven. */
const FAULTS = { perSecond: 2, burst: 100 };

/** From bytes to intents: cuts packets, reads them, and asks their handlers. */
export class Inbound {
  readonly #desk: Desk;
  packets = 0;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** A function that takes the bytes of one session as they come. */
  open(session: Session): (bytes: Uint8Array) => void {
    const cutter = new FrameCutter(packets.clientPacketLength, LONGEST);
    return (bytes) => {
      if (session.phase === 'closed') return;
      try {
        cutter.push(bytes.slice());
        for (let frame = cutter.next(packets.LAYOUT); frame !== null; frame = cutter.next(packets.LAYOUT)) {
          this.#packet(session, packets.decodeClientPacket(frame, packets.LAYOUT));
          if ((session.phase as string) === 'closed') return;
        }
      } catch (error) {
        if (!(error instanceof WireError)) throw error;
        this.#desk.lobby.refuse(session, error.code, 'Your client sent something senseless');
      }
    };
  }

  #packet(session: Session, packet: packets.ClientPacket): void {
    const { body, kind } = packet;
    this.packets++;
    const handler = handlers[kind] as Handler<unknown>;
    if (handler.ignoredIn?.includes(session.phase)) return;
    if (!handler.phases.includes(session.phase)) this.#fault(session, packet, 'packet-out-of-phase');
    else if (session.rates.spend(kind, handler, this.#desk.lobby.options.now()))
      handler.handle(this.#desk, session, body);
    else this.#fault(session, packet, 'packet-too-frequent');
  }

  #fault(session: Session, { body, kind }: packets.ClientPacket, code: string): void {
    const { lobby } = this.#desk;
    const { log, now } = lobby.options;
    if (!session.hasFaults) log(code, { session: session.id, kind, phase: session.phase });
    session.hasFaults = true;
    if (session.phase === 'hello' || !session.rates.spend('fault', FAULTS, now()))
      lobby.refuse(session, code, 'Your client sends too much');
    else (handlers[kind] as Handler<unknown>).tooOften?.(this.#desk, session, body);
  }
}
