import type { ServerPacket } from '../protocol/index.ts';

interface Packet {
  readonly kind: string;
  readonly body: unknown;
}

/** What a client of any kind tells of every packet it gets. */
interface Client<P extends Packet> {
  listen(listener: (packet: P) => void): () => void;
}

type Body<P extends Packet, K extends P['kind']> = Extract<P, { kind: K }>['body'];

/** Every packet that a client gets from now on, until it is cleared: of the UO protocol, unless the client speaks another. */
export class Inbox<P extends Packet = ServerPacket> {
  #packets: P[] = [];

  constructor(client: Client<P>) {
    client.listen((packet) => this.#packets.push(packet));
  }

  get kinds(): readonly P['kind'][] {
    return this.#packets.map(({ kind }) => kind);
  }

  /** The bodies of all packets of a kind, in order. */
  of<K extends P['kind']>(kind: K): Body<P, K>[] {
    return this.#packets.filter((packet) => packet.kind === kind).map((packet) => packet.body as Body<P, K>);
  }

  clear(): void {
    this.#packets = [];
  }
}
