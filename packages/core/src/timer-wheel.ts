const SLOT_BITS = 8;
const SLOTS = 1 << SLOT_BITS;
const LEVELS = 4;
/** Width of a slot on the lowest level, in milliseconds: a timer fires at most this late. */
export const WHEEL_GRAIN_MS = 16;

/** `dueMs` is what was asked for: the owner compares it with the state, since a timer is never taken back, only outlived. */
export type Fire = (serial: number, component: number, dueMs: number) => void;

/**
 * Hierarchical timing wheel (four levels of 256 slots: 4 s, 17 min, 3 days, 2 years). Adding costs the same for any delay,
 * an idle wheel costs nothing, and a timer is three numbers in typed arrays: 100,000 of them are no load.
 */
export class TimerWheel {
  #due = new Float64Array(256);
  #serial = new Uint32Array(256);
  #component = new Uint16Array(256);
  #next = new Int32Array(256);
  #free = -1;
  #top = 0;
  #size = 0;
  readonly #heads = new Int32Array(LEVELS * SLOTS).fill(-1);
  readonly #counts = new Int32Array(LEVELS);
  /** Entries whose slot has come, oldest first; what a step's budget left over stays here. */
  readonly #ready: number[] = [];
  #grain: number;

  constructor(nowMs: number) {
    this.#grain = Math.floor(nowMs / WHEEL_GRAIN_MS);
  }

  get size(): number {
    return this.#size;
  }

  add(serial: number, component: number, dueMs: number): void {
    const entry = this.#claim();
    this.#due[entry] = dueMs;
    this.#serial[entry] = serial;
    this.#component[entry] = component;
    this.#size++;
    this.#file(entry);
  }

  /** Moves on to `nowMs` and fires at most `limit` of the timers that are due; the others wait for the next call. */
  advance(nowMs: number, limit: number, fire: Fire): void {
    const target = Math.floor(nowMs / WHEEL_GRAIN_MS);
    while (this.#grain < target) {
      if (this.#counts[0] === 0 && this.#jump(target)) continue;
      this.#grain++;
      this.#cascade();
      this.#collect(this.#grain & (SLOTS - 1));
    }
    const count = Math.min(limit, this.#ready.length);
    for (let i = 0; i < count; i++) {
      const entry = this.#ready[i]!;
      const serial = this.#serial[entry]!;
      const component = this.#component[entry]!;
      const dueMs = this.#due[entry]!;
      this.#release(entry);
      fire(serial, component, dueMs);
    }
    this.#ready.splice(0, count);
  }

  /** A time at or before the next firing, Infinity when nothing waits: until then nobody needs to call. */
  nextDueMs(): number {
    if (this.#ready.length > 0) return 0;
    if (this.#size === 0) return Number.POSITIVE_INFINITY;
    for (let grain = this.#grain + 1; ; grain++) {
      const slot = grain & (SLOTS - 1);
      if (this.#heads[slot] !== -1 || slot === 0) return grain * WHEEL_GRAIN_MS;
    }
  }

  /** With an empty lowest level, goes straight to the next cascade or to the target. */
  #jump(target: number): boolean {
    const boundary = this.#grain | (SLOTS - 1);
    const to = Math.min(boundary, target);
    if (to === this.#grain) return false;
    this.#grain = to;
    return true;
  }

  #file(entry: number): void {
    // Rounded up, so that a timer never fires before its time.
    const due = Math.ceil(this.#due[entry]! / WHEEL_GRAIN_MS);
    const delta = due - this.#grain;
    if (delta <= 0) {
      this.#ready.push(entry);
      return;
    }
    let level = 0;
    while (level < LEVELS - 1 && delta >= 2 ** (SLOT_BITS * (level + 1))) level++;
    const reach = Math.min(due, this.#grain + 2 ** (SLOT_BITS * LEVELS) - 1);
    const slot = level * SLOTS + (Math.floor(reach / 2 ** (SLOT_BITS * level)) & (SLOTS - 1));
    this.#next[entry] = this.#heads[slot]!;
    this.#heads[slot] = entry;
    this.#counts[level]!++;
  }

  /** When a level has gone round, deals the next slot of the level above onto the levels below. */
  #cascade(): void {
    for (let level = 1; level < LEVELS; level++) {
      const span = 2 ** (SLOT_BITS * level);
      if (this.#grain % span !== 0) return;
      let entry = this.#take(level, Math.floor(this.#grain / span) & (SLOTS - 1));
      while (entry !== -1) {
        const next = this.#next[entry]!;
        this.#file(entry);
        entry = next;
      }
    }
  }

  #collect(slot: number): void {
    let entry = this.#take(0, slot);
    while (entry !== -1) {
      const next = this.#next[entry]!;
      this.#ready.push(entry);
      entry = next;
    }
  }

  #take(level: number, slot: number): number {
    const index = level * SLOTS + slot;
    const head = this.#heads[index]!;
    this.#heads[index] = -1;
    for (let entry = head; entry !== -1; entry = this.#next[entry]!) this.#counts[level]!--;
    return head;
  }

  #claim(): number {
    if (this.#free !== -1) {
      const entry = this.#free;
      this.#free = this.#next[entry]!;
      return entry;
    }
    if (this.#top === this.#due.length) this.#grow();
    return this.#top++;
  }

  #release(entry: number): void {
    this.#next[entry] = this.#free;
    this.#free = entry;
    this.#size--;
  }

  #grow(): void {
    const capacity = this.#due.length * 2;
    const due = new Float64Array(capacity);
    due.set(this.#due);
    this.#due = due;
    const serial = new Uint32Array(capacity);
    serial.set(this.#serial);
    this.#serial = serial;
    const component = new Uint16Array(capacity);
    component.set(this.#component);
    this.#component = component;
    const next = new Int32Array(capacity);
    next.set(this.#next);
    this.#next = next;
  }
}
