import type { BotConnection, Connect } from '@gommog/bots';
import { type FrameCutter, Writer } from '@gommog/wire';
import { offsetX, offsetY } from '../rules/movement/index.ts';
import * as web from '../web/index.ts';
import { PacketListeners } from './packet-listeners.ts';

export interface WebClientOptions {
  readonly connect: Connect;
  readonly host: string;
  readonly port: number;
  readonly account: string;
  readonly password: string;
  /** Decode every message. Default true; load bots leave it out. */
  readonly strict?: boolean;
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
}

/** A step that the shard has not answered yet. */
interface PendingStep {
  readonly sequence: number;
  readonly facing: number;
  readonly sentAt: number;
}

/** Messages that even a load bot looks into. */
const STEP_TAKEN = web.serverPackets.step_taken.id;
const MOBILE_MOVED = web.serverPackets.mobile_moved.id;
const OWN: ReadonlySet<number> = new Set([
  web.serverPackets.step_denied.id,
  web.serverPackets.placed.id,
  web.serverPackets.entered.id,
  web.serverPackets.facet_entered.id,
  web.serverPackets.mobile.id,
  web.serverPackets.logged_in.id,
]);

/** A client in a browser without eyes, over its own protocol: what `ScriptedClient` is for UO clients. */
export class WebClient {
  readonly #options: WebClientOptions;
  readonly #writer = new Writer(1024);
  readonly #listeners: PacketListeners<web.ServerPacket>;
  readonly #pending: PendingStep[] = [];
  #version: number = web.NEWEST_WEB_VERSION;
  #connection: BotConnection | null = null;
  #cutter: FrameCutter = web.serverCutter();
  #sequence = 0;

  serial = 0;
  x = 0;
  y = 0;
  z = 0;
  direction = 0;
  facetWidth = 0;
  facetHeight = 0;
  inWorld = false;
  closed: string | null = null;
  /** For `resume`; null before the first login. */
  token: Uint8Array | null = null;
  readonly count = { packets: 0, bytes: 0, movesSeen: 0, accepted: 0, denied: 0, errors: 0 };
  /** Called with the milliseconds from a step to its answer. */
  onAck: ((ms: number) => void) | null = null;

  constructor(options: WebClientOptions) {
    this.#options = options;
    this.#listeners = new PacketListeners(options.account);
  }

  // ── login ────────────────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Logs in, with a new account if need be, and enters the world with the character in `slot`, made first if it is free.
   * `version`: the newest of the protocol that it claims to know.
   */
  async login(
    slot = 0,
    character: Partial<web.CreateCharacterIn> = {},
    version: number = web.NEWEST_WEB_VERSION,
  ): Promise<void> {
    this.#version = version;
    const list = await this.authenticate();
    await this.enter(list, slot, character);
  }

