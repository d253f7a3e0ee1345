import type { Session } from './session.ts';

/** All sessions: by number, by player, by level. */
export class Sessions {
  readonly #byId = new Map<number, Session>();
  readonly #byPlayer = new Map<number, Session>();
  readonly #byLevel = new Map<number, Set<Session>>();

  add(session: Session): void {
    this.#byId.set(session.id, session);
  }

  get(id: number): Session | undefined {
    return this.#byId.get(id);
  }

  of(player: number): Session | undefined {
    return this.#byPlayer.get(player);
  }

  play(session: Session, player: number): void {
    session.player = player;
    this.#byPlayer.set(player, session);
  }

  enter(session: Session, level: number): void {
    this.#byLevel.get(session.level)?.delete(session);
    session.level = level;
    const there = this.#byLevel.get(level);
    if (there === undefined) this.#byLevel.set(level, new Set([session]));
    else there.add(session);
  }

  remove(session: Session): void {
    this.#byId.delete(session.id);
    this.#byLevel.get(session.level)?.delete(session);
    if (this.#byPlayer.get(session.player) === session) this.#byPlayer.delete(session.player);
  }

  /** Those who get or have a level. */
  in(level: number): Iterable<Session> {
    return this.#byLevel.get(level) ?? [];
  }

  /** Those who are told what happens in a level. */
  *watching(level: number): Generator<Session> {
    for (const session of this.in(level)) if (session.isPlaying) yield session;
  }

  all(): Iterable<Session> {
    return this.#byId.values();
  }

  /** Everybody who came in. */
  players(): Iterable<Session> {
    return this.#byPlayer.values();
  }

  get size(): number {
    return this.#byId.size;
  }

  get playing(): number {
    return this.#byPlayer.size;
  }
}
