import {
  encodeOpenDoorRequest,
  encodePaperdollRequest,
  encodeUseRequest,
  encodeWarModeRequest,
} from '@gommog/uo/web';
import type { Client } from '../client.ts';
import { around } from '../model/around.ts';
import type { OwnWindow } from '../model/windows.ts';
import type { WorldView } from '../scene/world-view.ts';
import { type Action, actionOf, type Bindings } from './key-bindings.ts';
import type { Pointer } from './pointer.ts';
import { isTyping } from './walking.ts';

const OWN_WINDOWS: ReadonlySet<Action> = new Set<OwnWindow>([
  'nearby',
  'journal',
  'skills',
  'status',
  'map',
  'options',
  'help',
  'staff',
]);
const BACKPACK_LAYER = 0x15;

function isOwnWindow(action: Action): action is OwnWindow {
  return OWN_WINDOWS.has(action);
}

/** Keys beside those for walking. Every act of the mouse has one. */
export class Shortcuts {
  readonly #client: Client;
  readonly #view: WorldView;
  readonly #pointer: Pointer;
  /** Opens the line for speech. */
  static readonly SPEAK = 'gommog-speak';
  /** Keys that were chosen instead of the usual ones. */
  bindings: Bindings = {};
  #aimed = 0;

  constructor(client: Client, view: WorldView, pointer: Pointer) {
    this.#client = client;
    this.#view = view;
    this.#pointer = pointer;
    window.addEventListener('keydown', (event) => this.#down(event));
    // The browser's own menu of the page would lie over ours.
    window.addEventListener(
      'contextmenu',
      (event) => event.target === document.body && event.preventDefault(),
    );
  }

  #down(event: KeyboardEvent): void {
    if (event.key === 'Escape') return this.#escape();
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || this.#client.phase.value !== 'world')
      return;
    const isButton =
      event.target instanceof HTMLElement && event.target.closest('button, a, summary') !== null;
    if (isButton && (event.key === 'Enter' || event.key === ' ' || event.key === 'Tab')) return;
    const action = actionOf(this.bindings, event.code);
    if (action === null || !this.#act(action)) return;
    event.preventDefault();
  }

  /** False when there is nothing to do it with. */
  #act(action: Action): boolean {
    const { windows, world } = this.#client;
    if (action === 'staff' && world.access === 0) return false;
    if (isOwnWindow(action)) windows.toggle(action);
    else if (action === 'speak') window.dispatchEvent(new Event(Shortcuts.SPEAK));
    else if (action === 'paperdoll') this.#client.send(encodePaperdollRequest, { serial: world.self });
    else if (action === 'backpack') this.#openBackpack();
    else if (action === 'door') this.#client.send(encodeOpenDoorRequest, {});
    else if (action === 'war') this.#client.send(encodeWarModeRequest, { war: world.war ? 0 : 1 });
    else if (action === 'aim-next') this.#aim(1);
    else if (action === 'aim-before') this.#aim(-1);
    else if (action === 'put-down') this.#pointer.putDown();
    else if (action === 'nearer') this.#view.camera.zoomBy(1);
    else if (action === 'farther') this.#view.camera.zoomBy(-1);
    else return this.#actOnAimed(action);
    return true;
  }

  #actOnAimed(action: Action): boolean {
    const aimed = this.#aimed;
    if (aimed === 0) return false;
    if (action === 'use') this.#pointer.use(aimed);
    else if (action === 'look') this.#pointer.click(aimed);
    else if (action === 'take') this.#pointer.lift(aimed);
    else this.#client.windows.openMenu(aimed, { x: innerWidth / 2, y: innerHeight / 2 });
    return true;
  }

  /** Lets go of what was begun last, or closes the window in front. */
  #escape(): void {
    const { windows } = this.#client;
    if (windows.target.value !== null) {
      windows.point({ choice: 0, serial: 0, x: 0, y: 0, z: 0, graphic: 0 });
      return;
    }
    const front = windows.open.value.at(-1);
    if (front !== undefined) windows.dismiss(front);
  }

  #openBackpack(): void {
    const backpack = this.#client.world.me?.worn.find(({ layer }) => layer === BACKPACK_LAYER);
    if (backpack !== undefined) this.#client.send(encodeUseRequest, { serial: backpack.serial });
  }

  /** Chooses the next thing around, the nearest first: what a mouse would point at. */
  #aim(step: number): void {
    const { ground, windows, world } = this.#client;
    const near = around(world);
    if (near.length === 0) return;
    const at = near.findIndex(({ serial }) => serial === this.#aimed);
    const next = near[(at + step + near.length) % near.length]!;
    this.#aimed = next.serial;
    this.#pointer.over.value = next.serial;
    const plain = next.name || ground.tileData.itemName(next.graphic).replaceAll('%', '');
    const name = windows.propertiesOf(next.serial)?.[0] ?? plain;
    this.#client.tell(`You aim at ${name}, ${next.where}.`);
  }
}
