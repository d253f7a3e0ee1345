import type { BotConnection, Connect } from '@gommog/bots';
import { FrameCutter, Writer } from '@gommog/wire';
import * as packets from '../protocol/index.ts';
import { LevelCopy } from './level-copy.ts';

export interface ScriptedClientOptions {
  readonly connect: Connect;
  readonly host: string;
  readonly port: number;
  readonly name: string;
  readonly key?: string;
  /** What it says it can; null: it is a client of old. Default: all that the server can. */
  readonly extensions?: readonly packets.Extension[] | null;
  /** Keep the blocks of the level, and read every packet. Default true; load bots leave it out. */
  readonly keepsLevel?: boolean;
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
}

type Listener = (packet: packets.ServerPacket) => void;
type Body<K extends packets.ServerPacketKind> = Extract<packets.ServerPacket, { kind: K }>['body'];

interface Pose {
  x: number;
  y: number;
  z: number;
  yaw: number;
  pitch: number;
}

const LONGEST = 2048;
const MESSAGE_WAIT = 60_000;

/** A client without eyes: it comes in over the real protocol, does what it is told, and believes what the server says. */
export class ScriptedClient {
  readonly #options: ScriptedClientOptions;
  readonly #writer = new Writer(256);
  readonly #cutter = new FrameCutter(packets.serverPacketLength, LONGEST);
  readonly #listeners = new Set<Listener>();
  #connection: BotConnection | null = null;
  /** Extension entries of the server that are still to come. */
  #awaited = 0;
  readonly level: LevelCopy;
  /** Where it is: eyes, in 32nds of a block. */
  readonly pose: Pose = { x: 0, y: 0, z: 0, yaw: 0, pitch: 0 };
  /** The others in its level, by id. */
  readonly others = new Map<number, Pose & { name: string }>();
  readonly serverExtensions = new Map<string, number>();
  /** Lines of the chat. */
  readonly lines: string[] = [];
  isOperator = false;
  isPlaying = false;
  /** Why it is not connected any more: the server's words, if it said any. */
  closed: string | null = null;
  #reason: string | null = null;
  readonly count = { packets: 0, bytes: 0, movesSeen: 0, blocksSeen: 0, messages: 0, putBack: 0 };

  constructor(options: ScriptedClientOptions) {
    this.#options = options;
    this.level = new LevelCopy(options.keepsLevel ?? true);
  }

  get name(): string {
    return this.#options.name;
  }

  /** Connects and comes in. Rejects with the server's words when it may not. */
  async join(): Promise<void> {
    const { extensions, host, key = '', name, port } = this.#options;
    this.#connection = await this.#options.connect(host, port, {
      onData: (bytes) => this.#receive(bytes),
      onClose: (reason) => {
        this.closed = this.#reason ?? reason;
        this.isPlaying = false;
        for (const listener of [...this.#listeners])
          listener({ kind: 'disconnect', body: { reason: this.closed } });
      },
    });
    const inside = this.waitFor((packet) => isOwnSpawn(packet));
    const extensionMagic = extensions === null ? 0 : packets.EXTENSION_MAGIC;
    this.send(packets.encodeLoginRequest, { username: name, key, extensionMagic });
    await inside;
  }

