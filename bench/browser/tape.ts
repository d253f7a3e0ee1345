import { readFile, writeFile } from 'node:fs/promises';
import {
  clientCutter,
  decodeClientPacket,
  encodeLight,
  encodePong,
  encodeStepTaken,
  NEWEST_WEB_VERSION,
} from '@gommog/uo/web';
import { Writer } from '@gommog/wire';
import type { Page, WebSocketRoute } from 'playwright-core';

const SOCKET = '**/play/ws';

/** What a shard said to one client: the bytes, and when, in milliseconds. */
interface Heard {
  readonly atMs: number;
  readonly bytes: Buffer;
}

interface Written {
  readonly sceneMs: number;
  readonly heard: readonly (readonly [atMs: number, base64: string])[];
}

/** What a shard said to one client while others walked around it, to be told again to any number of clients. */
export class Tape {
  readonly #heard: Heard[] = [];
  readonly #startedAt = performance.now();
  /** From here on it is told in its own time; what came before, at once. */
  #sceneMs = 0;

  /** Takes down what a page hears; call before the page connects. */
  static of(page: Page): Tape {
    const tape = new Tape();
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) =>
        tape.#heard.push({ atMs: performance.now() - tape.#startedAt, bytes: Buffer.from(payload) }),
      ),
    );
    return tape;
  }

  static async read(file: string): Promise<Tape> {
    const { heard, sceneMs } = JSON.parse(await readFile(file, 'utf8')) as Written;
    const tape = new Tape();
    tape.#sceneMs = sceneMs;
    for (const [atMs, bytes] of heard) tape.#heard.push({ atMs, bytes: Buffer.from(bytes, 'base64') });
    return tape;
  }

  async write(file: string): Promise<void> {
    const heard = this.#heard.map(({ atMs, bytes }) => [atMs, bytes.toString('base64')] as const);
    await writeFile(file, JSON.stringify({ sceneMs: this.#sceneMs, heard } satisfies Written));
  }

  /** How long the scene is, in milliseconds. */
  get lengthMs(): number {
    return (this.#heard.at(-1)?.atMs ?? 0) - this.#sceneMs;
  }

  /** The scene begins now. */
  mark(): void {
    this.#sceneMs = performance.now() - this.#startedAt;
  }

  /** Tells it to a page, at a light of the shard, instead of any shard; steps of the page's own are always taken. Call before the page is opened. */
  async playTo(page: Page, light: number): Promise<void> {
    await page.routeWebSocket(SOCKET, (socket) => {
      const cutter = clientCutter();
      socket.onMessage((message) => {
        cutter.push(Buffer.from(message as Buffer));
        for (
          let frame = cutter.next(NEWEST_WEB_VERSION);
          frame !== null;
          frame = cutter.next(NEWEST_WEB_VERSION)
        )
          this.#answer(socket, frame, light);
      });
    });
  }

  #answer(socket: WebSocketRoute, frame: Uint8Array, light: number): void {
    const { body, kind } = decodeClientPacket(frame, NEWEST_WEB_VERSION);
    if (kind === 'hello') this.#tell(socket, light);
    else if (kind === 'ping') say(socket, encodePong, { stamp: body.stamp, worldMs: 0 });
    else if (kind === 'walk_request') say(socket, encodeStepTaken, { sequence: body.sequence });
  }

  #tell(socket: WebSocketRoute, light: number): void {
    const before = this.#heard.filter(({ atMs }) => atMs < this.#sceneMs);
    socket.send(Buffer.concat(before.map(({ bytes }) => bytes)));
    say(socket, encodeLight, { level: light });
    for (const { atMs, bytes } of this.#heard.slice(before.length))
      setTimeout(() => socket.send(bytes), atMs - this.#sceneMs);
  }
}

function say<V>(
  socket: WebSocketRoute,
  encode: (writer: Writer, value: V, version: number) => void,
  value: V,
): void {
  const writer = new Writer(64);
  encode(writer, value, NEWEST_WEB_VERSION);
  socket.send(Buffer.from(writer.bytes()));
}
