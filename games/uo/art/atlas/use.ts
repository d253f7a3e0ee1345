import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadClientFiles } from '../../files/load.ts';

/** Graphics that a world has on its map, and so first of all. */
export interface Use {
  readonly land: ReadonlySet<number>;
  readonly statics: ReadonlySet<number>;
}

const BLOCK_BYTES = 196;
const STATIC_BYTES = 7;

/** Land ids and graphics of statics that the folder of a world uses; `kept` is a file that remembers them. */
export async function readUse(world: string, kept: string): Promise<Use> {
  if (existsSync(join(world, 'world.yaml')) && existsSync(join(world, 'map0.mul'))) return ofOwnWorld(world);
  try {
    const { land, statics } = JSON.parse(await readFile(kept, 'utf8')) as Record<keyof Use, number[]>;
    return { land: new Set(land), statics: new Set(statics) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const use = await ofClientFiles(world);
  await writeFile(kept, JSON.stringify({ land: [...use.land], statics: [...use.statics] }));
  return use;
}

/** Of a world that was made here: one facet, in plain files. */
async function ofOwnWorld(world: string): Promise<Use> {
  const land = new Set<number>();
  const map = await readFile(join(world, 'map0.mul'));
  for (let block = 0; block + BLOCK_BYTES <= map.length; block += BLOCK_BYTES) {
    for (let cell = 0; cell < 64; cell++) land.add(map.readUInt16LE(block + 4 + cell * 3));
  }
  const statics = new Set<number>();
  const records = await readFile(join(world, 'statics0.mul'));
  for (let at = 0; at + STATIC_BYTES <= records.length; at += STATIC_BYTES) {
    statics.add(records.readUInt16LE(at));
  }
  return sorted(land, statics);
}

/** Of all facets of a client's files, in whatever form. It takes seconds. */
async function ofClientFiles(world: string): Promise<Use> {
  const land = new Set<number>();
  const statics = new Set<number>();
  const { facets } = await loadClientFiles(world);
  for (const terrain of facets.values()) {
    for (let y = 0; y < terrain.height; y++) {
      for (let x = 0; x < terrain.width; x++) {
        land.add(terrain.land(x, y));
        for (const { graphic } of terrain.statics(x, y)) statics.add(graphic);
      }
    }
  }
  return sorted(land, statics);
}

/** The same world gives the same sheets, in whatever order it is read. */
function sorted(land: ReadonlySet<number>, statics: ReadonlySet<number>): Use {
  return { land: new Set([...land].sort((a, b) => a - b)), statics };
}
