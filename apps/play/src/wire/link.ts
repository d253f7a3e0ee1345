import type { ServerPacket } from '@gommog/uo/web';
import { type Encode, PacketStream } from './packet-stream.ts';

/** Waits between tries to connect, in milliseconds; the last one from then on. */
const RETRY_MS = [250, 500, 1_000, 2_000, 4_000, 8_000];
/** A little chance in each wait, so that a thousand clients do not come back in one instant. */
const JITTER = 0.3;

export interface LinkHandlers {
  /** The link is open: the first message may go. */
  onOpen(): void;
  onPacket(packet: ServerPacket): void;
  /** The link was lost, or could not be had. */
  onLost(): void;
}

/** A link to the shard that comes back by itself until it is closed. */
export class Link {
  readonly #url: string;
  readonly #handlers: LinkHandlers;
  #socket: WebSocket | null = null;
  #stream = new PacketStream();
  #tries = 0;
  #timer = 0;
  #isClosed = false;
  /** Set when coming back makes no sense: what was wrong would be wrong again. */
  mayReturn = true;

  constructor(url: string, handlers: LinkHandlers) {
    this.#url = url;
    this.#handlers = handlers;
  }

  get isOpen(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** Bytes that the network has not taken yet. */
  get waiting(): number {
    return this.#socket?.bufferedAmount ?? 0;
  }

  open(): void {
    this.#isClosed = false;
    this.mayReturn = true;
    clearTimeout(this.#timer);
    this.#socket?.close();
    const socket = new WebSocket(this.#url);
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    this.#stream = new PacketStream();
    socket.onopen = () => this.#handlers.onOpen();
    socket.onmessage = ({ data }) => {
      try {
        this.#stream.push(new Uint8Array(data as ArrayBuffer), (packet) => this.#handlers.onPacket(packet));
      } catch (error) {
        console.error('the shard sent what cannot be read', error);
        socket.close();
      }
    };
    socket.onclose = () => {
      if (this.#socket !== socket) return;
      this.#socket = null;
      this.#handlers.onLost();
      if (!this.#isClosed && this.mayReturn) this.#comeBack();
    };
  }

  /** The link is good again: the next loss begins with the shortest wait. */
  settled(): void {
    this.#tries = 0;
  }

  send<V>(encode: Encode<V>, value: V): void {
    if (!this.isOpen) return;
    this.#socket?.send(this.#stream.encode(encode, value) as Uint8Array<ArrayBuffer>);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#socket?.close();
  }

  #comeBack(): void {
    const wait = RETRY_MS[Math.min(this.#tries++, RETRY_MS.length - 1)]!;
    this.#timer = window.setTimeout(() => this.open(), wait * (1 + Math.random() * JITTER));
  }
}
