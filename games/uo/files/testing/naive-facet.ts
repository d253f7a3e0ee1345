import type { StaticTile } from '../terrain.ts';

/** Reads single tiles from the bytes of map and statics files, as simply as their description puts it. */
export class NaiveFacet {
  readonly #height: number;
  readonly #map: Buffer;
  readonly #index: Buffer;
  readonly #statics: Buffer;

  constructor(height: number, map: Buffer, index: Buffer, statics: Buffer) {
    this.#height = height;
    this.#map = map;
    this.#index = index;
    this.#statics = statics;
  }

  #block(x: number, y: number): number {
    return Math.floor(x / 8) * (this.#height / 8) + Math.floor(y / 8);
  }

  land(x: number, y: number): { graphic: number; z: number } {
    const at = this.#block(x, y) * 196 + 4 + ((y % 8) * 8 + (x % 8)) * 3;
    return { graphic: this.#map.readUInt16LE(at), z: this.#map.readInt8(at + 2) };
  }

  statics(x: number, y: number): StaticTile[] {
    const entry = this.#block(x, y) * 12;
    const start = this.#index.readUInt32LE(entry);
    const length = this.#index.readInt32LE(entry + 4);
    const found: StaticTile[] = [];
    for (let at = start; start !== 0xffffffff && at < start + length; at += 7) {
      if (this.#statics[at + 2] !== x % 8 || this.#statics[at + 3] !== y % 8) continue;
      const graphic = this.#statics.readUInt16LE(at);
      found.push({ graphic, z: this.#statics.readInt8(at + 4), hue: this.#statics.readUInt16LE(at + 5) });
    }
    return found.sort((a, b) => a.z - b.z);
  }
}
