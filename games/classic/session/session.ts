import type { Link } from '@gommog/core';
import { type Delivery, PacketRates } from '@gommog/gate';
import type { ClientPacketKind, Extension } from '../protocol/index.ts';
import type { LevelSnapshot } from './level-snapshots.ts';

/**
 * `hello`: nobody knows who it is. `extensions`: what its client can is awaited; `blocks`: and which blocks it knows. `entering`:
 * asked to come in. `loading`: gets a level. `playing`: stands in it. `closed`: over.
 */
export type Phase = 'hello' | 'extensions' | 'blocks' | 'entering' | 'loading' | 'playing' | 'closed';

/** State of one client on one link. */
export class Session {
  readonly id: number;
  readonly link: Link;
  phase: Phase = 'hello';
  name = '';
  /** It has shown the key of its name. */
  isProven = false;
  player = 0;
  level = 0;
  slot = 0;
  /** What its client can besides the protocol of old. */
  readonly extensions = new Set<Extension>();
  /** Extension entries that are still to come. */
  awaited = 0;
  /** The level that is on its way. */
  transfer: { readonly snapshot: LevelSnapshot; readonly delivery: Delivery } | null = null;
  /** The beginning of something said, when its end is still to come. */
  saying = '';
  /** When the last question of the server was sent, and how long its answer took, in milliseconds. */
  askedMs = 0;
  roundTripMs = 0;
  /** Of packets, and of those among them that came too often or at the wrong time. */
  readonly rates = new PacketRates<ClientPacketKind | 'fault'>();
  hasFaults = false;
  pending = false;
  urgent = false;

  constructor(id: number, link: Link) {
    this.id = id;
    this.link = link;
  }

  /** Is it told what happens in its level? */
  get isPlaying(): boolean {
    return this.phase === 'playing';
  }

  /** Ends the session after what was sent. `code` goes to the log. */
  close(code: string): void {
    if (this.phase === 'closed') return;
    this.phase = 'closed';
    this.transfer?.delivery.stop();
    this.link.flush();
    this.link.close(code);
  }
}
