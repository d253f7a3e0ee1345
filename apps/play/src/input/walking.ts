import type { Client } from '../client.ts';
import { pointedDirection } from '../scene/projection.ts';
import type { WorldView } from '../scene/world-view.ts';

/** Which way the arrow keys and W A S D lead; two of them together lead between. North is up and to the right. */
const KEYS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  KeyW: [0, -1],
  KeyS: [0, 1],
  KeyA: [-1, 0],
  KeyD: [1, 0],
  Numpad8: [0, -1],
  Numpad2: [0, 1],
  Numpad4: [-1, 0],
  Numpad6: [1, 0],
  Numpad7: [-1, -1],
  Numpad9: [1, -1],
  Numpad1: [-1, 1],
  Numpad3: [1, 1],
};
/** Part of half the view from which on a pointer means to run. */
const RUN_FROM = 0.45;
/** Pixels around the person where a pointer means nothing. */
const DEAD = 16;
/** Two keys that are pressed or let go of within this time are meant together, in milliseconds. */
const CHORD_MS = 60;

/** Where the person is told to go: by keys, by a pointer that is held, by a touch. */
export class Walking {
  readonly #client: Client;
  readonly #view: WorldView;
  readonly #now: () => number;
  readonly #keys = new Set<string>();
  #pointer: { x: number; y: number } | null = null;
  alwaysRun = false;
  #shift = false;
  /** Since when somewhere is wished to go; null while nowhere is. */
  #sinceMs: number | null = null;
  /** Until then another key may come or go that belongs to the last one. */
  #settledMs = 0;
  /** Has it led to a step, or to a turn, since the last key was pressed? */
  #hasStepped = false;

  constructor(client: Client, view: WorldView, now: () => number) {
    this.#now = now;
    this.#client = client;
    this.#view = view;
    window.addEventListener('keydown', (event) => this.#keyDown(event));
    window.addEventListener('keyup', (event) => this.#keyUp(event));
    window.addEventListener('blur', () => this.stop());
  }

  #keyDown(event: KeyboardEvent): void {
    this.#shift = event.shiftKey;
    if (
      KEYS[event.code] === undefined ||
      isTyping(event.target) ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    if (this.#keys.has(event.code)) return;
    this.#keys.add(event.code);
    this.#hasStepped = false;
    this.#settledMs = this.#now() + CHORD_MS;
  }

  #keyUp(event: KeyboardEvent): void {
    this.#shift = event.shiftKey;
    if (!this.#keys.has(event.code)) return;
    // A key that is let go of before the next frame is a step too.
    if (!this.#hasStepped) {
      this.#settledMs = 0;
      this.step(this.#now());
    }
    this.#keys.delete(event.code);
    this.#settledMs = this.#now() + CHORD_MS;
  }

  point(x: number, y: number): void {
    this.#pointer = { x, y };
    this.step(this.#now());
  }

  stopPointing(): void {
    this.#pointer = null;
  }

  stop(): void {
    this.#keys.clear();
    this.#pointer = null;
  }

  /** Takes the steps that are wanted, due and possible. Called before each frame, and when a wish begins. */
  step(nowMs: number): void {
    const { phase, walker, world } = this.#client;
    const { me } = world;
    // Nobody walks into land that has not come yet.
    const mayWalk =
      phase.value === 'world' && me !== undefined && this.#client.ground.land.isThere(me.x, me.y, 2);
    const wish = mayWalk ? this.#wish() : null;
    if (wish === null || me === undefined) {
      this.#sinceMs = null;
      return;
    }
    this.#sinceMs ??= nowMs;
    const { direction, isRunning } = wish;
    const fromMs = Math.max(this.#sinceMs, this.#keys.size > 0 ? this.#settledMs : 0);
    if (walker.walk(me, direction, isRunning, fromMs, nowMs) === 0) return;
    this.#hasStepped = true;
    world.forgetFar();
  }

  #wish(): { readonly direction: number; readonly isRunning: boolean } | null {
    let [dx, dy] = [0, 0];
    for (const code of this.#keys) {
      dx += KEYS[code]![0];
      dy += KEYS[code]![1];
    }
    if (dx !== 0 || dy !== 0) {
      const direction = pointedDirection(Math.sign(dx), Math.sign(dy));
      return { direction, isRunning: this.alwaysRun !== this.#shift };
    }
    if (this.#pointer === null) return null;
    const { height, width } = this.#view.camera;
    const x = this.#pointer.x - width / 2;
    const y = this.#pointer.y - height / 2;
    if (Math.hypot(x, y) < DEAD) return null;
    const far = Math.hypot(x / width, y / height) * 2;
    return { direction: pointedDirection(x, y), isRunning: far > RUN_FROM };
  }
}

/** Are the keys for a field of text? */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}
