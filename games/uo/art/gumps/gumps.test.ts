import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { loadContent } from '../../content/index.ts';
import { behaviours } from '../../rules/things/use/behaviours.ts';
import { WARDROBE } from '../figures/wear/wardrobe.ts';
import { idsOf } from '../graphics.ts';
import { CREATION } from './creation.ts';
import { FRAMES } from './frames.ts';
import { GUMP_IDS, GumpArtist } from './gumps.ts';
import { FEMALE_GUMPS, MALE_GUMPS } from './paperdoll.ts';

describe('gumps', () => {
  const artist = new GumpArtist();
  const known = new Set(GUMP_IDS);

  it('are all drawn, and none is larger than a screen', () => {
    for (const id of GUMP_IDS) {
      const canvas = artist.draw(id);
      assert.ok(canvas !== null, `gump ${id}`);
      assert.ok(
        canvas.width <= 640 && canvas.height <= 480,
        `gump ${id} is ${canvas.width} x ${canvas.height}`,
      );
    }
    assert.equal(artist.draw(1), null);
    assert.equal(artist.draw(MALE_GUMPS + 1), null);
  });

  it('that a client asks for by number are there, of a size that fits what lies beside them', async () => {
    const asked = parse(await readFile(new URL('../testing/asked-gumps.yaml', import.meta.url), 'utf8'));
    for (const [what, ranges, leastWidth = 1, leastHeight = 1, mostWidth = 640, mostHeight = 480] of asked) {
      for (const id of idsOf(ranges)) {
        const canvas = artist.draw(id);
        assert.ok(known.has(id) && canvas !== null, `${what}: there is no gump ${id.toString(16)}`);
        const { height, width } = canvas;
        assert.ok(
          width >= leastWidth && height >= leastHeight && width <= mostWidth && height <= mostHeight,
          `${what}: gump ${id.toString(16)} is ${width} x ${height}`,
        );
      }
    }
  });

  it('of the window for custom houses leave the middle free, where walls and roofs to choose lie below', () => {
    const [left, between, right] = [0x55f0, 0x55f1, 0x55f2].map((id) => artist.draw(id)!);
    for (const y of [19, 138]) {
      assert.equal(left!.get(121, y), 0);
      assert.equal(between!.get(7, y), 0);
      assert.equal(right!.get(518 - 486 - 1, y), 0);
    }
    assert.notEqual(left!.get(120, 60), 0);
    assert.notEqual(between!.get(7, 18), 0);
    assert.notEqual(right!.get(518 - 486, 60), 0);
  });

  it('of containers have room for what lies in them', () => {
    const { items } = loadContent({ behaviours: new Set(Object.keys(behaviours)) });
    for (const { container, id } of items.all()) {
      if (container === undefined) continue;
      const canvas = artist.draw(container.gump);
      assert.ok(canvas !== null, `${id} has no window`);
      assert.ok(
        canvas.width >= container.x + container.width && canvas.height >= container.y + container.height,
        `the window of ${id} is too small`,
      );
    }
  });

  it('that some clients draw without looking are there: they end where one is missing', () => {
    for (const id of [0x0a8c, 0x0a8d, 0x1068, 0x1069])
      assert.ok(artist.draw(id)?.isEmpty() === false, `${id}`);
    assert.equal(artist.draw(0x0a8c)!.height, artist.draw(0x0a8d)!.width);
  });

  it('of questions hold their words and both answers', () => {
    const [window, no, yes] = [0x0816, 0x0817, 0x081a].map((id) => artist.draw(id)!);
    assert.ok(window!.width >= 33 + 165 && window!.height >= 75 + yes!.height);
    assert.ok(37 + no!.width <= 100 && 100 + yes!.width <= window!.width, 'answers lie beside each other');
  });

  it('of trades have room for what clients put upon them, and tell who agrees', () => {
    for (const [id, right, below] of [
      [0x0866, 266 + 28, 160 + 28],
      [0x088a, 258 + 28, 240 + 28],
    ] as const) {
      const { height, width } = artist.draw(id)!;
      assert.ok(width >= Math.max(192 + 110, right) && height >= below, `gump ${id}`);
    }
    assert.notDeepEqual(artist.draw(0x0867)!.pixels, artist.draw(0x0869)!.pixels);
    assert.deepEqual(artist.draw(0x0867)!.pixels, artist.draw(0x0868)!.pixels);
  });

  it('of frames fit together: nine pieces, corners of one size, edges as long as the middle', () => {
    for (const first of FRAMES.keys()) {
      const pieces = Array.from({ length: 9 }, (_, i) => artist.draw(first + i)!);
      for (let row = 0; row < 3; row++) {
        for (let column = 0; column < 3; column++) {
          const piece = pieces[row * 3 + column]!;
          assert.equal(piece.height, pieces[row * 3]!.height);
          assert.equal(piece.width, pieces[column]!.width);
        }
      }
    }
  });

  it('of frames repeat without a seam: the border runs on from one piece of an edge to the next', () => {
    for (const [first, { border }] of FRAMES) {
      const top = artist.draw(first + 1)!;
      for (let y = 0; y < Math.min(2, border); y++) {
        assert.equal(top.get(0, y) === 0, top.get(top.width - 1, y) === 0, `frame ${first.toString(16)}`);
      }
    }
  });

  it('show whatever is worn, on a man and on a woman, within one picture', () => {
    for (const id of WARDROBE.keys()) {
      for (const first of [MALE_GUMPS, FEMALE_GUMPS]) {
        assert.ok(known.has(first + id));
        assert.ok(!artist.draw(first + id)!.isEmpty(), `worn body ${id} does not show`);
      }
    }
  });

  it('of a man and a woman differ, and clothes fit them differently', () => {
    assert.notDeepEqual(artist.draw(0x0c)!.pixels, artist.draw(0x0d)!.pixels);
    assert.notDeepEqual(artist.draw(MALE_GUMPS + 434)!.pixels, artist.draw(FEMALE_GUMPS + 434)!.pixels);
  });

  it('show clothes, hair and beards while a character is made', () => {
    for (const id of CREATION.keys()) {
      assert.ok(known.has(id));
      assert.ok(artist.draw(id)?.isEmpty() === false, `gump ${id} does not show`);
    }
    assert.deepEqual(artist.draw(0x0753)!.pixels, artist.draw(MALE_GUMPS + 700)!.pixels);
    assert.deepEqual(artist.draw(0x0764)!.pixels, artist.draw(FEMALE_GUMPS + 449)!.pixels);
  });

  it('of buttons look pressed when clients and shards show them so', () => {
    const light = (id: number): number =>
      artist
        .draw(id)!
        .toBitmap()
        .pixels.reduce((sum, each) => sum + (each & 31) + ((each >> 5) & 31), 0);
    const pairs: readonly (readonly [number, number])[] = [
      [4005, 4007],
      [4005, 4006],
      [0xf7, 0xf8],
      [0xf1, 0xf2],
      [0xf9, 0xf8],
      [0xf6, 0xf4],
      [0xef, 0xf0],
      [0x15a4, 0x15a6],
      [0x47e, 0x47f],
      [0x481, 0x482],
      [0x5ca, 0x5c9],
      [0x5cd, 0x5cc],
      [0x7d6, 0x7d7],
      [0x7df, 0x7e0],
      [0x7e5, 0x7e6],
      [0x7e8, 0x7e9],
      [0x85d, 0x85e],
      [0x93b, 0x93c],
      [0x57b2, 0x57b4],
      [0x57b5, 0x57b7],
      [0x817, 0x818],
      [0x81a, 0x81b],
      [0x5654, 0x5656],
      [0x5625, 0x5627],
    ];
    for (const [up, down] of pairs) {
      const [a, b] = [artist.draw(up)!, artist.draw(down)!];
      assert.deepEqual([a.width, a.height], [b.width, b.height]);
      assert.ok(light(down) < light(up), `gump ${down.toString(16)} does not look pressed`);
    }
    assert.notDeepEqual(artist.draw(210)!.pixels, artist.draw(211)!.pixels);
    assert.notDeepEqual(artist.draw(0x938)!.pixels, artist.draw(0x939)!.pixels);
  });
});
