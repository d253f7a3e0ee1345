import type { LevelSnapshot } from './level-snapshots.ts';
import type { Session } from './session.ts';

/** Bytes that may wait in a link for the network: it never has to keep a level. */
const MAX_QUEUED = 65_536;
/** Packets that are written in one turn; then others have theirs. */
const PACKETS_AT_ONCE = 32;

/** Sends a snapshot over a link, as fast as the link takes it and the snapshot is packed. */
export class LevelTransfer {
  readonly snapshot: LevelSnapshot;
  readonly #session: Session;
  readonly #onSent: () => void;
  readonly #onMore = (): void => this.pump();
  #sent = 0;
  #turn: NodeJS.Immediate | null = null;
  #isOver = false;

  /** `onSent` is called once, when the last packet is written. */
  constructor(session: Session, snapshot: LevelSnapshot, onSent: () => void) {
    this.#session = session;
    this.snapshot = snapshot;
    this.#onSent = onSent;
    snapshot.listen(this.#onMore);
  }

  /** Sends what there is and the link has room for. Called when there is more, or more room. */
  pump(): void {
    if (this.#isOver || this.#turn !== null) return;
    const { packets } = this.snapshot;
    const { link } = this.#session;
    for (let n = 0; n < PACKETS_AT_ONCE && this.#sent < packets.length; n++) {
      if (link.queuedBytes >= MAX_QUEUED) break;
      link.write(packets[this.#sent++]!);
    }
    link.flush();
    if (this.#sent === packets.length) {
      if (!this.snapshot.isComplete) return;
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
    this.snapshot.ignore(this.#onMore);
    if (this.#turn !== null) clearImmediate(this.#turn);
  }
}
