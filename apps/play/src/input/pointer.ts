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
import type { Pickable } from '../scene/standing.ts';
import type { WorldView } from '../scene/world-view.ts';
import type { Walking } from './walking.ts';

/** Two clicks within this are one use, in milliseconds. */
const DOUBLE_MS = 350;
/** A finger that rests so long on a thing asks for its menu, in milliseconds. */
const HOLD_MS = 450;
/** The right button on a thing: let go of within this it asks for a menu, held longer it walks; in milliseconds. */
const MENU_MS = 250;
/** A finger on the land walks after this: until then a second one may come to zoom; in milliseconds. */
const SECOND_FINGER_MS = 90;
/** Fingers that move so far apart or together change the zoom by one step: a part of their distance. */
const PINCH_STEP = 1.35;
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
  /** The right button on a thing, until it is held for long. */
  readonly asksMenu: boolean;
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
  /** Runs until a finger on the land is taken to walk; 0 when none does. */
  #walkTimer = 0;
  /** Fingers on the world, by pointer. */
  readonly #fingers = new Map<number, { x: number; y: number }>();
  #pinch = 0;

  constructor(canvas: HTMLCanvasElement, client: Client, view: WorldView, walking: Walking) {
    this.#client = client;
    this.#view = view;
    this.#walking = walking;
    canvas.addEventListener('pointerdown', (event) => this.#down(event, canvas));
    canvas.addEventListener('pointermove', (event) => this.#move(event, canvas));
    canvas.addEventListener('pointerup', (event) => this.#up(event));
    canvas.addEventListener('pointercancel', ({ pointerId }) => {
      this.#fingers.delete(pointerId);
      this.#end();
    });
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
    const isTouch = pointerType === 'touch';
    this.at.value = { x, y };
    if (isTouch) this.#fingers.set(id, { x, y });
    if (this.#fingers.size > 1) {
      this.#end();
      this.#pinch = this.#spread();
      return;
    }
    const on = this.#view.at(x, y);
    const isLand = on === null || on.serial === 0;
    const asksMenu = button === 2 && !isLand;
    // The right button walks; so does a finger on the land.
    const isWalk = button === 2 ? isLand : isTouch && isLand && !this.#isAsked();
    this.#press = { id, x, y, on, isWalk, asksMenu };
    if (isWalk && isTouch) this.#walkTimer = window.setTimeout(() => this.#walkByFinger(), SECOND_FINGER_MS);
    else if (isWalk) this.#walking.point(x, y);
    else if (asksMenu) this.#holdTimer = window.setTimeout(() => this.#walkOn(), MENU_MS);
    else if (isTouch && !isLand && !this.#isAsked())
      this.#holdTimer = window.setTimeout(() => this.#heldLong(on.serial), HOLD_MS);
  }

  /** There is one finger, which walks. */
  #walkByFinger(): void {
    clearTimeout(this.#walkTimer);
    this.#walkTimer = 0;
    this.#walking.point(this.at.value.x, this.at.value.y);
  }

  /** The right button was no question for a menu: it walks. */
  #walkOn(): void {
    const press = this.#press;
    if (press === null) return;
    clearTimeout(this.#holdTimer);
    this.#press = { ...press, isWalk: true, asksMenu: false };
    this.#walking.point(this.at.value.x, this.at.value.y);
  }

  #heldLong(serial: number): void {
    const press = this.#press;
    this.#press = null;
    if (press !== null) this.#client.windows.openMenu(serial, { x: press.x, y: press.y });
  }

  /** How far two fingers are apart, in pixels. */
  #spread(): number {
    const [a, b] = [...this.#fingers.values()];
    return a === undefined || b === undefined ? 0 : Math.hypot(a.x - b.x, a.y - b.y);
  }

  #pinched(): void {
    const spread = this.#spread();
    if (this.#pinch === 0 || spread === 0) return;
    const ratio = spread / this.#pinch;
    if (ratio < PINCH_STEP && ratio > 1 / PINCH_STEP) return;
    this.#pinch = spread;
    this.#view.camera.zoomBy(ratio > 1 ? 1 : -1);
  }

  #isAsked(): boolean {
    return this.#client.windows.target.value !== null || this.#client.world.held !== null;
  }

  #move({ clientX: x, clientY: y, pointerId, pointerType }: PointerEvent, canvas: HTMLCanvasElement): void {
    if (this.#fingers.has(pointerId)) this.#fingers.set(pointerId, { x, y });
    if (this.#fingers.size > 1) {
      this.#pinched();
      return;
    }
    const press = this.#press;
    if (press === null) {
      if (pointerType === 'touch') return;
      this.over.value = this.#view.at(x, y)?.serial ?? 0;
      return;
    }
    if (press.id !== pointerId) return;
    if (press.isWalk) {
      if (this.#walkTimer === 0) this.#walking.point(x, y);
    } else if (press.asksMenu) {
      if (Math.hypot(x - press.x, y - press.y) > DRAG_PX) this.#walkOn();
    } else if (Math.hypot(x - press.x, y - press.y) > DRAG_PX && press.on !== null && !this.#isAsked()) {
      this.#press = { ...press, on: null };
      clearTimeout(this.#holdTimer);
      // From here on it may be let go of over a window, which has to hear it.
      canvas.releasePointerCapture(pointerId);
      this.lift(press.on.serial);
    }
  }

  #up({ clientX: x, clientY: y, pointerId }: PointerEvent): void {
    this.#fingers.delete(pointerId);
    const press = this.#press;
    // A tap is a step.
    if (press !== null && this.#walkTimer !== 0) this.#walkByFinger();
    this.#end();
    if (press === null || press.isWalk) return;
    if (press.asksMenu) {
      this.#client.windows.openMenu(press.on!.serial, { x, y });
      return;
    }
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
    clearTimeout(this.#walkTimer);
    this.#walkTimer = 0;
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

  /** Can a thing be taken, as far as the client knows? */
  mayLift(serial: number): boolean {
    if (!isItem(serial) || this.#client.world.held !== null) return false;
    const item = this.#client.world.find(serial);
    return item === undefined || !('flags' in item) || (item.flags & MOVABLE) !== 0;
  }

  /** Begins to drag a thing; of a stack it asks first how much. */
  lift(serial: number): void {
    if (!this.mayLift(serial)) return;
    const item = this.#client.world.find(serial);
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

  /** Puts what is in the hand onto a thing, into a container, or gives it to somebody. */
  give(onto: number): void {
    const { held } = this.#client.world;
    if (held === null) return;
    this.#client.send(encodeDropRequest, { serial: held.serial, onto, x: 0xffff, y: 0xffff, z: 0, grid: 0 });
  }

  /** Puts what is in the hand down where the person stands. */
  putDown(): void {
    const { held, me } = this.#client.world;
    if (held === null || me === undefined) return;
    const { x, y, z } = me;
    this.#client.send(encodeDropRequest, { serial: held.serial, onto: THE_GROUND, x, y, z, grid: 0 });
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
