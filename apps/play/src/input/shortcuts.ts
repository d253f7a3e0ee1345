import {
  encodeOpenDoorRequest,
  encodePaperdollRequest,
  encodeUseRequest,
  encodeWarModeRequest,
} from '@gommog/uo/web';
import type { Client } from '../client.ts';
import type { OwnWindow } from '../model/windows.ts';
import type { WorldView } from '../scene/world-view.ts';
import type { Pointer } from './pointer.ts';
import { isTyping } from './walking.ts';

const WINDOW_KEYS: Readonly<Record<string, OwnWindow>> = {
  KeyJ: 'journal',
  KeyK: 'skills',
  KeyT: 'status',
  KeyM: 'map',
  KeyO: 'options',
  F1: 'help',
};
const BACKPACK_LAYER = 0x15;

/** Keys beside those for walking. Every act of the mouse has one. */
export class Shortcuts {
  readonly #client: Client;
  readonly #view: WorldView;
  readonly #pointer: Pointer;
  /** Opens the line for speech. */
  static readonly SPEAK = 'gommog-speak';
  #aimed = 0;

  constructor(client: Client, view: WorldView, pointer: Pointer) {
    this.#client = client;
    this.#view = view;
    this.#pointer = pointer;
    window.addEventListener('keydown', (event) => this.#down(event));
  }

  #down(event: KeyboardEvent): void {
    const { windows, world } = this.#client;
    if (event.key === 'Escape') return this.#escape();
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || this.#client.phase.value !== 'world')
      return;
    const isButton =
      event.target instanceof HTMLElement && event.target.closest('button, a, summary') !== null;
    if (isButton && (event.key === 'Enter' || event.key === ' ' || event.key === 'Tab')) return;
    const own = WINDOW_KEYS[event.code];
    if (own !== undefined) windows.toggle(own);
    else if (event.key === 'Enter') window.dispatchEvent(new Event(Shortcuts.SPEAK));
    else if (event.code === 'KeyP') this.#client.send(encodePaperdollRequest, { serial: world.self });
    else if (event.code === 'KeyI') this.#openBackpack();
    else if (event.code === 'KeyE') this.#client.send(encodeOpenDoorRequest, {});
    else if (event.code === 'KeyR') this.#client.send(encodeWarModeRequest, { war: world.war ? 0 : 1 });
    else if (event.code === 'BracketRight') this.#aim(1);
    else if (event.code === 'BracketLeft') this.#aim(-1);
    else if (event.code === 'KeyF' && this.#aimed !== 0) this.#pointer.use(this.#aimed);
    else if (event.code === 'KeyL' && this.#aimed !== 0) this.#pointer.click(this.#aimed);
    else if (event.code === 'KeyG' && this.#aimed !== 0) this.#pointer.lift(this.#aimed);
    else if (event.key === '+' || event.key === '=') this.#view.camera.zoomBy(1);
    else if (event.key === '-') this.#view.camera.zoomBy(-1);
    else return;
    event.preventDefault();
  }

  /** Lets go of what was begun last, or closes the window in front. */
  #escape(): void {
    const { windows } = this.#client;
    if (windows.target.value !== null) {
      windows.point({ choice: 0, serial: 0, x: 0, y: 0, z: 0, graphic: 0 });
      return;
    }
    const front = windows.open.value.at(-1);
    if (front === undefined) return;
    if (front.kind === 'gump') windows.answer(front.gump, { button: 0, switches: [], entries: [] });
    else windows.close(front.id);
  }

  #openBackpack(): void {
    const backpack = this.#client.world.me?.worn.find(({ layer }) => layer === BACKPACK_LAYER);
    if (backpack !== undefined) this.#client.send(encodeUseRequest, { serial: backpack.serial });
  }

  /** Chooses the next thing around, the nearest first: what a mouse would point at. */
  #aim(step: number): void {
    const { journal, world } = this.#client;
    const { me } = world;
    if (me === undefined) return;
    const far = ({ x, y }: { x: number; y: number }): number =>
      Math.max(Math.abs(x - me.x), Math.abs(y - me.y));
    const around = [
      ...[...world.mobiles.values()].filter(({ serial }) => serial !== world.self),
      ...world.ground.values(),
    ]
      .filter((each) => far(each) <= 10)
      .sort((a, b) => far(a) - far(b) || a.serial - b.serial);
    if (around.length === 0) return;
    const at = around.findIndex(({ serial }) => serial === this.#aimed);
    const next = around[(at + step + around.length) % around.length]!;
    this.#aimed = next.serial;
    this.#pointer.over.value = next.serial;
    const known = this.#client.windows.propertiesOf(next.serial)?.[0];
    const plain =
      'name' in next ? next.name : this.#client.ground.tileData.itemName(next.graphic).replaceAll('%', '');
    const name = known ?? plain;
    journal.add({ kind: 'label', name: '', text: `You aim at ${name}.`, hue: 0, atMs: performance.now() });
  }
}