  /** Connects and settles the version. Each answer is awaited before the question is sent: in memory it comes at once. */
  async connect(): Promise<web.Welcome> {
    const { connect, host, port } = this.#options;
    let current: BotConnection | null = null;
    this.#cutter = web.serverCutter();
    current = await connect(host, port, {
      onData: (bytes) => this.#onData(bytes),
      onClose: (reason) => {
        if (this.#connection !== current) return;
        this.closed = reason;
        this.inWorld = false;
        this.#listeners.closed(reason);
      },
    });
    this.#connection = current;
    this.closed = null;
    const welcome = this.waitFor('welcome');
    this.send(web.encodeHello, { oldest: web.OLDEST_WEB_VERSION, newest: this.#version, client: 'bot' });
    return (await welcome).body as web.Welcome;
  }

  /** As far as the list of characters. */
  async authenticate(): Promise<web.CharacterList> {
    const { account: name, password } = this.#options;
    await this.connect();
    try {
      return await this.#logIn(() => this.send(web.encodeLoginRequest, { name, password }));
    } catch (error) {
      if (!(error instanceof WebRefusal) || error.reason !== web.RefusalReason.badCredentials) throw error;
      return this.#logIn(() => this.send(web.encodeCreateAccount, { name, password }));
    }
  }

  /** Connects anew with the token of the last login. */
  async resume(): Promise<web.CharacterList> {
    const { token } = this;
    if (token === null) throw new Error('there is no token yet');
    await this.connect();
    return this.#logIn(() => this.send(web.encodeResumeRequest, { token }));
  }

  async #logIn(ask: () => void): Promise<web.CharacterList> {
    const answer = this.waitFor('character_list', 'refused');
    ask();
    const packet = await answer;
    if (packet.kind === 'refused') throw new WebRefusal(packet.body);
    return packet.body as web.CharacterList;
  }

  async enter(
    list: web.CharacterList,
    slot = 0,
    character: Partial<web.CreateCharacterIn> = {},
  ): Promise<void> {
    // The skills come when everything around has been shown.
    const entered = this.waitFor('skills', 'refused');
    if ((list.slots[slot]?.serial ?? 0) === 0)
      this.send(web.encodeCreateCharacter, newCharacter(slot, character));
    else this.send(web.encodeEnterWorld, { slot });
    const packet = await entered;
    if (packet.kind === 'refused') throw new WebRefusal(packet.body);
    this.inWorld = true;
  }

  close(reason = 'done'): void {
    this.#connection?.close(reason);
  }

  // ── sending ──────────────────────────────────────────────────────────────────────────────────────────────────────

  send<V>(encode: (writer: Writer, value: V, version: number) => void, value: V): void {
    this.#writer.reset();
    encode(this.#writer, value, this.#version);
    this.sendRaw(this.#writer.bytes());
  }

  /** Bytes as they are: for what no well-behaved client sends. */
  sendRaw(bytes: Uint8Array): void {
    this.#connection?.write(bytes);
    this.#connection?.flush();
  }

  get pendingSteps(): number {
    return this.#pending.length;
  }

  /** Asks for a step or a turn, and goes ahead without waiting. False when too many are unanswered. */
  walk(direction: number, running = false): boolean {
    if (this.#pending.length >= web.STEPS_IN_FLIGHT) return false;
    const sequence = this.#sequence;
    const facing = direction | (running ? web.RUNNING_BIT : 0);
    this.#sequence = sequence === 255 ? 1 : sequence + 1;
    this.#pending.push({ sequence, facing, sentAt: this.#options.now() });
    this.send(web.encodeWalkRequest, { sequence, facing });
    return true;
  }

  say(text: string): void {
    this.send(web.encodeSpeakRequest, { manner: web.Manner.say, hue: 0x3b2, text });
  }

  /** Asks to be somewhere else, which staff may; resolves with the answer, whatever it is. */
  async go(x: number, y: number): Promise<void> {
    const answered = this.waitFor('placed', 'told', 'spoken');
    this.say(`.go ${x} ${y}`);
    await answered;
  }

  use(serial: number): void {
    this.send(web.encodeUseRequest, { serial });
  }

  lift(serial: number, amount = 1): void {
    this.send(web.encodeLiftRequest, { serial, amount });
  }

  /** Into a container, or onto the ground with `ONTO_GROUND`. */
  drop(serial: number, onto: number, x: number = web.ANYWHERE, y: number = web.ANYWHERE, z = 0): void {
    this.send(web.encodeDropRequest, { serial, onto, x, y, z, grid: 0 });
  }

  // ── receiving ────────────────────────────────────────────────────────────────────────────────────────────────────

  /** The next message of one of the kinds. Rejects after `limitMs`, or when the connection closes. */
  waitFor(...kinds: web.ServerPacketKind[]): Promise<web.ServerPacket> {
    return this.waitUntil((packet) => kinds.includes(packet.kind), kinds.join(' or '));
  }

  waitUntil(
    wanted: (packet: web.ServerPacket) => boolean,
    what: string,
    limitMs = 20_000,
  ): Promise<web.ServerPacket> {
    return this.#listeners.waitUntil(wanted, what, limitMs);
  }

  /** Calls back with every message that is decoded, until the returned function is called. */
  listen(listener: (packet: web.ServerPacket) => void): () => void {
    return this.#listeners.listen(listener);
  }

  #onData(bytes: Uint8Array): void {
    this.count.bytes += bytes.length;
    this.#cutter.push(bytes.slice());
    for (let frame = this.#next(); frame !== null; frame = this.#next()) {
      this.#onFrame(frame);
    }
  }

  #next(): Uint8Array | null {
    return this.#cutter.next(this.#version);
  }

  #onFrame(frame: Uint8Array): void {
    this.count.packets++;
    const id = frame[0]!;
    if (id === MOBILE_MOVED) this.count.movesSeen++;
    else if (id === STEP_TAKEN) this.#onTaken(frame[1]!);
    const isWanted = this.#options.strict !== false || this.#listeners.size > 0;
    if (!isWanted && !OWN.has(id)) return;
    const packet = web.decodeServerPacket(frame, this.#version);
    this.#follow(packet);
    this.#listeners.tell(packet);
  }

  #onTaken(sequence: number): void {
    const step = this.#pending.shift();
    if (step === undefined || step.sequence !== sequence) {
      this.count.errors++;
      return;
    }
    this.count.accepted++;
    const direction = step.facing & 7;
    if (direction === this.direction) {
      this.x += offsetX(direction);
      this.y += offsetY(direction);
    }
    this.direction = direction;
    this.onAck?.(this.#options.now() - step.sentAt);
  }

  #follow(packet: web.ServerPacket): void {
    switch (packet.kind) {
      case 'logged_in':
        this.token = packet.body.token;
        break;
      case 'entered':
        this.serial = packet.body.serial;
        break;
      case 'facet_entered':
        this.facetWidth = packet.body.width;
        this.facetHeight = packet.body.height;
        break;
      case 'mobile':
        // The first one of itself says where it stands; later ones only change its looks.
        if (packet.body.serial === this.serial && !this.inWorld) this.#stand(packet.body);
        break;
      case 'placed':
        this.#stand(packet.body);
        break;
      case 'step_denied':
        this.count.denied++;
        this.#stand(packet.body);
        break;
    }
  }

  /** Where the shard says we are; all steps on the way are void. */
  #stand({ facing, x, y, z }: { x: number; y: number; z: number; facing: number }): void {
    this.x = x;
    this.y = y;
    this.z = z;
    this.direction = facing & 7;
    this.#pending.length = 0;
    this.#sequence = 0;
  }
}

/** The shard refused. */
export class WebRefusal extends Error {
  readonly reason: number;

  constructor({ reason, text }: web.Refused) {
    super(text);
    this.reason = reason;
  }
}

/** A plain person, unless something else is wished. */
function newCharacter(slot: number, wish: Partial<web.CreateCharacterIn>): web.CreateCharacterIn {
  return {
    slot,
    name: 'Someone',
    race: 0,
    female: 0,
    city: 0,
    strength: 60,
    dexterity: 20,
    intelligence: 10,
    skills: [
      { skill: 0, points: 30 },
      { skill: 1, points: 30 },
    ],
    skinHue: 0x3ea,
    hair: 0x203b,
    hairHue: 0x44e,
    beard: 0,
    beardHue: 0,
    shirtHue: 0x59,
    pantsHue: 0x59,
    ...wish,
  };
}
