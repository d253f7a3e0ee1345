import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { loadDefinitions } from '../files/definitions.ts';
import { loadClientFiles } from '../files/index.ts';
import { generateWorld } from '../worldgen/index.ts';
import type { Bitmap } from './art-source.ts';
import { AtlasStore } from './atlas/store.ts';
import { townCharts } from './charts.ts';
import { DrawnArt } from './drawn-art.ts';
import { exportClient } from './export-client.ts';
import { FileArt } from './file-art.ts';
import { INTERFACE_TEXTS } from './interface-texts.ts';
import { TRADES } from './trades.ts';

let dir: string;
let world: string;
let out: string;
let art: DrawnArt;
/** A few of them: all would take long. */
let bodies: readonly number[];

before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gommog-art-'));
  world = join(dir, 'world');
  out = join(dir, 'client');
  await generateWorld({ seed: 3, dir: world, size: 512 });
  art = await DrawnArt.load();
  bodies = art.bodyIds.filter((_, i) => i % 60 === 0);
  await exportClient({ world, out, art, bodies, uop: true, facetSize: { width: 640, height: 576 } });
});
after(() => rm(dir, { recursive: true, force: true }));

describe('an exported client folder', () => {
  test('has every file that a client asks for, and none is empty', async () => {
    const names = await readdir(out);
    const needed = [
      ...['tiledata.mul', 'map0.mul', 'staidx0.mul', 'statics0.mul', 'art.mul', 'artidx.mul'],
      ...['gumpart.mul', 'gumpidx.mul', 'texmaps.mul', 'texidx.mul', 'light.mul', 'lightidx.mul'],
      ...['sound.mul', 'soundidx.mul', 'multi.mul', 'multi.idx', 'hues.mul', 'radarcol.mul'],
      ...['skills.mul', 'Skills.idx', 'skillgrp.mul', 'fonts.mul', 'unifont.mul', 'anim.mul', 'anim.idx'],
      ...['animdata.mul', 'Cliloc.enu', 'speech.mul', 'multimap.rle', 'facet00.mul', 'Prof.txt'],
    ];
    assert.deepEqual(
      needed.filter((name) => !names.includes(name)),
      [],
    );
    for (const name of names) assert.ok((await readFile(join(out, name))).length > 0, `${name} is empty`);
  });

  test('has a chart with the towns on land', async () => {
    const { startCities } = loadDefinitions(join(world, 'world.yaml'));
    const size = { width: 640, height: 576 };
    const chart = (await townCharts(world, size)).get(0x15d9)!;
    const at = (x: number, y: number) => chart.pixels[y * chart.width + x];
    const paper = at(Math.floor(chart.width / 4), Math.floor(chart.height / 4));
    for (const city of startCities) {
      const [x, y] = [(city.x / size.width) * 383, (city.y / size.height) * 383].map(Math.floor);
      const around = [-2, 0, 2].flatMap((dy) => [-2, 0, 2].map((dx) => at(x! + dx, y! + dy)));
      assert.ok(around.includes(paper), `${city.name} is not on land`);
    }
    assert.notEqual(at(370, 10), paper, 'the sea is not land');
  });

  test('is read by our own loader as the world that it was made from', async () => {
    const definitions = await readFile(join(world, 'world.yaml'), 'utf8');
    const wider = definitions.replace('width: 512', 'width: 640').replace('height: 512', 'height: 576');
    await writeFile(join(out, 'world.yaml'), wider);
    const [made, read] = [await loadClientFiles(world), await loadClientFiles(out)];
    assert.equal(read.source, 'uop');
    assert.equal((await loadClientFiles(out, { prefer: 'mul' })).source, 'mul');
    const [before, now] = [made.facets.get(0)!, read.facets.get(0)!];
    for (let x = 0; x < 512; x += 37) {
      for (let y = 0; y < 512; y += 41) {
        assert.equal(now.land(x, y), before.land(x, y));
        assert.deepEqual(now.statics(x, y), before.statics(x, y));
      }
    }
    assert.equal(now.land(639, 575), before.land(511, 511), 'what is beyond looks as the edge does');
    assert.equal(read.tileData.itemName(0x0006), made.tileData.itemName(0x0006));
    assert.equal(read.cliloc.size, made.cliloc.size + 2 * TRADES.length + INTERFACE_TEXTS.size);
    assert.equal(read.cliloc.get(3_000_183), 'Skin');
    const asked = parse(await readFile(new URL('testing/asked-texts.yaml', import.meta.url), 'utf8'));
    for (const [what, ...numbers] of asked)
      for (const number of numbers) assert.ok((read.cliloc.get(number) ?? '') !== '', `${what}: ${number}`);
    const skills = read.skills.map(({ name }) => name);
    assert.equal(skills.length, 58);
    for (const trade of TRADES) for (const [skill] of trade.skills) assert.ok(skills.includes(skill), skill);
    // The radar of clients shows land only where its gump has this colour.
    assert.ok(art.gump(0x1393)!.pixels.includes(0x8421));
    assert.equal(read.hues.length, made.hues.length);
    // Grass is green on the radar, and water is blue.
    const channels = (colour: number): number[] => [(colour >> 10) & 31, (colour >> 5) & 31, colour & 31];
    const [red, green, blue] = channels(read.radarColours[3]!);
    assert.ok(green! > red! && green! > blue!);
    const [seaRed, , seaBlue] = channels(read.radarColours[0xa8]!);
    assert.ok(seaBlue! > seaRed!);
  });

  test('is read by an independent package, pixel for pixel', async (t) => {
    const python = process.env['GOMMOG_PYTHON'] ?? 'python3';
    const run = promisify(execFile);
    try {
      await run(python, [
        '-c',
        'import importlib.util, sys; sys.exit(importlib.util.find_spec("ultimapy") is None)',
      ]);
    } catch {
      t.skip(
        `${python} has no ultimapy: pip install ultimapy, and set GOMMOG_PYTHON where it is not python3`,
      );
      return;
    }
    const wanted = {
      land: art.landIds.filter((_, i) => i % 40 === 0),
      statics: art.staticIds.filter((_, i) => i % 40 === 0),
      gumps: art.gumpIds.filter((_, i) => i % 9 === 0),
      frames: bodies.map((body) => [body, 0, 1] as const),
      slots: [4, 5].flatMap((file) => bodies.map((body) => [file, body, 0, 2] as const)),
    };
    // The later files of animations have the order of the first. Here each has the same bodies, under numbers from 1500 on.
    const later = join(dir, 'later');
    await cp(out, later, { recursive: true });
    for (const file of [4, 5]) {
      await copyFile(join(out, 'anim.idx'), join(later, `anim${file}.idx`));
      await copyFile(join(out, 'anim.mul'), join(later, `anim${file}.mul`));
    }
    const lines = bodies.map((body, i) =>
      [`${1500 + i}\t-1\t-1\t${body}\t-1`, `${1700 + i}\t-1\t-1\t-1\t${body}`].join('\n'),
    );
    await writeFile(join(later, 'Bodyconv.def'), lines.join('\n'));
    const script = new URL('testing/read-back.py', import.meta.url).pathname;
    const { stdout } = await run(python, [script, JSON.stringify(wanted)], {
      env: { ...process.env, ULTIMA_FILES_DIR: later },
      maxBuffer: 1 << 24,
    });
    const found = JSON.parse(stdout) as Record<'gumps' | 'land' | 'statics', string[]> & {
      hues: number[][];
      frames: (readonly [string, number, number])[][];
      slots: (readonly [string, number, number])[][];
    };
    assert.deepEqual(
      found.land,
      wanted.land.map((id) => digest(art.land(id)!)),
    );
    assert.deepEqual(
      found.statics,
      wanted.statics.map((id) => digest(art.static(id)!)),
    );
    assert.deepEqual(
      found.gumps,
      wanted.gumps.map((id) => digest(art.gump(id)!)),
    );
    assert.deepEqual(
      found.frames,
      wanted.frames.map(([body, action, direction]) =>
        art.frames(body, action, direction)!.map((frame) => [digest(frame), frame.centreX, frame.centreY]),
      ),
    );
    const own = await FileArt.open(later);
    assert.deepEqual(
      found.slots,
      [1500, 1700].flatMap((first) =>
        bodies.map((_, i) =>
          own.frames(first + i, 0, 2)!.map((frame) => [digest(frame), frame.centreX, frame.centreY]),
        ),
      ),
    );
    own.close();
    assert.deepEqual(
      found.hues,
      art.hues.slice(0, 3).map(({ colours }) => [...colours]),
    );
  });
});

