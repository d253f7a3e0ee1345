import type { Mobile, MobileMoved, WornEntry } from '@gommog/uo/web';

const DIRECTION = 0x07;
const RUNNING = 0x80;
/** Bits of a mobile's flags. */
export const MobileFlag = { frozen: 1, female: 2, invulnerable: 4, war: 8, hidden: 16, dead: 32 } as const;
/** How many steps others may be shown behind, before they jump. */
const MAX_QUEUED = 4;

export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** A step that is being shown: from where, to where, since when and how long. */
export interface Stride {
  readonly from: Spot;
  readonly startMs: number;
  readonly lengthMs: number;
}

interface Queued extends Spot {
  readonly direction: number;
  readonly isRunning: boolean;
}

/** A being as the client knows it, and how it is on its way from tile to tile. */
export class MobileModel {
  readonly serial: number;
  name = '';
  body = 0;
  hue = 0;
  flags = 0;
  notoriety = 0;
  /** 0 to 100; null while it is not known. */
  health: number | null = null;
  worn: readonly WornEntry[] = [];
  x = 0;
  y = 0;
  z = 0;
  direction = 0;
  isRunning = false;
  stride: Stride | null = null;
  /** An action that is shown once, since when. */
  gesture: { readonly action: number; readonly startMs: number } | null = null;
  readonly #queue: Queued[] = [];

  constructor(serial: number) {
    this.serial = serial;
  }

  get isMounted(): boolean {
    return this.worn.some(({ layer }) => layer === 0x19);
  }

  /** Takes over what the shard says of it; of the place only when `withPlace`. */
  describe(mobile: Mobile, withPlace: boolean, nowMs: number): void {
    this.name = mobile.name;
    this.body = mobile.body;
    this.hue = mobile.hue;
    this.flags = mobile.flags;
    this.notoriety = mobile.notoriety;
    this.worn = mobile.worn;
    if (!withPlace) return;
    if (mobile.x !== this.x || mobile.y !== this.y) this.jump(mobile, mobile.facing & DIRECTION);
    else {
      this.z = mobile.z;
      this.direction = mobile.facing & DIRECTION;
    }
    this.isRunning = (mobile.facing & RUNNING) !== 0;
    if (this.stride !== null && nowMs >= this.stride.startMs + this.stride.lengthMs) this.stride = null;
  }

  /** Puts it somewhere at once. */
  jump({ x, y, z }: Spot, direction: number): void {
    this.#queue.length = 0;
    this.stride = null;
    this.x = x;
    this.y = y;
    this.z = z;
    this.direction = direction;
  }

  /** Another's step as the shard tells it: shown when those before it have been. */
  moved({ facing, x, y, z }: MobileMoved, nowMs: number): void {
    const step = { x, y, z, direction: facing & DIRECTION, isRunning: (facing & RUNNING) !== 0 };
    const last = this.#queue.at(-1) ?? this;
    if (Math.abs(last.x - x) > 1 || Math.abs(last.y - y) > 1 || this.#queue.length >= MAX_QUEUED) {
      this.jump(step, step.direction);
      this.isRunning = step.isRunning;
      return;
    }
    this.#queue.push(step);
    this.advance(nowMs);
  }

  /** Begins a step, or turns on the spot. */
  step(to: Spot, direction: number, isRunning: boolean, lengthMs: number, nowMs: number): void {
    this.direction = direction;
    if (to.x === this.x && to.y === this.y) {
      this.z = to.z;
      return;
    }
    this.isRunning = isRunning;
    // A stride that was due to end a moment ago is followed without a hitch.
    const { stride } = this;
    const endMs = stride === null ? nowMs : stride.startMs + stride.lengthMs;
    const startMs = nowMs - endMs < lengthMs / 4 ? Math.min(endMs, nowMs) : nowMs;
    this.stride = { from: { x: this.x, y: this.y, z: this.z }, startMs, lengthMs };
    this.x = to.x;
    this.y = to.y;
    this.z = to.z;
  }

  /** Goes on to the next step that waits, when the one before is over. */
  advance(nowMs: number): void {
    if (
      this.stride !== null &&
      nowMs >= this.stride.startMs + this.stride.lengthMs &&
      this.#queue.length === 0
    )
      this.stride = null;
    while (this.#queue.length > 0) {
      const { stride } = this;
      if (stride !== null && nowMs < stride.startMs + stride.lengthMs) return;
      const next = this.#queue.shift()!;
      const full = strideMs(this.isMounted, next.isRunning);
      // One who is behind hurries.
      this.step(next, next.direction, next.isRunning, full / (1 + this.#queue.length * 0.5), nowMs);
    }
  }
}

/** How long one tile takes, in milliseconds. Source: classic client rule, as the shard's pace has it. */
export function strideMs(isMounted: boolean, isRunning: boolean): number {
  return (isRunning ? 200 : 400) / (isMounted ? 2 : 1);
}

/** Where somebody is shown at a time, between two tiles while it strides. */
export function shownAt({ stride, x, y, z }: MobileModel, nowMs: number): Spot {
  if (stride === null) return { x, y, z };
  const part = Math.min(1, Math.max(0, (nowMs - stride.startMs) / stride.lengthMs));
  const { from } = stride;
  return {
    x: from.x + (x - from.x) * part,
    y: from.y + (y - from.y) * part,
    z: from.z + (z - from.z) * part,
  };
}
