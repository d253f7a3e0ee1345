const BEAT_MS = 20;

/** Knows when this process was last known to keep up with what happens around it. */
export class Heartbeat {
  readonly #timer: NodeJS.Timeout;
  #beats: readonly [before: number, last: number];

  constructor() {
    const now = performance.now();
    this.#beats = [now, now];
    this.#timer = setInterval(() => {
      this.#beats = [this.#beats[1], performance.now()];
    }, BEAT_MS);
  }

  /** What is noticed only now cannot have happened earlier than this, in milliseconds: it would have been noticed then. */
  get keptUpUntil(): number {
    return this.#beats[0];
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
