import { FlushList } from '@gommog/gate';
import { Writer } from '@gommog/wire';
import { LAYOUT } from '../protocol/index.ts';
import type { Session } from './session.ts';

/** Writes one whole packet. */
export type Encode<V> = (writer: Writer, value: V, layout: number) => void;

/** From packets to links. All clients share one layout, so that what many are told is encoded once. */
export class Outbound {
  readonly #writer = new Writer(2048);
  readonly #pending = new FlushList<Session>();
  packets = 0;
  bytes = 0;

  /** The bytes of a packet, to be written to many. */
  encoded<V>(encode: Encode<V>, value: V): Uint8Array {
    return this.#encode(encode, value).slice();
  }

  /** A packet to one. */
  send<V>(session: Session, encode: Encode<V>, value: V): void {
    this.write(session, this.#encode(encode, value));
  }

  /** As `send`; it leaves with this step, since it answers the person's own act. */
  answer<V>(session: Session, encode: Encode<V>, value: V): void {
    session.urgent = true;
    this.send(session, encode, value);
  }

  /** Whole packets to one. */
  write(session: Session, bytes: Uint8Array, packets = 1): void {
    if (session.phase === 'closed') return;
    this.packets += packets;
    this.bytes += bytes.length;
    session.link.write(bytes);
    this.#pending.add(session);
  }

  /** The result is a view that the next call overwrites. */
  #encode<V>(encode: Encode<V>, value: V): Uint8Array {
    this.#writer.reset();
    encode(this.#writer, value, LAYOUT);
    return this.#writer.bytes();
  }

  get hasPending(): boolean {
    return !this.#pending.isEmpty;
  }

  flush(urgentOnly: boolean): void {
    this.#pending.flush(urgentOnly);
  }
}
