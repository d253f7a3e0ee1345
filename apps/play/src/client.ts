import {
  type CharacterList,
  type CreateCharacterIn,
  encodeCreateAccount,
  encodeCreateCharacter,
  encodeDeleteCharacter,
  encodeEnterWorld,
  encodeHello,
  encodeLeaveWorld,
  encodeLoginRequest,
  encodePing,
  encodePlaceRequest,
  encodeResumeRequest,
  encodeWalkRequest,
  RefusalReason,
  type Refused,
  type ServerPacket,
  type Status,
  ToldKind,
} from '@gommog/uo/web';
import { signal } from '@preact/signals';
import { Ground } from './land/ground.ts';
import type { WorldFiles } from './land/world-files.ts';
import { Bubbles } from './model/bubbles.ts';
import { Journal } from './model/journal.ts';
import { Windows } from './model/windows.ts';
import { WorldModel } from './model/world-model.ts';
import { type Remembered, recall, remember } from './remembered.ts';
import { Walker } from './walk/walker.ts';
import { Link } from './wire/link.ts';
import { type Encode, VERSION } from './wire/packet-stream.ts';

/**
 * `connecting`: no link yet. `login`: name and password are awaited. `characters`: one is being chosen. `world`: in it.
 * `lost`: was in the world, and is coming back by itself. `ended`: the shard does not want this client back.
 */
export type Phase = 'connecting' | 'login' | 'characters' | 'world' | 'lost' | 'ended';

const PING_MS = 5_000;
const CLIENT = 'gommog-play 1';

/** Everything of a player's client but what is seen and clicked: link, session, world, steps, words and windows. */
export class Client {
  readonly phase = signal<Phase>('connecting');
  readonly shardName = signal('');
  readonly mayCreateAccount = signal(false);
  readonly characters = signal<CharacterList | null>(null);
  /** The last refusal, for the form that it answers. */
  readonly refusal = signal<Refused | null>(null);
  readonly status = signal<Status | null>(null);
  /** Grows whenever something in the world changes that windows show. */
  readonly changes = signal(0);
  /** Way to the shard and back, in milliseconds; null while it is not known. */
  readonly latencyMs = signal<number | null>(null);
  readonly world = new WorldModel();
  readonly journal = new Journal();
  readonly bubbles = new Bubbles();
  readonly windows: Windows;
  readonly walker: Walker;
  readonly ground: Ground;
  readonly #link: Link;
  readonly #now: () => number;
  #remembered: Remembered;
  #pingTimer = 0;
  onSound: (sound: number, x: number, y: number) => void = () => {};

