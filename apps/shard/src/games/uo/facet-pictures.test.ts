import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Facet } from '@gommog/uo';
import type { ClientFiles } from '@gommog/uo/files';
import { PNG } from 'pngjs';
import { FacetPictures } from './facet-pictures.ts';

/** Land of 600 x 300 tiles: graphic 1 in the west, 2 from tile 256 on. */
function pictures() {
  let drawn = 0;
  const terrain = {
    width: 600,
    height: 300,
    land: (x: number) => {
      drawn++;
      return x < 256 ? 1 : 2;
    },
    landZ: () => 0,
    statics: () => [],
  };
  const radarColours = new Uint16Array(0x8000);
  radarColours[1] = 31 << 10;
  radarColours[2] = 31;
  const facets = [{ id: 3, terrain, season: 0 }] as unknown as Facet[];
  const files = { radarColours, tileData: { itemHeight: () => 0 } } as unknown as ClientFiles;
  return { pictures: new FacetPictures(facets, files), drawn: () => drawn };
}

function colourAt(picture: Buffer | string, x: number, y: number) {
  assert.ok(Buffer.isBuffer(picture), String(picture));
  const { data, height, width } = PNG.sync.read(picture);
  const at = (y * width + x) * 4;
  return { width, height, colour: [...data.subarray(at, at + 3)] };
}

test('the land is drawn in squares, cut off at its edge, nearer and further', async () => {
  const { pictures: facet } = pictures();
  assert.deepEqual(colourAt(await facet.picture(3, 3, 0, 0), 255, 255), {
    width: 256,
    height: 256,
    colour: [255, 0, 0],
  });
  assert.deepEqual(colourAt(await facet.picture(3, 3, 2, 1), 87, 43), {
    width: 88,
    height: 44,
    colour: [0, 0, 255],
  });
  assert.deepEqual(colourAt(await facet.picture(3, 0, 0, 0), 31, 0), {
    width: 75,
    height: 37,
    colour: [255, 0, 0],
  });
});

test('what lies outside is absent, and a picture is drawn once however many ask', async () => {
  const { drawn, pictures: facet } = pictures();
  for (const [id, zoom, x, y] of [
    [0, 3, 0, 0],
    [3, 4, 0, 0],
    [3, 3, 3, 0],
    [3, 3, 0, 2],
  ] as const)
    assert.equal(await facet.picture(id, zoom, x, y), 'absent');
  assert.equal(drawn(), 0);
  const [first, second] = await Promise.all([facet.picture(3, 3, 0, 0), facet.picture(3, 3, 0, 0)]);
  assert.equal(first, second);
  assert.equal(drawn(), 256 * 256);
});
