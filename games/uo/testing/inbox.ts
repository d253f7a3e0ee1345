import type { ScriptedClient } from '../bots/scripted-client.ts';
import type { ServerPacket, ServerPacketKind } from '../protocol/index.ts';

type Body<K extends ServerPacketKind> = Extract<ServerPacket, { kind: K }>['body'];

/** Every packet that a client gets from now on, until it is cleared. */
export class Inbox {
  #packets: ServerPacket[] = [];

  constructor(client: ScriptedClient) {
    client.listen((packet) => this.#packets.push(packet));
  }

  get kinds(): readonly ServerPacketKind[] {
    return this.#packets.map(({ kind }) => kind);
  }

  /** The bodies of all packets of a kind, in order. */
  of<K extends ServerPacketKind>(kind: K): Body<K>[] {
    return this.#packets.filter((packet) => packet.kind === kind).map((packet) => packet.body as Body<K>);
  }

  clear(): void {
    this.#packets = [];
  }
}
