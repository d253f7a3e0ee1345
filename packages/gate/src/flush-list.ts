import type { Link } from '@gommog/core';

/** What a flush has to know of a session. */
export interface Flushable {
  readonly link: Link;
  /** Bytes wait in the link for the next flush. */
  pending: boolean;
  /** They answer this person's own act: they leave with this step. */
  urgent: boolean;
}

/** The sessions with bytes to send: a flush touches only those, once, with one write for each link. */
export class FlushList<S extends Flushable> {
  readonly #sessions: S[] = [];

  /** Bytes were written to the session's link. */
  add(session: S): void {
    if (session.pending) return;
    session.pending = true;
    this.#sessions.push(session);
  }

  get isEmpty(): boolean {
    return this.#sessions.length === 0;
  }

  /** Sends what waits: all of it, or only the answers to people's own acts. */
  flush(urgentOnly: boolean): void {
    const sessions = this.#sessions;
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
