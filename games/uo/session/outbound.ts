import { FlushList } from '@gommog/gate';
import { Writer } from '@gommog/wire';
import { compressInto, maxCompressedLength } from '../transport/index.ts';
import type { Dialect, Wording } from './dialect.ts';
import type { Encode, Session } from './session.ts';

/** Forms of one wording at most; see `Wording.layoutOf`. */
const LAYOUTS = 8;

/**
 * One fact for many: found words for once in each dialect, written once in each form that viewers need, and the bytes shared by
 * all of them.
 */
export class Broadcast {
  readonly #outbound: Outbound;
  readonly #word: (dialect: Dialect) => Wording;
  readonly #wordings: (Wording | undefined)[] = [];
  readonly #forms: (Uint8Array | undefined)[] = [];
  /** In a crowd most viewers need the form that the one before them needed. */
  #lastDialect: Dialect | null = null;
  #lastVersion = 0;
  #lastForm: Uint8Array | null = null;

  constructor(outbound: Outbound, word: (dialect: Dialect) => Wording) {
    this.#outbound = outbound;
    this.#word = word;
  }

  to(session: Session): void {
    if (session.phase === 'closed') return;
    const { dialect, version } = session;
    if (dialect !== this.#lastDialect || version !== this.#lastVersion) {
      this.#lastForm = this.#formOf(session);
      this.#lastDialect = dialect;
      this.#lastVersion = version;
    }
    this.#outbound.deliver(session, this.#lastForm!, false);
  }

  #formOf(session: Session): Uint8Array {
    const { dialect, version } = session;
    let wording = this.#wordings[dialect.index];
    if (wording === undefined) {
      wording = this.#word(dialect);
      this.#wordings[dialect.index] = wording;
    }
    const at = dialect.index * LAYOUTS + wording.layoutOf(version);
    let form = this.#forms[at];
    if (form === undefined) {
      form = this.#outbound.written(wording, session).slice();
      this.#forms[at] = form;
    }
    return form;
  }
}

/** From words to links: encode, compress, encrypt, write. */
export class Outbound {
  readonly #writer = new Writer(4096);
  #compressed = new Uint8Array(8192);
  readonly #pending = new FlushList<Session>();
  packets = 0;
  bytes = 0;

  /** Encodes one packet for one client alone. */
  send<V>(session: Session, encode: Encode<V>, value: V): void {
    if (session.phase === 'closed') return;
    this.#writer.reset();
    encode(this.#writer, value, session.version);
    this.deliver(session, this.#packed(session), true);
  }

  /** Tells one client alone. */
  show(session: Session, wording: Wording): void {
    if (session.phase !== 'closed') this.deliver(session, this.written(wording, session), true);
  }

  broadcast(word: (dialect: Dialect) => Wording): Broadcast {
    return new Broadcast(this, word);
  }

  /** The bytes for sessions like this one, in a buffer that the next call overwrites. */
  written(wording: Wording, session: Session): Uint8Array {
    this.#writer.reset();
    wording.write(this.#writer, session.version);
    return this.#packed(session);
  }

  /** What was written, as it goes over the link. */
  #packed(session: Session): Uint8Array {
    const packet = this.#writer.bytes();
    if (!session.compressed) return packet;
    const most = maxCompressedLength(packet.length);
    if (most > this.#compressed.length) this.#compressed = new Uint8Array(most * 2);
    return this.#compressed.subarray(0, compressInto(packet, 0, packet.length, this.#compressed, 0));
  }

  /** `own`: nobody else gets these bytes, so that they may be changed. */
  deliver(session: Session, bytes: Uint8Array, own: boolean): void {
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
    this.#pending.add(session);
  }

  get hasPending(): boolean {
    return !this.#pending.isEmpty;
  }

  /** Sends what waits: all of it, or only the answers to people's own acts. One write for each link. */
  flush(urgentOnly: boolean): void {
    this.#pending.flush(urgentOnly);
  }
}
