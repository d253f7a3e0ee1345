import type { Link } from '@gommog/core';
import type { PackedStream } from './packed-stream.ts';

/** Bytes that may wait in a link for the network: it never has to keep the whole. */
const MAX_QUEUED = 65_536;
/** Packets that are written in one turn; then others have theirs. */
const PACKETS_AT_ONCE = 32;

/** Sends a packed stream over a link, as fast as the link takes it and the stream is packed. */
export class Delivery {
  readonly #link: Link;
  readonly #stream: PackedStream;
  readonly #onSent: () => void;
  readonly #onMore = (): void => this.pump();
  #sent = 0;
  #turn: NodeJS.Immediate | null = null;
  #isOver = false;

  /** `onSent` is called once, when the last packet is written. */
  constructor(link: Link, stream: PackedStream, onSent: () => void) {
    this.#link = link;
    this.#stream = stream;
    this.#onSent = onSent;
    stream.listen(this.#onMore);
  }

  /** Sends what there is and the link has room for. To be called at the beginning, and when the link has room again. */
  pump(): void {
    if (this.#isOver || this.#turn !== null) return;
    const { packets } = this.#stream;
    const link = this.#link;
    for (let n = 0; n < PACKETS_AT_ONCE && this.#sent < packets.length; n++) {
      if (link.queuedBytes >= MAX_QUEUED) break;
      link.write(packets[this.#sent++]!);
    }
    link.flush();
    if (this.#sent === packets.length) {
      if (!this.#stream.isComplete) return;
      this.stop();
      this.#onSent();
    } else if (link.queuedBytes < MAX_QUEUED) {
      this.#turn = setImmediate(() => {
        this.#turn = null;
        this.pump();
      });
    }
  }

  stop(): void {
    this.#isOver = true;
    this.#stream.ignore(this.#onMore);
    if (this.#turn !== null) clearImmediate(this.#turn);
  }
}
