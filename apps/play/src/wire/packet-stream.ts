import { decodeServerPacket, type ServerPacket, serverPacketLength } from '@gommog/uo/web';
import { FrameCutter, Writer } from '@gommog/wire';

/** The version of the protocol that this client speaks. */
export const VERSION = 2;
/** Longer than any message of the shard: the length is in two bytes. */
const LONGEST = 0xffff;

export type Encode<V> = (writer: Writer, value: V, version: number) => void;

/** Bytes from the shard to messages, and messages to bytes. Throws WireError when the bytes are none of the protocol. */
export class PacketStream {
  readonly #cutter = new FrameCutter(serverPacketLength, LONGEST, 'le');
  readonly #writer = new Writer(256);

  push(chunk: Uint8Array, take: (packet: ServerPacket) => void): void {
    this.#cutter.push(chunk);
    for (let frame = this.#cutter.next(VERSION); frame !== null; frame = this.#cutter.next(VERSION)) {
      take(decodeServerPacket(frame, VERSION));
    }
  }

  /** The result is good until the next call. */
  encode<V>(encode: Encode<V>, value: V): Uint8Array {
    this.#writer.reset();
    encode(this.#writer, value, VERSION);
    return this.#writer.bytes();
  }
}
