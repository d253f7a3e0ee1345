import type { BotConnection, Connect } from '@gommog/bots';
import { Writer } from '@gommog/wire';
import * as packets from '../protocol/index.ts';
import { offsetX, offsetY } from '../rules/movement/index.ts';
import { Decompressor } from '../transport/index.ts';
import { PacketListeners } from './packet-listeners.ts';

export interface ScriptedClientOptions {
  readonly connect: Connect;
  readonly host: string;
  readonly port: number;
  readonly account: string;
  readonly password: string;
  /** Client version, as text; default 7.0.102.3. */
  readonly version?: string;
  /** Decode every packet and fail on one that is not exactly as described. Default true; load bots leave it out. */
  readonly strict?: boolean;
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
}

/** A step that the server has not answered yet. */
interface PendingStep {
  readonly sequence: number;
  readonly direction: number;
  readonly sentAt: number;
}

/** Packets that even a load bot looks into. */
const WALK_ACCEPTED = 0x22;
const WALK_DENIED = 0x21;
const UPDATE_PLAYER = 0x20;
const LOGIN_CONFIRM = 0x1b;
const MOBILE_MOVING = 0x77;
const LOGIN_COMPLETE = 0x55;

/** No more steps than this may be unanswered: the client's own limit. */
export const MAX_PENDING_STEPS = 5;

/**
 * A UO client without eyes: it logs in over the real protocol and does what it is told. It believes what the server tells it,
 * walks ahead of the answers as real clients do, and counts what it gets.
 */
export class ScriptedClient {
  readonly #options: ScriptedClientOptions;
  readonly #version: number;
  readonly #writer = new Writer(1024);
  #connection: BotConnection | null = null;
  #decompressor: Decompressor | null = null;
  #buffer = new Uint8Array(0);
  readonly #listeners: PacketListeners<packets.ServerPacket>;
  readonly #pending: PendingStep[] = [];
  #sequence = 0;

  serial = 0;
  x = 0;
  y = 0;
  z = 0;
  direction = 0;
  /** Size of the facet, as told at login. */
  facetWidth = 0;
  facetHeight = 0;
  inWorld = false;
  closed: string | null = null;
  readonly count = { packets: 0, bytes: 0, movesSeen: 0, accepted: 0, denied: 0, errors: 0 };
  /** Called with the milliseconds from a step to its acknowledgement. */
  onAck: ((ms: number) => void) | null = null;
  /** Position of the last step that was acknowledged, and when: what the server has promised. */
  confirmed = { x: 0, y: 0, at: 0 };

  constructor(options: ScriptedClientOptions) {
    this.#options = options;
    this.#listeners = new PacketListeners(options.account);
    this.#version = packets.parseVersion(options.version ?? '7.0.102.3')!;
  }

  // ── login ────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Logs in and enters the world with the character in `slot`, made first if the slot is free. */
  async login(slot = 0, character: Partial<packets.CreateCharacterNewIn> = {}): Promise<void> {
    const list = await this.authenticate();
    await this.enter(list, slot, character);
  }

  /** The first half of a login: name and password, the relay, and the list of characters. */
  async authenticate(): Promise<packets.CharacterList> {
    const { host, port, account, password } = this.#options;
    await this.#open(host, port);
    // Each answer is awaited before the question is sent: over a link in memory it comes at once.
    const servers = this.waitFor('server_list', 'login_denied').then(expecting('server_list'));
    this.#sendSeed();
    this.send(packets.encodeAccountLogin, { username: account, password });
    await servers;
    const relayed = this.waitFor('relay');
    this.send(packets.encodeSelectServer, { index: 0 });
    const { authKey } = (await relayed).body as packets.Relay;
    this.#connection?.close('relayed');

    await this.#open(host, port);
    const characters = this.waitFor('character_list');
    this.#write(Uint8Array.of(authKey >>> 24, authKey >>> 16, authKey >>> 8, authKey));
    this.#decompressor = new Decompressor();
    this.send(packets.encodeGameLogin, { authKey, username: account, password });
    return (await characters).body as packets.CharacterList;
  }

  /** The second half: into the world with one of the characters, or with a new one. */
  async enter(
    list: packets.CharacterList,
    slot = 0,
    character: Partial<packets.CreateCharacterNewIn> = {},
  ): Promise<void> {
    const entered = this.waitFor('login_complete', 'session_message').then(expecting('login_complete'));
    if ((list.slots[slot]?.name ?? '') === '')
      this.send(packets.encodeCreateCharacterNew, newCharacter(slot, character));
    else {
      const name = list.slots[slot]!.name;
      this.send(packets.encodeSelectCharacter, { name, clientFlags: 0x3f, slot, clientIp: 0x0100007f });
    }
    await entered;
    this.inWorld = true;
  }

