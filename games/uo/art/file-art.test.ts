import assert from 'node:assert/strict';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { writeUop } from '../files/testing/write-uop.ts';
import { encodeAnimation } from '../files/write-animations.ts';
import { generateWorld } from '../worldgen/index.ts';
import type { ArtSource, Bitmap, Glyph } from './art-source.ts';
import { AtlasStore } from './atlas/store.ts';
import { townCharts } from './charts.ts';
import { DrawnArt } from './drawn-art.ts';
import { exportClient } from './export-client.ts';
import { FileArt } from './file-art.ts';

let dir: string;
let drawn: DrawnArt;
let bodies: readonly number[];
/** The same art, in files of both kinds. */
const read = new Map<'mul' | 'uop', FileArt>();

before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gommog-file-art-'));
  const world = join(dir, 'world');
  await generateWorld({ seed: 5, dir: world, size: 512 });
  drawn = await DrawnArt.load();
  bodies = drawn.bodyIds.filter((_, i) => i % 90 === 0);
  await exportClient({ world, out: join(dir, 'uop'), art: drawn, bodies, uop: true });
  await mkdir(join(dir, 'mul'));
  for (const name of await readdir(join(dir, 'uop')))
    if (!name.endsWith('.uop')) await copyFile(join(dir, 'uop', name), join(dir, 'mul', name));
  for (const kind of ['mul', 'uop'] as const) {
    await copyFile(join(world, 'world.yaml'), join(dir, kind, 'world.yaml'));
    read.set(kind, await FileArt.open(join(dir, kind)));
  }
});
after(async () => {
  for (const art of read.values()) art.close();
  await rm(dir, { recursive: true, force: true });
});

/** As files can hold it: what is opaque has 15 bits of colour, and black is the darkest blue. */
function held({ height, pixels, width }: Bitmap) {
  return { width, height, pixels: pixels.map((pixel) => (pixel === 0 ? 0 : pixel & 0x7fff || 1)) };
}

/** Buffers are compared at once: `deepEqual` looks at each pixel by itself. */
function isSame(a: Bitmap, b: Bitmap): boolean {
  const [x, y] = [held(a), held(b)];
  return (
    x.width === y.width &&
    x.height === y.height &&
    Buffer.from(x.pixels.buffer).equals(Buffer.from(y.pixels.buffer))
  );
}

function assertSame(ids: readonly number[], of: (art: ArtSource, id: number) => Bitmap | null): void {
  assert.ok(ids.length > 0);
  for (const id of ids) {
    const ours = of(drawn, id);
    for (const [kind, art] of read) {
      const theirs = of(art, id);
      assert.equal(theirs === null, ours === null, `${kind} ${id}`);
      if (ours !== null && theirs !== null) assert.ok(isSame(theirs, ours), `${kind} ${id}`);
    }
  }
}

