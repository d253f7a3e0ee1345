import { createWriteStream, existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  DrawnArt,
  drawContactSheets,
  drawView,
  encodePng,
  exportClient,
  type Standing,
} from '@gommog/uo/art';
import { type ClientFiles, loadClientFiles, renderFacet, type Terrain } from '@gommog/uo/files';
import { generateWorld, loadDecorations } from '@gommog/uo/worldgen';
import { Command } from 'commander';
import { PNG } from 'pngjs';
import { Progress } from '../../../progress.ts';
import { Refusal } from '../../../refusal.ts';

export const worldCommand = new Command('world')
  .description('The land: make it, look at it.')
  .addCommand(
    new Command('generate')
      .description('Makes a world of real client files from a seed.')
      .argument('<dir>')
      .option('--seed <n>', 'seed', '1')
      .option('--size <tiles>', 'side of the facet, a multiple of 64', '1024')
      .action(async (dir: string, options: { seed: string; size: string }) => {
        const seed = Number(options.seed);
        if (!Number.isInteger(seed)) throw new Refusal(`--seed ${options.seed}: not a whole number`);
        const progress = new Progress('making a world');
        try {
          await generateWorld({ seed, dir, size: Number(options.size), onProgress: progress.update });
        } catch (error) {
          if (error instanceof RangeError) throw new Refusal(error.message);
          throw error;
        } finally {
          progress.done();
        }
      }),
  )
  .addCommand(
    new Command('render')
      .description('Draws a facet, or a part of it, as a PNG.')
      .argument('<dir>', 'folder of client files, such as data/world')
      .argument('<png>', 'file to write')
      .option('--facet <n>', 'which facet', '0')
      .option('--x <n>', 'left edge in tiles', '0')
      .option('--y <n>', 'upper edge in tiles', '0')
      .option('--width <n>', 'tiles; default: to the right edge')
      .option('--height <n>', 'tiles; default: to the lower edge')
      .option('--scale <n>', 'pixels of a tile', '1')
      .action(render),
  )
  .addCommand(
    new Command('export-client')
      .description('Writes all files that a UO client needs for a made world, with art drawn by code.')
      .argument('<dir>', 'folder to write to')
      .option('--data <dir>', 'data folder of the shard', 'data')
      .option('--world <dir>', "folder of the world; default: the data folder's own")
      .option('--facet-size <tiles>', 'such as 7168x4096: room that a client counts on; sea fills it up')
      .option('--uop', 'also the archives that clients from 7.0.24 on look for first')
      .action(exportFolder),
  )
  .addCommand(
    new Command('view')
      .description('Draws a part of a facet as players see it, as a PNG.')
      .argument('<dir>', 'folder of a made world, such as data/world')
      .argument('<png>', 'file to write')
      .requiredOption('--x <n>', 'the tile in the middle')
      .requiredOption('--y <n>', 'the tile in the middle')
      .option('--facet <n>', 'which facet', '0')
      .option('--width <n>', 'pixels', '1024')
      .option('--height <n>', 'pixels', '768')
      .option('--ceiling <n>', 'leave out what is so far above the ground, to look into buildings')
      .action(view),
  )
  .addCommand(
    new Command('contact-sheets')
      .description('Draws everything that the art has on PNGs, to be looked at.')
      .argument('<dir>', 'folder to write to')
      .option('--scale <n>', 'enlarges each pixel', '1')
      .action(async (dir: string, { scale }: { scale: string }) => {
        if (!/^[1-9]$/.test(scale)) throw new Refusal(`--scale ${scale}: a whole number from 1 to 9`);
        const names = await drawContactSheets(dir, Number(scale));
        process.stdout.write(`${dir}: ${names.join(', ')}\n`);
      }),
  );

interface ViewFlags {
  readonly x: string;
  readonly y: string;
  readonly facet: string;
  readonly width: string;
  readonly height: string;
  readonly ceiling?: string;
}

