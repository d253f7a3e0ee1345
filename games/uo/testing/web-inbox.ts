import type { WebClient } from '../bots/web-client.ts';
import type { ServerPacket, ServerPacketKind } from '../web/index.ts';

type Body<K extends ServerPacketKind> = Extract<ServerPacket, { kind: K }>['body'];

/** Every message that a client in a browser gets from now on, until it is cleared. */
export class WebInbox {
  #packets: ServerPacket[] = [];

  constructor(client: WebClient) {
    client.listen((packet) => this.#packets.push(packet));
  }

  get kinds(): readonly ServerPacketKind[] {
    return this.#packets.map(({ kind }) => kind);
  }

  /** The bodies of all messages of a kind, in order. */
  of<K extends ServerPacketKind>(kind: K): Body<K>[] {
    return this.#packets.filter((packet) => packet.kind === kind).map((packet) => packet.body as Body<K>);
  }

  clear(): void {
    this.#packets = [];
  }
}
