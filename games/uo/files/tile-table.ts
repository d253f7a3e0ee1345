import { readItemGroup, readLandGroup } from '../protocol/generated/data.ts';
import { ClientFileError, COPY_AGAIN } from './client-file-error.ts';
import { readRecord } from './record.ts';
import type { TileData } from './tile-data.ts';
import type { Patch } from './verdata.ts';

const GROUP = 32;
const LAND_GROUPS = 512;
const LAND_TILES = LAND_GROUPS * GROUP;

interface Format {
  readonly newFormat: boolean;
  readonly landGroup: number;
  readonly itemGroup: number;
}

/** Bytes of a group of 32 tiles in files of clients before 7.0.9.0, and from then on. */
const OLD: Format = { newFormat: false, landGroup: 836, itemGroup: 1188 };
const NEW: Format = { newFormat: true, landGroup: 964, itemGroup: 1316 };

/** Tile data in columns. Of a graphic that the files do not have, everything is 0 and the name is empty. */
export class TileTable implements TileData {
  readonly itemCount: number;
  /** True for files of clients from 7.0.9.0 on. */
  readonly newFormat: boolean;
  readonly #landFlags = new Uint32Array(LAND_TILES);
  readonly #landNames: string[] = new Array<string>(LAND_TILES).fill('');
  readonly #itemFlags: Uint32Array;
  readonly #heights: Uint8Array;
  readonly #weights: Uint8Array;
  readonly #layers: Uint8Array;
  readonly #animations: Uint16Array;
  readonly #itemNames: string[];

  /**
   * Reads tiledata.mul; the format shows in its size. Patches are those of verdata.mul: by group, land first. Throws
   * ClientFileError when the size fits no format or a record is damaged.
   */
  constructor(file: string, bytes: Uint8Array, patches: readonly Patch[] = []) {
    const format = formatOf(file, bytes.length);
    const itemStart = LAND_GROUPS * format.landGroup;
    const itemGroups = (bytes.length - itemStart) / format.itemGroup;
    this.newFormat = format.newFormat;
    this.itemCount = itemGroups * GROUP;
    this.#itemFlags = new Uint32Array(this.itemCount);
    this.#heights = new Uint8Array(this.itemCount);
    this.#weights = new Uint8Array(this.itemCount);
    this.#layers = new Uint8Array(this.itemCount);
    this.#animations = new Uint16Array(this.itemCount);
    this.#itemNames = new Array<string>(this.itemCount).fill('');
    for (let group = 0; group < LAND_GROUPS; group++) {
      this.#readLand(file, bytes, group * format.landGroup, group, format, 0);
    }
    for (let group = 0; group < itemGroups; group++) {
      this.#readItems(file, bytes, itemStart + group * format.itemGroup, group, format, 0);
    }
    for (const patch of patches) {
      // Patches are from clients that knew the old format only.
      if (patch.index < LAND_GROUPS)
        this.#readLand(patch.file, patch.bytes, 0, patch.index, OLD, patch.offset);
      else this.#readItems(patch.file, patch.bytes, 0, patch.index - LAND_GROUPS, OLD, patch.offset);
    }
  }

  #readLand(file: string, bytes: Uint8Array, at: number, group: number, format: Format, base: number): void {
    const place = { file, what: `land tiles ${group * GROUP} to ${group * GROUP + GROUP - 1}`, base };
    const { tiles } = readRecord(place, bytes, at, format.landGroup, (r) =>
      readLandGroup(r, format.newFormat),
    );
    for (let i = 0; i < GROUP; i++) {
      const { flags, name } = tiles[i]!;
      this.#landFlags[group * GROUP + i] = flags;
      this.#landNames[group * GROUP + i] = name;
    }
  }

  #readItems(file: string, bytes: Uint8Array, at: number, group: number, format: Format, base: number): void {
    const place = { file, what: `items ${group * GROUP} to ${group * GROUP + GROUP - 1}`, base };
    const { tiles } = readRecord(place, bytes, at, format.itemGroup, (r) =>
      readItemGroup(r, format.newFormat),
    );
    for (let i = 0; i < GROUP; i++) {
      const { animation, flags, height, layer, name, weight } = tiles[i]!;
      const graphic = group * GROUP + i;
      // A patch may be for an item that the file itself has no room for.
      if (graphic >= this.itemCount) return;
      this.#itemFlags[graphic] = flags;
      this.#heights[graphic] = height;
      this.#weights[graphic] = weight;
      this.#layers[graphic] = layer;
      this.#animations[graphic] = animation;
      this.#itemNames[graphic] = name;
    }
  }

  landFlags(graphic: number): number {
    return this.#landFlags[graphic] ?? 0;
  }

  landName(graphic: number): string {
    return this.#landNames[graphic] ?? '';
  }

  itemFlags(graphic: number): number {
    return this.#itemFlags[graphic] ?? 0;
  }

  itemHeight(graphic: number): number {
    return this.#heights[graphic] ?? 0;
  }

  itemWeight(graphic: number): number {
    return this.#weights[graphic] ?? 0;
  }

  itemLayer(graphic: number): number {
    return this.#layers[graphic] ?? 0;
  }

  itemName(graphic: number): string {
    return this.#itemNames[graphic] ?? '';
  }

  itemAnimation(graphic: number): number {
    return this.#animations[graphic] ?? 0;
  }
}

/** A file this long or longer is of the new format, should it fit both. Source: classic client rule. */
const NEW_FORMAT_BYTES = 3_188_736;

function fits(format: Format, length: number): boolean {
  const items = length - LAND_GROUPS * format.landGroup;
  return items >= 0 && items % format.itemGroup === 0;
}

function formatOf(file: string, length: number): Format {
  const isOld = fits(OLD, length);
  const isNew = fits(NEW, length);
  if (isOld && isNew) return length >= NEW_FORMAT_BYTES ? NEW : OLD;
  if (isOld) return OLD;
  if (isNew) return NEW;
  throw new ClientFileError({
    file,
    offset: null,
    problem: `${length} bytes are no whole number of tiles`,
    expected: 'for example 1036288 bytes (clients before 7.0.9.0) or 3188736 bytes (later ones)',
    suggestion: COPY_AGAIN,
  });
}