describe('art that was written as client files is read from them pixel for pixel', () => {
  test('land', () => {
    // Of a tile of land, files hold the diamond.
    const inDiamond = (picture: Bitmap): Bitmap => {
      const pixels = picture.pixels.map((pixel, i) => {
        const [x, y] = [i % 44, Math.floor(i / 44)];
        const half = y < 22 ? y + 1 : 44 - y;
        return x >= 22 - half && x < 22 + half ? pixel : 0;
      });
      return { ...picture, pixels };
    };
    assertSame(drawn.landIds, (art, id) => {
      const picture = art.land(id);
      return picture === null ? null : inDiamond(picture);
    });
  });

  test('statics and items', () => assertSame(drawn.staticIds, (art, id) => art.static(id)));
  test('gumps', async () => {
    // Charts are those of the world that a folder is written for, and not of the art.
    const charts = await townCharts(join(dir, 'world'));
    const ids = drawn.gumpIds.filter((id) => !charts.has(id));
    assertSame(ids, (art, id) => art.gump(id));
  });
  test('textures', () => assertSame(drawn.textureIds, (art, id) => art.texture(id)));

  test('bodies, with their anchors', () => {
    for (const [kind, art] of read) {
      assert.deepEqual(art.bodyIds, bodies, kind);
      for (const body of bodies) {
        for (const action of [0, 4, 12]) {
          for (const direction of [0, 3]) {
            const [ours, theirs] = [
              drawn.frames(body, action, direction) ?? [],
              art.frames(body, action, direction) ?? [],
            ];
            assert.equal(theirs.length, ours.length, `${kind} ${body} ${action}`);
            for (const [i, frame] of ours.entries()) {
              assert.ok(isSame(theirs[i]!, frame), `${kind} ${body} ${action} ${direction} ${i}`);
              const { centreX, centreY } = theirs[i]!;
              assert.deepEqual([centreX, centreY], [frame.centreX, frame.centreY]);
            }
          }
        }
      }
    }
  });

  test('what moves, hues and lights', () => {
    for (const [kind, art] of read) {
      assert.deepEqual(art.soundIds, drawn.soundIds, kind);
      for (const id of drawn.staticIds) {
        const ours = drawn.staticAnimation(id);
        if (ours !== null)
          assert.deepEqual(art.staticAnimation(id), { offsets: [...ours.offsets], interval: ours.interval });
      }
      for (const [i, { colours }] of drawn.hues.entries())
        assert.deepEqual([...art.hues[i]!.colours], [...colours]);
      for (const id of drawn.lightIds) assert.deepEqual(art.light(id), drawn.light(id));
    }
  });

  test('sounds', () => {
    for (const id of drawn.soundIds.filter((_, i) => i % 7 === 0)) {
      const { name, samples } = drawn.sound(id)!;
      for (const [kind, art] of read) {
        const theirs = art.sound(id)!;
        assert.equal(theirs.name, name);
        assert.ok(
          Buffer.from(theirs.samples.buffer).equals(Buffer.from(samples.slice().buffer)),
          `${kind} ${id}`,
        );
      }
    }
  });

  test('fonts', () => {
    const shape = ({ height, left, pixels, top, width }: Glyph) => ({
      ...{ width, height, left, top },
      dots: [...pixels].map((pixel) => pixel !== 0),
    });
    for (const art of read.values()) {
      for (let number = 0; number < 10; number++) {
        const ours = drawn.font(number)!;
        for (const [i, glyph] of art.font(number)!.entries()) {
          assert.deepEqual(shape(glyph), shape(ours[i]!), `font ${number}, ${i}`);
          assert.ok(isSame(glyph, ours[i]!), `font ${number}, ${i}`);
        }
      }
      for (let number = 0; number < 7; number++) {
        const ours = drawn.unicodeFont(number)!;
        const theirs = art.unicodeFont(number)!;
        assert.equal(theirs.size, ours.size);
        for (const [character, glyph] of ours) assert.deepEqual(shape(theirs.get(character)!), shape(glyph));
      }
    }
  });
});

test('atlases of client files are those of the art that was written into them, and are kept until a file changes', async () => {
  const client = join(dir, 'mul');
  const ours = await AtlasStore.open(join(dir, 'world'), join(dir, 'cache'));
  const theirs = await AtlasStore.open(client, join(dir, 'cache'), 'files');
  try {
    assert.deepEqual(theirs.index.bodies, bodies);
    assert.notEqual(theirs.index.version, ours.index.version);
    for (const name of ['land', 'world', 'gumps-0', `body-${bodies[0]}-0`]) {
      const [a, b] = [await ours.file(`${name}.json`), await theirs.file(`${name}.json`)];
      assert.deepEqual(JSON.parse(String(Buffer.from(b!.bytes))), JSON.parse(String(Buffer.from(a!.bytes))));
      const [x, y] = [await ours.file(`${name}-0.png`), await theirs.file(`${name}-0.png`)];
      assert.ok(Buffer.from(x!.bytes).equals(y!.bytes), `${name}-0.png`);
    }
    const again = await AtlasStore.open(client, join(dir, 'cache'), 'files');
    assert.deepEqual(again.index, theirs.index);
    await again.close();
    await writeFile(join(client, 'art.mul'), await readFile(join(client, 'art.mul')));
    const later = await AtlasStore.open(client, join(dir, 'cache'), 'files');
    assert.notEqual(later.index.version, theirs.index.version);
    await later.close();
  } finally {
    await ours.close();
    await theirs.close();
  }
});