async function view(dir: string, file: string, options: ViewFlags): Promise<void> {
  const files = await readFolder(dir);
  const terrain = facetOf(files, dir, options.facet);
  const [x, y, width, height] = ([options.x, options.y, options.width, options.height] as const).map(
    Number,
  ) as [number, number, number, number];
  if (![x, y, width, height].every(Number.isInteger) || width < 1 || height < 1) {
    throw new Refusal('--x, --y, --width and --height are whole numbers');
  }
  const ceiling = options.ceiling === undefined ? {} : { ceiling: Number(options.ceiling) };
  const items = existsSync(join(dir, 'decoration.yaml')) ? thingsIn(dir) : [];
  try {
    const art = await DrawnArt.load();
    const { tileData } = files;
    const picture = drawView({ terrain, tileData, art, x, y, width, height, items, ...ceiling });
    await writeFile(file, encodePng(picture));
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal(error.message);
    throw error;
  }
}

/** What the shard will place as items when it begins. */
function thingsIn(dir: string): Standing[] {
  return loadDecorations(dir).map(({ graphic, x, y, z }) => ({ graphic, x, y, z }));
}

async function readFolder(dir: string): Promise<ClientFiles> {
  return loadClientFiles(dir, {}).catch((error: Error) => {
    throw new Refusal(error.message);
  });
}

function facetOf({ facets }: ClientFiles, dir: string, number: string): Terrain {
  const terrain = facets.get(Number(number));
  if (terrain === undefined)
    throw new Refusal(`${dir} has no facet ${number}; it has: ${[...facets.keys()].join(', ')}`);
  return terrain;
}

interface ExportFlags {
  readonly data: string;
  readonly world?: string;
  readonly facetSize?: string;
  readonly uop?: boolean;
}

async function exportFolder(out: string, options: ExportFlags): Promise<void> {
  const world = options.world ?? join(options.data, 'world');
  if (!existsSync(join(world, 'tiledata.mul'))) {
    throw new Refusal(
      `${world} holds no world: start the shard once, or make one with 'gommog world generate'`,
    );
  }
  const facetSize = options.facetSize === undefined ? {} : { facetSize: sizeOf(options.facetSize) };
  const progress = new Progress('drawing a client');
  try {
    const summary = await exportClient({
      world,
      out,
      art: await DrawnArt.load(),
      uop: options.uop === true,
      ...facetSize,
      onProgress: progress.update,
    });
    const counts = Object.entries(summary).map(([name, count]) => `${count} ${name}`);
    process.stdout.write(`${out}: ${counts.join(', ')}\n`);
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal(error.message);
    throw error;
  } finally {
    progress.done();
  }
}

function sizeOf(text: string): { width: number; height: number } {
  const found = /^(\d{1,5})x(\d{1,5})$/.exec(text);
  if (found === null) throw new Refusal(`--facet-size ${text}: width and height in tiles, such as 7168x4096`);
  return { width: Number(found[1]), height: Number(found[2]) };
}

interface RenderOptions {
  readonly facet: string;
  readonly x: string;
  readonly y: string;
  readonly width?: string;
  readonly height?: string;
  readonly scale: string;
}

async function render(dir: string, file: string, options: RenderOptions): Promise<void> {
  const files = await readFolder(dir);
  const terrain = facetOf(files, dir, options.facet);
  const x = Number(options.x);
  const y = Number(options.y);
  const picture = renderFacet(terrain, files.tileData, files.radarColours, {
    x,
    y,
    width: Number(options.width ?? terrain.width - x),
    height: Number(options.height ?? terrain.height - y),
    scale: Number(options.scale),
    hillshade: true,
  });
  const png = new PNG({ width: picture.width, height: picture.height });
  for (let i = 0; i < picture.width * picture.height; i++) {
    png.data.set(picture.rgb.subarray(i * 3, i * 3 + 3), i * 4);
    png.data[i * 4 + 3] = 255;
  }
  await pipeline(png.pack(), createWriteStream(file));
  process.stdout.write(`${file}: ${picture.width} x ${picture.height}\n`);
}
