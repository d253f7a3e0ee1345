import { createHash, randomBytes } from 'node:crypto';

/** A login to the dashboard. */
export interface StaffSession {
  readonly account: number;
  /** Sent back in a header with everything that changes something: a page of somebody else's does not know it. */
  readonly csrf: string;
}

interface Kept extends StaffSession {
  readonly endsMs: number;
  idleEndsMs: number;
}

const LASTS_MS = 12 * 3_600_000;
const IDLE_MS = 2 * 3_600_000;
/** The oldest ends when there are more. */
const MOST = 1_000;

/** Logins to the dashboard. They live as long as the process; only hashes of their ids are kept. */
export class StaffSessions {
  readonly #sessions = new Map<string, Kept>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Begins a session. `id` is a secret for its cookie. */
  begin(account: number): { id: string; session: StaffSession } {
    const id = randomBytes(32).toString('base64url');
    const now = this.#now();
    const session = {
      account,
      csrf: randomBytes(24).toString('base64url'),
      endsMs: now + LASTS_MS,
      idleEndsMs: now + IDLE_MS,
    };
    if (this.#sessions.size >= MOST) {
      const oldest = this.#sessions.keys().next();
      if (!oldest.done) this.#sessions.delete(oldest.value);
    }
    this.#sessions.set(hashOf(id), session);
    return { id, session };
  }

  /** The session of a cookie, which is used by this; null when it has ended. */
  find(id: string): StaffSession | null {
    const session = this.#kept(id);
    if (session !== null) session.idleEndsMs = this.#now() + IDLE_MS;
    return session;
  }

  /** The same, without using it. */
  peek(id: string): StaffSession | null {
    return this.#kept(id);
  }

  #kept(id: string): Kept | null {
    const key = hashOf(id);
    const session = this.#sessions.get(key);
    if (session === undefined) return null;
    const now = this.#now();
    if (now < session.endsMs && now < session.idleEndsMs) return session;
    this.#sessions.delete(key);
    return null;
  }

  end(id: string): void {
    this.#sessions.delete(hashOf(id));
  }

  /** Ends all sessions of an account: as when its password changes. */
  endAll(account: number): void {
    for (const [key, session] of this.#sessions) if (session.account === account) this.#sessions.delete(key);
  }
}

function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}
