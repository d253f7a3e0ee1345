import { checkStep, type Ground, offsetX, offsetY, PERSON_HEIGHT } from '@gommog/uo/movement';
import type { Placed, StepDenied, StepTaken } from '@gommog/uo/web';
import { MobileFlag, type MobileModel, strideMs } from '../model/mobile-model.ts';

/** Requests that may be unanswered. The shard denies more. */
const MAX_UNANSWERED = 24;
/** Time after a turn before the next request, in milliseconds. */
const TURN_MS = 45;
const RUNNING = 0x80;
/** Time that a wish which was held all along may make up for when frames are slow, in milliseconds. */
const CATCH_UP_MS = 1_000;

export interface WalkerOptions {
  readonly send: (request: { readonly sequence: number; readonly facing: number }) => void;
  /** What stands where the person is. */
  readonly ground: () => Ground;
  /** Asks the shard where the person is. */
  readonly resync: () => void;
}

/**
 * Takes the person's own steps at once, by the shard's own rules, and remembers them until they are answered. A denial puts
 * the person back to where the shard has it.
 */
export class Walker {
  readonly #options: WalkerOptions;
  /** Sequences that are unanswered, the oldest first. */
  #unanswered: number[] = [];
  #next = 0;
  #readyAtMs = 0;

  constructor(options: WalkerOptions) {
    this.#options = options;
  }

  get isAhead(): boolean {
    return this.#unanswered.length > 0;
  }

  /** Nothing is under way: as after entering the world. */
  reset(): void {
    this.#unanswered = [];
    this.#next = 0;
  }

  /**
   * Takes all steps that are due, or turns first. Where the way is blocked straight on, it slides along: one eighth to either
   * side. `sinceMs`: from when on it is wished; steps begin when they were due, not when a frame finds the time for them.
   * Returns how many requests were sent.
   */
  walk(me: MobileModel, wanted: number, isRunning: boolean, sinceMs: number, nowMs: number): number {
    const before = this.#unanswered.length;
    const earliestMs = Math.max(sinceMs, nowMs - CATCH_UP_MS);
    while (this.#step(me, wanted, isRunning, Math.max(this.#readyAtMs, earliestMs), nowMs));
    // Time in which the way was blocked is not made up for.
    this.#readyAtMs = Math.max(this.#readyAtMs, nowMs);
    return this.#unanswered.length - before;
  }

  /** False when it is too early or nothing is possible. */
  #step(me: MobileModel, wanted: number, isRunning: boolean, dueMs: number, nowMs: number): boolean {
    if (dueMs > nowMs || this.#unanswered.length >= MAX_UNANSWERED) return false;
    if ((me.flags & MobileFlag.frozen) !== 0) return false;
    const direction = this.#passable(me, wanted);
    if (direction === null && me.direction === wanted) return false;
    const facing = direction ?? wanted;
    const request = facing | (isRunning ? RUNNING : 0);
    if (me.direction !== facing) {
      this.#request(request);
      me.step(me, facing, isRunning, 0, dueMs);
      this.#readyAtMs = dueMs + TURN_MS;
      return true;
    }
    const z = this.#heightAfter(me, facing);
    if (z === null) return false;
    this.#request(request);
    const lengthMs = strideMs(me.isMounted, isRunning);
    me.step({ x: me.x + offsetX(facing), y: me.y + offsetY(facing), z }, facing, isRunning, lengthMs, dueMs);
    this.#readyAtMs = dueMs + lengthMs;
    return true;
  }

  #passable(me: MobileModel, wanted: number): number | null {
    for (const turn of [0, 1, 7]) {
      const direction = (wanted + turn) % 8;
      if (this.#heightAfter(me, direction) !== null) return direction;
    }
    return null;
  }

  #heightAfter({ flags, x, y, z }: MobileModel, direction: number): number | null {
    const mover = { height: PERSON_HEIGHT, isPlayer: true, ghost: (flags & MobileFlag.dead) !== 0 };
    return checkStep({ ...this.#options.ground(), x, y, z, direction, mover });
  }

  #request(facing: number): void {
    const sequence = this.#next;
    this.#next = sequence === 255 ? 1 : sequence + 1;
    this.#unanswered.push(sequence);
    this.#options.send({ sequence, facing });
  }

  taken({ sequence }: StepTaken): void {
    if (this.#unanswered.shift() !== sequence) this.#options.resync();
  }

  /** The shard has the person elsewhere: there it stands now. */
  denied({ facing, x, y, z }: StepDenied, me: MobileModel): void {
    this.reset();
    me.jump({ x, y, z }, facing & 7);
  }

  placed({ facing, x, y, z }: Placed, me: MobileModel): void {
    this.reset();
    me.jump({ x, y, z }, facing & 7);
  }
}
