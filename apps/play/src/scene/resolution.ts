/** What the player chose: by how fast it goes, or always one of the two. */
export type Resolution = 'auto' | 'full' | 'half';

/** Frames a second below which half of the pixels a side are better. */
const SLOW = 20;
/** So long it has to be slow, in milliseconds: not only while pictures come. */
const PATIENCE_MS = 6_000;
/** A gap between frames that is longer says nothing: the page was hidden, or the machine busy. */
const PAUSE_MS = 1_000;

/**
 * How many pixels of the canvas there are for each of the scene: 1, or 1/2 on a device that is too slow for all of them. Once
 * lowered by itself, it stays so until the player chooses or the page is loaded anew: going back and forth would be worse.
 */
export class ResolutionChoice {
  #chosen: Resolution = 'auto';
  #isSlow = false;
  #lastMs = 0;
  #slowSinceMs: number | null = null;
  #averageMs = 0;

  choose(chosen: Resolution): void {
    if (chosen === this.#chosen) return;
    this.#chosen = chosen;
    this.#isSlow = false;
    this.#slowSinceMs = null;
  }

  get scale(): number {
    return this.#chosen === 'half' || (this.#chosen === 'auto' && this.#isSlow) ? 0.5 : 1;
  }

  /** Told of each frame. */
  frame(nowMs: number): void {
    const tookMs = nowMs - this.#lastMs;
    this.#lastMs = nowMs;
    if (tookMs > PAUSE_MS) {
      this.#slowSinceMs = null;
      return;
    }
    this.#averageMs += (tookMs - this.#averageMs) / 10;
    if (this.#averageMs < 1_000 / SLOW) this.#slowSinceMs = null;
    else this.#slowSinceMs ??= nowMs;
    if (this.#slowSinceMs !== null && nowMs - this.#slowSinceMs > PATIENCE_MS) this.#isSlow = true;
  }
}
