import { connectTcp } from '@gommog/net';
import { ScriptedClient } from '@gommog/uo/bots';
import {
  encodeProfileRequest,
  encodeTargetResponse,
  type SecureTrade,
  type ServerPacket,
  type TradeAcceptance,
  type TradeOpening,
} from '@gommog/uo/protocol';
import type { Spot } from './places.ts';

/** A member of staff with a UO client: sets the scene, and sees what the person in the browser does. */
export class Watcher {
  readonly client: ScriptedClient;
  /** Where it saw others, by serial. */
  readonly seen = new Map<number, Spot>();
  /** Who put on what, by the serial of the thing. */
  readonly worn = new Map<number, number>();
  /** What it heard others say. */
  readonly heard: string[] = [];
  /** Its own box in the trade that is open, and who has accepted; null when there is none. */
  trade: { readonly own: number; readonly accepted: boolean; readonly otherAccepted: boolean } | null = null;
  /** In which container it saw a thing last. */
  readonly contained = new Map<number, number>();

  static async enter(port: number, account: string, password: string): Promise<Watcher> {
    const options = { connect: connectTcp, host: '127.0.0.1', port, account, password };
    const watcher = new Watcher(new ScriptedClient({ ...options, now: () => performance.now() }));
    await watcher.client.login(0, { name: 'Watcher' });
    return watcher;
  }

  private constructor(client: ScriptedClient) {
    this.client = client;
    client.listen((packet) => this.#hear(packet));
  }

  #hear(packet: ServerPacket): void {
    switch (packet.kind) {
      case 'mobile_moving':
      case 'mobile_incoming': {
        const { serial, x, y, z } = packet.body;
        this.seen.set(serial, { x, y, z });
        return;
      }
      case 'container_item':
        this.contained.set(packet.body.serial, packet.body.container);
        return;
      case 'secure_trade':
        return this.#traded(packet.body);
      case 'worn_item':
        this.worn.set(packet.body.serial, packet.body.mobile);
        return;
      case 'unicode_speech':
        if (packet.body.serial !== this.client.serial) this.heard.push(packet.body.text);
        return;
      default:
    }
  }

  #traded({ action, body }: SecureTrade): void {
    if (action === 0) {
      const { ownContainer: own } = body as TradeOpening;
      this.trade = { own, accepted: false, otherAccepted: false };
    } else if (action === 1) this.trade = null;
    else if (action === 2 && this.trade !== null) {
      const marks = body as TradeAcceptance;
      this.trade = { ...this.trade, accepted: marks.own === 1, otherAccepted: marks.other === 1 };
    }
  }

  /** Says a command that asks to point at something, and points. */
  async pointAt(command: string, serial: number): Promise<void> {
    const asked = this.client.waitFor('target_cursor');
    this.client.say(command);
    const cursor = await asked;
    if (cursor.kind !== 'target_cursor') throw new TypeError(cursor.kind);
    const { cursorId, intent } = cursor.body;
    const place = { x: 0, y: 0, unknown: 0, z: 0, graphic: 0 };
    this.client.send(encodeTargetResponse, { kind: 0, cursorId, intent, serial, ...place });
  }

  /** Writes its own profile. */
  writeProfile(text: string): void {
    this.client.send(encodeProfileRequest, { mode: 1, serial: this.client.serial, change: { text } });
  }

  /** Goes somewhere and takes somebody along. */
  async take(name: string, { x, y, z }: Spot): Promise<void> {
    await this.#go(x, y, z);
    this.client.say(`.bring ${name}`);
  }

  /** Stands somewhere else. */
  async #go(x: number, y: number, z: number): Promise<void> {
    const answered = this.client.waitFor('update_player');
    this.client.say(`.go ${x} ${y} ${z}`);
    await answered;
  }

  /** Waits until the shard promises that all is on the disk. */
  async save(): Promise<void> {
    const saved = this.client.waitUntil(
      (packet) => packet.kind === 'unicode_speech' && /safe on disk/.test(packet.body.text),
      'the answer to save',
    );
    this.client.say('.save');
    await saved;
  }

  /** Lays a new thing down and returns its serial. */
  async layDown(template: string, { x, y, z }: Spot): Promise<number> {
    const asked = this.client.waitFor('target_cursor');
    this.client.say(`.add ${template}`);
    const cursor = await asked;
    if (cursor.kind !== 'target_cursor') throw new TypeError(cursor.kind);
    const made = this.client.waitUntil(
      (packet) => packet.kind === 'unicode_speech' && packet.body.text.startsWith('Made item'),
      'the answer to add',
    );
    const { cursorId, intent } = cursor.body;
    this.client.send(encodeTargetResponse, {
      kind: 1,
      cursorId,
      intent,
      serial: 0,
      x,
      y,
      unknown: 0,
      z,
      graphic: 0,
    });
    const answer = await made;
    if (answer.kind !== 'unicode_speech') throw new TypeError(answer.kind);
    return Number(answer.body.text.slice('Made item '.length, -1));
  }
}