/** As testing/read-back.py has it: the size, then each pixel's channels and whether it is drawn. */
function digest({ height, pixels, width }: Bitmap): string {
  const bytes: number[] = [];
  for (const pixel of pixels) {
    if (pixel === 0) bytes.push(0, 0, 0, 0);
    else bytes.push((pixel >> 10) & 31, (pixel >> 5) & 31, pixel & 31, 1);
  }
  return createHash('sha1').update(`${width}x${height}`).update(Uint8Array.from(bytes)).digest('hex');
}

describe('atlases', () => {
  test('are made when they are asked for, once, and only their own files are given out', async () => {
    const folder = join(dir, 'atlas');
    const store = await AtlasStore.open(world, folder);
    const jsonOf = async (name: string) =>
      JSON.parse(Buffer.from((await store.file(name))!.bytes).toString());
    const [first, again] = await Promise.all([store.file('land.json'), store.file('land.json')]);
    assert.deepEqual(first, again);
    const [sheet, , , width, height, right, down] = (await jsonOf('land.json')).sprites[3];
    assert.deepEqual([sheet, width, height, right, down], [0, 44, 44, -22, -44]);
    assert.equal((await store.file('land-0.png'))!.contentType, 'image/png');
    const stand = await jsonOf('body-400-4.json');
    assert.ok(stand.sprites['0/0'] !== undefined && stand.sprites['4/0'] !== undefined);
    const { range, sounds } = store.index;
    const dagger = 0x0f52;
    assert.ok((await jsonOf(`items-${Math.floor(dagger / range)}.json`)).sprites[dagger] !== undefined);
    const wav = (await store.file(`sound-${sounds[0]}.wav`))!;
    assert.equal(Buffer.from(wav.bytes).toString('latin1', 0, 4), 'RIFF');
    const foreign = [
      '../world/map0.mul',
      'body-1999-0.json',
      'body-400-99.json',
      'sound-65000.wav',
      'x.json',
    ];
    for (const name of foreign) assert.equal(await store.file(name), null, name);
    await store.close();
    // Another store finds what was made, and what it makes is the same.
    const later = await AtlasStore.open(world, folder);
    assert.deepEqual(await later.file('land.json'), first);
    await later.close();
    const elsewhere = await AtlasStore.open(world, join(dir, 'atlas-2'));
    assert.deepEqual(await elsewhere.file('land.json'), first);
    await elsewhere.close();
  });
});
