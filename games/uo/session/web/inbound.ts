import { WireError } from '@gommog/wire';
import { clientCutter, decodeClientPacket, NEWEST_WEB_VERSION } from '../../web/index.ts';
import { Gate } from '../receive/gate.ts';
import type { Handler } from '../receive/handler.ts';
import type { Session } from '../session.ts';
import type { WebDesk } from './receive/desk.ts';
import { handlers } from './receive/table.ts';
import { sayRefused } from './words/lobby.ts';

export interface InboundOptions {
  readonly now: () => number;
  readonly log: (event: string, details: Readonly<Record<string, unknown>>) => void;
}

/** From bytes of clients in a browser to intents: cuts messages, reads them, and asks their handlers. */
export class WebInbound {
  readonly #desk: WebDesk;
  readonly #options: InboundOptions;
  packets = 0;

  constructor(desk: WebDesk, options: InboundOptions) {
    this.#desk = desk;
    this.#options = options;
  }

  /** A function that takes the bytes of one session as they come. */
  open(session: Session): (bytes: Uint8Array) => void {
    const { log, now } = this.#options;
    const cutter = clientCutter();
    const gate = new Gate<WebDesk>({
      now,
      log,
      refuse: (refused, code) => this.#refuse(refused, code, 'too-fast'),
    });
    /** A handler may end the session: what comes after is not for anybody. */
    const next = (): Uint8Array | null =>
      session.phase === 'closed' ? null : cutter.next(session.version || NEWEST_WEB_VERSION);
    return (bytes) => {
      if (session.phase === 'closed') return;
      try {
        cutter.push(bytes.slice());
        for (let frame = next(); frame !== null; frame = next()) {
          this.packets++;
          const message = decodeClientPacket(frame, session.version || NEWEST_WEB_VERSION);
          gate.pass(this.#desk, session, message, handlers[message.kind] as Handler<unknown, WebDesk>);
        }
      } catch (error) {
        if (!(error instanceof WireError)) throw error;
        this.#refuse(session, error.code, 'bad-message', error.message);
      }
    };
  }

  /** Ends a session that does not keep to the protocol. What is no client of ours at all is told nothing. */
  #refuse(session: Session, code: string, said: string, problem?: string): void {
    this.#options.log('session-refused', {
      session: session.id,
      address: session.link.address,
      code,
      problem,
    });
    if (session.phase !== 'seed') sayRefused(session, said, true);
    session.close(code);
  }
}
