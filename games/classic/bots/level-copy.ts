import { gunzipSync } from 'node:zlib';
import { Reader } from '@gommog/wire';
import * as packets from '../protocol/index.ts';

/** A level as a client has it: put together from its chunks, and changed block by block. */
export class LevelCopy {
  #parts: Uint8Array[] = [];
  blocks: Uint8Array = new Uint8Array(0);
  width = 0;
  height = 0;
  length = 0;
  /** Whether blocks are kept: a bot that is one of many has no memory for them. */
  readonly #isKept: boolean;

  constructor(isKept: boolean) {
    this.#isKept = isKept;
  }

  begin(): void {
    this.#parts = [];
    this.blocks = new Uint8Array(0);
  }

  add({ data, used }: packets.LevelChunk): void {
    if (this.#isKept) this.#parts.push(data.slice(0, used));
  }

  /** Throws when the parts are no level of the size that is told. */
  end({ sizeX, sizeY, sizeZ }: packets.LevelEnd): void {
    [this.width, this.height, this.length] = [sizeX, sizeY, sizeZ];
    if (!this.#isKept) return;
    const reader = new Reader(gunzipSync(Buffer.concat(this.#parts)));
    const { volume } = packets.readLevelHead(reader);
    if (volume !== sizeX * sizeY * sizeZ)
      throw new Error(`${volume} blocks in a level of ${sizeX} × ${sizeY} × ${sizeZ}`);
    this.blocks = reader.raw(volume).slice();
    reader.finish();
    this.#parts = [];
  }

  set({ block, x, y, z }: packets.SetBlock): void {
    if (this.blocks.length > 0) this.blocks[this.#at(x, y, z)] = block;
  }

  /** Undefined outside of the level, and for bots that keep none. */
  get(x: number, y: number, z: number): number | undefined {
    return this.blocks[this.#at(x, y, z)];
  }

  #at(x: number, y: number, z: number): number {
    return (y * this.length + z) * this.width + x;
  }
}
