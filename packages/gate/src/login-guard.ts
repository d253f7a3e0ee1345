/** Failed tries that are forgiven before an account or an address has to wait. */
const FREE_FAILURES = 5;
/** How long it has to wait, and how long after the last failure all are forgotten. */
const LOCK_MS = 300_000;
/** Names and addresses remembered at most; the oldest are forgotten first. */
const MEMORY = 10_000;

interface Tries {
  /** Tries whose outcome is not known yet: the check of a password takes its time. */
  pending: number;
  failed: number;
  lastFailureMs: number;
  lockedUntilMs: number;
}

/**
 * Slows down whoever guesses passwords: after five failures, five minutes of refusal. A `key` is an account name or an address.
 */
export class LoginGuard {
  readonly #tries = new Map<string, Tries>();

  isLocked(key: string, nowMs: number): boolean {
    return (this.#tries.get(key)?.lockedUntilMs ?? 0) > nowMs;
  }

  /** A check begins; false if with it more could fail at once than are forgiven. Ends with `failed` or `succeeded`. */
  begin(key: string, nowMs: number): boolean {
    const tries = this.#remember(key, nowMs);
    if (tries.failed + tries.pending >= FREE_FAILURES) return false;
    tries.pending++;
    return true;
  }

  /** A password was wrong, whether or not its check was announced. */
  failed(key: string, nowMs: number): void {
    const tries = this.#remember(key, nowMs);
    tries.pending = Math.max(0, tries.pending - 1);
    tries.failed++;
    tries.lastFailureMs = nowMs;
    if (tries.failed < FREE_FAILURES) return;
    tries.lockedUntilMs = nowMs + LOCK_MS;
    tries.failed = 0;
  }

  /** Who knows the password is forgiven the failures before it. */
  succeeded(key: string): void {
    const tries = this.#tries.get(key);
    if (tries === undefined) return;
    tries.pending = Math.max(0, tries.pending - 1);
    tries.failed = 0;
  }

  #remember(key: string, nowMs: number): Tries {
    const known = this.#tries.get(key);
    const tries = known ?? { pending: 0, failed: 0, lastFailureMs: nowMs, lockedUntilMs: 0 };
    if (nowMs - tries.lastFailureMs > LOCK_MS) tries.failed = 0;
    // Set anew, it is the youngest.
    this.#tries.delete(key);
    this.#tries.set(key, tries);
    if (this.#tries.size > MEMORY) {
      const oldest = this.#tries.keys().next();
      if (!oldest.done) this.#tries.delete(oldest.value);
    }
    return tries;
  }
}
