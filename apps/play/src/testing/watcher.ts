import { connectTcp } from '@gommog/net';
import { ScriptedClient } from '@gommog/uo/bots';
import { encodeTargetResponse, type ServerPacket } from '@gommog/uo/protocol';
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
      case 'worn_item':
        this.worn.set(packet.body.serial, packet.body.mobile);
        return;
      case 'unicode_speech':
        if (packet.body.serial !== this.client.serial) this.heard.push(packet.body.text);
        return;
      default:
    }
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
