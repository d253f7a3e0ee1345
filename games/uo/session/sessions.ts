import type { Session } from './session.ts';

/** All sessions, by number and by the character they play. */
export class Sessions {
  readonly #byId = new Map<number, Session>();
  readonly #byMobile = new Map<number, Session>();

  add(session: Session): void {
    this.#byId.set(session.id, session);
  }

  get(id: number): Session | undefined {
    return this.#byId.get(id);
  }

  of(mobile: number): Session | undefined {
    return this.#byMobile.get(mobile);
  }

  play(session: Session, mobile: number): void {
    session.mobile = mobile;
    this.#byMobile.set(mobile, session);
  }

  /** Forgets who played the character, if it is still this session. */
  unplay(session: Session): void {
    if (this.#byMobile.get(session.mobile) === session) this.#byMobile.delete(session.mobile);
  }

  remove(session: Session): void {
    this.#byId.delete(session.id);
    this.unplay(session);
  }

  all(): IterableIterator<Session> {
    return this.#byId.values();
  }

  inWorld(): IterableIterator<Session> {
    return this.#byMobile.values();
  }

  get size(): number {
    return this.#byId.size;
  }

  get playing(): number {
    return this.#byMobile.size;
  }
}
