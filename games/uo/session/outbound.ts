import { Writer } from '@gommog/wire';
import { type ServerPacketKind, serverLayoutOf } from '../protocol/index.ts';
import { compressInto, maxCompressedLength } from '../transport/index.ts';
import type { Encode, Session } from './session.ts';

/** The bytes of one packet, made once for each form that viewers need and shared by all of them. */
export interface Broadcast {
  to(session: Session): void;
}

/**
 * From packets to links: encode, compress, encrypt, write. Sessions with bytes to flush are kept in a list, so that a flush
 * touches only those, once.
 */
export class Outbound {
  readonly #writer = new Writer(4096);
  #compressed = new Uint8Array(8192);
  readonly #pending: Session[] = [];
  packets = 0;
  bytes = 0;

  send<V>(session: Session, encode: Encode<V>, value: V): void {
    if (session.phase === 'closed') return;
    this.#deliver(session, this.#encoded(encode, value, session.version, session.compressed), true);
  }

  /** `kind` names the packet: versions for which it has the same layout share its bytes. */
  broadcast<V>(kind: ServerPacketKind, encode: Encode<V>, value: V): Broadcast {
    const forms: (Uint8Array | undefined)[] = [];
    return {
      to: (session) => {
        if (session.phase === 'closed') return;
        const layout = serverLayoutOf(kind, session.version);
        let form = forms[layout];
        if (form === undefined) {
          form = this.#encoded(encode, value, session.version, true).slice();
          forms[layout] = form;
        }
        this.#deliver(session, form, false);
      },
    };
  }

  /** The result is a view into a buffer that the next call overwrites. */
  #encoded<V>(encode: Encode<V>, value: V, version: number, compress: boolean): Uint8Array {
    const writer = this.#writer;
    writer.reset();
    encode(writer, value, version);
    const packet = writer.bytes();
    if (!compress) return packet;
    const most = maxCompressedLength(packet.length);
    if (most > this.#compressed.length) this.#compressed = new Uint8Array(most * 2);
    return this.#compressed.subarray(0, compressInto(packet, 0, packet.length, this.#compressed, 0));
  }

  #deliver(session: Session, bytes: Uint8Array, own: boolean): void {
    this.packets++;
    this.bytes += bytes.length;
    if (session.encrypt !== null) {
      // Shared bytes stay as they are: the cipher works in place on a copy.
      const secret = own ? bytes : bytes.slice();
      session.encrypt(secret);
      session.link.write(secret);
    } else {
      session.link.write(bytes);
    }
    if (!session.pending) {
      session.pending = true;
      this.#pending.push(session);
    }
  }

  get hasPending(): boolean {
    return this.#pending.length > 0;
  }

  /** Sends what waits: all of it, or only the answers to people's own acts. One write for each link. */
  flush(urgentOnly: boolean): void {
    const sessions = this.#pending;
    let kept = 0;
    for (const session of sessions) {
      if (urgentOnly && !session.urgent) {
        sessions[kept++] = session;
        continue;
      }
      session.pending = false;
      session.urgent = false;
      session.link.flush();
    }
    sessions.length = kept;
  }
}