test('frames in archives are those of anim.mul, and an atlas that lacks damaged ones tells of them', async () => {
  const client = join(dir, 'packed');
  await mkdir(client);
  const names = [
    'artidx.mul',
    'art.mul',
    'hues.mul',
    'map0.mul',
    'statics0.mul',
    'world.yaml',
    'tiledata.mul',
  ];
  for (const name of names) await copyFile(join(dir, 'mul', name), join(client, name));
  const person = bodies.find((body) => body >= 400)!;
  await writeFile(join(client, 'mobtypes.txt'), `${person} HUMAN 10000\n`);
  const actions = [0, 4].map((action) => {
    const path = `build/animationlegacyframe/${String(person).padStart(6, '0')}/0${action}.bin`;
    return { path, bytes: packed(action, person), method: 1 };
  });
  await writeUop(join(client, 'AnimationFrame2.uop'), [
    ...actions,
    { ...actions[1]!, path: actions[1]!.path.replace('04.bin', '05.bin') },
  ]);
  const damage: string[] = [];
  const [mul, store] = [
    await AtlasStore.open(join(dir, 'mul'), join(dir, 'cache'), 'files'),
    await AtlasStore.open(client, join(dir, 'cache'), 'files', (problem) => damage.push(problem)),
  ];
  try {
    assert.deepEqual(store.index.bodies, [person]);
    for (const action of [0, 4]) {
      const name = `body-${person}-${action}`;
      assert.deepEqual(await store.file(`${name}.json`), await mul.file(`${name}.json`));
      assert.deepEqual(await store.file(`${name}-0.png`), await mul.file(`${name}-0.png`));
    }
    assert.deepEqual(damage, []);
    assert.equal(await store.file(`body-${person}-5.json`), null);
    assert.match(damage[0]!, /AnimationFrame2\.uop at byte \d+: .*05\.bin: frame 0 is of action 4/);
    assert.equal(damage.length, 1);
  } finally {
    await mul.close();
    await store.close();
  }
});

/** All frames of an action as an archive holds them: after the table, of each its palette and its runs. */
function packed(action: number, body: number): Uint8Array {
  const frames = [0, 1, 2, 3, 4].flatMap((direction) => drawn.frames(body, action, direction)!);
  const pictures = frames.map((frame) => {
    const bytes = encodeAnimation([frame]);
    return Buffer.concat([bytes.subarray(0, 512), bytes.subarray(512 + 8)]);
  });
  const head = Buffer.alloc(40);
  head.writeUInt32LE(frames.length, 32);
  head.writeUInt32LE(head.length, 36);
  const table = Buffer.alloc(frames.length * 16);
  let at = table.length;
  for (const [i, { length }] of pictures.entries()) {
    table.writeUInt16LE(action, i * 16);
    table.writeUInt16LE(i + 1, i * 16 + 2);
    table.writeUInt32LE(at - i * 16, i * 16 + 12);
    at += length;
  }
  return Buffer.concat([head, table, ...pictures]);
}

test('what is damaged or missing is as if it were not there', async () => {
  const bad = join(dir, 'bad');
  await mkdir(bad);
  for (const name of ['artidx.mul', 'art.mul', 'gumpidx.mul', 'gumpart.mul', 'anim.idx', 'anim.mul'])
    await copyFile(join(dir, 'mul', name), join(bad, name));
  const cut = (await readFile(join(bad, 'art.mul'))).subarray(0, 40_000);
  await writeFile(join(bad, 'art.mul'), cut);
  for (const name of ['gumpart.mul', 'anim.mul']) {
    const bytes = await readFile(join(bad, name));
    for (let i = 0; i < bytes.length; i += 3) bytes[i] = (bytes[i]! * 7 + i) & 0xff;
    await writeFile(join(bad, name), bytes);
  }
  const damage: string[] = [];
  const art = await FileArt.open(bad, ({ message }) => damage.push(message));
  let there = 0;
  for (const id of [...art.landIds, ...art.staticIds]) if ((art.land(id) ?? art.static(id)) !== null) there++;
  assert.ok(there > 0 && there < art.landIds.length + art.staticIds.length);
  for (const id of art.gumpIds) art.gump(id);
  for (const body of art.bodyIds) for (let action = 0; action < 10; action++) art.frames(body, action, 0);
  assert.ok(damage.some((line) => /art\.mul at byte \d+: a record of \d+ bytes ends outside/.test(line)));
  assert.ok(damage.some((line) => /anim\.mul at byte \d+: record \d+: /.test(line)));
  assert.equal(art.font(0), null);
  assert.deepEqual(art.soundIds, []);
  art.close();
});
