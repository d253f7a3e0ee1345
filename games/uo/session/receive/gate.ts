import { PacketRates } from '@gommog/gate';
import type { Session } from '../session.ts';
import type { Desk, Handler } from './handler.ts';

/** Refused packets that are forgiven: a fault of the network or of a client's version is not an attack. */
const FAULTS = { perSecond: 1 / 30, burst: 20 };
/** Among the kinds of packets, none is called so. */
const FAULT = 'fault';

export interface GateOptions {
  readonly now: () => number;
  readonly log: (event: string, details: Readonly<Record<string, unknown>>) => void;
  /** Ends a session that had too many packets refused. */
  readonly refuse: (session: Session, code: string) => void;
}

/** Which packets of one session are let in: those of its phase, and no more of each kind than an honest client sends. */
export class Gate<D extends Desk> {
  readonly #options: GateOptions;
  readonly #rates = new PacketRates<string>();

  constructor(options: GateOptions) {
    this.#options = options;
  }

  /** Hands a packet to its handler; a kind without one is none that a player's client sends. */
  pass(
    desk: D,
    session: Session,
    packet: { readonly kind: string; readonly body: unknown },
    handler: Handler<unknown, D> | undefined,
  ): void {
    if (handler === undefined) this.#fault(session, packet.kind, 'packet-not-for-players');
    // On its way to another phase a client may still send what belonged to the last one.
    else if (!handler.phases.includes(session.phase))
      this.#fault(session, packet.kind, 'packet-out-of-phase');
    else if (!this.#rates.spend(packet.kind, handler, this.#options.now()))
      this.#fault(session, packet.kind, 'packet-too-frequent');
    else handler.handle(desk, session, packet.body);
  }

  #fault(session: Session, kind: string, code: string): void {
    const { log, now, refuse } = this.#options;
    log(code, { session: session.id, kind, phase: session.phase });
    if (!this.#rates.spend(FAULT, FAULTS, now())) refuse(session, code);
  }
}