  /** Resolves with the first packet that pleases; rejects when the connection ends before. */
  waitFor(pleases: (packet: packets.ServerPacket) => boolean): Promise<packets.ServerPacket> {
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        this.#listeners.delete(listener);
        clearTimeout(timer);
      };
      const listener: Listener = (packet) => {
        if (pleases(packet)) {
          stop();
          resolve(packet);
        } else if (packet.kind === 'disconnect') {
          stop();
          reject(new Error(packet.body.reason));
        }
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`${this.name} waited in vain`));
      }, MESSAGE_WAIT);
      this.#listeners.add(listener);
    });
  }

  /** Calls back with every packet from now on. */
  listen(listener: Listener): void {
    this.#listeners.add(listener);
  }

  /** The bodies of all packets of a kind from now on. */
  collect<K extends packets.ServerPacketKind>(kind: K): Body<K>[] {
    const bodies: Body<K>[] = [];
    this.listen((packet) => packet.kind === kind && bodies.push(packet.body as Body<K>));
    return bodies;
  }

  // ── what it does ─────────────────────────────────────────────────────────────────────────────────────────────────

  send<V>(encode: (writer: Writer, value: V, layout: number) => void, value: V): void {
    this.#writer.reset();
    encode(this.#writer, value, packets.LAYOUT);
    this.sendBytes(this.#writer.bytes());
  }

  sendBytes(bytes: Uint8Array): void {
    this.#connection?.write(bytes);
    this.#connection?.flush();
  }

  /** Goes somewhere at once, as clients do: they do not ask. */
  moveTo(x: number, y: number, z: number, yaw = this.pose.yaw, pitch = this.pose.pitch): void {
    Object.assign(this.pose, { x, y, z, yaw, pitch });
    this.send(packets.encodeMoveRequest, this.pose);
  }

  place(x: number, y: number, z: number, block: number): void {
    this.level.set({ x, y, z, block });
    this.send(packets.encodeBuildRequest, { x, y, z, isPlace: 1, block });
  }

  breakAt(x: number, y: number, z: number): void {
    this.level.set({ x, y, z, block: 0 });
    this.send(packets.encodeBuildRequest, { x, y, z, isPlace: 0, block: 1 });
  }

  /** Says something, in as many packets as it takes if the server knows how. */
  say(text: string): void {
    const { extensions } = this.#options;
    const knowsLonger = extensions !== null && (extensions?.includes('LongerMessages') ?? true);
    for (let rest = text; ; rest = rest.slice(packets.TEXT_LENGTH)) {
      const isPartial = knowsLonger ? Number(rest.length > packets.TEXT_LENGTH) : 0xff;
      this.send(packets.encodeChatRequest, { isPartial, text: rest.slice(0, packets.TEXT_LENGTH) });
      if (isPartial !== 1) return;
    }
  }

  close(): void {
    this.#connection?.close('client-closed');
  }

  // ── what it hears ────────────────────────────────────────────────────────────────────────────────────────────────

  #receive(bytes: Uint8Array): void {
    this.count.bytes += bytes.length;
    this.#cutter.push(bytes.slice());
    for (
      let frame = this.#cutter.next(packets.LAYOUT);
      frame !== null;
      frame = this.#cutter.next(packets.LAYOUT)
    ) {
      this.count.packets++;
      const packet = packets.decodeServerPacket(frame, packets.LAYOUT);
      this.#take(packet);
      for (const listener of [...this.#listeners]) listener(packet);
    }
  }

  #take({ body, kind }: packets.ServerPacket): void {
    switch (kind) {
      case 'login_reply':
        this.isOperator = body.userType >= 100;
        break;
      case 'user_type_change':
        this.isOperator = body.userType >= 100;
        break;
      case 'server_extensions':
        this.#awaited = body.count;
        break;
      case 'server_extension_entry':
        this.serverExtensions.set(body.name, body.version);
        if (--this.#awaited === 0) this.#listExtensions();
        break;
      case 'server_block_level':
        this.send(packets.encodeClientBlockLevel, { level: packets.BLOCK_LEVEL });
        break;
      case 'server_two_way_ping':
        if (body.isQuestion === 1)
          this.send(packets.encodeClientTwoWayPing, { isReply: 1, token: body.token });
        break;
      case 'level_begin':
        this.isPlaying = false;
        this.level.begin();
        break;
      case 'level_chunk':
        this.level.add(body);
        break;
      case 'level_end':
        this.level.end(body);
        break;
      case 'set_block':
        this.count.blocksSeen++;
        this.level.set(body);
        break;
      case 'message':
        this.count.messages++;
        this.lines.push(body.text);
        if (this.lines.length > 100) this.lines.shift();
        break;
      case 'disconnect':
        this.#reason = body.reason;
        break;
      default:
        this.#takePlayer({ body, kind } as packets.ServerPacket);
    }
  }

  #takePlayer({ body, kind }: packets.ServerPacket): void {
    switch (kind) {
      case 'player_spawn':
      case 'player_spawn_extended': {
        const { name, pitch, x, y, yaw, z } = body;
        if ((body.player & 0xff) === 0xff) {
          Object.assign(this.pose, { x, y: y + OWN_LIFT, z, yaw, pitch });
          this.isPlaying = true;
        } else this.others.set(body.player, { name, x, y, z, yaw, pitch });
        break;
      }
      case 'player_teleport': {
        const { pitch, player, x, y, yaw, z } = body;
        if (player === -1) {
          this.count.putBack++;
          Object.assign(this.pose, { x, y: y + OWN_LIFT, z, yaw, pitch });
        } else this.#see(player, { x, y, z, yaw, pitch });
        break;
      }
      case 'player_step_and_turn':
        this.#see(body.player, { ...this.#moved(body), yaw: body.yaw, pitch: body.pitch });
        break;
      case 'player_step':
        this.#see(body.player, this.#moved(body));
        break;
      case 'player_turn':
        this.#see(body.player, { yaw: body.yaw, pitch: body.pitch });
        break;
      case 'player_despawn':
        this.others.delete(body.player);
        break;
    }
  }

  #moved({ dx, dy, dz, player }: { player: number; dx: number; dy: number; dz: number }): Partial<Pose> {
    const other = this.others.get(player);
    return other === undefined ? {} : { x: other.x + dx, y: other.y + dy, z: other.z + dz };
  }

  #see(player: number, pose: Partial<Pose>): void {
    this.count.movesSeen++;
    const other = this.others.get(player);
    if (other === undefined)
      throw new Error(`${this.name} was shown a move of ${player}, whom it does not know`);
    Object.assign(other, pose);
  }

  #listExtensions(): void {
    const own = this.#options.extensions ?? (Object.keys(packets.extensions) as packets.Extension[]);
    this.send(packets.encodeClientExtensions, { appName: 'a bot', count: own.length });
    for (const name of own)
      this.send(packets.encodeClientExtensionEntry, { name, version: packets.extensions[name] });
  }
}

/** Clients stand so much higher than they are told for themselves, in 32nds of a block. */
const OWN_LIFT = 22;

function isOwnSpawn({ body, kind }: packets.ServerPacket): boolean {
  const isSpawn = kind === 'player_spawn' || kind === 'player_spawn_extended';
  return isSpawn && (body.player & 0xff) === 0xff;
}
