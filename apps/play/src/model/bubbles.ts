/** Words that float above a thing for a while. */
export interface Bubble {
  readonly serial: number;
  readonly text: string;
  readonly hue: number;
  readonly manner: number;
  readonly untilMs: number;
}

/** How long words stay: by their length, within limits; in milliseconds. */
const LEAST_MS = 3_000;
const MOST_MS = 12_000;
const MS_PER_LETTER = 90;
/** Lines over one head. */
const LINES = 4;

/** What is being said over whose head. */
export class Bubbles {
  #all: Bubble[] = [];
  onChange: () => void = () => {};

  add(serial: number, text: string, hue: number, manner: number, nowMs: number): void {
    const lasts = Math.min(MOST_MS, Math.max(LEAST_MS, text.length * MS_PER_LETTER));
    const own = this.#all.filter((bubble) => bubble.serial === serial);
    // The same label again only lasts longer.
    const gone = own.find((bubble) => bubble.text === text) ?? (own.length >= LINES ? own[0] : undefined);
    this.#all = this.#all.filter((bubble) => bubble !== gone);
    this.#all.push({ serial, text, hue, manner, untilMs: nowMs + lasts });
    this.onChange();
  }

  /** Those that still float. */
  at(nowMs: number): readonly Bubble[] {
    if (this.#all.some(({ untilMs }) => untilMs <= nowMs)) {
      this.#all = this.#all.filter(({ untilMs }) => untilMs > nowMs);
      this.onChange();
    }
    return this.#all;
  }
}
