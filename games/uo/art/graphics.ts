import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Canvas } from './canvas.ts';

/** What is known of an item graphic before it is drawn. */
export interface Graphic {
  readonly id: number;
  /** As in tile data, in small letters. */
  readonly name: string;
  /** The words of data/shapes.yaml; empty where it says nothing. */
  readonly kind: string;
  readonly material: string;
  readonly part: string;
  readonly orient: string;
  /** In the world's units. */
  readonly height: number;
  /** Of things that move in place: which of their pictures, from 0. */
  readonly frame: number;
}

/** Draws graphics of one family; null for those of another. */
export type Recipe = (graphic: Graphic) => Canvas | null;

const row = z.tuple([z.string(), z.string(), z.string(), z.string(), z.string()]);
const tileRow = z.tuple([z.string(), z.string(), z.number(), z.number(), z.number(), z.number(), z.string()]);

/** All item graphics that have a name in the world's tables, by number. */
export async function loadGraphics(): Promise<ReadonlyMap<number, Graphic>> {
  const shapes = new Map<number, readonly [string, string, string, string]>();
  for (const [kind, material, part, orient, ids] of z.array(row).parse(await readYaml('data/shapes.yaml'))) {
    for (const id of idsOf(ids)) shapes.set(id, [kind, material, part, orient]);
  }
  const graphics = new Map<number, Graphic>();
  for (const [name, , height, , , , ids] of z
    .array(tileRow)
    .parse(await readYaml('../worldgen/data/item-tiles.yaml'))) {
    for (const id of idsOf(ids)) {
      const [kind, material, part, orient] = shapes.get(id) ?? ['', '', '', ''];
      graphics.set(id, { id, name: name.toLowerCase(), kind, material, part, orient, height, frame: 0 });
    }
  }
  return new Map([...graphics].sort(([a], [b]) => a - b));
}

/** Terrain by the id of each land tile that the world's tables name. */
export async function loadTerrains(): Promise<ReadonlyMap<number, string>> {
  const landRow = z.tuple([z.string(), z.string(), z.string(), z.string()]);
  const terrains = new Map<number, string>();
  for (const [, terrain, , ids] of z
    .array(landRow)
    .parse(await readYaml('../worldgen/data/land-tiles.yaml'))) {
    for (const id of idsOf(ids)) terrains.set(id, terrain);
  }
  return terrains;
}

async function readYaml(path: string): Promise<unknown> {
  return parse(await readFile(new URL(path, import.meta.url), 'utf8'));
}

/** Numbers of ranges such as `0e10-0e18 1f40`, in hexadecimal. */
export function idsOf(ranges: string): number[] {
  return ranges.split(' ').flatMap((range) => {
    const [first, last] = range.split('-').map((digits) => Number.parseInt(digits, 16));
    return Array.from({ length: (last ?? first!) - first! + 1 }, (_, i) => first! + i);
  });
}
