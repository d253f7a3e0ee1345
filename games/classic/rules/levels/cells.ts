import type { ColumnStore, World } from '@gommog/core';
import { type Level, SECTION_SIDE, SECTION_VOLUME, Section } from '../components.ts';

// A level's sections are numbered from the bottom up, column by column: columns to the east first, then to the south.

const SHIFT = 3;
const MASK = SECTION_SIDE - 1;

export type Box = Pick<Level, 'width' | 'height' | 'length'>;

export function contains({ height, length, width }: Box, x: number, y: number, z: number): boolean {
  return x >= 0 && y >= 0 && z >= 0 && x < width && y < height && z < length;
}

export function columnCount({ length, width }: Box): number {
  return (width >> SHIFT) * (length >> SHIFT);
}

export function sectionCount(box: Box): number {
  return columnCount(box) * (box.height >> SHIFT);
}

function sectionAt(level: Level, x: number, y: number, z: number): number {
  const column = (z >> SHIFT) * (level.width >> SHIFT) + (x >> SHIFT);
  return level.firstSection + column * (level.height >> SHIFT) + (y >> SHIFT);
}

function cellAt(x: number, y: number, z: number): number {
  return ((y & MASK) << (2 * SHIFT)) | ((z & MASK) << SHIFT) | (x & MASK);
}

/** The block of a cell within the level. */
export function blockAt(world: World, level: Level, x: number, y: number, z: number): number {
  const store = world.columns(Section);
  const row = store.rows.get(sectionAt(level, x, y, z));
  return blocksOf(store)[row * SECTION_VOLUME + cellAt(x, y, z)]!;
}

/** Changes the block of a cell within the level. */
export function putBlock(world: World, level: Level, x: number, y: number, z: number, block: number): void {
  const store = world.columns(Section);
  store.poke(store.rows.get(sectionAt(level, x, y, z)), 'blocks', cellAt(x, y, z), block);
}

/** Copies one layer of a level, x fastest, then z, each block as `table` translates it. `into` holds width × length bytes. */
export function readLayer(world: World, level: Level, y: number, table: Uint8Array, into: Uint8Array): void {
  const store = world.columns(Section);
  const blocks = blocksOf(store);
  const { length, width } = level;
  for (let z = 0; z < length; z += SECTION_SIDE) {
    for (let x = 0; x < width; x += SECTION_SIDE) {
      let from = store.rows.get(sectionAt(level, x, y, z)) * SECTION_VOLUME + cellAt(x, y, z);
      for (let inner = 0; inner < SECTION_SIDE; inner++) {
        let to = (z + inner) * width + x;
        for (let i = 0; i < SECTION_SIDE; i++) into[to++] = table[blocks[from++]!]!;
      }
    }
  }
}

function blocksOf(store: ColumnStore): Uint8Array {
  return store.columns['blocks'] as Uint8Array;
}
