const HOURS = 24;
const HOUR_OF_BEGINNING = 8;
/** When the light begins to go or to come back, and how many hours that takes. Source: classic server rule. */
const DUSK = 22;
const DAWN = 4;
const FADE_HOURS = 2;

/** Darkest that clients draw. */
export const DARKEST = 30;

/** How light follows world time: a day has 24 hours, whatever they last. */
export class DayCycle {
  readonly #dayMs: number;
  /** Hours at which the level changes, in rising order, each with the level from then on. */
  readonly #changes: readonly (readonly [hour: number, level: number])[];

  /** `dayMs`: length of a day in world milliseconds, 0 for a noon that never ends. `night`: level at midnight, 0 to 30. */
  constructor(dayMs: number, night: number) {
    this.#dayMs = dayMs;
    const halfway = (from: number, i: number): number => from + ((i + 0.5) / night) * FADE_HOURS;
    this.#changes = [
      ...Array.from({ length: night }, (_, i) => [halfway(DAWN, i), night - 1 - i] as const),
      ...Array.from({ length: night }, (_, i) => [halfway(DUSK, i), i + 1] as const),
    ];
  }

  /** Hour of the day, 0 to 24, at a time of the world. The world begins in the morning. */
  hourAt(worldMs: number): number {
    if (this.#dayMs === 0) return HOURS / 2;
    return (HOUR_OF_BEGINNING + (worldMs / this.#dayMs) * HOURS) % HOURS;
  }

  /** 0 bright to 30 dark. */
  levelAt(worldMs: number): number {
    const hour = this.hourAt(worldMs);
    const last = this.#changes.findLast(([from]) => from <= hour) ?? this.#changes.at(-1);
    return last?.[1] ?? 0;
  }

  /** Whole world milliseconds after which the level is another one; 0 when it stays for ever. */
  nextChangeAt(worldMs: number): number {
    if (this.#dayMs === 0 || this.#changes.length === 0) return 0;
    const hour = this.hourAt(worldMs);
    const next = this.#changes.find(([from]) => from > hour)?.[0] ?? this.#changes[0]![0] + HOURS;
    // One more: rounding may not lead to a moment before the change.
    return Math.ceil(worldMs + ((next - hour) / HOURS) * this.#dayMs) + 1;
  }
}
