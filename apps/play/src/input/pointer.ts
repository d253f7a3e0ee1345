import {
  encodeDropRequest,
  encodeLiftRequest,
  encodeLookRequest,
  encodePaperdollRequest,
  encodeUseRequest,
} from '@gommog/uo/web';
import { signal } from '@preact/signals';
import type { Client } from '../client.ts';
import { isItem } from '../model/world-model.ts';
import type { Pickable } from '../scene/painter.ts';
import type { WorldView } from '../scene/world-view.ts';
import type { Walking } from './walking.ts';

/** Two clicks within this are one use, in milliseconds. */
const DOUBLE_MS = 350;
/** A finger that rests so long asks for what the other button asks for, in milliseconds. */
const HOLD_MS = 450;
/** A pointer that moves farther than this drags, in pixels. */
const DRAG_PX = 6;
const THE_GROUND = 0xffffffff;
const MOVABLE = 1;

interface Press {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly on: Pickable | null;
  readonly isWalk: boolean;
}

/** A stack that was dragged: how much of it is asked for. */
export interface SplitAsked {
  readonly serial: number;
  readonly amount: number;
}

/** Mouse and touch on the world: look, use, drag, point, walk. */
export class Pointer {
  /** Where the pointer is on the page. */
  readonly at = signal({ x: 0, y: 0 });
  /** What it is on, for the tooltip; 0 for nothing. */
  readonly over = signal(0);
  readonly split = signal<SplitAsked | null>(null);
  readonly #client: Client;
  readonly #view: WorldView;
  readonly #walking: Walking;
  #press: Press | null = null;
  #lastClick = { serial: 0, atMs: 0 };
  #lookTimer = 0;
  #holdTimer = 0;

  constructor(canvas: HTMLCanvasElement, client: Client, view: WorldView, walking: Walking) {
    this.#client = client;
    this.#view = view;
    this.#walking = walking;
    canvas.addEventListener('pointerdown', (event) => this.#down(event, canvas));
    canvas.addEventListener('pointermove', (event) => this.#move(event, canvas));
    canvas.addEventListener('pointerup', (event) => this.#up(event));
    canvas.addEventListener('pointercancel', () => this.#end());
    canvas.addEventListener('contextmenu', (event) => event.preventDefault());
    canvas.addEventListener('wheel', (event) => view.camera.zoomBy(event.deltaY > 0 ? -1 : 1), {
      passive: true,
    });
    window.addEventListener('pointermove', ({ clientX: x, clientY: y }) => {
      this.at.value = { x, y };
    });
  }

  #down(event: PointerEvent, canvas: HTMLCanvasElement): void {
    canvas.setPointerCapture(event.pointerId);
    const { button, clientX: x, clientY: y, pointerId: id, pointerType } = event;
    const on = this.#view.at(x, y);
    // The right button walks; so does a finger on the land.
    const isWalk =
      button === 2 || (pointerType === 'touch' && (on === null || on.serial === 0) && !this.#isAsked());
    this.#press = { id, x, y, on, isWalk };
    if (isWalk) this.#walking.point(x, y);
    else if (pointerType === 'touch') this.#holdTimer = window.setTimeout(() => this.#look(on), HOLD_MS);
  }

  #isAsked(): boolean {
    return this.#client.windows.target.value !== null || this.#client.world.held !== null;
  }

  #move({ clientX: x, clientY: y, pointerId }: PointerEvent, canvas: HTMLCanvasElement): void {
    const press = this.#press;
    if (press === null) {
      this.over.value = this.#view.at(x, y)?.serial ?? 0;
      return;
    }
    if (press.id !== pointerId) return;
    if (press.isWalk) this.#walking.point(x, y);
    else if (Math.hypot(x - press.x, y - press.y) > DRAG_PX && press.on !== null && !this.#isAsked()) {
      this.#press = { ...press, on: null };
      clearTimeout(this.#holdTimer);
      // From here on it may be let go of over a window, which has to hear it.
      canvas.releasePointerCapture(pointerId);
      this.lift(press.on.serial);
    }
  }

  #up({ clientX: x, clientY: y }: PointerEvent): void {
    const press = this.#press;
    this.#end();
    if (press === null || press.isWalk) return;
    const { held } = this.#client.world;
    const on = this.#view.at(x, y);
    if (held !== null) this.#dropAt(on, held.serial);
    else if (this.#client.windows.target.value !== null) this.#pointAt(on);
    else if (press.on !== null) this.click(press.on.serial);
  }

  #end(): void {
    this.#press = null;
    this.#walking.stopPointing();
    clearTimeout(this.#holdTimer);
  }

  /** One click looks, two use. Also for things in windows. */
  click(serial: number): void {
    clearTimeout(this.#lookTimer);
    if (serial === 0) return;
    const { windows } = this.#client;
    if (windows.target.value !== null) {
      windows.point({ choice: 1, serial, x: 0, y: 0, z: 0, graphic: 0 });
      return;
    }
    const atMs = performance.now();
    const isSecond = this.#lastClick.serial === serial && atMs - this.#lastClick.atMs < DOUBLE_MS;
    this.#lastClick = isSecond ? { serial: 0, atMs: 0 } : { serial, atMs };
    if (isSecond) this.use(serial);
    else
      this.#lookTimer = window.setTimeout(() => this.#client.send(encodeLookRequest, { serial }), DOUBLE_MS);
  }

  use(serial: number): void {
    if (isItem(serial)) this.#client.send(encodeUseRequest, { serial });
    else this.#client.send(encodePaperdollRequest, { serial });
  }

  #look(on: Pickable | null): void {
    if (on !== null && on.serial !== 0) this.#client.send(encodeLookRequest, { serial: on.serial });
  }

  /** Begins to drag a thing; of a stack it asks first how much. */
  lift(serial: number): void {
    const { world } = this.#client;
    if (!isItem(serial) || world.held !== null) return;
    const item = world.find(serial);
    if (item !== undefined && 'flags' in item && (item.flags & MOVABLE) === 0) return;
    // What it is was read; in the hand it would only be in the way.
    this.over.value = 0;
    const amount = item?.amount ?? 1;
    if (amount > 1) this.split.value = { serial, amount };
    else this.#client.send(encodeLiftRequest, { serial, amount: 1 });
  }

  /** The answer to how much of a stack; 0 for nothing. */
  liftPart(serial: number, amount: number): void {
    this.split.value = null;
    if (amount > 0) this.#client.send(encodeLiftRequest, { serial, amount });
  }

  #dropAt(on: Pickable | null, serial: number): void {
    if (on === null) return;
    const onto = on.serial !== 0 && on.serial !== serial ? on.serial : THE_GROUND;
    const place = onto === THE_GROUND ? { x: on.x, y: on.y } : { x: 0xffff, y: 0xffff };
    this.#client.send(encodeDropRequest, { serial, onto, ...place, z: on.z, grid: 0 });
  }

  #pointAt(on: Pickable | null): void {
    const { windows } = this.#client;
    if (on === null) return;
    const { graphic, serial, x, y, z } = on;
    if (serial !== 0) windows.point({ choice: 1, serial, x, y, z, graphic });
    else windows.point({ choice: 2, serial: 0, x, y, z, graphic });
  }
}