  constructor(url: string, files: WorldFiles, now: () => number) {
    this.#now = now;
    this.#remembered = recall();
    this.windows = new Windows(this);
    this.world.onChange = () => {
      this.changes.value++;
    };
    this.ground = new Ground(files, this.world);
    this.walker = new Walker({
      send: (request) => this.send(encodeWalkRequest, request),
      ground: () => this.ground.here,
      resync: () => this.send(encodePlaceRequest, {}),
    });
    this.#link = new Link(url, {
      onOpen: () => this.send(encodeHello, { oldest: VERSION, newest: VERSION, client: CLIENT }),
      onPacket: (packet) => this.#hear(packet),
      onLost: () => this.#lost(),
    });
  }

  start(): void {
    this.#link.open();
    this.#pingTimer = window.setInterval(() => this.#ping(), PING_MS);
  }

  stop(): void {
    clearInterval(this.#pingTimer);
    this.#link.close();
  }

  send<V>(encode: Encode<V>, value: V): void {
    this.#link.send(encode, value);
  }

  /** A line of the client's own: in the journal, and said by screen readers. */
  tell(text: string): void {
    this.journal.add({ kind: 'system', name: '', text, hue: 0, atMs: this.#now() });
  }

  login(name: string, password: string): void {
    this.refusal.value = null;
    this.send(encodeLoginRequest, { name, password });
  }

  createAccount(name: string, password: string): void {
    this.refusal.value = null;
    this.send(encodeCreateAccount, { name, password });
  }

  createCharacter(character: CreateCharacterIn): void {
    this.refusal.value = null;
    this.#keep({ slot: character.slot });
    this.send(encodeCreateCharacter, character);
  }

  deleteCharacter(slot: number): void {
    this.refusal.value = null;
    this.send(encodeDeleteCharacter, { slot });
  }

  enter(slot: number): void {
    this.refusal.value = null;
    this.#keep({ slot });
    this.send(encodeEnterWorld, { slot });
  }

  /** Back to the choice of characters. */
  leave(): void {
    this.#keep({ slot: null });
    this.send(encodeLeaveWorld, {});
  }

  /** Back to name and password. */
  logout(): void {
    this.#keep({ token: null, slot: null });
    this.characters.value = null;
    this.phase.value = 'connecting';
    this.#link.open();
  }

  #keep(part: Partial<Remembered>): void {
    this.#remembered = { ...this.#remembered, ...part };
    remember(this.#remembered);
  }

  #ping(): void {
    if (this.#link.isOpen) this.send(encodePing, { stamp: Math.floor(this.#now()) >>> 0 });
  }

  #lost(): void {
    this.latencyMs.value = null;
    if (!this.#link.mayReturn) this.phase.value = 'ended';
    else if (this.phase.value === 'world') this.phase.value = 'lost';
    else if (this.phase.value !== 'lost') this.phase.value = 'connecting';
  }

  #hear(packet: ServerPacket): void {
    const { world } = this;
    const nowMs = this.#now();
    const { me } = world;
    switch (packet.kind) {
      case 'welcome':
        return this.#welcomed(packet.body.shardName, packet.body.mayCreateAccount === 1);
      case 'refused':
        return this.#refused(packet.body);
      case 'logged_in': {
        const { name, token } = packet.body;
        this.#link.settled();
        this.#keep({ account: name, token: btoa(String.fromCharCode(...token)) });
        return;
      }
      case 'character_list':
        this.characters.value = packet.body;
        // One who comes back asked for the world already.
        if (this.phase.value !== 'lost') this.phase.value = 'characters';
        return;
      case 'pong':
        this.latencyMs.value = Math.max(0, (Math.floor(nowMs) >>> 0) - packet.body.stamp);
        return;
      case 'entered':
        world.apply(packet, nowMs, true);
        this.walker.reset();
        this.windows.clear();
        this.phase.value = 'world';
        return;
      case 'step_taken':
        return this.walker.taken(packet.body);
      case 'step_denied':
        if (me !== undefined) this.walker.denied(packet.body, me);
        return;
      case 'placed':
        world.apply(packet, nowMs, true);
        if (me !== undefined) this.walker.placed(packet.body, me);
        return;
      case 'sound':
        return this.onSound(packet.body.sound, packet.body.x, packet.body.y);
      case 'status':
        this.status.value = packet.body;
        return;
      case 'trade_opened':
        this.tell(`You trade with ${packet.body.name}.`);
        break;
      case 'trade_closed':
        this.tell(packet.body.completed === 1 ? 'The trade is done.' : 'The trade is called off.');
        break;
      case 'spoken':
      case 'told':
      case 'announced':
        return this.#words(packet, nowMs);
      default:
    }
    world.apply(packet, nowMs, !this.walker.isAhead);
    this.windows.hear(packet);
  }

  #welcomed(shardName: string, mayCreateAccount: boolean): void {
    this.shardName.value = shardName;
    this.mayCreateAccount.value = mayCreateAccount;
    const { slot, token } = this.#remembered;
    if (token === null) {
      this.phase.value = 'login';
      return;
    }
    this.send(encodeResumeRequest, { token: Uint8Array.from(atob(token), (letter) => letter.charCodeAt(0)) });
    if (slot !== null) this.send(encodeEnterWorld, { slot });
  }

  #refused(refused: Refused): void {
    this.refusal.value = refused;
    if (refused.closing === 1) this.#link.mayReturn = refused.mayReturn === 1;
    const { phase } = this;
    if (refused.reason === RefusalReason.tokenVoid) {
      this.#keep({ token: null, slot: null });
      phase.value = 'login';
    } else if (phase.value === 'lost' && refused.closing === 0) phase.value = 'characters';
  }

  #words(packet: ServerPacket, atMs: number): void {
    const { bubbles, journal } = this;
    if (packet.kind === 'spoken') {
      const { hue, manner, name, serial, text } = packet.body;
      journal.add({ kind: 'speech', name, text, hue, atMs });
      bubbles.add(serial, text, hue, manner, atMs);
    } else if (packet.kind === 'told') {
      const { hue, kind, serial, text } = packet.body;
      journal.add({ kind: kind === ToldKind.label ? 'label' : 'system', name: '', text, hue, atMs });
      if (serial !== 0) bubbles.add(serial, text, hue, 0, atMs);
    } else if (packet.kind === 'announced') {
      journal.add({ kind: 'announcement', name: '', text: packet.body.text, hue: packet.body.hue, atMs });
    }
  }
}
