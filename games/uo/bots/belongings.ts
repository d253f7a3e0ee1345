import type * as packets from '../protocol/index.ts';
import type { ScriptedClient } from './scripted-client.ts';

/** Layer of a backpack. */
const BACKPACK = 0x15;
const GROUND = 0xffffffff;

/** Of an object in the world: an item, and of its flags: it can be lifted. */
const ITEM = 0;
const MOVABLE = 0x20;
/** From so many tiles away a thing is lifted. */
const REACH = 2;

interface Lying {
  readonly graphic: number;
  readonly x: number;
  readonly y: number;
}

/** What a client has heard of its own things and of those that lie about, and what it may do with them. Make one before the login. */
export class Belongings {
  readonly #client: ScriptedClient;
  /** Serials with the graphic of each. */
  readonly #things = new Map<number, number>();
  readonly #lying = new Map<number, Lying>();
  #backpack = 0;

  constructor(client: ScriptedClient) {
    this.#client = client;
    client.listen((packet) => this.#note(packet));
  }

  #note({ body, kind }: packets.ServerPacket): void {
    if (kind === 'container_contents')
      for (const { graphic, serial } of body.items) this.#things.set(serial, graphic);
    else if (kind === 'container_item') {
      this.#lying.delete(body.serial);
      this.#things.set(body.serial, body.graphic);
    } else if (kind === 'world_item' && body.kind === ITEM) {
      const { flags, graphic, serial, x, y } = body;
      this.#things.delete(serial);
      if ((flags & MOVABLE) !== 0) this.#lying.set(serial, { graphic, x, y });
    } else if (kind === 'delete_object') {
      this.#things.delete(body.serial);
      this.#lying.delete(body.serial);
    } else if (kind === 'mobile_incoming' && body.serial === this.#client.serial)
      this.#backpack = body.items.find(({ layer }) => layer === BACKPACK)?.serial ?? this.#backpack;
  }

  get things(): readonly number[] {
    return [...this.#things.keys()];
  }

  /** What lies within reach, and can be lifted. */
  get lying(): readonly number[] {
    const { x, y } = this.#client;
    const near = [...this.#lying].filter(
      ([, thing]) => Math.max(Math.abs(thing.x - x), Math.abs(thing.y - y)) <= REACH,
    );
    return near.map(([serial]) => serial);
  }

  /** What a thing looks like; undefined for one that is neither its own nor lies about. */
  graphicOf(thing: number): number | undefined {
    return this.#things.get(thing) ?? this.#lying.get(thing)?.graphic;
  }

  get backpack(): number {
    return this.#backpack;
  }

  /** Looks into the backpack: the answer tells what is in it. */
  open(): void {
    if (this.#backpack !== 0) this.#client.use(this.#backpack);
  }

  /** Lifts something of its own or that lies there, or a part of it, and puts it into the backpack or sometimes on the ground. */
  shuffle(random: () => number): void {
    const things = [...this.things, ...this.lying];
    const thing = things[Math.floor(random() * things.length)];
    if (thing === undefined) return;
    const client = this.#client;
    client.lift(thing, 1 + Math.floor(random() * 5));
    if (random() < 0.3) client.drop(thing, GROUND, client.x, client.y, client.z);
    else client.drop(thing, this.#backpack, 40 + Math.floor(random() * 60), 60 + Math.floor(random() * 40));
  }
}
