/** Failed tries that are forgiven before an account or an address has to wait. */
const FREE_FAILURES = 5;
const LOCK_MS = 300_000;
/** Names and addresses remembered at most; the oldest are forgotten first. */
const MEMORY = 10_000;

interface Failures {
  count: number;
  lockedUntilMs: number;
}

/** Slows down whoever guesses passwords: after five failures in a row, five minutes of refusal. */
export class LoginGuard {
  readonly #failures = new Map<string, Failures>();

  /** `key` is an account name or an address. */
  isLocked(key: string, nowMs: number): boolean {
    return (this.#failures.get(key)?.lockedUntilMs ?? 0) > nowMs;
  }

  failed(key: string, nowMs: number): void {
    const entry = this.#failures.get(key) ?? { count: 0, lockedUntilMs: 0 };
    entry.count++;
    if (entry.count >= FREE_FAILURES) {
      entry.lockedUntilMs = nowMs + LOCK_MS;
      entry.count = 0;
    }
    this.#failures.delete(key);
    this.#failures.set(key, entry);
    if (this.#failures.size > MEMORY) {
      const oldest = this.#failures.keys().next();
      if (!oldest.done) this.#failures.delete(oldest.value);
    }
  }

  succeeded(key: string): void {
    this.#failures.delete(key);
  }
}