  #sendSeed(): void {
    const v = this.#version;
    this.send(packets.encodeLoginSeed, {
      seed: 0x0100007f,
      major: v >>> 24,
      minor: (v >>> 16) & 0xff,
      revision: (v >>> 8) & 0xff,
      patch: v & 0xff,
    });
  }

  async #open(host: string, port: number): Promise<void> {
    this.#decompressor = null;
    this.#buffer = new Uint8Array(0);
    let current: BotConnection | null = null;
    const connection = await this.#options.connect(host, port, {
      onData: (bytes) => this.#onData(bytes),
      onClose: (reason) => {
        if (this.#connection !== current) return;
        this.closed = reason;
        this.inWorld = false;
        this.#listeners.closed(reason);
      },
    });
    current = connection;
    this.#connection = connection;
    this.closed = null;
  }

  logout(): void {
    this.send(packets.encodeLogoutRequest, {});
  }

  close(reason = 'done'): void {
    this.#connection?.close(reason);
  }

  // ── sending ──────────────────────────────────────────────────────────────────────────────────────────────────────

  send<V>(encode: (writer: Writer, value: V, version: number) => void, value: V): void {
    this.#writer.reset();
    encode(this.#writer, value, this.#version);
    this.#write(this.#writer.bytes());
  }

  /** Bytes as they are: for what no well-behaved client sends. */
  sendRaw(bytes: Uint8Array): void {
    this.#write(bytes);
  }

  #write(bytes: Uint8Array): void {
    this.#connection?.write(bytes);
    this.#connection?.flush();
  }

  get pendingSteps(): number {
    return this.#pending.length;
  }

  /** Asks for a step or a turn, and goes ahead without waiting. False when too many are unanswered. */
  walk(direction: number, running = false): boolean {
    if (this.#pending.length >= MAX_PENDING_STEPS) return false;
    const sequence = this.#sequence;
    this.#sequence = sequence === 255 ? 1 : sequence + 1;
    this.#pending.push({ sequence, direction, sentAt: this.#options.now() });
    this.send(packets.encodeWalkRequest, { running, direction: direction as 0, sequence });
    return true;
  }

  say(text: string): void {
    this.send(packets.encodeUnicodeSpeechRequest, { kind: 0, hue: 0x3b2, font: 3, language: 'ENU', text });
  }

  /** Asks to be somewhere else, which staff may; resolves with the answer, whatever it is. */
  async go(x: number, y: number): Promise<void> {
    const answered = this.waitUntil(
      ({ kind }) => kind === 'update_player' || kind === 'unicode_speech',
      'answer to go',
    );
    this.say(`.go ${x} ${y}`);
    await answered;
  }

  use(serial: number): void {
    this.send(packets.encodeUseRequest, { serial });
  }

  lift(serial: number, amount = 1): void {
    this.send(packets.encodeLiftRequest, { serial, amount });
  }

  /** Into a container, or onto the ground with 0xFFFFFFFF. */
  drop(serial: number, container: number, x = 0xffff, y = 0xffff, z = 0): void {
    this.send(packets.encodeDropRequest, { serial, x, y, z, grid: 0, container });
  }

  equip(serial: number, layer: number): void {
    this.send(packets.encodeEquipRequest, { serial, layer: layer as 0, mobile: this.serial });
  }

  /** Sets or takes back the mark under the offers of a trade; `box` is its own container. */
  acceptTrade(box: number, accepted = true): void {
    const body = { accepted: accepted ? 1 : 0 };
    this.send(packets.encodeTradeRequest, { action: 2, container: box, body });
  }

  cancelTrade(box: number): void {
    this.send(packets.encodeTradeRequest, { action: 1, container: box, body: { data: new Uint8Array(0) } });
  }

  // ── receiving ────────────────────────────────────────────────────────────────────────────────────────────────────

  /** The next packet of one of the kinds. Rejects after `limitMs`, or when the connection closes. */
  waitFor(...kinds: packets.ServerPacketKind[]): Promise<packets.ServerPacket> {
    return this.waitUntil((packet) => kinds.includes(packet.kind), kinds.join(' or '));
  }

  waitUntil(
    wanted: (packet: packets.ServerPacket) => boolean,
    what: string,
    limitMs = 20_000,
  ): Promise<packets.ServerPacket> {
    return this.#listeners.waitUntil(wanted, what, limitMs);
  }

  /** Calls back with every packet that is decoded, until the returned function is called. */
  listen(listener: (packet: packets.ServerPacket) => void): () => void {
    return this.#listeners.listen(listener);
  }

  #onData(bytes: Uint8Array): void {
    this.count.bytes += bytes.length;
    if (this.#decompressor !== null) {
      this.#decompressor.feed(bytes, (packet) => this.#onFrames(packet));
      return;
    }
    this.#onFrames(bytes);
  }

  /** Cuts packets from what has come: after decompression whole ones, before it any part of them. */
  #onFrames(bytes: Uint8Array): void {
    let data = bytes;
    if (this.#buffer.length > 0) {
      data = new Uint8Array(this.#buffer.length + bytes.length);
      data.set(this.#buffer);
      data.set(bytes, this.#buffer.length);
    }
    let at = 0;
    while (at < data.length) {
      const id = data[at]!;
      let length = packets.serverPacketLength(id, this.#version);
      if (length < 0) throw new Error(`server sent unknown packet 0x${id.toString(16)}`);
      if (length === 0) {
        if (at + 3 > data.length) break;
        length = (data[at + 1]! << 8) | data[at + 2]!;
      }
      if (at + length > data.length) break;
      this.#onPacket(data.subarray(at, at + length));
      at += length;
    }
    this.#buffer = data.slice(at);
  }

  #onPacket(frame: Uint8Array): void {
    this.count.packets++;
    const id = frame[0]!;
    if (id === MOBILE_MOVING) this.count.movesSeen++;
    else if (id === WALK_ACCEPTED) this.#onAccepted(frame[1]!);
    const isWanted = this.#options.strict !== false || this.#listeners.size > 0;
    const isOwn = id === WALK_DENIED || id === UPDATE_PLAYER || id === LOGIN_CONFIRM || id === LOGIN_COMPLETE;
    if (!isWanted && !isOwn) return;
    const packet = packets.decodeServerPacket(frame, this.#version);
    this.#follow(packet);
    this.#listeners.tell(packet);
  }

  #onAccepted(sequence: number): void {
    const step = this.#pending.shift();
    if (step === undefined || step.sequence !== sequence) {
      this.count.errors++;
      return;
    }
    this.count.accepted++;
    if (step.direction === this.direction) {
      this.x += offsetX(step.direction);
      this.y += offsetY(step.direction);
    }
    this.direction = step.direction;
    const now = this.#options.now();
    this.confirmed = { x: this.x, y: this.y, at: now };
    this.onAck?.(now - step.sentAt);
  }

  #follow(packet: packets.ServerPacket): void {
    switch (packet.kind) {
      case 'login_confirm':
        this.serial = packet.body.serial;
        this.facetWidth = packet.body.mapWidth;
        this.facetHeight = packet.body.mapHeight;
        this.#stand(packet.body);
        break;
      case 'update_player':
        this.#stand(packet.body);
        break;
      case 'walk_denied':
        this.count.denied++;
        this.#stand(packet.body);
        break;
    }
  }

  /** Where the server says we are; all steps on the way are void. */
  #stand({ x, y, z, direction }: { x: number; y: number; z: number; direction: number }): void {
    this.x = x;
    this.y = y;
    this.z = z;
    this.direction = direction & 7;
    this.#pending.length = 0;
    this.#sequence = 0;
    this.confirmed = { x, y, at: this.#options.now() };
  }
}

function expecting(kind: packets.ServerPacketKind): (packet: packets.ServerPacket) => packets.ServerPacket {
  return (packet) => {
    if (packet.kind !== kind)
      throw new Error(`got ${packet.kind} ${JSON.stringify(packet.body)} instead of ${kind}`);
    return packet;
  };
}

/** A plain person, unless something else is wished. */
function newCharacter(
  slot: number,
  wish: Partial<packets.CreateCharacterNewIn>,
): packets.CreateCharacterNewIn {
  return {
    name: 'Someone',
    clientFlags: 0x3f,
    profession: 0,
    raceSex: 2,
    strength: 60,
    dexterity: 20,
    intelligence: 10,
    skills: [
      { skill: 0, value: 30 },
      { skill: 1, value: 30 },
      { skill: 2, value: 30 },
      { skill: 3, value: 30 },
    ],
    skinHue: 0x83ea,
    hair: 0x203b,
    hairHue: 0x44e,
    beard: 0,
    beardHue: 0,
    city: 0,
    slot,
    clientIp: 0x0100007f,
    shirtHue: 0x59,
    pantsHue: 0x59,
    ...wish,
  };
}
