import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TileData } from '@gommog/uo/movement';
import { MobileModel } from '../model/mobile-model.ts';
import type { ArtBook, Picture, StandIn } from './art-book.ts';
import { picturesOf } from './body.ts';

const MAN = 400;
const SHIRT = { graphic: 0x1517, hue: 0, layer: 5, serial: 1 };
const WORN_AS = 434;

/** Pictures whose page is the body that they are of. */
function artWith(fitting: StandIn | null): ArtBook {
  const picture = (page: number): Picture => ({ page, x: 0, y: 0, width: 1, height: 1, right: 0, down: 0 });
  const book: Pick<ArtBook, 'fitting' | 'frames' | 'look'> = {
    frames: (body) => [picture(body)],
    look: () => null,
    fitting: (body, worn) => (body === MAN && worn === WORN_AS ? fitting : null),
  };
  return book as ArtBook;
}

const tileData = { itemAnimation: () => WORN_AS, itemFlags: () => 0 } as Partial<TileData> as TileData;

function shownWith(fitting: StandIn | null, hue: number): [body: number, hue: number][] {
  const mobile = new MobileModel(1);
  mobile.body = MAN;
  mobile.worn = [{ ...SHIRT, hue }];
  return picturesOf(artWith(fitting), tileData, mobile, 0).map(({ frame, hue }) => [frame.page, hue]);
}

test('what is worn is drawn as itself, or as what the art says for that body, in its hue where it has none', () => {
  assert.deepEqual(shownWith(null, 0), [
    [MAN, 0],
    [WORN_AS, 0],
  ]);
  assert.deepEqual(shownWith({ body: 1500, hue: 33 }, 0), [
    [MAN, 0],
    [1500, 33],
  ]);
  assert.deepEqual(shownWith({ body: 1500, hue: 33 }, 7), [
    [MAN, 0],
    [1500, 7],
  ]);
});
