import { Rand, Writer } from '@gommog/wire';
import * as rands from '../protocol/generated/rand.ts';
import * as packets from '../protocol/index.ts';

type Make = (rand: Rand, version: number) => object;
type Encode = (writer: Writer, value: object, version: number) => void;

const kinds = Object.keys(packets.clientPackets) as packets.ClientPacketKind[];
/** Refused whatever is in them, and too many end the session: they come rarely. */
const NOT_FOR_PLAYERS = /^(god|old|unused|igr)_/;
/** Longest run of bytes that mean nothing. */
const NOISE_BYTES = 600;

/** Everything that no honest client sends, and what honest ones do with senseless values. The same seed gives the same bytes. */
export class HostilePackets {
  readonly #rand: Rand;
  readonly #version: number;
  readonly #writer = new Writer(4096);

  constructor(seed: number, version = packets.NEWEST_VERSION) {
    // Small seeds begin with small numbers: they are spread over all bits first.
    this.#rand = new Rand(Math.imul(seed, 0x9e3779b1));
    for (let i = 0; i < 8; i++) this.#rand.next();
    this.#version = version;
  }

  /** One burst: a packet or some, whole, damaged, cut short or far too many. */
  next(): Uint8Array {
    const rand = this.#rand;
    // What breaks the stream ends the attack: it is rare, so that the rest gets its turn.
    switch (rand.below(30)) {
      case 0:
        return rand.bytes(1 + rand.below(NOISE_BYTES));
      case 1:
        return this.#cutShort();
      case 2:
        return this.#lyingLength();
      case 3:
        return this.#tooMany();
      default:
        return rand.below(4) === 0 ? this.#flipped() : this.#packet();
    }
  }

  /** A well-formed packet of any kind a client has, full of values that may be senseless. */
  #packet(): Uint8Array {
    for (;;) {
      const kind = this.#rand.pick(kinds);
      if (NOT_FOR_PLAYERS.test(kind) && this.#rand.below(20) > 0) continue;
      const name = kind.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
      const make = (rands as unknown as Record<string, Make | undefined>)[`rand${name}`];
      const encode = (packets as unknown as Record<string, Encode | undefined>)[`encode${name}`];
      // Some have layouts for other versions only.
      if (make === undefined || encode === undefined || !this.#isKnown(kind)) continue;
      this.#writer.reset();
      encode(this.#writer, make(this.#rand, this.#version), this.#version);
      return this.#writer.bytes().slice();
    }
  }

  #isKnown(kind: packets.ClientPacketKind): boolean {
    return packets.clientPacketLength(packets.clientPackets[kind].id, this.#version) >= 0;
  }

  #flipped(): Uint8Array {
    const bytes = this.#packet();
    for (let flips = 1 + this.#rand.below(4); flips > 0; flips--) {
      const at = this.#rand.below(bytes.length);
      bytes[at] = bytes[at]! ^ (1 << this.#rand.below(8));
    }
    return bytes;
  }

  #cutShort(): Uint8Array {
    const bytes = this.#packet();
    return bytes.subarray(0, this.#rand.below(bytes.length));
  }

  /** A packet whose length field says something else than is true; huge mostly. */
  #lyingLength(): Uint8Array {
    const bytes = this.#packet();
    if (packets.clientPacketLength(bytes[0]!, this.#version) !== 0) return bytes;
    const length = this.#rand.flag() ? 0xffff : this.#rand.below(0x10000);
    bytes[1] = length >>> 8;
    bytes[2] = length & 0xff;
    return bytes;
  }

  #tooMany(): Uint8Array {
    const bytes = this.#packet();
    const times = 1 + this.#rand.below(200);
    const all = new Uint8Array(bytes.length * times);
    for (let i = 0; i < times; i++) all.set(bytes, i * bytes.length);
    return all;
  }
}
